/*
 * Speed of the embedded forms of Bus, State, Library and Archive: CPU per operation and latencies.
 * Run: node --conditions=newsmill-source bench/store-speed.ts [--documents N]
 */
import { readFileSync } from 'node:fs';
import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { openSqliteBus } from '@newsmill/bus';
import type { ArticleDocument, SearchRequest } from '@newsmill/contracts';
import {
  openDiskArchive,
  openSqliteFile,
  openSqliteLibrary,
  openSqliteState,
  type FrontierItem,
} from '@newsmill/store';
import { quantile } from './quantile.ts';

const { values } = parseArgs({
  options: { documents: { type: 'string', default: '20000' } },
  // The name of the bench, where `npm run bench` starts it.
  allowPositionals: true,
});
const directory = await mkdtemp(join(tmpdir(), 'newsmill-speed-'));

/** Prints a figure in microseconds of CPU and of wall time for one of `count` operations. */
async function measure(
  name: string,
  count: number,
  work: () => Promise<void>,
  childCpuMs = () => 0,
): Promise<void> {
  const [cpu, wall, child] = [process.cpuUsage(), performance.now(), childCpuMs()];
  await work();
  const used = process.cpuUsage(cpu);
  const own = (used.user + used.system) / count;
  const childs = ((childCpuMs() - child) * 1_000) / count;
  console.log(
    `${name.padEnd(58)} ${own.toFixed(1).padStart(8)} µs CPU${childs > 0 ? ` + ${childs.toFixed(0)} in the child` : ''}, ${(((performance.now() - wall) * 1_000) / count).toFixed(1)} µs wall`,
  );
}

/** Deterministic numbers in [0, 1). */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

async function measureBus(bytes: number, count: number, inOnePublish: number): Promise<void> {
  const file = openSqliteFile(join(directory, `bus-${bytes}-${inOnePublish}.db`));
  const bus = await openSqliteBus({ db: file });
  await bus.createTopics([{ name: 't', partitions: 1, cleanup: 'delete', groups: ['g'] }]);
  const value = Buffer.alloc(bytes, 'news ');
  const headers = {
    ce_specversion: '1.0',
    ce_id: 'a',
    ce_source: 'newsmill/fetch',
    ce_type: 'newsmill.page.fetched.v1',
    traceparent: '00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01',
  };
  await measure(`bus: publish + consume, ${bytes / 1_000} KB, ${inOnePublish} at a time`, count, async () => {
    const consumer = await bus.consume({ group: 'g', topics: ['t'], maxBytesInFlight: 50_000_000 });
    const publish = async () => {
      for (let i = 0; i < count; i += inOnePublish)
        await bus.publish(
          Array.from({ length: inOnePublish }, (_, j) => ({ topic: 't', key: `k${i + j}`, value, headers })),
        );
    };
    const consume = async () => {
      for (let left = count; left > 0; ) {
        const messages = await consumer.poll(50, 1_000);
        await consumer.acknowledge(messages);
        left -= messages.length;
      }
    };
    await Promise.all([publish(), consume()]);
    await consumer.close();
  });
  await bus.close();
  await file.close();
}

async function measureState(): Promise<void> {
  const file = openSqliteFile(join(directory, 'state.db'));
  const state = await openSqliteState({ db: file });
  const now = 1_800_000_000_000;
  const [items, hosts] = [100_000, 2_000];
  const item = (i: number): FrontierItem => ({
    key: `key${i}`,
    kind: 'page',
    url: `https://h${i % hosts}.example/news/${i}`,
    sourceId: `s${i % 500}`,
    host: `h${i % hosts}.example:443`,
    domain: `h${i % hosts}.example`,
    dueAt: now - 1,
    priority: 1,
    attempt: 0,
    firstSeen: now,
    fetchedAt: 0,
    stamp: 's',
    data: {
      entry: {
        title: 'A title of the usual length for a story',
        url: `https://h${i % hosts}.example/news/${i}`,
        summary: 'A summary. '.repeat(20),
      },
    },
  });
  await measure('state: addItems, 100 at a time', items, async () => {
    for (let i = 0; i < items; i += 100)
      await state.addItems(Array.from({ length: 100 }, (_, j) => item(i + j)));
  });
  await measure('state: claimItems, all hosts free, 100 at a time, per item', 1_900, async () => {
    for (let i = 0; i < 19; i += 1) await state.claimItems({ now, limit: 100, leaseMs: 600_000 });
  });
  // 98,000 items wait on busy hosts.
  await measure('state: claim one + settle it, 1,900 of 2,000 hosts busy', 500, async () => {
    for (let i = 0; i < 500; i += 1) {
      const [claimed] = await state.claimItems({ now, limit: 1, leaseMs: 60_000 });
      if (claimed !== undefined)
        await state.settleItems([
          { key: claimed.key, dueAt: null, attempt: 0, fetchedAt: now, data: claimed.data, hostFreeAt: 0 },
        ]);
    }
  });
  await measure('state: claimItems, nothing free', 500, async () => {
    await state.claimItems({ now, limit: 100, leaseMs: 600_000 });
    for (let i = 0; i < 500; i += 1) await state.claimItems({ now, limit: 100, leaseMs: 60_000 });
  });
  await measure('state: nextClaimAt', 500, async () => {
    for (let i = 0; i < 500; i += 1) await state.nextClaimAt();
  });
  await measure('state: frontierCounts', 5, async () => {
    for (let i = 0; i < 5; i += 1) await state.frontierCounts();
  });
  const stages = ['discover', 'fetch', 'clean', 'enrich', 'index'] as const;
  await measure('state: recordEvents, 5 an item in 5 calls of 100', 10_000, async () => {
    for (let i = 0; i < 2_000; i += 100) {
      for (const stage of stages)
        await state.recordEvents(
          Array.from({ length: 100 }, (_, j) => ({
            item: `key${i + j}`,
            url: `https://h.example/${i + j}`,
            sourceId: 's',
            stage,
            version: now,
            attempt: 0,
            fate: stage === 'index' ? 'indexed' : 'passed',
            firstSeen: now,
            at: now,
          })),
        );
    }
  });
  await measure('state: matchFingerprints, 16 bands, 20 at a time', 2_000, async () => {
    for (let i = 0; i < 2_000; i += 20)
      await state.matchFingerprints(
        Array.from({ length: 20 }, (_, j) => ({
          id: `a${i + j}`,
          bands: Array.from({ length: 16 }, (__, band) => `${band}:${(i + j) * 7_919 + band}`),
          payload: 'x'.repeat(1_000),
          expiresAt: now + 1,
        })),
        now,
      );
  });
  await state.close();
  await file.close();
}

function documentOf(i: number, random: () => number, words: readonly string[]): ArticleDocument {
  // Zipf: the square of an even number comes near enough.
  const text = (length: number) =>
    Array.from({ length }, () => words[Math.floor(random() ** 3 * words.length)] ?? '').join(' ');
  const paragraphs = Array.from({ length: 8 }, () => `${text(60)}.`);
  const id = `id${i}`;
  return {
    id,
    uri: `urn:newsmill:article:${id}`,
    version: 1,
    url: `https://paper.example/news/${id}`,
    urls: [],
    domain: 'paper.example',
    title: text(9),
    summary: text(25),
    content: paragraphs.join('\n\n'),
    language: i % 3 === 0 ? 'de' : 'en',
    published: new Date(1_790_000_000_000 + i * 30_000).toISOString(),
    firstSeen: '2026-10-01T00:00:00Z',
    authors: [`Author ${i % 300}`],
    sourceId: `s${i % 50}`,
    breadcrumb: [],
    keywords: [text(1), text(1)],
    tags: [],
    images: [],
    section: `Section ${i % 12}`,
    wordCount: 480,
    readingMinutes: 3,
    paywalled: false,
    contentHash: 'x',
    flags: [],
    confidence: 1,
    blocks: paragraphs.map((paragraph) => ({ kind: 'paragraph' as const, text: paragraph })),
    provenance: [{ field: 'title', value: 'x', source: 'json-ld', confidence: 0.9 }],
    removals: [],
    ingest: { item: id, discoveredUrl: id, fetchedAt: 1, pipelineVersion: '1' },
    schema: 'newsmill-article/1',
  };
}

function childCpuMs(): number {
  const children = readFileSync(`/proc/${process.pid}/task/${process.pid}/children`, 'utf8').trim();
  return children.split(' ').reduce((sum, pid) => {
    if (pid === '') return sum;
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ') ?? [];
    return sum + (Number(fields[11]) + Number(fields[12])) * 10;
  }, 0);
}

async function measureLibrary(count: number): Promise<void> {
  const path = join(directory, 'library.db');
  const library = await openSqliteLibrary({ path });
  const random = randomFrom(7);
  const words = Array.from(
    { length: 40_000 },
    (_, i) =>
      `${i.toString(26).replace(/\d/g, (digit) => 'qrstuvwxyz'.charAt(Number(digit)))}${i % 7 === 0 ? 'ing' : ''}`,
  );
  await measure(
    'library: write, 50 at a time (generating the text included)',
    count,
    async () => {
      for (let i = 0; i < count; i += 50)
        await library.write(Array.from({ length: 50 }, (_, j) => documentOf(i + j, random, words)));
    },
    childCpuMs,
  );
  console.log(`library: ${((await stat(path)).size / count / 1_000).toFixed(2)} KB a document on disk`);
  const [common = '', other = '', rare = ''] = [words[40], words[300], words[20_000]];
  const term = (text: string) => ({ kind: 'term' as const, text });
  const requests: [string, Partial<SearchRequest>][] = [
    ['newest, no query, facets', { facets: ['source', 'language', 'day'] }],
    [
      'two words, newest, 3 facets, highlights',
      { query: { kind: 'and', nodes: [term(common), term(other)] }, facets: ['source', 'language', 'day'] },
    ],
    ['two words, newest, no facets', { query: { kind: 'and', nodes: [term(common), term(other)] } }],
    [
      'phrase + language + dates, 3 facets',
      {
        query: { kind: 'phrase', text: `${common} ${words[10]}` },
        languages: ['en'],
        from: '2026-09-22T00:00:00Z',
        facets: ['source', 'language', 'day'],
      },
    ],
    ['one common word by relevance', { query: term(common), sort: 'relevance' }],
    ['one rare word', { query: term(rare), facets: ['source'] }],
  ];
  for (const [name, change] of requests) {
    const times: number[] = [];
    let total = 0;
    for (let i = 0; i < 60; i += 1) {
      const start = performance.now();
      total = (await library.search({ sort: 'newest', limit: 20, facets: [], ...change })).total;
      times.push(performance.now() - start);
    }
    console.log(
      `library: ${name} (${total} found)`.padEnd(70),
      `p50 ${quantile(times, 0.5).toFixed(2)} ms, p95 ${quantile(times, 0.95).toFixed(2)} ms`,
    );
  }
  await library.close();
}

async function measureArchive(): Promise<void> {
  const archive = await openDiskArchive({ directory: join(directory, 'archive') });
  const body = Buffer.alloc(60_000, 'x');
  await measure('archive: put, 60 KB, 8 at a time', 2_000, async () => {
    for (let i = 0; i < 2_000; i += 8)
      await Promise.all(
        Array.from({ length: 8 }, (_, j) =>
          archive.put({
            url: `https://a.example/${i + j}`,
            fetchedAt: 1_790_000_000_000,
            status: 200,
            encoding: 'gzip',
            headers: { 'content-encoding': 'gzip' },
            body,
          }),
        ),
      );
  });
  await archive.close();
}

await measureBus(3_000, 20_000, 20);
await measureBus(3_000, 2_000, 1);
await measureBus(60_000, 3_000, 20);
await measureState();
await measureArchive();
await measureLibrary(Number(values.documents));
await rm(directory, { recursive: true, force: true });
