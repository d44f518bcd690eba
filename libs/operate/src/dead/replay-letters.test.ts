import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import {
  articleCleaned,
  deadLetterHeader,
  deadLetters,
  ledger,
  readMessage,
  type FrontierItem,
} from '@newsmill/contracts';
import type { StoredMessage } from '@newsmill/bus';
import { attemptHeader, buryMessage } from '@newsmill/runtime';
import { openTestPorts } from '../../../runtime/src/testing/open-test-ports.ts';
import { quietTelling } from '../../../runtime/src/testing/quiet-telling.ts';
import { chooseDead, readDead, readLetterBytes } from './read-dead.ts';
import { replayDeadLetters } from './replay-letters.ts';

let ports: Awaited<ReturnType<typeof openTestPorts>>;
beforeEach(async () => {
  ports = await openTestPorts();
});
afterEach(async () => {
  await ports.close();
});

async function all(topic: string): Promise<StoredMessage[]> {
  const found: StoredMessage[] = [];
  for await (const message of ports.bus.browse(topic)) found.push(message);
  return found;
}
const facts = {
  stage: 'enrich' as const,
  topic: articleCleaned.name,
  reason: 'tries-exhausted',
  detail: 'x',
  attempts: 3,
  item: 'item1',
  url: 'https://a.example/1',
  sourceId: 's',
  firstSeen: 1,
  version: 9,
  at: 5,
};
const message = {
  key: 'item1',
  value: new Uint8Array([1, 2, 3]),
  headers: { schema: '1', ce_id: 'e1', 'newsmill-try': '3' },
};

const telling = quietTelling();

describe('replayDeadLetters', () => {
  it('puts a message back into its topic with its bytes and its count of attempts, and takes every copy of the letter out', async () => {
    await ports.bus.publish([buryMessage(message, facts, telling), buryMessage(message, facts, telling)]);
    const ids = (await readDead(ports, { limit: 10 })).letters.map(({ id }) => id);
    expect(ids).toHaveLength(1);
    expect(await replayDeadLetters(ports, ids, 100)).toEqual({ replayed: 1, lost: [] });
    const [again] = await all(articleCleaned.name);
    expect([...(again?.value ?? [])]).toEqual([1, 2, 3]);
    expect(again?.headers).toEqual({ schema: '1', ce_id: 'e1', [attemptHeader]: '3' });
    expect(await all(deadLetters.name)).toEqual([]);
    const [event] = await all(ledger.name);
    expect(event === undefined ? undefined : readMessage(ledger, event)).toMatchObject({
      ok: true,
      value: { fate: 'replayed', attempt: 3, version: 9, stage: 'enrich' },
    });
  });
  it('sends the newest copy, which is the one that is shown', async () => {
    const headers = { [deadLetterHeader]: JSON.stringify({ ...facts, id: 'letter1' }) };
    const copy = (value: number) => ({
      ...{ topic: deadLetters.name, key: 'item1', headers },
      value: new Uint8Array([value]),
    });
    await ports.bus.publish([copy(1), copy(2)]);
    expect([...(await readLetterBytes(ports, 'letter1'))]).toEqual([2]);
    expect(await replayDeadLetters(ports, ['letter1'], 100)).toEqual({ replayed: 1, lost: [] });
    expect((await all(articleCleaned.name)).map(({ value }) => [...value])).toEqual([[2]]);
    expect(await all(deadLetters.name)).toEqual([]);
  });
  it('makes a failed request due again, and says which it cannot', async () => {
    const item: FrontierItem = {
      key: 'item1',
      kind: 'page',
      url: 'https://a.example/1',
      sourceId: 's',
      host: 'a.example:443',
      domain: 'a.example',
      dueAt: null,
      priority: 1,
      attempt: 4,
      firstSeen: 1,
      fetchedAt: 0,
      stamp: '',
      data: {},
    };
    await ports.state.addItems([item]);
    await ports.bus.publish([
      buryMessage(message, { ...facts, stage: 'fetch', topic: '' }, telling),
      buryMessage(
        { ...message, key: 'other' },
        { ...facts, stage: 'fetch', topic: '', item: 'unknown' },
        telling,
      ),
    ]);
    const ids = await chooseDead(ports, { reason: 'tries-exhausted' });
    const { replayed, lost } = await replayDeadLetters(ports, ids, 100);
    expect([replayed, lost.length]).toEqual([1, 1]);
    expect((await ports.state.getItems(['item1']))[0]).toMatchObject({ dueAt: 100, attempt: 0 });
    expect(await all(deadLetters.name)).toHaveLength(1);
  });
});
