/**
 * The policy of a page: nothing runs, loads or frames but what this origin serves itself, and no script makes HTML
 * of a text. `frames`: it may
 * hold a page of this origin in a frame. `pictures`: whoever reads wants pictures from where publishers have
 * them.
 */
export function pagePolicy({
  frames = false,
  pictures = false,
}: {
  readonly frames?: boolean;
  readonly pictures?: boolean;
} = {}): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    `img-src 'self'${pictures ? ' https: http:' : ''}`,
    "connect-src 'self'",
    ...(frames ? ["frame-src 'self'"] : []),
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
    // No text becomes HTML, script or the address of one by a script of ours, whatever it holds.
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
  ].join('; ');
}
