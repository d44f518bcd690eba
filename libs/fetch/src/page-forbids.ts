import { Parser } from 'htmlparser2';

/** Directives after which a page is not ours to keep. */
const forbidding = /(?:^|[\s,])(?:noindex|none)(?:$|[\s,;])/i;
const headSize = 65_536;

/** Values of an X-Robots-Tag header that hold for an agent: those without a name and those under its own. */
function headerForbids(header: string, agent: string): boolean {
  let holds = true;
  for (const part of header.split(',')) {
    const named = /^\s*([A-Za-z][\w-]*)\s*:\s*(.*)$/.exec(part);
    const isDirective =
      named !== null &&
      /^(?:unavailable_after|max-snippet|max-image-preview|max-video-preview)$/i.test(named[1] ?? '');
    if (named !== null && !isDirective) holds = named[1]?.toLowerCase() === agent || named[1] === '*';
    if (holds && forbidding.test(named === null || isDirective ? part : (named[2] ?? ''))) return true;
  }
  return false;
}

/**
 * Whether a page forbids keeping it: `noindex` or `none` in its robots meta tags or in the X-Robots-Tag header, for all or for `agent`
 * (the product token of the crawler). `html` may be the beginning of the page; its first 64 KB are looked at.
 */
export function pageForbids(html: string, xRobotsTag: string | undefined, agent: string): boolean {
  const token = agent.toLowerCase().split('/')[0] ?? '';
  if (xRobotsTag !== undefined && headerForbids(xRobotsTag, token)) return true;
  const head = html.slice(0, headSize);
  if (!/robots|noindex/i.test(head) && !head.toLowerCase().includes(token)) return false;
  let forbids = false;
  const parser = new Parser(
    {
      onopentag: (name, attributes) => {
        if (name === 'body') parser.pause();
        const meta = name === 'meta' ? attributes['name']?.trim().toLowerCase() : undefined;
        if ((meta === 'robots' || meta === token) && forbidding.test(attributes['content'] ?? ''))
          forbids = true;
      },
    },
    { decodeEntities: false },
  );
  // Only what stands before the body counts; cutting there also keeps the parser's open elements few.
  parser.write(head.split(/<body\b/i)[0] ?? '');
  parser.reset();
  return forbids;
}
