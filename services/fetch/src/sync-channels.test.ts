import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Source } from '@newsmill/contracts';
import { channelItem, readTaken, takenKey } from '@newsmill/fetch';
import { openSqliteFile, openSqliteState, type SqliteFile, type State } from '@newsmill/store';
import { keepTaken } from './keep-taken.ts';
import { syncChannels, wakeChannels } from './sync-channels.ts';

const hour = 3_600_000;
const paper = (id: string, ...paths: readonly string[]) =>
  Source.parse({ id, name: id, channels: paths.map((path) => ({ url: `https://${id}.example/${path}` })) });

describe('channels of the sources that changed', () => {
  let directory: string;
  let file: SqliteFile;
  let state: State;
  let sources: readonly Source[];
  const folder = {
    sources: () => sources,
    sourceOf: (id: string) => sources.find((source) => source.id === id),
    isUnsure: (id: string) => id === 'unsure',
  };
  const urls = async () => (await state.channels()).map(({ url }) => url).toSorted();

  beforeEach(async () => {
    directory = mkdtempSync(join(tmpdir(), 'newsmill-sync-'));
    file = openSqliteFile(join(directory, 'state.db'));
    state = await openSqliteState({ db: file });
    sources = [paper('one', 'a'), paper('two', 'a', 'b'), paper('three', 'a'), paper('unsure', 'a')];
    await syncChannels(folder, state, hour);
  });
  afterEach(async () => {
    await state.close();
    await file.close();
    rmSync(directory, { recursive: true, force: true });
  });

  it('come and go, and those of no other are read', async () => {
    sources = [paper('one', 'a', 'c'), paper('three', 'z'), paper('four', 'a')];
    const ids = new Set(['one', 'two', 'four', 'unsure']);
    const none = () => Promise.reject(new Error('all channels were read'));
    const { channelsOf, addItems, removeItems } = state;
    const bounded = {
      channels: none,
      channelsOf: channelsOf.bind(state),
      addItems: addItems.bind(state),
      removeItems: removeItems.bind(state),
    };
    expect(await syncChannels(folder, bounded, 2 * hour, { ids })).toMatchObject({ added: 2, removed: 2 });
    expect(await urls()).toEqual([
      'https://four.example/a',
      'https://one.example/a',
      'https://one.example/c',
      'https://three.example/a',
      'https://unsure.example/a',
    ]);
    expect(await syncChannels(folder, state, 3 * hour)).toMatchObject({ added: 1, removed: 1 });
    expect(await urls()).toContain('https://three.example/z');
  });

  it('keep a sitemap that an index of the same source named', async () => {
    const [one] = sources;
    const [channel] = one?.channels ?? [];
    if (one === undefined || channel === undefined) throw new Error('there is no first source');
    const { key } = channelItem(one, channel, hour);
    await state.addItems([
      channelItem(one, { ...channel, url: 'https://one.example/child' }, hour, { parent: key }),
    ]);
    expect(await syncChannels(folder, state, hour, { ids: new Set(['one']) })).toEqual({
      added: 0,
      removed: 0,
      from: [],
    });
    sources = [];
    expect(await syncChannels(folder, state, hour, { ids: new Set(['one']) })).toEqual({
      added: 0,
      removed: 2,
      from: ['one'],
    });
  });

  it('are remembered with all that their sources say, until these go', async () => {
    const takenOf = async (id: string) =>
      readTaken((await state.read([takenKey(id)], hour)).get(takenKey(id)));
    const sync = async (ids?: ReadonlySet<string>) => {
      const { from } = await syncChannels(folder, state, hour, { ids });
      await keepTaken(folder, state, hour, { ids, gone: from });
    };
    await sync();
    expect(await takenOf('two')).toEqual(paper('two', 'a', 'b'));
    const changed = { ...paper('two', 'a', 'b'), tags: ['local'] };
    sources = [paper('one', 'a'), changed, { ...paper('three', 'a'), enabled: false }];
    await sync(new Set(['two', 'three']));
    expect(await takenOf('two')).toEqual(changed);
    expect(await takenOf('three')).toMatchObject({ enabled: false });
    sources = [paper('one', 'a')];
    await sync(new Set(['three']));
    expect(await takenOf('three')).toBeUndefined();
    // At a start nobody says which files went.
    await sync();
    expect(await takenOf('two')).toBeUndefined();
    expect(await takenOf('one')).toEqual(paper('one', 'a'));
    // Its file has a mistake.
    expect(await takenOf('unsure')).toEqual(paper('unsure', 'a'));
  });

  it('are due at once when their sources are back', async () => {
    const claimed = await state.claimItems({ now: hour, limit: 10, leaseMs: 1 });
    await state.settleItems(
      claimed.map(({ key }) => ({
        key,
        dueAt: 9 * hour,
        attempt: 0,
        fetchedAt: hour,
        data: {},
        hostFreeAt: hour,
      })),
    );
    await wakeChannels(new Set(['three']), state, 2 * hour);
    const due = (await state.channels()).filter(({ dueAt }) => dueAt === 2 * hour);
    expect(due.map(({ sourceId }) => sourceId)).toEqual(['three']);
  });
});
