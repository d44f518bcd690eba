import { once } from 'node:events';
import { createServer } from 'node:http';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { Channel, Source, type FetchItem, type FetchSettlement } from '@newsmill/contracts';
import { channelItem } from '@newsmill/fetch';
import { createHttpClient } from '@newsmill/http';
import { openSqliteFile, openSqliteState, type SqliteFile, type State } from '@newsmill/store';
import { HubFollower } from '../../services/fetch/src/hubs/follow-hub.ts';
import { HubMemory } from '../../libs/operate/src/hubs/hub-memory.ts';
import { untilWithin } from '../processes/until.ts';
import { startLoopbackHub, type LoopbackHub } from '../papers/loopback-hub.ts';

const minute = 60_000;
const hour = 60 * minute;

/** The follower over a real state and hub; the callback is answered by hand, and the clock is ours. */
describe('following a hub', () => {
  let folder: string;
  const http = createHttpClient({ userAgent: 'newsmill-test' });
  let db: SqliteFile;
  let state: State;
  let hub: LoopbackHub;
  let follower: HubFollower;
  let memory: HubMemory;
  let source: Source;
  let now = 1_800_000_000_000;
  let notes: string[];

  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'newsmill-hub-'));
    db = openSqliteFile(join(folder, 'mill.db'));
    state = await openSqliteState({ db });
    await state.clear();
    hub = await startLoopbackHub(() => 'http://127.0.0.1:1/');
    hub.status = 204;
    memory = new HubMemory(state);
    notes = [];
    follower = new HubFollower({
      state,
      http,
      note: (name) => void notes.push(name),
      now: () => now,
      publicUrl: 'https://mill.example/base/',
      retryLadder: [minute, 10 * minute],
      pollMin: 5 * minute,
      pollMax: 12 * hour,
    });
    source = Source.parse({
      id: 'x',
      name: 'X',
      channels: [{ url: 'https://news.example/feed' }],
      allowPrivate: [new URL(hub.address).host],
    });
  });
  afterEach(async () => {
    await hub.close();
    await state.close();
    await db.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const channel = (url = 'https://news.example/feed'): FetchItem =>
    channelItem(source, Channel.parse({ url }), now);
  async function poll(
    item: FetchItem,
    fresh = 0,
    more: Partial<FetchSettlement> = {},
  ): Promise<FetchSettlement> {
    const data = { ...item.data, hubs: { hubs: [hub.address], topic: item.url }, why: 'nothing new' };
    return follower.follow(
      item,
      source,
      { key: item.key, dueAt: now + hour, attempt: 0, fetchedAt: now, data, hostFreeAt: now, ...more },
      fresh,
    );
  }
  async function confirm(item: FetchItem, leaseMs = 10 * 24 * hour): Promise<void> {
    const { subscription } = await memory.of(item.key, now);
    await memory.keepAnswer(
      subscription!.token,
      { ask: subscription!.ask, at: now, leaseUntil: now + leaseMs },
      now,
    );
  }

  it('asks once, with a callback under the public address, and keeps the pace until pushes come', async () => {
    const item = channel();
    expect(await poll(item)).toMatchObject({
      dueAt: now + hour,
      data: { why: 'nothing new; the hub was asked to push' },
    });
    await poll(item);
    expect(hub.requests).toHaveLength(1);
    expect(hub.requests[0]?.callback).toMatch(/^https:\/\/mill\.example\/base\/websub\/[\w-]{43}$/);
    await confirm(item);
    expect((await poll(item)).dueAt).toBe(now + hour);
    await memory.keepPush(item.key, now);
    expect(await poll(item)).toMatchObject({
      dueAt: now + 6 * hour,
      data: { why: 'nothing new; the hub pushes' },
    });
  });
  it('takes its pace back from a hub that brings nothing, and asks it again after an hour', async () => {
    const item = channel();
    await poll(item);
    await confirm(item);
    await memory.keepPush(item.key, now);
    expect((await poll(item, 1)).dueAt).toBe(now + 6 * hour);
    expect((await poll(item, 2)).dueAt).toBe(now + hour);
    expect(notes).toContain('websub.silent');
    expect(hub.requests).toHaveLength(1);
    now += 2 * hour;
    await poll(item);
    expect(hub.requests).toHaveLength(2);
    expect(hub.requests[1]?.callback).toBe(hub.requests[0]?.callback);
    await memory.keepPush(item.key, now);
    expect((await poll(item)).dueAt).toBe(now + 6 * hour);
  });
  it('polls in time to renew', async () => {
    const item = channel();
    await poll(item);
    await confirm(item, 40 * minute);
    expect((await poll(item)).dueAt).toBe(now + 30 * minute);
    now += 31 * minute;
    await poll(item);
    expect(hub.requests).toHaveLength(2);
  });
  it('goes on polling after a refusal, and asks again later and later', async () => {
    hub.status = 503;
    const item = channel();
    expect(await poll(item)).toMatchObject({
      dueAt: now + hour,
      data: { why: expect.stringContaining('the hub does not push (answered 503)') },
    });
    await poll(item);
    expect(hub.requests).toHaveLength(1);
    now += 2 * minute;
    await poll(item);
    now += 2 * minute;
    await poll(item);
    expect(hub.requests).toHaveLength(2);
    now += 10 * minute;
    await poll(item);
    expect(hub.requests).toHaveLength(3);
    expect(notes.filter((name) => name === 'websub.failed')).toHaveLength(3);
  });
  it('spares a hub that is away the questions of further channels', async () => {
    hub.status = 503;
    await poll(channel());
    expect((await poll(channel('https://news.example/other'))).data.why).toContain('the hub does not answer');
    expect(hub.requests).toHaveLength(1);
  });
  it('keeps few polls waiting for a slow hub; the others ask it the next time', async () => {
    const slow = createServer((request) => void request.resume()).listen(0, '127.0.0.1');
    await once(slow, 'listening');
    const address = slow.address();
    const host = `127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}`;
    source = { ...source, allowPrivate: [host] };
    const hubs = { hubs: [`http://${host}/`], topic: 'https://news.example/feed' };
    let waiting = 0;
    const isAsked = once(slow, 'request');
    const polls = Array.from({ length: 12 }, async (_, i) => {
      const item = channel(`https://news.example/${i}`);
      waiting += 1;
      const settled = await poll(item, 0, { data: { ...item.data, hubs } });
      waiting -= 1;
      return settled;
    });
    // Which of them ask, the state decides: it answers in any order.
    await untilWithin(30_000, 10)('all but few are through', () => waiting <= 4);
    expect(waiting).toBe(4);
    await isAsked;
    const all = Array.from({ length: 12 }, (_, i) => channel(`https://news.example/${i}`));
    await follower.leave(all, 50);
    expect(waiting).toBe(4);
    slow.closeAllConnections();
    slow.close();
    await Promise.all(polls);
  });
  it('takes a plain no for a week', async () => {
    hub.status = 403;
    const item = channel();
    await poll(item);
    now += 6 * 24 * hour;
    await poll(item);
    expect(hub.requests).toHaveLength(1);
    now += 2 * 24 * hour;
    await poll(item);
    expect(hub.requests).toHaveLength(2);
  });
  it('subscribes again after the state was lost', async () => {
    const item = channel();
    await poll(item);
    await state.clear();
    await poll(item);
    expect(new Set(hub.requests.map(({ callback }) => callback)).size).toBe(2);
  });
  it('leaves hubs of channels that go, and of sources that poll alone', async () => {
    const item = channel();
    const subscribed = await poll(item);
    await confirm(item);
    await follower.leave([item, channel('https://news.example/never')]);
    expect(hub.requests.map(({ mode }) => mode)).toEqual(['subscribe', 'unsubscribe']);
    const other = channel('https://news.example/other');
    const { data } = await poll(other);
    source = { ...source, websub: 'off' };
    await poll({ ...other, data });
    expect(hub.requests.map(({ mode }) => mode)).toEqual([
      'subscribe',
      'unsubscribe',
      'subscribe',
      'unsubscribe',
    ]);
    expect(subscribed.data.isSubscribed).toBe(true);
  });
  it('never asks a private hub that the source does not allow', async () => {
    source = { ...source, allowPrivate: [] };
    expect((await poll(channel())).data.why).toContain('address-blocked');
    expect(hub.requests).toHaveLength(0);
  });
});
