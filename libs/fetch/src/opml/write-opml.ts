import type { OpmlFeed } from './read-opml.ts';

const escapes: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\n': '&#10;',
  '\r': '&#13;',
  '\t': '&#9;',
};

function attribute(name: string, value: string | undefined): string {
  // Control characters have no place in XML 1.0, not even escaped.
  return value === undefined
    ? ''
    : ` ${name}="${value.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '').replace(/[&<>"\n\r\t]/g, (character) => escapes[character] ?? character)}"`;
}

/** An OPML 2.0 file of feeds. `created`: epoch milliseconds. */
export function writeOpml(
  feeds: readonly OpmlFeed[],
  head: { readonly title: string; readonly created: number },
): string {
  const title = attribute('x', head.title).slice(4, -1);
  const outlines = feeds.map(
    ({ title: name, xmlUrl, htmlUrl, category }) =>
      `    <outline type="rss"${attribute('text', name ?? xmlUrl)}${attribute('title', name)}${attribute('xmlUrl', xmlUrl)}${attribute('htmlUrl', htmlUrl)}${attribute('category', category)}/>`,
  );
  return `<?xml version="1.0" encoding="UTF-8"?>\n<opml version="2.0">\n  <head>\n    <title>${title}</title>\n    <dateCreated>${new Date(head.created).toUTCString()}</dateCreated>\n  </head>\n  <body>\n${outlines.join('\n')}${outlines.length === 0 ? '' : '\n'}  </body>\n</opml>\n`;
}
