import type { AlertDelivery, ArticleDocument, SavedSearch } from '@newsmill/contracts';

/** What a webhook tells of an article; the whole of it is at /api/v1/articles/{id}. */
function articleOf(document: ArticleDocument): object {
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
    image: document.images[0]?.url,
  };
}

/** The body of a delivery: `type`, `timestamp` and `data`, as Standard Webhooks recommends. */
export function webhookBody(
  search: { readonly id: string; readonly value: SavedSearch },
  delivery: AlertDelivery,
  articles: readonly ArticleDocument[],
): string {
  return JSON.stringify({
    type: 'search.matched',
    timestamp: new Date(delivery.createdAt).toISOString(),
    data: {
      search: { id: search.id, name: search.value.name, q: search.value.q },
      articles: articles.map(articleOf),
      missed: delivery.missed,
    },
  });
}
