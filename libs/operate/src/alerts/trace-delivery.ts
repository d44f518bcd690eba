import { newestTraceOf, type SavedSearch } from '@newsmill/contracts';
import {
  ownAttributes,
  rootTraceparent,
  spanAttributes,
  type OpenSpan,
  type ProcessPorts,
} from '@newsmill/runtime';
import { targetKind } from './send-alert.ts';

/** Of a delivery with many articles so many have it in their traces. */
const mostTraced = 16;

/** What of an article leads to its trace. */
interface TracedArticle {
  readonly id: string;
  readonly ingest: { readonly item: string };
}

/** The trace of the visit that brought the article of an item, as its spans carry it. */
async function traceparentOf(
  { ingest: { item } }: TracedArticle,
  { state, tracing }: Pick<ProcessPorts, 'state' | 'tracing'>,
): Promise<string | undefined> {
  // The library may show an article before the ledger has told the state of the index stage.
  const traceId = newestTraceOf((await state.fateOf(item))?.events ?? []);
  if (traceId === undefined || tracing?.samples(traceId) !== true) return undefined;
  return rootTraceparent(traceId, true);
}

/**
 * Begins the spans of a delivery: one in the trace of each of its articles, linked to those of the others.
 * Answers how they end; where traces are off, nothing is asked.
 */
export async function traceDelivery(
  { search, articles }: { readonly search: SavedSearch; readonly articles: readonly TracedArticle[] },
  ports: Pick<ProcessPorts, 'state' | 'tracing'>,
): Promise<(error: string | undefined) => void> {
  const { tracing } = ports;
  if (tracing === undefined) return () => undefined;
  const asked = articles.slice(0, mostTraced);
  const parents = (await Promise.all(asked.map((article) => traceparentOf(article, ports)))).flatMap(
    (parent, index) => (parent === undefined ? [] : [{ parent, article: asked[index] }]),
  );
  const webhook = search.webhook === undefined ? undefined : new URL(search.webhook.url).hostname;
  const spans = parents.flatMap(({ parent, article }): OpenSpan[] => {
    const span = tracing.begin({
      name: `notify ${targetKind(search)}`,
      kind: 'client',
      parent,
      links: parents.flatMap((other) => (other.parent === parent ? [] : [other.parent])),
      attributes: {
        [ownAttributes.stage]: 'notify',
        [ownAttributes.articleId]: article?.id,
        [spanAttributes.batchMessageCount]: articles.length > 1 ? articles.length : undefined,
        [spanAttributes.serverAddress]: webhook,
      },
    });
    return span === undefined ? [] : [span];
  });
  return (error) => {
    for (const span of spans) span.end(error);
  };
}
