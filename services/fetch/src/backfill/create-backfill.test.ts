import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { gzipSync } from 'node:zlib';
import { afterAll, afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { openSqliteBus, type Bus, type StoredMessage } from '@newsmill/bus';
import {
  allTopics,
  Channel,
  foldFate,
  ledger,
  pageFetched,
  pipeline,
  readMessage,
  Source,
  type FetchItem,
  type LedgerEvent,
} from '@newsmill/contracts';
import { channelItem } from '@newsmill/fetch';
import { createHttpClient } from '@newsmill/http';
import {
  openDiskArchive,
  openSqliteFile,
  openSqliteState,
  type Archive,
  type SqliteFile,
  type State,
} from '@newsmill/store';
import { openReadingThread } from '@newsmill/reading';
import { pageToFetch } from '../../../../libs/fetch/src/testing/page-to-fetch.ts';
import { quietTelling } from '../../../../libs/runtime/src/testing/quiet-telling.ts';
import { BackfillProgress } from './backfill-progress.ts';
import { createBackfill } from './create-backfill.ts';

function record(path: string, body: string, status = '200 OK', date = '2024-05-01T10:00:00Z'): Buffer {
  const http = `HTTP/1.1 ${status}\r\nContent-Type: text/html\r\n\r\n${body}`;
  return gzipSync(
    `WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: ${path.startsWith('http') ? path : `https://courier.example/${path}`}\r\nWARC-Date: ${date}\r\nContent-Type: application/http\r\nContent-Length: ${Buffer.byteLength(http)}\r\n\r\n${http}\r\n\r\n`,
  );
}

describe('reading an archive of old pages', () => {
  let folder: string;
  let db: SqliteFile;
  let bus: Bus;
  let state: State;
  let archive: Archive;
  let server: Server | undefined;
  const http = createHttpClient({ userAgent: 'newsmill-test' });
  const thread = openReadingThread({ budgetMs: 10_000 });
  afterAll(async () => {
    await thread.close();
    await http.close();
  });
  const notes: [string, object][] = [];
  const signal = new AbortController().signal;

  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'newsmill-backfill-'));
    db = openSqliteFile(join(folder, 'mill.db'));
    bus = await openSqliteBus({ db });
    state = await openSqliteState({ db });
    archive = await openDiskArchive({ directory: join(folder, 'archive') });
    await bus.createTopics(allTopics());
    notes.length = 0;
  });
  afterEach(async () => {
    server?.closeAllConnections();
    server?.close();
    server = undefined;
    for (const port of [bus, state, archive, db]) await port.close();
    rmSync(folder, { recursive: true, force: true });
  });

  function begin(parts: readonly Buffer[], more: object = {}) {
    const path = join(folder, 'old.warc.gz');
    writeFileSync(path, Buffer.concat(parts));
    const url = pathToFileURL(path).href;
    const source = Source.parse({
      id: 'courier',
      name: 'Courier',
      channels: [{ url: 'https://courier.example/feed.xml' }, { kind: 'warc', url }],
      ...more,
    });
    return { source, item: channelItem(source, Channel.parse({ kind: 'warc', url }), 0) };
  }
  function backfill(more: object = {}) {
    const note = (name: string, fields: object) => void notes.push([name, fields]);
    return createBackfill({
      bus,
      state,
      archive,
      ...quietTelling(),
      note,
      now: Date.now,
      random: Math.random,
      retryLadder: [1_000],
      http,
      secrets: {},
      thread,
      usage: { spent: () => undefined },
      pollMin: 1_000,
      pollMax: 60_000,
      maxQueuedPages: 256,
      agent: 'newsmill',
      ledgerKeepsFrontier: true,
      ...more,
    });
  }
  async function all(topic: string): Promise<StoredMessage[]> {
    const found = [];
    for await (const message of bus.browse(topic)) found.push(message);
    return found;
  }
  async function events(): Promise<Map<string, LedgerEvent>> {
    const byItem = new Map<string, LedgerEvent[]>();
    for (const message of await all(ledger.name)) {
      const read = readMessage(ledger, message);
      if (read.ok) byItem.set(read.value.url, [...(byItem.get(read.value.url) ?? []), read.value]);
    }
    return new Map(
      [...byItem].map(([url, list]) => [url.replace('https://courier.example/', ''), foldFate(list)!]),
    );
  }
  /** Acts as the stages behind: takes every page. */
  async function drain(): Promise<number> {
    const consumer = await bus.consume({
      group: pipeline.clean.group,
      topics: [pageFetched.name],
      maxBytesInFlight: 100_000_000,
    });
    const messages = await consumer.poll(1_000, 50);
    await consumer.acknowledge(messages);
    await consumer.close();
    return messages.length;
  }
  const progressOf = (item: FetchItem) => BackfillProgress.parse(item.data.backfill ?? {});
  const html = (word: string) => `<!doctype html><title>${word}</title><p>${word}</p>`;

  it('gives every page a fate, and hands it on with the date of its first fetch', async () => {
    const { source, item } = begin([
      record('a', html('a')),
      record('b', html('b'), '404 Not Found'),
      record('https://other.example/', html('x')),
      record('c', 'x', '301 Moved'),
    ]);
    const settled = await backfill()(item, source, signal);
    expect(settled).toMatchObject({ dueAt: null, attempt: 0 });
    expect(progressOf({ ...item, data: settled!.data })).toMatchObject({
      records: 4,
      pages: 1,
      dropped: 2,
      skipped: 1,
      isDone: true,
    });
    const fates = await events();
    expect([...fates].map(([path, { fate, reason, version }]) => [path, fate, reason, version])).toEqual([
      ['a', 'passed', undefined, Date.UTC(2024, 4, 1, 10)],
      ['b', 'dropped', 'archived-unusable', Date.UTC(2024, 4, 1, 10)],
      ['c', 'dropped', 'archived-unusable', Date.UTC(2024, 4, 1, 10)],
    ]);
    const [message] = await all(pageFetched.name);
    const page = readMessage(pageFetched, message!);
    expect(page).toMatchObject({
      ok: true,
      value: {
        url: 'https://courier.example/a',
        fetchedAt: Date.UTC(2024, 4, 1, 10),
        firstSeen: Date.UTC(2024, 4, 1, 10),
      },
    });
    expect(await state.claimItems({ now: Date.now() + 1e9, limit: 10, leaseMs: 1_000 })).toEqual([]);
  });
  it('waits while pages are queued, and goes on where it was', async () => {
    const { source, item } = begin(
      Array.from({ length: 20 }, (_, index) => record(`p${index}`, html(`p${index}`))),
    );
    const run = backfill();
    const first = await run(item, source, signal);
    expect((await all(pageFetched.name)).length).toBe(8);
    expect(progressOf({ ...item, data: first!.data })).toMatchObject({ pages: 8, isDone: false });
    expect(String(first!.data.why)).toContain('waits while live pages are worked on');
    expect(first!.dueAt).toBeGreaterThan(Date.now());
    expect(await drain()).toBe(8);
    let seen = { ...item, data: first!.data };
    // Another process goes on.
    for (let turn = 0; turn < 5 && !progressOf(seen).isDone; turn += 1) {
      const timer = setInterval(() => void drain(), 150);
      const settled = await backfill()(seen, source, signal);
      clearInterval(timer);
      await drain();
      seen = { ...seen, data: settled!.data };
    }
    expect(progressOf(seen)).toMatchObject({ pages: 20, records: 20, isDone: true });
    expect((await events()).size).toBe(20);
  });
  it('does not put a known page to rest, nor hide what is known of it', async () => {
    const { source, item } = begin([record('a', html('a')), record('b', html('b'), '404 Not Found')]);
    const live = (path: string): FetchItem => ({
      ...channelItem(source, Channel.parse({ url: `https://courier.example/${path}` }), 5),
      key: '',
      kind: 'page',
    });
    const known = ['a', 'b'].map((path) => pageToFetch(source, live(path).url, 1_000));
    await state.addItems(known);
    await backfill()(item, source, signal);
    expect((await state.getItems(known.map(({ key }) => key))).map((found) => found?.dueAt)).toEqual([
      1_000, 1_000,
    ]);
    expect([...(await events())].map(([path, { stage, fate }]) => [path, stage, fate])).toEqual([
      ['a', 'fetch', 'passed'],
    ]);
  });
  it('says what is wrong with a file that is cut off, and tries again one that is away', async () => {
    const { source, item } = begin([record('a', html('a')), record('b', html('b')).subarray(0, -12)]);
    await backfill()(item, source, signal);
    expect([...(await events())].map(([path, { fate }]) => [path, fate])).toEqual([
      ['a', 'passed'],
      ['b', 'dropped'],
    ]);
    expect(notes.at(-1)).toEqual([
      'backfill.ended',
      expect.objectContaining({
        records: 2,
        pages: 1,
        problem: expect.stringContaining('bytes of this record are there'),
      }),
    ]);
    rmSync(join(folder, 'old.warc.gz'));
    const settled = await backfill()(item, source, signal);
    expect(settled).toMatchObject({ attempt: 1, data: { lastError: expect.stringContaining('ENOENT') } });
    expect(settled?.dueAt).toBeGreaterThan(Date.now());
  });
  it('keeps a page that is too large for a message in the archive', async () => {
    const { source, item } = begin([record('large', html('x'.repeat(400_000)))]);
    await backfill()(item, source, signal);
    const [message] = await all(pageFetched.name);
    const page = readMessage(pageFetched, message!);
    expect(page.ok && page.value.body.byteLength).toBe(0);
    const kept =
      page.ok && page.value.archive !== undefined ? await archive.get(page.value.archive) : undefined;
    expect(kept?.body.byteLength).toBeGreaterThan(400_000);
  });
  it('reads an archive from a server in parts, and says so where that is not possible', async () => {
    const noise = Array.from({ length: 40 }, (_, index) =>
      record(
        `https://other.example/${index}`,
        Array.from({ length: 20_000 }, () => Math.random().toString(36)).join(''),
      ),
    );
    const bytes = Buffer.concat([record('a', html('a')), ...noise, record('z', html('z'))]);
    let hasRanges = true;
    const asked: (string | undefined)[] = [];
    server = createServer((request, reply) => {
      asked.push(request.headers.range);
      const [, from, to] = /bytes=(\d+)-(\d+)/.exec(request.headers.range ?? '') ?? [];
      if (!hasRanges) return void reply.writeHead(403).end();
      const part = bytes.subarray(Number(from), Number(to) + 1);
      if (part.length === 0) return void reply.writeHead(416).end();
      return void reply
        .writeHead(206, {
          'content-range': `bytes ${from}-${Number(from) + part.length - 1}/${bytes.length}`,
        })
        .end(part);
    });
    await new Promise<void>((resolve) => server?.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo; // a TCP server has an address and a port
    const channel = { kind: 'warc', url: `http://127.0.0.1:${port}/old.warc.gz` };
    const source = Source.parse({
      id: 'courier',
      name: 'Courier',
      channels: [{ url: 'https://courier.example/feed.xml' }, channel],
      allowPrivate: [`127.0.0.1:${port}`],
      limits: { delay: '1ms' },
    });
    const item = channelItem(source, Channel.parse(channel), 0);
    const settled = await backfill()(item, source, signal);
    expect(progressOf({ ...item, data: settled!.data })).toMatchObject({
      pages: 2,
      skipped: 40,
      isDone: true,
    });
    expect(asked.length).toBeGreaterThan(2);
    hasRanges = false;
    expect(await backfill()(item, source, signal)).toMatchObject({
      attempt: 1,
      data: { lastError: expect.stringContaining('download it') },
    });
  });
  it('leaves every other item alone', async () => {
    const { source } = begin([]);
    expect(await backfill()(channelItem(source, source.channels[0]!, 0), source, signal)).toBeUndefined();
  });
});
