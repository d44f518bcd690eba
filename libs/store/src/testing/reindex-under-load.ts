import { setTimeout as sleep } from 'node:timers/promises';
import type { ArticleDocument } from '@newsmill/contracts';
import type { LibraryKeeper, LibraryReader, LibraryWriter } from '../library/library.ts';
import type { Reindexed } from '../library/reindex.ts';

export interface ReindexLoad {
  readonly library: LibraryReader & LibraryKeeper;
  /** Writers, as processes of their own would be. */
  readonly others: readonly LibraryWriter[];
  readonly reader: LibraryReader;
  /** Articles 0 to `count` are there; every tenth is written, amended, linked or removed meanwhile. */
  readonly count: number;
  documentOf(i: number, change?: Partial<ArticleDocument>): ArticleDocument;
  reindex(): Promise<Reindexed>;
}

export interface ReindexLoadFigures {
  readonly seconds: number;
  readonly articles: number;
  readonly writes: number;
  readonly reads: number;
  /** What readers and writers met. */
  readonly errors: readonly string[];
  /** Ids that a reader did not find although they were there all the time. */
  readonly missing: readonly string[];
  /** What is not as the writers left it. */
  readonly differences: readonly string[];
  /** The longest that a write had to wait, milliseconds. */
  readonly longestWriteMs: number;
}

const settled = 10;

/**
 * A reindex while writers, removers, linkers and a reader go on. Articles whose number is no multiple of ten
 * are never touched: a reader must find them always.
 */
export async function reindexUnderLoad({
  library,
  others,
  reader,
  count,
  documentOf,
  reindex,
}: ReindexLoad): Promise<ReindexLoadFigures> {
  const errors: string[] = [];
  const missing: string[] = [];
  const wanted = new Map<string, { readonly version: number; readonly title: string } | 'removed'>();
  const linked = new Map<string, string>();
  let isOver = false;
  let [writes, reads, longestWriteMs, next] = [0, 0, 0, count];
  const timed = async (work: () => Promise<unknown>): Promise<void> => {
    const start = performance.now();
    try {
      await work();
      writes += 1;
    } catch (error) {
      return void errors.push(String(error));
    } finally {
      longestWriteMs = Math.max(longestWriteMs, performance.now() - start);
    }
  };
  const writer = async (one: LibraryWriter, lane: number): Promise<void> => {
    for (let round = 0; !isOver; round += 1) {
      const i = ((round * others.length + lane) * settled * 7) % count;
      const own = i - (i % (settled * others.length)) + lane * settled;
      const known = wanted.get(documentOf(own).id);
      if (own >= count || known === 'removed') {
        await sleep(1);
        continue;
      }
      const version = (known?.version ?? 1_000) + 1;
      const document = documentOf(own, { version, title: `version ${version}` });
      const fresh = documentOf((next += 1));
      await timed(() => one.write([document, fresh]));
      wanted
        .set(document.id, { version, title: document.title })
        .set(fresh.id, { version: fresh.version, title: fresh.title });
      if (round % 3 === 0) {
        await timed(() => one.amend([{ ...document, title: `amended ${version}` }]));
        wanted.set(document.id, { version, title: `amended ${version}` });
      }
      if (round % 4 === 1) {
        await timed(() =>
          one.link([{ id: document.id, duplicateOf: `f${lane}`, since: 10, similarity: 0.5 }]),
        );
        linked.set(document.id, `f${lane}`);
      }
      if (round % 5 === 4) {
        await timed(() => one.remove([{ id: document.id, version }]));
        wanted.set(document.id, 'removed');
      }
    }
  };
  const readOnce = async (i: number): Promise<void> => {
    const steady = documentOf(i % settled === 0 ? i + 1 : i);
    const neighbours = Array.from({ length: 5 }, (_, k) => i - (i % settled) + 1 + k).filter(
      (k) => k < count,
    );
    try {
      if ((await reader.get(steady.id)) === undefined) missing.push(steady.id);
      const [from, to] = [
        documentOf(neighbours[0] ?? 1).published,
        documentOf(neighbours.at(-1) ?? 1).published,
      ];
      const { items } = await reader.search({
        query: { kind: 'term', text: 'harbour' },
        from,
        to: new Date(Date.parse(to) + 1).toISOString(),
        sort: 'newest',
        limit: 50,
        facets: ['source'],
      });
      const found = items.map(({ id }) => id);
      for (const k of neighbours)
        if (found.filter((id) => id === documentOf(k).id).length !== 1)
          missing.push(`${documentOf(k).id} by search`);
      if ((await reader.count()) < count - count / settled) missing.push('by count');
      reads += 3;
    } catch (error) {
      return void errors.push(String(error));
    }
  };
  const read = async (): Promise<void> => {
    for (let round = 0; !isOver; round += 1) await readOnce((round * 37) % count);
  };
  const start = performance.now();
  const loops = [...others.map((one, lane) => writer(one, lane)), read(), read()];
  await sleep(200);
  const { articles } = await reindex();
  const seconds = (performance.now() - start) / 1_000;
  isOver = true;
  await Promise.all(loops);
  await library.refresh();
  const differences: string[] = [];
  for (const [id, want] of wanted) {
    const document = await library.get(id);
    if (
      want === 'removed'
        ? document !== undefined
        : document?.version !== want.version || document.title !== want.title
    )
      differences.push(
        `${id}: ${JSON.stringify(want)} wanted, ${document === undefined ? 'nothing' : `${document.version} ${document.title}`} is there`,
      );
    if (want !== 'removed' && linked.has(id) && document?.duplicateOf !== linked.get(id))
      differences.push(`${id}: its link is missing`);
  }
  const removed = [...wanted.values()].filter((want) => want === 'removed').length;
  const total = count + [...wanted.keys()].filter((id) => id > documentOf(count - 1).id).length - removed;
  const counted = await library.count();
  if (counted !== total) differences.push(`${total} articles wanted, ${counted} counted`);
  return {
    seconds,
    articles,
    writes,
    reads,
    errors: errors.slice(0, 5),
    missing: missing.slice(0, 5),
    differences: differences.slice(0, 5),
    longestWriteMs,
  };
}
