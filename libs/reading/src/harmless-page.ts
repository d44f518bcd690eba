/**
 * What stands in the place of elements for which browsers connect to another host even where the policy of the
 * page forbids what would follow: Chromium opens a connection for a frame that it then blocks, for `preconnect`,
 * and for a link that is clicked. Each is read by the parser as the element that it replaces: one without an end
 * (`basefont` does nothing, and may stand where a `link` may), raw text (`noembed`), formatting that may be
 * nested wrongly (`u`), or any other.
 */
const standIns: Readonly<Record<string, string>> = {
  link: 'basefont',
  base: 'basefont',
  area: 'basefont',
  frame: 'basefont',
  embed: 'basefont',
  iframe: 'noembed',
  object: 'span',
  fencedframe: 'span',
  portal: 'span',
  a: 'u',
};
const reaching = /<(\/?)(link|base|area|frame|embed|iframe|object|fencedframe|portal|a)(?=[\s/>])/gi;

/** What could not load in the frame leaves no hole there. */
const withoutHoles =
  '<style>img:not([src^="data:"]),video,audio,input[type="image"]{display:none!important}</style>';

/** Longest text of a page that is shown, in characters. */
const mostShown = 4_000_000;

/**
 * A page as it was kept, without what would reach out of it whatever the policy of its frame says. Everything
 * else stays as it is, for the frame runs nothing and loads nothing.
 */
export function harmlessPage(html: string): string {
  const shown = html
    .slice(0, mostShown)
    .replace(reaching, (_, end: string, name: string) => `<${end}${standIns[name.toLowerCase()] ?? 'span'}`);
  return `${shown}${withoutHoles}`;
}
