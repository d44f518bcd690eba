import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { openSqliteBus } from '@newsmill/bus';
import {
  allTopics,
  articleEnriched,
  ArticleTold,
  ledger,
  pageFetched,
  pipeline,
  readMessage,
  Source,
  type FetchedPage,
  type LedgerEvent,
  type SourceInput,
  type SourceQuota,
} from '@newsmill/contracts';
import { channelItem, type FetchPolicy } from '@newsmill/fetch';
import { createHttpClient, type HttpClientOptions } from '@newsmill/http';
import { openDiskArchive, openSqliteFile, openSqliteState, type State } from '@newsmill/store';
import { openReadingThread } from '@newsmill/reading';
import { SourceUsage } from '@newsmill/runtime';
import { quietTelling } from '../../../../libs/runtime/src/testing/quiet-telling.ts';
import type { CrawlPorts } from '../crawl/crawl-ports.ts';
import { runCrawl } from '../crawl/run-crawl.ts';

/** A site on the loopback, for tests. */
export interface Site {
  readonly origin: string;
  /** Paths asked for, in order, without robots.txt and the files of rights. */
  readonly asked: string[];
  close(): void;
}

const filesOfRights: readonly string[] = ['/.well-known/tdmrep.json', '/ai.txt'];

/**
 * Serves what `reply` writes; robots.txt is not there, or answers `robotsStatus()`, and the files in which a site
 * tells of rights are not there.
 */
export async function openSite(
  reply: (request: IncomingMessage, answer: ServerResponse) => void,
  robotsStatus: () => number = () => 404,
): Promise<Site> {
  const asked: string[] = [];
  const server = createServer((request, answer) => {
    if (request.url === '/robots.txt') return void answer.writeHead(robotsStatus()).end();
    if (filesOfRights.includes(request.url ?? '')) return void answer.writeHead(404).end();
    asked.push(request.url ?? '');
    return reply(request, answer);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo; // a TCP server has an address and a port
  return {
    origin: `http://127.0.0.1:${port}`,
    asked,
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
}

/** The fetch stage of an embedded mill in a folder of its own, for tests. */
export interface Fetcher {
  readonly state: State;
  /** Adds a source and polls its channels at once. */
  add(source: SourceInput): Promise<void>;
  /** Has the fetcher look at once what is due: its clock was moved. */
  wake(): void;
  /** Waits until `isThere` answers true; throws after `limitMs`. */
  until(isThere: () => boolean | Promise<boolean>, limitMs?: number): Promise<void>;
  /** What was handed on, in order. */
  pages(): Promise<FetchedPage[]>;
  events(): Promise<LedgerEvent[]>;
  /** What the library is told of pages that several sources told of. */
  told(): Promise<ArticleTold[]>;
  close(): Promise<void>;
}

export interface FetcherOptions {
  /** Most CPU time for reading one answer, milliseconds. */
  readonly budgetMs?: number;
  readonly policy?: Partial<FetchPolicy>;
  readonly note?: CrawlPorts['note'];
  /** Where names lead; as the system says without it. */
  readonly resolve?: HttpClientOptions['resolve'];
  /** The clock of the fetcher, epoch milliseconds. */
  readonly now?: () => number;
  /** What a source may use a day; without it without end. */
  readonly quota?: SourceQuota;
  /** Puts something around a port that the crawl works with; its name is that of the port. */
  readonly around?: <T extends object>(port: T, name: string) => T;
}

/** Starts a fetcher, without other options one that does not try again after the first time. */
export async function openFetcher({
  budgetMs = 20_000,
  policy: change = {},
  note = () => undefined,
  resolve,
  now = Date.now,
  quota = {},
  around = (port) => port,
}: FetcherOptions = {}): Promise<Fetcher> {
  const folder = mkdtempSync(join(tmpdir(), 'newsmill-fetcher-'));
  const db = openSqliteFile(join(folder, 'mill.db'));
  const bus = await openSqliteBus({ db });
  const state = await openSqliteState({ db });
  const archive = await openDiskArchive({ directory: join(folder, 'archive') });
  const http = createHttpClient({
    userAgent: 'newsmill-test',
    ...(resolve === undefined ? {} : { resolve }),
  });
  const thread = openReadingThread({ budgetMs });
  await bus.createTopics(allTopics());
  const sources = new Map<string, Source>();
  const policy = {
    retryLadder: [],
    revisits: [3_600_000],
    pollMin: 1_000,
    pollMax: 60_000,
    agent: 'newsmill-test',
    ...change,
  };
  const usage = new SourceUsage({ state, now });
  const running = runCrawl({
    policy,
    secrets: {},
    thread,
    bus: around(bus, 'bus'),
    state: around(state, 'state'),
    archive: around(archive, 'archive'),
    ...quietTelling(),
    note,
    now,
    random: () => 0,
    http: around(http, 'http'),
    sourceOf: (id) => sources.get(id),
    usage,
    quota,
    concurrency: 4,
    maxQueuedPages: 256,
    bytesFetched: 64e6,
    nextGroup: pipeline.clean.group,
    ledgerKeepsFrontier: true,
  });
  return {
    state,
    async add(input) {
      const source = Source.parse(input);
      sources.set(source.id, source);
      await state.addItems(source.channels.map((channel) => channelItem(source, channel, now())));
      running.wake();
    },
    wake: () => running.wake(),
    async until(isThere, limitMs = 180_000) {
      for (const end = Date.now() + limitMs; !(await isThere()); await sleep(20))
        if (Date.now() > end) throw new Error(`not there after ${limitMs} ms`);
    },
    async pages() {
      const found: FetchedPage[] = [];
      for await (const message of bus.browse(pageFetched.name)) {
        const read = readMessage(pageFetched, message);
        if (read.ok) found.push(read.value);
      }
      return found;
    },
    async events() {
      const found: LedgerEvent[] = [];
      for await (const message of bus.browse(ledger.name)) {
        const read = readMessage(ledger, message);
        if (read.ok) found.push(read.value);
      }
      return found;
    },
    async told() {
      const found: ArticleTold[] = [];
      for await (const message of bus.browse(articleEnriched.name))
        found.push(ArticleTold.parse(JSON.parse(Buffer.from(message.value).toString())));
      return found;
    },
    async close() {
      await running.stop();
      await usage.close();
      await thread.close();
      for (const port of [bus, state, archive]) await port.close();
      await db.close();
      await http.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
