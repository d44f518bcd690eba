const address =
  /^https?:\/\/(?:www\.)?creativecommons\.org\/(licenses|publicdomain)\/([a-z+-]{2,12})\/(\d\.\d)(?:\/([a-z]{2,3}))?(?:\/|$)/i;

/**
 * The short name of a licence of Creative Commons by its address, such as `CC BY-NC 4.0`, `CC0 1.0`; undefined
 * for any other address.
 */
export function licenceName(url: string): string | undefined {
  const [, kind, code = '', version = '', place] = address.exec(url.slice(0, 200)) ?? [];
  if (kind === undefined) return undefined;
  const port = place === undefined || /^(?:deed|legalcode)$/i.test(place) ? '' : ` ${place.toUpperCase()}`;
  if (kind.toLowerCase() === 'licenses') return `CC ${code.toUpperCase()} ${version}${port}`;
  if (code.toLowerCase() === 'zero') return `CC0 ${version}`;
  return code.toLowerCase() === 'mark' ? `Public Domain Mark ${version}` : undefined;
}
