import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  articleEnriched,
  EnrichedArticle,
  ledger,
  Source,
  writeMessage,
  type FrontierItem,
  type LedgerEvent,
} from '@newsmill/contracts';
import { channelKey } from '@newsmill/fetch';
import { bandsOf, sketchOf } from '@newsmill/enrich';
import { openPorts, type OpenPorts } from '@newsmill/runtime';
import { readSettings } from '@newsmill/settings';
import { openRedisState, StateLost, type State } from '@newsmill/store';
import { serverStartLimitMs, startServers } from '../../../../test/servers/start-servers.ts';
import { rebuildState } from './rebuild-state.ts';

const now = 1_800_000_000_000;
const hour = 3_600_000;
const policy = { settledAfter: 3 * 86_400_000, revisits: [hour, 24 * hour] };
const source = Source.parse({
  id: 'paper',
  name: 'The Paper',
  channels: [{ url: 'https://paper.example/feed' }],
});
const frontier = (name: string) => ({
  stamp: `stamp ${name}`,
  priority: 1,
  host: 'paper.example:443',
  domain: 'paper.example',
  entry: { url: `https://paper.example/${name}`, title: name },
});

function event(item: string, change: Partial<LedgerEvent> = {}): LedgerEvent {
  return {
    item,
    url: `https://paper.example/${item}`,
    sourceId: 'paper',
    stage: 'discover',
    version: 0,
    attempt: 0,
    fate: 'waiting',
    firstSeen: now - 2 * hour,
    at: now,
    ...change,
  };
}

describe('rebuildState', () => {
  let folder: string;
  let ports: OpenPorts;
  let state: State;
  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'newsmill-rebuild-'));
    ports = await openPorts(readSettings({ NEWSMILL_DATA: folder }));
    const { redis } = await startServers(['redis']);
    state = await openRedisState({ url: redis.url, namespace: `rebuild-${randomBytes(4).toString('hex')}` });
  }, serverStartLimitMs);
  afterEach(async () => {
    await state.clear();
    await state.close();
    await ports.close();
    rmSync(folder, { recursive: true, force: true });
  });

  async function tell(...events: LedgerEvent[]): Promise<void> {
    await ports.bus.publish(
      events.map((value) => ({
        topic: ledger.name,
        ...writeMessage(ledger, value, { key: `${value.item}/${value.stage}`, source: 'fetch', time: now }),
      })),
    );
  }
  async function rebuild(): Promise<void> {
    expect(await state.beginRebuild({ owner: 'me', leaseMs: 10_000 })).toBe(true);
    const parts = { bus: ports.bus, library: ports.library, state, now: () => now };
    await rebuildState(parts, [source], policy);
    await rebuildState(parts, [source], policy);
    expect(await state.endRebuild({ owner: 'me', quietUntil: now + 5_000 })).toBe(true);
  }

  it('knows again what is to be fetched, what waits for a revisit, and what rests', async () => {
    await tell(
      ...['found', 'fetched', 'denied', 'tried'].map((item) => event(item, { frontier: frontier(item) })),
    );
    await tell(
      event('fetched', { stage: 'fetch', fate: 'passed', version: 77 }),
      event('fetched', { stage: 'index', fate: 'indexed', version: 77, articleId: 'article' }),
      event('denied', { stage: 'fetch', fate: 'denied', version: 78 }),
      event('tried', { stage: 'fetch', fate: 'retrying', attempt: 1, version: 79 }),
    );
    await expect(state.knows(['found'])).rejects.toBeInstanceOf(StateLost);
    await rebuild();
    expect(await state.getItems(['found', 'fetched', 'denied', 'tried'])).toMatchObject([
      { dueAt: now, fetchedAt: 0, stamp: 'stamp found', data: { entry: { title: 'found' } } },
      { dueAt: now + 22 * hour, fetchedAt: 77 },
      { dueAt: null },
      { dueAt: now, attempt: 2 },
    ] satisfies Partial<FrontierItem>[]);
    expect((await state.fateOf('fetched'))?.current).toMatchObject({ stage: 'index', fate: 'indexed' });
    expect(await state.claimArticles([{ item: 'late', ownId: 'article' }])).toEqual([
      { articleId: 'article', owner: 'fetched' },
    ]);
    expect((await state.channels()).map(({ key }) => key)).toEqual([
      channelKey('paper', 'https://paper.example/feed'),
    ]);
  });
  it('claims nothing until fetchers have said which hosts they asked', async () => {
    await tell(event('found', { frontier: frontier('found') }));
    await rebuild();
    await state.importRecords([
      { kind: 'host', host: 'paper.example:443', domain: 'paper.example', freeAt: now + 9_000 },
    ]);
    const claim = (at: number) => state.claimItems({ now: at, limit: 10, leaseMs: 1_000 });
    expect(await claim(now + 4_999)).toEqual([]);
    expect(await claim(now + 8_999)).toEqual([]);
    expect(await claim(now + 9_000)).toHaveLength(1);
  });
  it('takes addresses from events that do not tell what the frontier knew', async () => {
    await tell(event('moved'));
    await rebuild();
    expect(await state.getItems(['moved'])).toMatchObject([
      { host: 'paper.example:443', domain: 'paper.example', dueAt: now },
    ]);
  });
  it('keeps little of what is old, and all of what came back', async () => {
    const long = now - 90 * 24 * hour;
    const old = (item: string): LedgerEvent[] => [
      event(item, { frontier: frontier(item), firstSeen: long, at: long }),
      event(item, {
        stage: 'index',
        fate: 'indexed',
        version: long + 5,
        articleId: item,
        firstSeen: long,
        at: long + 9,
      }),
    ];
    await tell(...old('rests'), ...old('gone'), ...old('tried'));
    await tell(
      event('gone', { stage: 'fetch', fate: 'gone', reason: 'gone', version: now - hour, firstSeen: long }),
      event('tried', { stage: 'fetch', fate: 'retrying', attempt: 1, version: now - hour, firstSeen: long }),
    );
    await rebuild();
    expect(await state.knows(['rests', 'gone', 'tried'])).toEqual([true, true, true]);
    expect(await state.getItems(['rests', 'gone', 'tried'])).toMatchObject([
      undefined,
      {},
      { url: 'https://paper.example/tried', dueAt: now, attempt: 2 },
    ]);
    expect((await state.fateOf('rests'))?.current).toMatchObject({ fate: 'indexed', version: long + 5 });
    expect((await state.fateOf('gone'))?.current).toMatchObject({ fate: 'gone' });
  });
  it('finds copies of what the library has', async () => {
    const text = Array.from({ length: 120 }, (_, index) => `word${index * 7}`).join(' ');
    await ports.library.write([
      {
        id: 'original',
        uri: 'urn:newsmill:article:original',
        version: now,
        url: 'https://paper.example/original',
        urls: [],
        domain: 'paper.example',
        title: 'The same report',
        content: text,
        language: 'en',
        published: new Date(now).toISOString(),
        firstSeen: new Date(now).toISOString(),
        authors: [],
        sourceId: 'paper',
        breadcrumb: [],
        keywords: [],
        tags: [],
        images: [],
        wordCount: 120,
        readingMinutes: 1,
        paywalled: false,
        contentHash: 'h',
        flags: [],
        confidence: 1,
        blocks: [],
        provenance: [],
        removals: [],
        ingest: {
          item: 'item',
          discoveredUrl: 'https://paper.example/original',
          fetchedAt: now,
          pipelineVersion: '1',
        },
        schema: 'newsmill-article/1',
      },
    ]);
    await rebuild();
    const [candidates] = await state.matchFingerprints(
      [
        {
          id: 'copy',
          bands: bandsOf(sketchOf('The same report', text)),
          payload: 'p',
          expiresAt: now + hour,
        },
      ],
      now,
    );
    expect(candidates?.map(({ id }) => id)).toEqual(['original']);
    expect(await state.claimArticles([{ item: 'late', ownId: 'original' }])).toEqual([
      { articleId: 'original', owner: 'item' },
    ]);
  });
  it('finds copies of what waits to be written into the library', async () => {
    const text = Array.from({ length: 120 }, (_, index) => `word${index * 7}`).join(' ');
    const clean = {
      item: 'item',
      sourceId: 'paper',
      url: 'https://paper.example/a',
      finalUrl: 'https://paper.example/a',
      fetchedAt: now,
      firstSeen: now,
      title: 'The same report',
      text,
      blocks: [],
      confidence: 1,
    };
    const article = EnrichedArticle.parse({
      ...clean,
      id: 'waiting',
      contentHash: 'h',
      wordCount: 120,
      readingMinutes: 1,
    });
    await ports.bus.publish([
      {
        topic: articleEnriched.name,
        ...writeMessage(articleEnriched, article, { key: 'item', source: 'enrich', time: now }),
      },
    ]);
    await rebuild();
    const [candidates] = await state.matchFingerprints(
      [
        {
          id: 'copy',
          bands: bandsOf(sketchOf('The same report', text)),
          payload: 'p',
          expiresAt: now + hour,
        },
      ],
      now,
    );
    expect(candidates?.map(({ id }) => id)).toEqual(['waiting']);
    expect(await state.claimArticles([{ item: 'late', ownId: 'waiting' }])).toEqual([
      { articleId: 'waiting', owner: 'item' },
    ]);
  });
});
