import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { SavedSearchInput } from '@newsmill/contracts';
import { openPorts, type OpenPorts } from '@newsmill/runtime';
import type { RunningProcess } from '@newsmill/runtime/nest';
import { readSettings } from '@newsmill/settings';
import {
  addSavedSearch,
  alertRecords,
  readDead,
  replaceSavedSearch,
  replayDeadLetters,
} from '@newsmill/operate';
import {
  freshArticle,
  openReceiver,
  startAlerts,
  until,
  verified,
  type Receiver,
} from './alert-mill.contract.ts';

const hangMs = 120_000;
/** Rounds go on for a moment in which nothing more may come. */
const quiet = () => new Promise((resolve) => setTimeout(resolve, 600));

describe('alerts of saved searches', () => {
  let data: string;
  let ports: OpenPorts;
  const running: RunningProcess[] = [];
  const receivers: Receiver[] = [];
  beforeEach(async () => {
    data = mkdtempSync(join(tmpdir(), 'newsmill-alerts-'));
    ports = await openPorts(readSettings({ NEWSMILL_DATA: data }));
  });
  afterEach(async () => {
    for (const each of running.splice(0)) await each.stop('test');
    for (const each of receivers.splice(0)) await each.close();
    await ports.close();
    rmSync(data, { recursive: true, force: true });
  }, hangMs);

  async function receive(answer?: Parameters<typeof openReceiver>[0]): Promise<Receiver> {
    const receiver = await openReceiver(answer);
    receivers.push(receiver);
    return receiver;
  }
  async function start(environment?: Readonly<Record<string, string>>): Promise<RunningProcess> {
    const one = await startAlerts(data, environment);
    running.push(one);
    return one;
  }
  const save = (url: string, change: object = {}) =>
    addSavedSearch(
      { registry: ports.registry, now: Date.now, settings: { maxSavedSearches: 10 } },
      SavedSearchInput.parse({
        name: 'Harbours',
        q: 'harbour',
        webhook: { url, allowPrivate: true },
        ...change,
      }),
    );
  const stateOf = async (id: string) => (await alertRecords(ports.registry).states.get(id))?.value;

  it(
    'sends what arrives and matches, signed, once for each family, and no update of it',
    async () => {
      await ports.library.write([freshArticle('before')]);
      const receiver = await receive();
      const { record, secret = '' } = await save(receiver.url);
      await start();
      await ports.library.write([
        freshArticle('a1'),
        freshArticle('other', { title: 'Nothing of the kind', content: 'Plain.' }),
        freshArticle('b1', { familyId: 'b1' }),
        freshArticle('b2', { duplicateOf: 'b1', familyId: 'b1', sourceId: 'b' }),
      ]);
      await until(() => receiver.articles().length >= 2);
      await ports.library.write([
        freshArticle('a1', { version: 9, title: 'Harbour news, changed' }),
        freshArticle('b3', { duplicateOf: 'b1', familyId: 'b1' }),
      ]);
      await ports.library.write([freshArticle('c1')]);
      await until(() => receiver.articles().includes('c1'));
      await quiet();
      expect(receiver.articles().toSorted()).toEqual(['a1', expect.stringMatching(/^b[12]$/), 'c1']);
      for (const received of receiver.received) {
        expect(verified(secret, received)).toEqual(received.body);
        expect(received.body).toMatchObject({
          type: 'search.matched',
          data: { search: { id: record.id, name: 'Harbours', q: 'harbour' } },
        });
      }
      await until(async () => (await stateOf(record.id))?.sent === 3);
    },
    hangMs,
  );

  it(
    'holds up nobody for a receiver that never answers',
    async () => {
      const [silent, good] = [await receive(() => new Promise<number>(() => undefined)), await receive()];
      for (let i = 0; i < 8; i += 1) await save(silent.url);
      await save(good.url, { q: 'ferry' });
      await start();
      await ports.library.write([freshArticle('a1')]);
      await until(() => silent.received.length >= 4);
      await ports.library.write([freshArticle('f1', { title: 'The ferry is late', content: 'Plain.' })]);
      await until(() => good.articles().includes('f1'));
      // None of those that wait there has come to its end meanwhile.
      expect(silent.received).toHaveLength(4);
    },
    hangMs,
  );

  it(
    'tells one article of each story, or every article, as asked',
    async () => {
      const [byStory, byArticle] = [await receive(), await receive()];
      await save(byStory.url, { collapse: 'story' });
      await save(byArticle.url, { collapse: 'article' });
      await start();
      await ports.library.write([
        freshArticle('s1', { storyId: 's1' }),
        freshArticle('s2', { storyId: 's1' }),
        freshArticle('s3', { storyId: 's1', familyId: 's2', duplicateOf: 's2' }),
      ]);
      await until(() => byArticle.articles().length >= 3 && byStory.articles().length >= 1);
      await quiet();
      expect(byStory.articles()).toHaveLength(1);
      expect(byArticle.articles().toSorted()).toEqual(['s1', 's2', 's3']);
    },
    hangMs,
  );

  it(
    'tells nothing of an article that its publisher reserves',
    async () => {
      const receiver = await receive();
      await save(receiver.url, { collapse: 'article' });
      await start();
      const rules = [{ source: 'X-Robots-Tag', value: 'nosnippet' }];
      await ports.library.write([
        freshArticle('bound', {
          summary: 'The secret of the quay.',
          rights: { snippet: { decision: 'denied', rules }, reserved: ['snippet'] },
        }),
        freshArticle('over', {
          rights: { reserved: ['later'], unavailableAfter: '2020-01-01T00:00:00.000Z' },
        }),
        freshArticle('free', { summary: 'All may know.' }),
      ]);
      await until(() => receiver.articles().includes('free') && receiver.articles().includes('bound'));
      await quiet();
      expect(receiver.articles().toSorted()).toEqual(['bound', 'free']);
      const sent = receiver.received.map(({ text }) => text).join('');
      expect(sent).not.toContain('secret');
      expect(sent).toContain('All may know.');
    },
    hangMs,
  );

  it(
    'gathers what the throttle holds back',
    async () => {
      const receiver = await receive();
      const { record } = await save(receiver.url, { throttle: 3 });
      await start();
      await ports.library.write([freshArticle('t1')]);
      await until(() => receiver.received.length === 1);
      for (const id of ['t2', 't3', 't4']) {
        await ports.library.write([freshArticle(id)]);
        await new Promise((resolve) => setTimeout(resolve, 100));
      }
      await until(async () => ((await stateOf(record.id))?.gathered.length ?? 0) === 3);
      expect(receiver.received).toHaveLength(1);
      await until(() => receiver.received.length === 2);
      expect(receiver.received[1]?.body.data.articles.map(({ id }) => id).toSorted()).toEqual([
        't2',
        't3',
        't4',
      ]);
    },
    hangMs,
  );

  it(
    'goes on after a stop with what came meanwhile, without telling anything twice',
    async () => {
      const receiver = await receive();
      await save(receiver.url);
      const first = await start();
      await ports.library.write([freshArticle('d1')]);
      await until(() => receiver.articles().length === 1);
      await first.stop('test');
      running.splice(0);
      await ports.library.write([freshArticle('d2'), freshArticle('d3')]);
      await start();
      await until(() => receiver.articles().length >= 3);
      await quiet();
      expect(receiver.articles().toSorted()).toEqual(['d1', 'd2', 'd3']);
    },
    hangMs,
  );

  it(
    'lets one of several processes do it',
    async () => {
      const receiver = await receive();
      await save(receiver.url);
      await Promise.all([start(), start(), start()]);
      for (let i = 0; i < 5; i += 1) await ports.library.write([freshArticle(`p${i}`)]);
      await until(() => receiver.articles().length >= 5);
      await quiet();
      expect(receiver.articles().toSorted()).toEqual(['p0', 'p1', 'p2', 'p3', 'p4']);
    },
    hangMs,
  );

  it(
    'tries again under the same id, then leaves a dead letter, which replays',
    async () => {
      let status = 503;
      const receiver = await receive(() => status);
      await save(receiver.url);
      await start();
      await ports.library.write([freshArticle('e1')]);
      const letters = async () => (await readDead(ports, { limit: 10 })).letters;
      await until(async () => (await letters()).length === 1);
      expect(receiver.received.map(({ headers }) => headers['webhook-id'])).toEqual(
        Array.from({ length: 3 }, () => receiver.received[0]?.headers['webhook-id']),
      );
      const [facts] = await letters();
      expect(facts).toMatchObject({
        stage: 'alert',
        reason: 'undelivered',
        attempts: 3,
        detail: 'Harbours: it answered 503',
      });
      status = 200;
      expect(await replayDeadLetters(ports, [facts?.id ?? ''], Date.now())).toEqual({
        replayed: 1,
        lost: [],
      });
      await until(() => receiver.received.length === 4);
      expect(receiver.received[3]?.headers['webhook-id']).toBe(receiver.received[0]?.headers['webhook-id']);
      expect(await letters()).toEqual([]);
    },
    hangMs,
  );

  it(
    'stops when the receiver is gone, until the search is saved again',
    async () => {
      let status = 410;
      const receiver = await receive(() => status);
      const { record } = await save(receiver.url);
      await start();
      await ports.library.write([freshArticle('g1')]);
      const { searches } = alertRecords(ports.registry);
      await until(async () => (await searches.get(record.id))?.value.stopped !== undefined);
      await ports.library.write([freshArticle('g2')]);
      await quiet();
      expect(receiver.received).toHaveLength(1);
      status = 200;
      const stopped = await searches.get(record.id);
      if (stopped !== undefined)
        await replaceSavedSearch(
          { registry: ports.registry, now: Date.now },
          stopped,
          SavedSearchInput.parse({ name: 'Harbours', q: 'harbour', webhook: stopped.value.webhook }),
        );
      await ports.library.write([freshArticle('g3')]);
      await until(() => receiver.articles().includes('g3'));
    },
    hangMs,
  );

  it(
    'reaches no private address that was not allowed',
    async () => {
      const receiver = await receive();
      await expect(save(receiver.url, { webhook: { url: receiver.url } })).rejects.toThrow('allowPrivate');
      // One that was saved before, or of a name that leads elsewhere now, is refused when it is sent.
      const { record } = await save(receiver.url);
      await alertRecords(ports.registry).searches.put(record.id, {
        ...record.value,
        webhook: { ...record.value.webhook!, allowPrivate: false },
      });
      await start();
      await ports.library.write([freshArticle('h1')]);
      await until(
        async () =>
          (await readDead(ports, { limit: 1 })).letters[0]?.detail?.includes('address-blocked') === true,
      );
      expect(receiver.received).toEqual([]);
    },
    hangMs,
  );

  it(
    'loses nothing when its process is killed at any moment: what comes twice comes under one id',
    async () => {
      const receiver = await receive(async () => {
        await new Promise((resolve) => setTimeout(resolve, Math.random() * 60));
        return 204;
      });
      await save(receiver.url);
      const script = join(import.meta.dirname, 'alert-process.contract.ts');
      const sources = new URL('../../../../tools/from-sources.mjs', import.meta.url).href;
      const wanted: string[] = [];
      for (let round = 0; round < 6; round += 1) {
        const child = spawn(process.execPath, ['--import', sources, script, data], {
          stdio: ['ignore', 'pipe', 'inherit'],
        });
        await Promise.race([
          once(child.stdout, 'data'),
          once(child, 'exit').then(() => Promise.reject(new Error('the process ended by itself'))),
        ]);
        for (let i = 0; i < 4; i += 1) {
          const id = `k${round}x${i}`;
          wanted.push(id);
          await ports.library.write([freshArticle(id)]);
          await new Promise((resolve) => setTimeout(resolve, Math.random() * 80));
        }
        child.kill('SIGKILL');
        await once(child, 'exit');
      }
      await start();
      await until(() => wanted.every((id) => receiver.articles().includes(id)));
      const idsOf = new Map<string, Set<string>>();
      for (const { headers, body } of receiver.received)
        for (const { id } of body.data.articles)
          idsOf.set(id, (idsOf.get(id) ?? new Set()).add(String(headers['webhook-id'])));
      expect([...idsOf.keys()].toSorted()).toEqual(wanted.toSorted());
      expect([...idsOf].filter(([, names]) => names.size !== 1)).toEqual([]);
    },
    hangMs * 2,
  );
});
