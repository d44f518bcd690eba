import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { openSqliteBus, type Bus } from '@newsmill/bus';
import {
  allTopics,
  foldFate,
  ledger,
  pageFetched,
  pipeline,
  readMessage,
  Source,
  type FetchedPage,
  type LedgerEvent,
} from '@newsmill/contracts';
import { createHttpClient } from '@newsmill/http';
import {
  openDiskArchive,
  openSqliteFile,
  openSqliteState,
  type Archive,
  type SqliteFile,
  type State,
} from '@newsmill/store';
import { itemOf } from '@newsmill/text';
import { openReadingThread } from '@newsmill/reading';
import { SourceUsage } from '@newsmill/runtime';
import { pageToFetch } from '../../../../libs/fetch/src/testing/page-to-fetch.ts';
import { quietTelling } from '../../../../libs/runtime/src/testing/quiet-telling.ts';
import { runCrawl, type RunningCrawl } from './run-crawl.ts';

type Reply = { readonly status?: number; readonly body: string; readonly headers?: Record<string, string> };
const path = '/news/the-long-way-home';
const page = (number: number, next?: string): Reply => ({
  body: `<!doctype html><html><head><title>Home</title>${next === undefined ? '' : `<link rel="next" href="${next}">`}</head><body><p>Page ${number}</p></body></html>`,
});

describe('an article that goes on', () => {
  let folder: string;
  let db: SqliteFile;
  let bus: Bus;
  let state: State;
  let archive: Archive;
  let server: Server;
  let origin: string;
  let running: RunningCrawl | undefined;
  let replies: Map<string, Reply>;
  let asked: { readonly url: string; readonly at: number }[];
  const http = createHttpClient({ userAgent: 'newsmill-test' });
  const thread = openReadingThread({ budgetMs: 10_000 });

  afterAll(async () => {
    await thread.close();
    await http.close();
  });
  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'newsmill-pages-'));
    db = openSqliteFile(join(folder, 'mill.db'));
    bus = await openSqliteBus({ db });
    state = await openSqliteState({ db });
    archive = await openDiskArchive({ directory: join(folder, 'archive') });
    await bus.createTopics(allTopics());
    replies = new Map([['/robots.txt', { body: 'User-agent: *\nDisallow: /*page=4' }]]);
    asked = [];
    server = createServer((request, answer) => {
      const url = request.url ?? '';
      const isOfSite = ['/robots.txt', '/.well-known/tdmrep.json', '/ai.txt'].includes(url);
      if (!isOfSite) asked.push({ url, at: performance.now() });
      const reply = replies.get(url);
      answer
        .writeHead(reply?.status ?? (reply === undefined ? 404 : 200), {
          'content-type': 'text/html',
          etag: '"1"',
          ...reply?.headers,
        })
        .end(reply?.body ?? 'none');
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo; // a TCP server has an address and a port
    origin = `http://127.0.0.1:${port}`;
  });
  afterEach(async () => {
    await running?.stop();
    running = undefined;
    server.closeAllConnections();
    server.close();
    for (const port of [bus, state, archive]) await port.close();
    await db.close();
    rmSync(folder, { recursive: true, force: true });
  });

  /** Lets the mill fetch these addresses, one after the other, until nothing is due. */
  async function fetchAll(...paths: readonly string[]): Promise<void> {
    const source = Source.parse({
      id: 'courier',
      name: 'Courier',
      channels: [{ url: `${origin}/feed.xml` }],
      allowPrivate: [new URL(origin).host],
      limits: { delay: '40ms' },
    });
    const policy = {
      retryLadder: [1_000],
      revisits: [3_600_000],
      pollMin: 1_000,
      pollMax: 60_000,
      agent: 'newsmill-test',
    };
    running ??= runCrawl({
      policy,
      secrets: {},
      thread,
      bus,
      state,
      archive,
      ...quietTelling(),
      now: Date.now,
      random: () => 0,
      http,
      sourceOf: () => source,
      usage: new SourceUsage({ state, now: Date.now }),
      quota: {},
      concurrency: 4,
      maxQueuedPages: 256,
      bytesFetched: 64e6,
      nextGroup: pipeline.clean.group,
      ledgerKeepsFrontier: false,
    });
    for (const one of paths) {
      const item = pageToFetch(source, `${origin}${one}`, Date.now());
      await state.addItems([item]);
      running.wake();
      for (
        let turn = 0;
        turn < 6_000 &&
        (await state.getItems([item.key]))[0]?.fetchedAt === 0 &&
        !(await state.fateOf(item.key)) &&
        !(await events()).get(`${one}`);
        turn += 1
      )
        await sleep(20);
      for (
        let turn = 0;
        turn < 6_000 && (await state.frontierCounts()).some((count) => count.claimed > 0);
        turn += 1
      )
        await sleep(20);
    }
  }
  async function pages(): Promise<FetchedPage[]> {
    const found: FetchedPage[] = [];
    for await (const message of bus.browse(pageFetched.name)) {
      const read = readMessage(pageFetched, message);
      if (read.ok) found.push(read.value);
    }
    return found;
  }
  async function events(): Promise<Map<string, LedgerEvent>> {
    const byUrl = new Map<string, LedgerEvent[]>();
    for await (const message of bus.browse(ledger.name)) {
      const read = readMessage(ledger, message);
      const url = read.ok ? read.value.url.replace(origin, '') : '';
      if (read.ok) byUrl.set(url, [...(byUrl.get(url) ?? []), read.value]);
    }
    return new Map(
      [...byUrl].flatMap(([url, list]) => {
        const fate = foldFate(list);
        return fate === undefined ? [] : [[url, fate]];
      }),
    );
  }

  it('is one message with all its pages, asked for one after the other; a channel that names one later finds a duplicate', async () => {
    replies
      .set(path, page(1, `${path}?page=2`))
      .set(`${path}?page=2`, page(2, `${path}?page=3`))
      .set(`${path}?page=3`, page(3));
    await fetchAll(path);
    expect(asked.map(({ url }) => url)).toEqual([path, `${path}?page=2`, `${path}?page=3`]);
    expect(asked.slice(1).every(({ at }, index) => at - (asked[index]?.at ?? 0) >= 35)).toBe(true);
    const [first, ...others] = await pages();
    expect(others).toEqual([]);
    expect(first).toMatchObject({
      finalUrl: `${origin}${path}`,
      following: [
        { url: `${origin}${path}?page=2` },
        { url: `${origin}${path}?page=3`, encoding: 'identity' },
      ],
    });
    expect(first?.isUnfinished).toBeUndefined();
    const archived = await Promise.all((first?.following ?? []).map((one) => archive.get(one.archive)));
    expect(archived.map((one) => Buffer.from(one?.body ?? []).toString())).toEqual([
      replies.get(`${path}?page=2`)?.body,
      replies.get(`${path}?page=3`)?.body,
    ]);
    expect((await events()).get(`${path}?page=2`)).toMatchObject({
      stage: 'fetch',
      fate: 'duplicate',
      reason: 'duplicate-of',
      articleId: itemOf(`${origin}${path}`),
    });

    await fetchAll(`${path}?page=3`);
    expect(await pages()).toHaveLength(1);
    expect((await events()).get(`${path}?page=3`)).toMatchObject({
      fate: 'duplicate',
      articleId: itemOf(`${origin}${path}`),
    });
  });

  it('passes as far as it was had where a page fails or is forbidden, and is asked for again at its next age', async () => {
    replies.set(path, page(1, `${path}?page=2`)).set(`${path}?page=2`, { status: 500, body: 'broken' });
    const other = '/news/another-way-to-go';
    for (const number of [1, 2, 3])
      replies.set(
        number === 1 ? other : `${other}?page=${number}`,
        page(number, `${other}?page=${number + 1}`),
      );
    await fetchAll(path, other);
    const [broken, forbidden] = await pages();
    expect(broken).toMatchObject({ isUnfinished: true, following: [] });
    expect(forbidden).toMatchObject({ isUnfinished: true, following: [{}, {}] });
    expect(asked.map(({ url }) => url)).not.toContain(`${other}?page=4`);
    const [item] = await state.getItems([broken?.item ?? '']);
    expect(item?.data.etag).toBeUndefined();
    expect(item?.data.contentHash).toBeUndefined();
    expect(item?.dueAt).toBeGreaterThan(Date.now());
  });

  it('ends where the site sends what it has sent before, or leads back', async () => {
    replies.set(path, page(1, `${path}?page=2`)).set(`${path}?page=2`, page(1, `${path}?page=2`));
    const other = '/news/another-way-to-go';
    replies
      .set(other, page(1, `${other}/2`))
      .set(`${other}/2`, { status: 302, body: '', headers: { location: other } });
    await fetchAll(path, other);
    expect((await pages()).map(({ following, isUnfinished }) => [following, isUnfinished])).toEqual([
      [undefined, undefined],
      [undefined, undefined],
    ]);
    expect(asked).toHaveLength(5);
  });

  it('never asks for more than ten pages', async () => {
    for (let number = 1; number <= 14; number += 1)
      replies.set(number === 1 ? path : `${path}/${number}`, page(number, `${path}/${number + 1}`));
    await fetchAll(path);
    expect((await pages())[0]?.following).toHaveLength(9);
    expect((await pages())[0]?.isUnfinished).toBe(true);
    expect(asked).toHaveLength(10);
  });
});
