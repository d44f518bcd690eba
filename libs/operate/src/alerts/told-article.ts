import type { ArticleDocument } from '@newsmill/contracts';

/** What webhooks and event streams tell of an article; the whole of it is at /api/v1/articles/{id}. */
export function toldArticle(document: ArticleDocument): object {
  const {
    id,
    uri,
    url,
    version,
    contentHash,
    title,
    summary,
    published,
    firstSeen,
    language,
    sourceId,
    sourceName,
    authors,
    storyId,
    familyId,
    duplicateOf,
    edits,
  } = document;
  return {
    id,
    uri,
    url,
    version,
    contentHash,
    title,
    summary: summary?.slice(0, 1_000),
    published,
    firstSeen,
    language,
    source: sourceId,
    sourceName,
    authors,
    storyId,
    familyId,
    duplicateOf,
    edits,
    image: document.images[0]?.url,
  };
}
