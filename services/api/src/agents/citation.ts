import type { ArticleDocument } from '@newsmill/contracts';
import { z } from 'zod';
import { cutToTokens } from './estimate-tokens.ts';
import { plainLine } from './plain-text.ts';

/** Names exactly what an answer rests on: the article, its version and the hash of its text. */
export const Citation = z.object({
  id: z.string(),
  uri: z.string().describe('urn:newsmill:article:<id>.'),
  url: z.string().optional().describe('Its address at the publisher; absent where the address is very long.'),
  version: z.int().describe('Time at which the page was fetched, epoch milliseconds.'),
  contentHash: z.string(),
  published: z.string(),
  source: z.string(),
  sourceName: z.string().optional(),
  language: z.string(),
  duplicateOf: z.string().optional().describe('Id of the article that this one is a copy of.'),
});
export type Citation = z.output<typeof Citation>;

const longestUrl = 800;
const line = (text: string, tokens: number): string => cutToTokens(plainLine(text), tokens);
/** Ids, hashes, tags and times need these signs alone; citations stand outside of marks. */
const word = (text: string, most: number): string => text.replace(/[^A-Za-z0-9._:+-]/g, '').slice(0, most);

/** Addresses are written so that nothing in them can end a line or a mark. */
function safeUrl(url: string): string | undefined {
  if (!URL.canParse(url)) return undefined;
  const { href } = new URL(url);
  return href.length > longestUrl ? undefined : href.replace(/[<>"'`{}|\\^\s]/g, encodeURIComponent);
}

export function citationOf({
  id,
  url,
  version,
  contentHash,
  published,
  sourceId,
  sourceName,
  language,
  duplicateOf,
}: ArticleDocument): Citation {
  const address = safeUrl(url);
  return {
    id: word(id, 128),
    uri: `urn:newsmill:article:${word(id, 128)}`,
    ...(address === undefined ? {} : { url: address }),
    version,
    contentHash: word(contentHash, 128),
    published: word(published, 40),
    source: word(sourceId, 63),
    ...(sourceName === undefined ? {} : { sourceName: line(sourceName, 30) }),
    language: word(language, 35),
    ...(duplicateOf === undefined ? {} : { duplicateOf: word(duplicateOf, 128) }),
  };
}

/** The citation in one line. */
export function citationLine({
  id,
  url,
  version,
  contentHash,
  published,
  source,
  language,
  duplicateOf,
}: Citation): string {
  return [
    `id ${id}`,
    `version ${version}`,
    `hash ${contentHash}`,
    published,
    source,
    language,
    ...(duplicateOf === undefined ? [] : [`copy of ${duplicateOf}`]),
    ...(url === undefined ? [] : [url]),
  ].join(' · ');
}
