import { createHash } from 'node:crypto';
import type { ArticleDocument, SearchHit, SearchRequest } from '@newsmill/contracts';

/** Matches that are counted; where there are more, the total is not exact. */
export const mostCounted = 10_000;
export const mostFacetValues = 20;
export const mostDays = 62;
/** Half of what age takes from the rank of an article is taken in a week. */
export const weekMs = 7 * 86_400_000;

/** Epoch milliseconds of a bound of the request. Throws RangeError when it is no date. */
export function readDate(text: string | undefined, name: string): number | undefined {
  if (text === undefined) return undefined;
  const time = Date.parse(text);
  if (Number.isNaN(time)) throw new RangeError(`${name}: ${JSON.stringify(text.slice(0, 40))} is no date`);
  return time;
}

/**
 * Names the list that a cursor belongs to: everything of the request that says which articles come in which
 * order.
 */
export function listName({
  query,
  sources,
  languages,
  from,
  to,
  sort,
  collapse,
  near,
  withoutFlags,
}: SearchRequest): string {
  return createHash('sha256')
    .update(JSON.stringify([query, sources, languages, from, to, sort, collapse, near, withoutFlags]))
    .digest('base64url')
    .slice(0, 10);
}

/** Fields that a hit shows. */
export const hitFields = [
  'id',
  'url',
  'title',
  'summary',
  'published',
  'sourceId',
  'sourceName',
  'language',
  'authors',
  'images',
  'duplicateOf',
  'familyId',
  'storyId',
  'flags',
  'rights',
] as const;
/** What a hit is made of. */
export type HitDocument = Pick<ArticleDocument, (typeof hitFields)[number]>;

/** What a list of hits shows of a document. */
export function hitOf(document: HitDocument, highlights: SearchHit['highlights']): SearchHit {
  const {
    id,
    url,
    title,
    summary,
    published,
    sourceId,
    sourceName,
    language,
    authors,
    duplicateOf,
    familyId,
    storyId,
    flags,
    rights,
  } = document;
  return {
    id,
    url,
    title,
    summary,
    published,
    sourceId,
    sourceName,
    language,
    authors,
    image: document.images[0]?.url,
    duplicateOf,
    familyId,
    storyId,
    flags,
    rights,
    highlights,
  };
}
