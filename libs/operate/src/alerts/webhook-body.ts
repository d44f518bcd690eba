import type { AlertMessage } from './chat-messages.ts';
import { toldArticle } from './told-article.ts';

/** The body of a webhook of our own: `type`, `timestamp` and `data`, as Standard Webhooks recommends. */
export function webhookBody({ type, at, news }: Pick<AlertMessage, 'type' | 'at' | 'news'>): string {
  const { search, articles, missed } = news;
  return JSON.stringify({
    type,
    timestamp: new Date(at).toISOString(),
    data: {
      search,
      articles: articles.map(toldArticle),
      ...(type === 'search.matched' ? { missed } : {}),
    },
  });
}
