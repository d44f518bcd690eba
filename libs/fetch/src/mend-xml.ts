export interface MendedXml {
  readonly text: string;
  /** What was mended, in words for an operator. */
  readonly repaired: readonly string[];
}

// eslint-disable-next-line no-control-regex -- control characters are what is looked for
const controls = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;
const rootStart = /<\?xml\b|<(?:[a-z][\w-]*:)?(?:rss|feed|rdf|channel|urlset|sitemapindex|item|entry|opml)\b/i;
const bareLess = /<(?![A-Za-z_:/!?\u0080-\uffff])/g;
const opener = '<![CDATA[';
const closer = ']]>';

/** Ends each CDATA section that lost its end, before the end tag of its element, so that what follows is not swallowed. */
function closeSections(text: string): string {
  let out = '';
  let done = 0;
  let at = text.indexOf(opener);
  while (at !== -1) {
    const end = text.indexOf(closer, at);
    const next = text.indexOf(opener, at + opener.length);
    const isOpen = end === -1 || (next !== -1 && next < end);
    const element = isOpen ? /<([\w:.-]+)[^<>]*>\s*$/.exec(text.slice(Math.max(0, at - 200), at))?.[1] : undefined;
    const close = element === undefined ? -1 : text.indexOf(`</${element}`, at);
    if (close !== -1 && (end === -1 || close < end)) {
      out += text.slice(done, close) + closer;
      done = close;
      at = text.indexOf(opener, close);
    } else at = end === -1 ? -1 : text.indexOf(opener, end);
  }
  return out === '' ? text : out + text.slice(done);
}

/**
 * Mends what would make a reader of XML lose entries: text in front of the document (warnings of the publisher's software),
 * control characters, `<` that opens no tag, CDATA sections without end. Each is linear in the length.
 */
export function mendXml(text: string): MendedXml {
  const repaired: string[] = [];
  let mended = text;
  const start = rootStart.exec(mended.slice(0, 262_144))?.index ?? 0;
  if (start > 0) {
    if (/[^\s\ufeff]/.test(mended.slice(0, start))) repaired.push('text in front of the document skipped');
    mended = mended.slice(start);
  }
  const step = (name: string, next: string): void => {
    if (next !== mended) repaired.push(name);
    mended = next;
  };
  step('control characters removed', mended.replace(controls, ''));
  step('bare less-than signs escaped', mended.replace(bareLess, '&lt;'));
  step('CDATA section without end closed', closeSections(mended));
  return { text: mended, repaired };
}
