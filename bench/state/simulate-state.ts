/*
 * A year of articles in the state, as a mill brings them: what the state, its ledger, the archive and a rebuilding
 * take. The clock is simulated, the stores are real. Run by
 * `npm run bench -- state [sqlite|redis] [articles a day] [days] [state]`; with `state` it leaves the others out.
 */
import { createHash, randomBytes } from 'node:crypto';
import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openSqliteBus, type Bus } from '@newsmill/bus';
import {
  allTopics,
  ledger,
  pageStamp,
  writeMessage,
  type LedgerEvent,
  type StageName,
} from '@newsmill/contracts';
import { rebuildState, retireAll } from '@newsmill/operate';
import {
  openDiskArchive,
  openRedisState,
  openSqliteFile,
  openSqliteLibrary,
  openSqliteState,
  type FrontierItem,
  type SqliteFile,
  type State,
} from '@newsmill/store';
import { startServers } from '../../test/servers/start-servers.ts';

const day = 86_400_000;
const start = Date.parse('2026-01-01T00:00:00Z');
/** Pages are asked for again until they are a week old, and rest for three days before they are settled. */
const restsAfter = 7 * day;
const settledAfter = 3 * day;
const sources = 200;
const inBatch = 500;
const mib = (bytes: number): string => (bytes / 2 ** 20).toFixed(1);

const digest = (text: string, encoding: 'hex' | 'base64url', length: number): string =>
  createHash('sha256').update(text).digest(encoding).slice(0, length);

/** Article number `n` of a day as its feed tells of it; one in twenty is a copy that leads to no article. */
function pageOf(n: number, now: number): FrontierItem {
  const source = n % sources;
  const url = `https://www.paper${source}.example/news/2026/${digest(`${n}`, 'hex', 8)}/what-the-council-said-about-the-bridge-over-the-river`;
  return {
    key: digest(url, 'hex', 32),
    kind: 'page',
    url,
    sourceId: `paper-${source}`,
    host: `www.paper${source}.example:443`,
    domain: `paper${source}.example`,
    dueAt: now + restsAfter,
    priority: 1,
    attempt: 0,
    firstSeen: now,
    fetchedAt: now,
    stamp: pageStamp({
      isOwn: true,
      channel: digest(`feed ${source}`, 'base64url', 6),
      mark: digest(`mark ${n}`, 'base64url', 8),
    }),
    data: {
      etag: `"${digest(`etag ${n}`, 'hex', 20)}"`,
      contentHash: digest(`content ${n}`, 'hex', 32),
      entry: {
        url,
        title: 'What the council said about the bridge over the river',
        published: new Date(now).toISOString(),
        summary: 'The council has decided on Tuesday that the bridge is to be closed for two years. '.repeat(
          3,
        ),
        authors: ['Ada Moss'],
        channel: `https://www.paper${source}.example/feed`,
      },
    },
  };
}

function eventsOf(
  { key, url, sourceId, firstSeen, stamp, host, domain, data }: FrontierItem,
  n: number,
): LedgerEvent[] {
  const version = firstSeen + 40_000;
  const event = (stage: StageName, change: Partial<LedgerEvent>): LedgerEvent => ({
    item: key,
    url,
    sourceId,
    stage,
    version,
    attempt: 0,
    fate: 'passed',
    firstSeen,
    at: version + 1_000,
    ...change,
  });
  const last: LedgerEvent =
    n % 20 === 0
      ? event('enrich', {
          fate: 'duplicate',
          reason: 'duplicate-of',
          articleId: digest(`of ${n}`, 'hex', 32),
        })
      : event('index', { fate: 'indexed', articleId: key });
  return [
    event('discover', {
      version: 0,
      at: firstSeen,
      fate: 'waiting',
      frontier: { stamp, priority: 1, host, domain, entry: data.entry },
    }),
    event('fetch', {}),
    event('clean', {}),
    ...(last.stage === 'index' ? [event('enrich', {})] : []),
    last,
  ];
}

interface Store {
  readonly state: State;
  readonly bytes: () => Promise<number>;
  readonly close: () => Promise<void>;
}

async function openStore(form: string, directory: string): Promise<Store> {
  if (form === 'redis') {
    const { redis, close } = await startServers(['redis']);
    const { Redis } = await import('ioredis');
    const client = new Redis(redis.url);
    const state = await openRedisState({ url: redis.url, namespace: 'simulated', commandMs: 60_000 });
    const used = async (): Promise<number> =>
      Number(/used_memory:(\d+)/.exec(await client.info('memory'))?.[1] ?? 0);
    await state.clear();
    const empty = await used();
    return {
      state,
      bytes: async () => (await used()) - empty,
      async close() {
        await state.clear();
        await state.close();
        client.disconnect();
        await close();
      },
    };
  }
  const path = join(directory, 'state.db');
  const file = openSqliteFile(path);
  const state = await openSqliteState({ db: file });
  return { state, bytes: () => sizeOf(file), close: () => file.close() };
}

/** Bytes of the pages that hold something. */
async function sizeOf(file: SqliteFile): Promise<number> {
  const row = file
    .statement(
      'SELECT (SELECT page_count FROM pragma_page_count) - (SELECT freelist_count FROM pragma_freelist_count) AS pages, page_size AS size FROM pragma_page_size',
    )
    .get();
  return Number(row?.['pages']) * Number(row?.['size']);
}

async function live(
  state: State,
  bus: Bus | undefined,
  list: readonly FrontierItem[],
  first: number,
): Promise<void> {
  const events = list.flatMap((page, i) => eventsOf(page, first + i));
  await state.addItems(list);
  await state.claimArticles(list.map(({ key }) => ({ item: key, ownId: key })));
  await state.recordEvents(events.map(({ frontier: _frontier, ...event }) => event));
  await bus?.publish(
    events.map((event) => ({
      topic: ledger.name,
      ...writeMessage(ledger, event, {
        key: `${event.item}/${event.stage}`,
        source: 'fetch',
        time: event.at,
      }),
    })),
  );
}

/** What the archive takes for a page beside the bytes that came over the wire. */
async function weighArchive(directory: string): Promise<void> {
  const archive = await openDiskArchive({ directory: join(directory, 'archive') });
  const [pages, wireBytes] = [1_000, 20_000];
  await Promise.all(
    Array.from({ length: pages }, (_, n) =>
      archive.put({
        url: pageOf(n, start).url,
        fetchedAt: start + n,
        status: 200,
        encoding: 'gzip',
        headers: {
          'content-type': 'text/html; charset=utf-8',
          etag: `"${digest(`etag ${n}`, 'hex', 20)}"`,
          'last-modified': new Date(start).toUTCString(),
          'cache-control': 'public, max-age=60',
        },
        // Compressed bytes look like random ones.
        body: randomBytes(wireBytes),
      }),
    ),
  );
  let bytes = 0;
  for await (const file of archive.files()) bytes += file.bytes;
  await archive.close();
  console.log(
    `archive: ${(bytes / pages - wireBytes).toFixed(0)} bytes a page beside what came over the wire`,
  );
}

/** Simulates, and prints what is there after each month. */
export async function simulateState(words: readonly string[]): Promise<void> {
  const [form = 'sqlite', perDay = '10000', days = '365', parts = 'whole'] = words;
  const isWhole = parts !== 'state';
  const directory = await mkdtemp(join(tmpdir(), 'newsmill-simulated-'));
  const store = await openStore(form, directory);
  const { state } = store;
  const busPath = join(directory, 'bus.db');
  const busFile = openSqliteFile(busPath);
  const bus = await openSqliteBus({ db: busFile });
  await bus.createTopics(
    allTopics().map((topic) => (topic.name === ledger.name ? { ...topic, groups: [] } : topic)),
  );
  try {
    if (isWhole) await weighArchive(directory);
    let [known, last, before] = [0, 0, 0];
    for (let today = 0; today < Number(days); today += 1) {
      const now = start + today * day;
      for (let n = 0; n < Number(perDay); n += inBatch) {
        const list = Array.from({ length: Math.min(inBatch, Number(perDay) - n) }, (_, i) =>
          pageOf(known + i, now + Math.round((n / Number(perDay)) * day)),
        );
        await live(state, isWhole ? bus : undefined, list, known);
        known += list.length;
      }
      const old = today - restsAfter / day;
      for (let n = 0; old >= 0 && n < Number(perDay); n += inBatch) {
        const from = old * Number(perDay) + n;
        await state.settleItems(
          Array.from({ length: Math.min(inBatch, Number(perDay) - n) }, (_, i) => {
            const { key, fetchedAt, data } = pageOf(from + i, start + old * day);
            return { key, dueAt: null, attempt: 0, fetchedAt, data, hostFreeAt: 0 };
          }),
        );
      }
      await retireAll(state, now + day - settledAfter - restsAfter);
      if ((today + 1) % 30 !== 0 && today + 1 !== Number(days)) continue;
      const bytes = await store.bytes();
      const ledgerBytes = (await stat(busPath)).size;
      console.log(
        `day ${today + 1}: ${known} items known, state ${mib(bytes)} MiB, ${((bytes - last) / (known - before)).toFixed(0)} bytes an item since the line above${isWhole ? `, ledger ${mib(ledgerBytes)} MiB (${(ledgerBytes / known).toFixed(0)} bytes an item)` : ''}`,
      );
      [last, before] = [bytes, known];
    }
    if (isWhole) await rebuildOnce(store, bus, directory, start + Number(days) * day);
  } finally {
    await store.close();
    await bus.close();
    await busFile.close();
    await rm(directory, { recursive: true, force: true });
  }
}

async function rebuildOnce({ state, bytes }: Store, bus: Bus, directory: string, now: number): Promise<void> {
  await state.clear();
  const library = await openSqliteLibrary({ path: join(directory, 'library.db') });
  const [began, cpu] = [performance.now(), process.cpuUsage()];
  await rebuildState({ bus, state, library, now: () => now }, [], {
    revisits: [day, restsAfter],
    settledAfter,
  });
  const { user, system } = process.cpuUsage(cpu);
  console.log(
    `rebuilt in ${((performance.now() - began) / 1_000).toFixed(0)} s (${((user + system) / 1e6).toFixed(0)} CPU s here), state ${mib(await bytes())} MiB`,
  );
  await library.close();
}
