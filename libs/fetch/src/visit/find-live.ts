/** Characters in which the data of one live blog stands, before its posts. */
const nearby = 20_000;

const jsonType = /"@type"\s*:\s*(?:\[[^\]]{0,200})?"LiveBlogPosting"/i;
const itemType =
  /\b(?:itemtype\s*=\s*["']?https?:\/\/schema\.org\/LiveBlogPosting|typeof\s*=\s*["']?LiveBlogPosting)\b/i;
const jsonEnd = /"coverageEndTime"\s*:\s*"([^"\\]{8,40})"/i;
const markupEnd =
  /\b(?:itemprop|property)\s*=\s*["']?coverageEndTime\b[^<>]{0,100}\b(?:content|datetime)\s*=\s*["']?([^"'\s<>]{8,40})/i;

/** What a page says of its live blog. */
export interface LiveBlog {
  /** When its coverage ends, or ended, as it says (schema.org coverageEndTime); epoch milliseconds. */
  readonly endsAt?: number;
}

/** The live blog that a page says it is (schema.org LiveBlogPosting, as JSON-LD, microdata or RDFa). */
export function findLive(page: Buffer): LiveBlog | undefined {
  if (!page.includes('LiveBlogPosting')) return undefined;
  const text = page.toString('latin1');
  const found = jsonType.exec(text) ?? itemType.exec(text);
  if (found === null) return undefined;
  const near = text.slice(Math.max(0, found.index - nearby), found.index + nearby);
  const [, written = ''] = jsonEnd.exec(near) ?? markupEnd.exec(near) ?? [];
  const endsAt = Date.parse(written);
  return Number.isNaN(endsAt) ? {} : { endsAt };
}
