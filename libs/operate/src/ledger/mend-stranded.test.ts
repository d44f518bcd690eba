import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  articleCleaned,
  articleEnriched,
  deadLetters,
  extensionTopics,
  pageFetched,
  retryTopic,
  returnedTopic,
  sentTopic,
  type FrontierItem,
  type LedgerEvent,
} from '@newsmill/contracts';
import { openPorts, type OpenPorts } from '@newsmill/runtime';
import { readSettings } from '@newsmill/settings';
import { findStranded, findUnburied } from './find-stranded.ts';
import { mendStranded } from './mend-stranded.ts';

const now = 1_800_000_000_000;
const long = now - 3_600_000;
let folder: string;
let ports: OpenPorts;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'newsmill-stranded-'));
  ports = await openPorts(readSettings({ NEWSMILL_DATA: folder }));
});
afterEach(async () => {
  await ports.close();
  rmSync(folder, { recursive: true, force: true });
});

const event = (item: string, change: Partial<LedgerEvent> = {}): LedgerEvent => ({
  item,
  url: `https://a.example/${item}`,
  sourceId: 's',
  stage: 'fetch',
  version: 7,
  attempt: 0,
  fate: 'passed',
  firstSeen: long,
  at: long,
  ...change,
});
const page = (key: string, change: Partial<FrontierItem> = {}): FrontierItem => ({
  key,
  kind: 'page',
  url: `https://a.example/${key}`,
  sourceId: 's',
  host: 'a.example:443',
  domain: 'a.example',
  dueAt: now + 5_000,
  priority: 1,
  attempt: 0,
  firstSeen: long,
  fetchedAt: 7,
  stamp: '',
  data: { etag: '"1"', entry: { url: 'x' } },
  ...change,
});
const stranded = async () => (await findStranded(ports, now)).map(({ item }) => item).sort();

describe('findStranded', () => {
  it('finds what was handed on and is in no topic of the next stage', async () => {
    await ports.state.recordEvents(['lost', 'queued', 'retried', 'done'].map((item) => event(item)));
    await ports.state.recordEvents([
      event('done', { stage: 'index', fate: 'indexed', articleId: 'done' }),
      event('retried', { stage: 'clean', fate: 'retrying', attempt: 1 }),
    ]);
    await ports.bus.publish([
      { topic: pageFetched.name, key: 'queued', value: new Uint8Array(), headers: {} },
      { topic: retryTopic('clean', 0).name, key: 'retried', value: new Uint8Array(), headers: {} },
    ]);
    expect(await stranded()).toEqual(['lost']);
  });
  it('does not take a message of an earlier stage for one of the next', async () => {
    await ports.state.recordEvents([event('lost', { stage: 'clean' })]);
    await ports.bus.publish([{ topic: pageFetched.name, key: 'lost', value: new Uint8Array(), headers: {} }]);
    expect(await stranded()).toEqual(['lost']);
    await ports.bus.publish([
      { topic: articleCleaned.name, key: 'lost', value: new Uint8Array(), headers: {} },
    ]);
    expect(await stranded()).toEqual([]);
  });
  it('looks for what an extension has in the topics of that extension', async () => {
    await ports.bus.createTopics(extensionTopics(['tone', 'index']));
    const sent = event('sent', { stage: 'enrich', extension: 'tone' });
    await ports.state.recordEvents([
      sent,
      { ...sent, item: 'returned' },
      { ...sent, item: 'lost' },
      { ...sent, item: 'elsewhere', extension: 'index' },
    ]);
    await ports.bus.publish(
      [
        { topic: sentTopic('tone').name, key: 'sent' },
        { topic: returnedTopic('tone').name, key: 'returned' },
        { topic: articleEnriched.name, key: 'lost' },
        { topic: sentTopic('tone').name, key: 'elsewhere' },
      ].map((message) => ({ ...message, value: new Uint8Array(), headers: {} })),
    );
    expect(await stranded()).toEqual(['elsewhere', 'lost']);
  });
  it('finds what waits to be fetched and is not in the frontier, or rests there', async () => {
    await ports.state.addItems([page('due'), page('resting', { dueAt: null })]);
    await ports.state.recordEvents(
      ['due', 'resting', 'unknown'].map((item) =>
        event(item, { stage: 'discover', fate: 'waiting', version: 0 }),
      ),
    );
    expect(await stranded()).toEqual(['resting', 'unknown']);
  });
  it('leaves alone what spoke within the last minute', async () => {
    await ports.state.recordEvents([event('young', { at: now - 1_000 })]);
    expect(await stranded()).toEqual([]);
  });
});

describe('findUnburied', () => {
  it('finds dead items that have no letter and are not asked for soon', async () => {
    await ports.state.addItems([
      page('soon', { dueAt: now + 1_000 }),
      page('much-later', { dueAt: now + 3_600_000 }),
    ]);
    const dead = { stage: 'clean', fate: 'dead', reason: 'tries-exhausted' } as const;
    await ports.state.recordEvents(
      ['buried', 'lost', 'soon', 'much-later']
        .map((item) => event(item, dead))
        .concat(event('young', { ...dead, at: now - 1_000 })),
    );
    await ports.bus.publish([
      { topic: deadLetters.name, key: 'buried', value: new Uint8Array(), headers: {} },
    ]);
    const found = await findUnburied(ports, now);
    expect(found.map(({ item }) => item).sort()).toEqual(['lost', 'much-later']);
  });
});

describe('mendStranded', () => {
  it('makes known and unknown items due, and asks for the whole page', async () => {
    await ports.state.addItems([page('known')]);
    const events = [event('known'), event('unknown')];
    expect(await mendStranded(ports.state, events, now)).toBe(2);
    const [known, unknown] = await ports.state.getItems(['known', 'unknown']);
    expect(known).toMatchObject({ dueAt: now, fetchedAt: 7, data: { entry: { url: 'x' } } });
    expect(known?.data).not.toHaveProperty('etag');
    expect(unknown).toMatchObject({ dueAt: now, url: 'https://a.example/unknown', host: 'a.example:443' });
  });
});
