import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Source } from '@newsmill/contracts';
import { channelItem, pauseKey } from '@newsmill/fetch';
import { openSqliteFile, openSqliteState, type State } from '@newsmill/store';
import { pollNow } from './poll-now.ts';

const now = 1_800_000_000_000;
const hour = 3_600_000;
const feed = 'https://paper.example/feed';
const sources = [
  Source.parse({
    id: 'paper',
    name: 'Paper',
    channels: [{ url: feed }, { url: 'https://paper.example/sport' }],
  }),
  Source.parse({ id: 'off', name: 'Off', enabled: false, channels: [{ url: 'https://off.example/feed' }] }),
];
const [paper] = sources;
const folder = mkdtempSync(join(tmpdir(), 'newsmill-poll-'));
const db = openSqliteFile(join(folder, 'mill.db'));
let state: State;
const ports = () => ({ state, folder: { sources: () => sources }, now: () => now });

describe('pollNow', () => {
  beforeAll(async () => {
    state = await openSqliteState({ db });
    await state.addItems(
      (paper?.channels ?? []).flatMap((channel) =>
        paper === undefined ? [] : [channelItem(paper, channel, now + hour)],
      ),
    );
  });
  afterAll(async () => {
    await state.close();
    await db.close();
    rmSync(folder, { recursive: true });
  });
  const claim = () => state.claimItems({ now, limit: 10, leaseMs: hour });

  it('makes one channel due by its address, or all of a source', async () => {
    expect(await claim()).toEqual([]);
    expect(await pollNow(ports(), feed)).toEqual({ sourceId: 'paper', channels: [{ url: feed }] });
    expect((await state.channels()).map(({ dueAt }) => dueAt)).toEqual([now, now + hour]);
    expect((await pollNow(ports(), 'paper')).channels).toHaveLength(2);
    expect((await state.channels()).map(({ dueAt }) => dueAt)).toEqual([now, now]);
  });
  it('keeps the manners of the host: one request at a time, and does not end one that is under way', async () => {
    expect(await claim()).toHaveLength(1);
    await pollNow(ports(), 'paper');
    expect(await claim()).toEqual([]);
  });
  it('says until when a domain waits that asked for a pause', async () => {
    const until = now + hour;
    await state.write([{ key: pauseKey('paper.example'), value: String(until), expiresAt: until }]);
    expect((await pollNow(ports(), feed)).channels).toEqual([{ url: feed, waitsUntil: until }]);
  });
  it('refuses what it does not know, and says why a source is not polled', async () => {
    await expect(pollNow(ports(), 'pamper')).rejects.toMatchObject({ code: 'unknown-source' });
    await expect(pollNow(ports(), 'off')).rejects.toMatchObject({
      code: 'not-supported',
      message: expect.stringContaining('enabled: false'),
    });
  });
});
