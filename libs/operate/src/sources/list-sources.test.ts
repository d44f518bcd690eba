import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { LedgerEvent, Source } from '@newsmill/contracts';
import { openSqliteFile, openSqliteLibrary, openSqliteState } from '@newsmill/store';
import { SourcesQuery } from '../inputs/parameters.ts';
import { listSources, prepareSources, readOverview } from './list-sources.ts';
import type { SourcePorts } from './read-sources.ts';

const many = 10_000;
const folder = mkdtempSync(join(tmpdir(), 'newsmill-many-'));
const at = Date.UTC(2026, 10, 24, 12);

function source(n: number, over: object = {}): Source {
  return Source.parse({
    id: `paper-${n}`,
    name: `Paper ${n}`,
    language: n % 2 === 0 ? 'de' : 'en',
    channels: [{ url: `https://paper-${n}.example/feed` }],
    ...over,
  });
}

function channelOf({ id, channels: [first] }: Source, over: object = {}) {
  const url = first?.url ?? '';
  return {
    key: `channel:${id}`,
    kind: 'channel' as const,
    url,
    sourceId: id,
    host: `${id}.example:443`,
    domain: `${id}.example`,
    dueAt: at + 60_000,
    priority: 0,
    attempt: 0,
    firstSeen: at - 1_000,
    fetchedAt: at - 1_000,
    stamp: '',
    data: {
      channel: { kind: 'feed', url },
      lastStatus: 200,
      lastAt: at - 1_000,
      lastSuccessAt: at - 1_000,
      entries: 20,
      ...over,
    },
  };
}

describe('a mill with ten thousand sources', () => {
  let sources = Array.from({ length: many }, (_, n) => source(n));
  let now = at;
  let close = async (): Promise<void> => undefined;
  let ports: SourcePorts & Parameters<typeof readOverview>[0];
  let change: (channels: readonly ReturnType<typeof channelOf>[]) => Promise<void>;
  const list = (query: object = {}) => listSources(ports, SourcesQuery.parse({ limit: '50', ...query }));

  beforeAll(async () => {
    const db = openSqliteFile(join(folder, 'mill.sqlite'));
    const state = await openSqliteState({ db });
    const library = await openSqliteLibrary({ path: join(folder, 'library.sqlite'), searchLimitMs: 60_000 });
    await state.addItems(sources.map((one) => channelOf(one)));
    const event = { stage: 'index', attempt: 1, fate: 'indexed', version: at, firstSeen: at, at };
    await state.recordEvents([
      LedgerEvent.parse({ ...event, item: 'a', url: 'https://paper-77.example/a', sourceId: 'paper-77' }),
    ]);
    change = async (channels) => {
      await state.removeItems(channels.map(({ key }) => key));
      await state.addItems(channels);
    };
    ports = { state, library, folder: { sources: () => sources, problems: () => [] }, now: () => now };
    close = async () => {
      for (const port of [state, library, db]) await port.close();
      rmSync(folder, { recursive: true, force: true });
    };
  }, 240_000);
  afterAll(() => close());

  it('shows a page of them, picked by words, order and state among all', async () => {
    await prepareSources(ports);
    const first = await list();
    expect(first).toMatchObject({ total: many, states: { delivering: many }, asOf: at });
    expect(first.sources).toHaveLength(50);
    expect((await list({ q: 'paper 77 english' })).sources[0]).toMatchObject({ id: 'paper-1077' });
    expect((await list({ sort: 'articles' })).sources[0]).toMatchObject({ id: 'paper-77', indexed: 1 });
    expect((await list({ page: '200' })).sources).toHaveLength(50);
    expect((await list({ page: '201' })).sources).toHaveLength(0);
    expect(JSON.stringify(first).length).toBeLessThan(100_000);
    expect(await readOverview(ports)).toMatchObject({ sources: many, states: { delivering: many } });
  }, 240_000);
  it('reads the channels of a page anew, however old the list is', async () => {
    const failing = { lastError: 'the name cannot be found', lastStatus: undefined };
    await change([{ ...channelOf(source(3), failing), attempt: 3 }]);
    expect((await list({ q: 'paper-3.example' })).sources).toMatchObject([
      { id: 'paper-3', state: 'failing' },
    ]);
    expect((await list()).states).toEqual({ delivering: many });
  }, 240_000);
  it('takes up at once what the folder of sources changes', async () => {
    sources = [...sources.filter(({ id }) => id !== 'paper-5'), source(many, { name: 'Zenith' })];
    expect((await list({ q: 'zenith' })).sources).toMatchObject([{ id: `paper-${many}`, state: 'new' }]);
    expect((await list({ q: 'paper-5.example' })).total).toBe(0);
    expect((await list()).total).toBe(many);
  }, 240_000);
  it('makes a newer list when the kept one is old, without keeping anybody waiting for it', async () => {
    now += 60_000;
    let told = await list();
    for (let tries = 0; told.asOf !== now && tries < 600; tries += 1) told = await list();
    expect(told).toMatchObject({ asOf: now, states: { failing: 1 } });
    expect(told.sources[0]).toMatchObject({ id: 'paper-3' });
  }, 240_000);
});
