import type { ArticleDocument, QueryNode, SearchHit } from '@newsmill/contracts';
import { letExpire, type ExpiryPorts } from '../takedown/expire-articles.ts';
import type { Grants } from './serve-library.ts';

const pageSize = 100;
/** So long a raw page is kept all the same: until then the page may be cleaned once more. */
const processingMs = 3_600_000;

/** Articles of which something is reserved, page by page. */
async function* reservedArticles(
  { library }: Pick<ExpiryPorts, 'library'>,
  query: QueryNode,
): AsyncGenerator<readonly SearchHit[]> {
  let cursor: string | undefined;
  do {
    const page = await library.search({ query, sort: 'newest', limit: pageSize, cursor, facets: [] });
    yield page.items;
    cursor = page.next;
  } while (cursor !== undefined);
}

/**
 * Takes articles out of the library that are not to be shown any more (`unavailable_after`), with their raw
 * pages; the ledger keeps the reason. `now`: epoch milliseconds. Answers how many.
 */
export async function removeOverdue(ports: ExpiryPorts, now: number): Promise<number> {
  let gone = 0;
  for await (const hits of reservedArticles(ports, { kind: 'exact', field: 'reserved', value: 'later' })) {
    const overdue = hits.filter(({ rights }) => Date.parse(rights?.unavailableAfter ?? '') <= now);
    if (overdue.length === 0) continue;
    const articles = await ports.library.written(overdue.map(({ id }) => id));
    const why = 'unavailable_after';
    await letExpire(ports, articles, { pages: articles.flatMap(rawPagesOf), why, detail: why, at: now });
    gone += articles.length;
  }
  if (gone > 0) await ports.library.refresh();
  return gone;
}

/** Where the raw pages of an article lie: its page, and those on which it goes on. */
function rawPagesOf({ ingest }: Pick<ArticleDocument, 'ingest'>) {
  return [ingest.archive, ...(ingest.evidence?.pages ?? []).map(({ archive }) => archive)].filter(
    (archive) => archive !== undefined,
  );
}

function withoutRawPages(document: ArticleDocument): ArticleDocument {
  const { archive: _, evidence, ...ingest } = document.ingest;
  if (evidence === undefined) return { ...document, ingest };
  const { pages: __, ...kept } = evidence;
  return { ...document, ingest: { ...ingest, evidence: kept } };
}

/**
 * Takes the raw pages of articles out of the archive whose pages say `noarchive`, an hour after they came in,
 * unless the source file allows the archive. `since`: where the sweep before ended; without it all are looked
 * at. Answers how many pages went, and where the next sweep goes on.
 */
export async function removeUnkept(
  ports: ExpiryPorts,
  {
    grants,
    since,
    now,
  }: { readonly grants: Grants; readonly since: number | undefined; readonly now: number },
): Promise<{ readonly pages: number; readonly until: number }> {
  const until = now - processingMs;
  let pages = 0;
  const query: QueryNode = {
    kind: 'and',
    nodes: [
      { kind: 'exact', field: 'reserved', value: 'archive' },
      { kind: 'range', field: 'indexed', ...(since === undefined ? {} : { from: since }), to: until },
    ],
  };
  for await (const hits of reservedArticles(ports, query)) {
    const bound = hits.filter(({ sourceId }) => grants(sourceId)?.allow.includes('archive') !== true);
    if (bound.length === 0) continue;
    const articles = (await ports.library.written(bound.map(({ id }) => id))).filter(
      (article) => rawPagesOf(article).length > 0,
    );
    const references = articles.flatMap(rawPagesOf);
    if (references.length === 0) continue;
    await ports.archive.remove(references, { at: now, reason: 'noarchive' });
    await ports.library.amend(articles.map(withoutRawPages));
    pages += references.length;
  }
  return { pages, until };
}
