import type { AlertDelivery, ArticleDocument, SavedSearch } from '@newsmill/contracts';
import { toldArticle } from './told-article.ts';

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
      articles: articles.map(toldArticle),
      missed: delivery.missed,
    },
  });
}
