import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { startLoopbackHub, type LoopbackHub } from '../papers/loopback-hub.ts';
import { feedOf, startLoopbackPaper, type LoopbackPaper } from '../papers/loopback-paper.ts';
import { startMill, writeSources, type MillProcess } from '../processes/start-mill.ts';
import { untilWithin } from '../processes/until.ts';

const until = untilWithin(180_000);

describe('the embedded mill and a hub', () => {
  const folder = mkdtempSync(join(tmpdir(), 'newsmill-websub-'));
  const publicUrl = 'http://mill.example';
  let paper: LoopbackPaper;
  let hub: LoopbackHub;
  let mill: MillProcess;

  async function total(word: string): Promise<number> {
    const answer = await fetch(`${mill.address}/api/v1/search?limit=1&q=${word}`);
    const page: { total: number } = await answer.json();
    return page.total;
  }
  async function note(name: string): Promise<number> {
    const text = await (await fetch(`${mill.address}/metrics`)).text();
    return Number(new RegExp(`newsmill_notes_total\\{note="${name}"\\} (\\d+)`).exec(text)?.[1] ?? 0);
  }
  function sources(channel: object, more: object = {}): void {
    const hosts = [paper.origin, hub.address].map((address) => new URL(address).host);
    writeSources(join(folder, 'sources'), [
      {
        id: 'harbour-post',
        name: 'Harbour Post',
        channels: [{ url: `${paper.origin}/feed.xml`, ...channel }],
        allowPrivate: hosts,
        limits: { delay: '10ms' },
        ...more,
      },
    ]);
  }
  const subscriptions = () => hub.requests.filter(({ mode }) => mode === 'subscribe');

  beforeAll(async () => {
    paper = await startLoopbackPaper();
    // The mill asks the hub before it has said where it listens.
    const isThere = Promise.withResolvers<void>();
    hub = await startLoopbackHub(async (callback) => {
      await isThere.promise;
      return callback.replace(publicUrl, mill.address);
    });
    paper.hub = hub.address;
    sources({ interval: '10m' });
    mill = await startMill({
      data: join(folder, 'data'),
      sources: join(folder, 'sources'),
      settings: {
        NEWSMILL_PUBLIC_URL: publicUrl,
        NEWSMILL_POLL_MIN: '1s',
        NEWSMILL_RETRY_LADDER: '500ms,1s,2s',
        NEWSMILL_LOG_LEVEL: 'error',
      },
    });
    isThere.resolve();
    await until('subscription', () => subscriptions()[0]?.verified !== undefined);
    await until('first story', async () => (await total('crane')) === 1);
  });
  afterAll(async () => {
    await mill?.kill();
    await hub?.close();
    paper?.server.closeAllConnections();
    paper?.server.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it('makes one article of a story of two pages', async () => {
    await hub.push(feedOf(paper, ['the-long-way-home']));
    await until('second page', async () => (await total('spinnaker')) === 1);
    expect(await total('ropewalk%20spinnaker')).toBe(1);
    const answer = await fetch(
      `${mill.address}/api/v1/ledger?url=${encodeURIComponent(`${paper.origin}/story/the-long-way-home?page=2`)}`,
    );
    expect(await answer.json()).toMatchObject({ fate: 'duplicate', stage: 'fetch' });
  });
  it('subscribes at the first poll, under an address that cannot be guessed, and confirms that', () => {
    const [asked] = subscriptions();
    expect(asked).toMatchObject({
      topic: `${paper.origin}/feed.xml`,
      verified: { status: 200, isEchoed: true },
    });
    expect(asked?.callback).toMatch(/^http:\/\/mill\.example\/websub\/[A-Za-z0-9_-]{43}$/);
    expect(asked?.secret.length).toBeGreaterThanOrEqual(32);
  });
  it('finds what is pushed, without a poll', async () => {
    const { polls } = paper;
    expect(await hub.push(feedOf(paper, ['lighthouse']))).toBe(202);
    await until('pushed story', async () => (await total('lighthouse')) === 1);
    expect(paper.polls).toBe(polls);
  });
  it('takes a push again without doubling anything', async () => {
    const before = await note('websub.pushed');
    expect(await hub.push(feedOf(paper, ['lighthouse']), { method: 'sha512' })).toBe(202);
    await until('second push', async () => (await note('websub.pushed')) > before);
    expect(await total('lighthouse')).toBe(1);
  });
  it.each([
    ['a wrong signature', { secret: 'guessed' }],
    ['no signature', { secret: null }],
    ['another topic', { topic: 'https://evil.example/feed' }],
  ])('acknowledges and ignores %s, and says so', async (_name, options) => {
    const before = await note('websub.ignored');
    expect(await hub.push(feedOf(paper, ['forgery']), options)).toBe(202);
    expect(await note('websub.ignored')).toBe(before + 1);
    await sleep(700);
    const ledger = await fetch(
      `${mill.address}/api/v1/ledger?url=${encodeURIComponent(`${paper.origin}/story/forgery`)}`,
    );
    expect(ledger.status).toBe(404);
  });
  it('says no to a repeated question, to other topics and to unknown addresses', async () => {
    const [asked] = subscriptions();
    const query = {
      'hub.mode': 'subscribe',
      'hub.topic': `${paper.origin}/feed.xml`,
      'hub.challenge': 'again',
      'hub.lease_seconds': '99999',
    };
    expect(await hub.verify(asked?.callback ?? '', query)).toEqual({ status: 404, body: '' });
    expect(
      await hub.verify(asked?.callback ?? '', { ...query, 'hub.topic': 'https://evil.example/' }),
    ).toEqual({ status: 404, body: '' });
    expect(await hub.verify(`${publicUrl}/websub/${'A'.repeat(43)}`, query)).toEqual({
      status: 404,
      body: '',
    });
    const stranger = await fetch(`${mill.address}/websub/${'A'.repeat(43)}`, {
      method: 'POST',
      body: '<feed/>',
    });
    expect(stranger.status).toBe(410);
  });
  it('survives a push that is no feed', async () => {
    const before = await note('websub.pushed');
    expect(await hub.push('{"a":', { type: 'application/json' })).toBe(202);
    await until('broken push', async () => (await note('websub.pushed')) > before);
    expect(await hub.push(feedOf(paper, ['buoy']), { method: 'sha1' })).toBe(202);
    await until('next story', async () => (await total('buoy')) === 1);
  });
  it('polls at once where a push is too large to travel', async () => {
    paper.stories.push('anchor');
    const { polls } = paper;
    expect(await hub.push(`${feedOf(paper, [])}<!--${'x'.repeat(600_000)}-->`)).toBe(202);
    await until('polled story', async () => (await total('anchor')) === 1);
    expect(paper.polls).toBeGreaterThan(polls);
  });
  it('asks the hub to stop when pushes are no longer wanted, and is gone then', async () => {
    sources({ interval: '1s' }, { websub: 'off' });
    await sleep(1_500);
    await hub.push(`${feedOf(paper, [])}<!--${'x'.repeat(600_000)}-->`);
    await until(
      'unsubscription',
      () => hub.requests.at(-1)?.mode === 'unsubscribe' && hub.requests.at(-1)?.verified !== undefined,
    );
    expect(hub.requests.at(-1)?.verified).toEqual({ status: 200, isEchoed: true });
    expect(await hub.push(feedOf(paper, ['late']))).toBe(410);
  });
  it('renews a short lease before its end, under the same address', async () => {
    hub.leaseSeconds = 4;
    const before = subscriptions().length;
    sources({ interval: '1s' });
    await until('renewals', () => subscriptions().length >= before + 3);
    const renewed = subscriptions().slice(before);
    expect(new Set(renewed.map(({ callback }) => callback)).size).toBe(1);
    expect(renewed.every(({ verified }) => verified === undefined || verified.status === 200)).toBe(true);
    await until('confirmation', () => renewed.at(-1)?.verified !== undefined);
    expect(await hub.push(feedOf(paper, ['pilot']))).toBe(202);
    await until('story', async () => (await total('pilot')) === 1);
  });
  it('goes on polling when the hub refuses or is gone', async () => {
    hub.status = 503;
    await until('failure', async () => (await note('websub.failed')) > 0);
    paper.stories.push('ferry');
    await until('story by poll', async () => (await total('ferry')) === 1);
    await hub.close();
    paper.stories.push('dredger');
    await until('story without hub', async () => (await total('dredger')) === 1);
  });
  it('asks again after the hub is back under another address', async () => {
    hub = await startLoopbackHub((callback) => callback.replace(publicUrl, mill.address));
    paper.hub = hub.address;
    sources({ interval: '1s' });
    paper.stories.push('wharf');
    await until('subscription', () => hub.requests[0]?.verified !== undefined);
    expect(hub.requests[0]?.verified).toEqual({ status: 200, isEchoed: true });
  });
  it('leaves the hub when the source goes', async () => {
    rmSync(join(folder, 'sources', 'harbour-post.yaml'));
    await until(
      'unsubscription',
      () => hub.requests.at(-1)?.mode === 'unsubscribe' && hub.requests.at(-1)?.verified !== undefined,
    );
    expect(hub.requests.at(-1)?.verified).toEqual({ status: 200, isEchoed: true });
    expect(await hub.push(feedOf(paper, ['late']))).toBe(410);
    expect(await mill.stop()).toBe(0);
  });
});
