import 'reflect-metadata';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { keepPage } from './keep-page.ts';
import { Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { openSqliteBus } from '@newsmill/bus';
import {
  allTopics,
  deadLetterHeader,
  deadLetters,
  LedgerEvent,
  Source,
  type Announcement,
  type ArticleDocument,
  type DeadLetterFacts,
  type FrontierItem,
  type Note,
  type Fate,
  type StageName,
} from '@newsmill/contracts';
import { revisitKeys, revisitMemoryMs } from '@newsmill/fetch';
import { createHttpClient, type HttpClient } from '@newsmill/http';
import type { HubCallback, MillPorts, SourceProblem } from '@newsmill/operate';
import { openReadingThread } from '@newsmill/reading';
import { compressAnswers, httpOptions, refuseCrumbs } from '@newsmill/runtime';
import { readSettings, tellSettings, type Settings } from '@newsmill/settings';
import {
  openDiskArchive,
  openSqliteFile,
  openSqliteLibrary,
  openSqliteRegistry,
  openSqliteState,
  type Archive,
  type State,
  type Tally,
} from '@newsmill/store';
import { itemOf } from '@newsmill/text';
import { quietTelling } from '../../../../libs/runtime/src/testing/quiet-telling.ts';
import { ApiModule } from '../api-module.ts';
import { earlierArticle, hostilePage, seededArticles, seededNow } from './seeded-articles.ts';

export const seededKey = 'open-sesame-1234';

export interface SeededApp {
  /** `http://127.0.0.1:port`. */
  readonly address: string;
  readonly ports: MillPorts;
  /** Every address that is served, with its method. */
  readonly routes: readonly { readonly method: string; readonly path: string }[];
  close(): Promise<void>;
}

export interface SeededOptions
  extends Partial<Pick<MillPorts, 'library' | 'http' | 'now' | 'folder' | 'secrets'>> {
  readonly settings?: Partial<Settings>;
  /** Of source files that may be changed; without it, sources come from elsewhere. */
  readonly directory?: string;
  readonly hubCallback?: HubCallback;
  /** Hears what the mill tells its operator. */
  readonly note?: Note;
  /** What the process was given beside its own, as the page of settings tells it; nothing runs by it. */
  readonly environment?: Readonly<Record<string, string>>;
  /** Origin that the archived page of the first article tries to ask. */
  readonly witness?: string;
}

/** The client of the mill, for which no name leads anywhere: papers of a test are at addresses. */
export function openHttp(): HttpClient {
  return createHttpClient({
    userAgent: 'newsmill-test/1',
    resolve: (name) => Promise.reject(Object.assign(new Error(`there is no ${name}`), { code: 'ENOTFOUND' })),
  });
}

const minute = 60_000;
const sources = [
  {
    id: 'harbour-times',
    name: 'Harbour Times',
    language: 'en',
    country: 'GB',
    tags: ['local'],
    licence: 'CC BY 4.0',
  },
  { id: 'deich-bote', name: 'Der Deichbote', language: 'de', country: 'DE' },
  { id: 'haigang-ribao', name: '海港日报', language: 'zh-Hans', country: 'CN' },
  { id: 'hanggu-sinmun', name: '항구신문', language: 'ko', country: 'KR' },
  { id: 'sahifat-almina', name: 'صحيفة الميناء', language: 'ar', country: 'EG' },
  { id: 'far-wire', name: 'Far Wire', language: 'en' },
  { id: 'quiet-gazette', name: 'Quiet Gazette', enabled: false },
  { id: 'new-ledger', name: 'The New Ledger' },
].map((source) => Source.parse({ ...source, channels: [{ url: `https://${source.id}.example/feed.xml` }] }));

function channel(sourceId: string, over: Partial<FrontierItem>, data: object): FrontierItem {
  const url = `https://${sourceId}.example/feed.xml`;
  return {
    key: `channel:${itemOf(url) ?? ''}`,
    kind: 'channel',
    url,
    sourceId,
    host: `${sourceId}.example:443`,
    domain: `${sourceId}.example`,
    dueAt: seededNow + 12 * minute,
    priority: 0,
    attempt: 0,
    firstSeen: seededNow - 90 * 24 * 60 * minute,
    fetchedAt: seededNow - 3 * minute,
    stamp: '',
    data: { channel: { kind: 'feed', url }, ...data },
    ...over,
  };
}

const well = {
  lastStatus: 200,
  lastAt: seededNow - 3 * minute,
  lastSuccessAt: seededNow - 3 * minute,
  entries: 25,
  newEntries: 2,
  why: 'it usually brings something new every 15 minutes',
};
const channels: readonly FrontierItem[] = [
  channel('harbour-times', {}, well),
  channel('deich-bote', {}, { ...well, lastStatus: 304, why: 'nothing has changed for three polls' }),
  channel('haigang-ribao', {}, well),
  channel('hanggu-sinmun', {}, { ...well, newEntries: 0 }),
  channel('sahifat-almina', {}, { ...well, entries: 1, newEntries: 1 }),
  channel(
    'far-wire',
    { attempt: 4, dueAt: seededNow + 55 * minute },
    {
      lastAt: seededNow - 5 * minute,
      lastSuccessAt: seededNow - 300 * minute,
      lastError: 'the name far-wire.example cannot be found (ENOTFOUND)',
      why: 'after failures the pause grows up to a day',
    },
  ),
];

function event(
  url: string,
  sourceId: string,
  stage: StageName,
  fate: Fate,
  more: Partial<LedgerEvent> = {},
): LedgerEvent {
  return LedgerEvent.parse({
    item: itemOf(url) ?? url,
    url,
    sourceId,
    stage,
    version: stage === 'discover' ? 0 : seededNow - 60 * minute,
    attempt: 1,
    fate,
    firstSeen: seededNow - 61 * minute,
    at: seededNow - 60 * minute,
    ...more,
  });
}

function page(url: string, sourceId: string): FrontierItem {
  return {
    key: itemOf(url) ?? url,
    kind: 'page',
    url,
    sourceId,
    host: `${sourceId}.example:443`,
    domain: `${sourceId}.example`,
    dueAt: seededNow + 4 * minute,
    priority: 5,
    attempt: 0,
    firstSeen: seededNow - minute,
    fetchedAt: 0,
    stamp: '',
    data: {},
  };
}

export const waitingUrl = 'https://harbour-times.example/news/lighthouse-sale';
export const deadUrl = 'https://far-wire.example/news/too-large?a=1&b=<b>';

function events(): LedgerEvent[] {
  const indexed = seededArticles().flatMap(({ id, ingest, sourceId }) => [
    event(ingest.discoveredUrl, sourceId, 'discover', 'waiting'),
    event(ingest.discoveredUrl, sourceId, 'fetch', 'passed'),
    event(ingest.discoveredUrl, sourceId, 'clean', 'passed'),
    event(ingest.discoveredUrl, sourceId, 'enrich', 'passed'),
    event(ingest.discoveredUrl, sourceId, 'index', 'indexed', { articleId: id }),
  ]);
  return [
    ...indexed,
    event(waitingUrl, 'harbour-times', 'discover', 'waiting'),
    event('https://harbour-times.example/search', 'harbour-times', 'clean', 'dropped', {
      reason: 'not-article-index',
    }),
    event('https://deich-bote.example/alt', 'deich-bote', 'fetch', 'gone', { reason: 'gone' }),
    event(deadUrl, 'far-wire', 'fetch', 'dead', {
      reason: 'too-large',
      detail: 'the answer is larger than 10485760 bytes',
    }),
  ];
}

const letters: readonly { readonly facts: DeadLetterFacts; readonly value: Uint8Array }[] = [
  {
    facts: {
      id: 'a1b2c3d4e5f60718',
      stage: 'fetch',
      topic: '',
      reason: 'too-large',
      detail: 'the answer is larger than 10485760 bytes',
      attempts: 1,
      item: itemOf(deadUrl),
      url: deadUrl,
      sourceId: 'far-wire',
      at: seededNow - 60 * minute,
    },
    value: new Uint8Array(),
  },
  {
    facts: {
      id: 'ffee00112233aabb',
      stage: 'clean',
      topic: 'newsmill.article.cleaned',
      reason: 'bad-message',
      detail: 'title: expected string',
      attempts: 3,
      url: 'https://deich-bote.example/kaputt',
      sourceId: 'deich-bote',
      at: seededNow - 20 * minute,
    },
    value: new TextEncoder().encode('{"title":"<script>alert(2)</script>"}'),
  },
  {
    facts: {
      id: 'bin0000000000001',
      stage: 'clean',
      topic: 'newsmill.page.fetched',
      reason: 'bad-page',
      detail: 'gzip: unexpected end of file',
      attempts: 1,
      at: seededNow - 10 * minute,
    },
    value: new Uint8Array([0x1f, 0x8b, 0, 255, 254]),
  },
];

const problems: readonly SourceProblem[] = [
  {
    file: 'sources/quiet-gazette.yaml',
    line: 4,
    column: 3,
    path: 'chanels',
    message: 'unknown key',
    allowed: 'id, name, channels',
    suggestion: 'channels',
    effect: 'out',
  },
];

const hour = 3_600_000;

/** Visits of pages up to three hours old, of which a quarter found another text. */
function seededRevisits(): Tally[] {
  const [looked = '', changed = ''] = revisitKeys('harbour-times');
  const expiresAt = seededNow + revisitMemoryMs;
  return [
    { key: looked, amount: 40, expiresAt },
    { key: changed, amount: 10, expiresAt },
  ];
}

/** Two processes: what they run lacks `clean`, whose work does not move. */
const seededProcesses: readonly [Announcement, Announcement] = [
  {
    id: 'one',
    services: ['fetch', 'enrich', 'index'],
    version: '0.1.0',
    host: 'mill-1',
    pid: 4711,
    since: seededNow - 5 * hour,
    seenAt: seededNow - 4_000,
    lastMessageAt: seededNow - 60_000,
    problems: [{ name: 'redis', reason: 'connect ECONNREFUSED 127.0.0.1:6379' }],
    waiting: [],
  },
  {
    id: 'two',
    services: ['api'],
    version: '0.1.0',
    host: 'mill-2',
    pid: 12,
    since: seededNow - 3 * hour,
    seenAt: seededNow - 1_000,
    problems: [],
    waiting: [
      {
        group: 'newsmill-clean',
        topic: 'newsmill.page.fetched',
        messages: 57,
        ageMs: 2 * hour,
        unmovedSince: seededNow - 2 * hour,
      },
    ],
  },
];

/** The articles, of which the first has its page in the archive. */
async function withPage(
  archive: Archive,
  [first, ...rest]: readonly ArticleDocument[],
  witness: string,
): Promise<readonly ArticleDocument[]> {
  if (first === undefined) return [];
  const page = { body: hostilePage(witness), contentType: 'text/html; charset=utf-8' };
  return [await keepPage(archive, first, page), ...rest];
}

/** What a day and an hour of work counted: fewer articles at night, clean without a process for two hours. */
async function seedCounts(state: State, setClock: (time: number) => void, end: number): Promise<void> {
  let beat = 0;
  const tell = (at: number, minutes: number) => {
    const isDay = new Date(at).getUTCHours() >= 6;
    const articles = Math.round((isDay ? 40 : 12) * minutes * (1 + 0.3 * Math.sin(at / 1_500_000)));
    const isStuck = at > end - 2 * hour;
    setClock(at);
    beat += 1;
    return state.announce(seededProcesses[0], end + hour, {
      beat,
      sums: {
        'passed.fetch': articles,
        'dropped.fetch': Math.round(articles / 5),
        'passed.clean': isStuck ? 0 : Math.round(articles * 0.9),
        'passed.enrich': isStuck ? 0 : Math.round(articles * 0.9),
        'passed.index': isStuck ? 0 : Math.round(articles * 0.88),
        'failed.index': beat % 9 === 0 ? 2 : 0,
        'dead.enrich': beat % 70 === 0 ? 1 : 0,
        searchable: isStuck ? 0 : Math.round(articles * 0.88),
        searchableMs: isStuck ? 0 : articles * 4_200,
        'requests.2xx': articles * 2,
        'requests.3xx': articles,
        'requests.4xx': Math.round(articles / 20),
        'requests.none': Math.round(articles / 30),
        bytes: articles * 90_000,
        cpuMs: articles * 30,
        byteSeconds: minutes * 60 * (300_000_000 + articles * 100_000),
      },
      peaks: {
        'lag.clean': isStuck ? Math.round(((at - end) / 60_000 + 120) * 30) : beat % 7,
        'lag.index': beat % 5,
        'room.data': 610,
      },
    });
  };
  for (let at = end - 25 * hour; at < end - hour; at += hour / 6) await tell(at, 10);
  for (let at = end - hour; at < end; at += hour / 60) await tell(at, 1);
  setClock(end);
}

/** A mill with articles, sources in every state and dead letters, behind the real API on a free port. */
export async function openSeededApp({
  settings = {},
  directory,
  hubCallback,
  witness = 'https://witness.example',
  note = quietTelling().note,
  environment: given = {},
  ...over
}: SeededOptions = {}): Promise<SeededApp> {
  const folder = mkdtempSync(join(tmpdir(), 'newsmill-api-'));
  const db = openSqliteFile(join(folder, 'mill.sqlite'));
  let clock = () => seededNow;
  const [state, bus, library, archive] = [
    await openSqliteState({ db, now: () => clock() }),
    await openSqliteBus({ db }),
    await openSqliteLibrary({ path: join(folder, 'library.sqlite'), searchLimitMs: 60_000 }),
    await openDiskArchive({ directory: join(folder, 'archive') }),
  ];
  const registry = openSqliteRegistry({ db, now: () => clock() });
  const [http, thread] = [openHttp(), openReadingThread({ budgetMs: 10_000 })];
  await bus.createTopics(allTopics());
  await library.write([earlierArticle(), ...(await withPage(archive, seededArticles(), witness))]);
  await library.refresh();
  await state.addItems([...channels, page(waitingUrl, 'harbour-times')]);
  await state.recordEvents(events());
  await state.addTo(seededRevisits(), seededNow);
  const end = over.now?.() ?? seededNow;
  await seedCounts(state, (time) => (clock = () => time), end);
  clock = over.now ?? clock;
  for (const process of seededProcesses) await state.announce(process, seededNow + hour);
  await bus.publish(
    letters.map(({ facts, value }) => ({
      topic: deadLetters.name,
      key: facts.id,
      value,
      headers: { 'content-type': 'application/json', [deadLetterHeader]: JSON.stringify(facts) },
    })),
  );
  const environment = {
    NEWSMILL_DATA: folder,
    NEWSMILL_ALLOWED_HOSTS: 'mill.example',
    NEWSMILL_RATE_LIMIT: '0',
  };
  const told = tellSettings({ ...environment, ...given, NEWSMILL_ADMIN_KEY: seededKey }).settings;
  const ports: MillPorts = {
    library,
    state,
    registry,
    bus,
    archive,
    http,
    thread,
    now: () => seededNow,
    adminKey: seededKey,
    folder: {
      directory: directory ?? join(folder, 'elsewhere'),
      sources: () => sources,
      sourceOf: (id) => sources.find((source) => source.id === id),
      problems: () => problems,
      isUnsure: (id) => id === 'quiet-gazette',
    },
    settings: { ...readSettings(environment), ...settings },
    ...over,
  };

  // Connections are cut at the end: fetch opens some that it never uses, for which a server would wait a
  // minute.
  class Root {}
  Module({
    imports: [
      ApiModule.register(ports, {
        version: '0.1.0',
        settings: told,
        hubCallback,
        note,
        metrics: quietTelling().metrics,
      }),
    ],
  })(Root);
  const adapter = new FastifyAdapter({ ...httpOptions, forceCloseConnections: true });
  refuseCrumbs(adapter);
  const routes: { method: string; path: string }[] = [];
  adapter
    .getInstance()
    .addHook(
      'onRoute',
      ({ method, url }) => void routes.push(...[method].flat().map((one) => ({ method: one, path: url }))),
    );
  const app = await NestFactory.create<NestFastifyApplication>(Root, adapter, { logger: false });
  await compressAnswers(app);
  await app.listen(0, '127.0.0.1');
  const close = async () => {
    await app.close();
    for (const port of [http, thread, bus, state, library, archive, registry, db]) await port.close();
    rmSync(folder, { recursive: true, force: true });
  };
  return { address: await app.getUrl(), ports, routes, close };
}
