import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { TopicWithGroups } from '@newsmill/contracts';
import { BusClosed, type Bus, type Consumer, type OutgoingMessage, type StoredMessage } from './bus.ts';

/** A place where a bus keeps its messages; opened again, the messages are still there. */
export interface BusPlace {
  open(): Promise<Bus>;
  /** Takes the place away after the last bus on it was closed. */
  destroy(): Promise<void>;
}

/** A hang guard: what is waited for comes sooner. */
const waitMs = 60_000;
const encoder = new TextEncoder();
const decoder = new TextDecoder();

function topicOf(groups: readonly string[], change: Partial<TopicWithGroups> = {}): TopicWithGroups {
  return { name: `contract.${randomUUID()}`, partitions: 2, cleanup: 'delete', groups, ...change };
}

function message(
  topic: TopicWithGroups,
  key: string,
  text: string,
  headers: Record<string, string> = {},
): OutgoingMessage {
  return { topic: topic.name, key, value: encoder.encode(text), headers };
}

function textOf(stored: StoredMessage): string {
  return decoder.decode(stored.value);
}

/** Polls until `count` messages have come, or nothing came for a long while. */
async function take(consumer: Consumer, count: number): Promise<StoredMessage[]> {
  const taken: StoredMessage[] = [];
  while (taken.length < count) {
    const messages = await consumer.poll(count - taken.length, waitMs);
    if (messages.length === 0) break;
    taken.push(...messages);
  }
  return taken;
}

async function browseAll(
  bus: Bus,
  topic: TopicWithGroups,
  options: { from?: string; limit?: number; key?: string } = {},
): Promise<StoredMessage[]> {
  const found: StoredMessage[] = [];
  for await (const stored of bus.browse(topic.name, options)) found.push(stored);
  return found;
}

/** What every form of the Bus must do. `makePlace` is called once for each test. */
export function busContract(name: string, makePlace: () => Promise<BusPlace>): void {
  describe(`${name}: bus contract`, () => {
    let place: BusPlace;
    let bus: Bus;
    const group = () => `group-${randomUUID()}`;
    const consume = (groupName: string, topic: TopicWithGroups, maxBytesInFlight = 10_000_000) =>
      bus.consume({ group: groupName, topics: [topic.name], maxBytesInFlight });
    const reopen = async () => {
      await bus.close();
      bus = await place.open();
    };

    beforeEach(async () => {
      place = await makePlace();
      bus = await place.open();
    });
    afterEach(async () => {
      await bus.close();
      await place.destroy();
    });

    it('opens and closes twice', async () => {
      await reopen();
      await bus.close();
      await bus.close();
    });

    it('makes topics twice without harm', async () => {
      const topic = topicOf(['a']);
      await bus.createTopics([topic]);
      await bus.publish([message(topic, 'k', 'one')]);
      await bus.createTopics([topic]);
      expect(await browseAll(bus, topic)).toHaveLength(1);
    });

    it('refuses a message for a topic that is not there', async () => {
      await expect(bus.publish([message(topicOf([]), 'k', 'one')])).rejects.toThrow();
    });

    it('does nothing after close', async () => {
      const topic = topicOf(['a']);
      await bus.createTopics([topic]);
      const consumer = await consume('a', topic);
      await bus.close();
      await expect(bus.publish([message(topic, 'k', 'one')])).rejects.toBeInstanceOf(BusClosed);
      await expect(bus.lag('a')).rejects.toBeInstanceOf(BusClosed);
      await expect(bus.createTopics([topic])).rejects.toBeInstanceOf(BusClosed);
      await expect(consume('a', topic)).rejects.toBeInstanceOf(BusClosed);
      await expect(browseAll(bus, topic)).rejects.toBeInstanceOf(BusClosed);
      expect(await consumer.poll(1, waitMs)).toEqual([]);
      bus = await place.open();
      expect(await browseAll(bus, topic)).toEqual([]);
    });

    it('hands out key, headers, time and bytes as they were published', async () => {
      const g = group();
      const topic = topicOf([g]);
      await bus.createTopics([topic]);
      const value = Uint8Array.from({ length: 1_000_000 }, (_, i) => (i * 31 + (i >> 8)) & 0xff);
      const headers = { ce_id: 'a:b', page: '{"title":"\\u91d1"}', empty: '' };
      await bus.publish([
        { topic: topic.name, key: 'schlüssel/金', value, headers },
        { topic: topic.name, key: 'empty', value: new Uint8Array(0), headers: {} },
      ]);
      const consumer = await consume(g, topic);
      const found = new Map((await take(consumer, 2)).map((stored) => [stored.key, stored]));
      const big = found.get('schlüssel/金');
      expect(big?.headers).toEqual(headers);
      expect(big?.topic).toBe(topic.name);
      expect(Buffer.from(big?.value ?? []).equals(Buffer.from(value))).toBe(true);
      expect(Math.abs((big?.time ?? 0) - Date.now())).toBeLessThan(120_000);
      expect(big?.offset).toMatch(/^\d+$/);
      expect(found.get('empty')?.value).toHaveLength(0);
    });

    it('wakes a waiting poll when something is published', async () => {
      const g = group();
      const topic = topicOf([g]);
      await bus.createTopics([topic]);
      const consumer = await consume(g, topic);
      const polled = consumer.poll(10, waitMs);
      await bus.publish([message(topic, 'k', 'late')]);
      expect((await polled).map(textOf)).toEqual(['late']);
    });

    it('ends a waiting poll on close', async () => {
      const g = group();
      const topic = topicOf([g]);
      await bus.createTopics([topic]);
      const consumer = await consume(g, topic);
      const polled = consumer.poll(10, waitMs);
      await consumer.close();
      expect(await polled).toEqual([]);
      await consumer.close();
    });

    it('gives each group every message', async () => {
      const groups = [group(), group()];
      const topic = topicOf(groups);
      await bus.createTopics([topic]);
      await bus.publish(['1', '2', '3'].map((text) => message(topic, text, text)));
      for (const g of groups) {
        const consumer = await consume(g, topic);
        const messages = await take(consumer, 3);
        expect(messages.map(textOf).sort()).toEqual(['1', '2', '3']);
        await consumer.acknowledge(messages);
        await consumer.close();
      }
    });

    it('hands out again what was not acknowledged before close', async () => {
      const g = group();
      const topic = topicOf([g]);
      await bus.createTopics([topic]);
      await bus.publish(['1', '2', '3', '4'].map((text) => message(topic, 'k', text)));
      const first = await consume(g, topic);
      const messages = await take(first, 4);
      await first.acknowledge(messages.slice(0, 2));
      await reopen();
      const second = await consume(g, topic);
      expect((await take(second, 2)).map(textOf)).toEqual(['3', '4']);
    });

    it('hands out again nothing but what was not acknowledged, in whatever order', async () => {
      const g = group();
      const topic = topicOf([g]);
      await bus.createTopics([topic]);
      await bus.publish(['1', '2', '3', '4'].map((text) => message(topic, 'k', text)));
      const first = await consume(g, topic);
      const messages = await take(first, 4);
      await first.acknowledge(messages.filter((stored) => ['2', '4'].includes(textOf(stored))));
      await reopen();
      const second = await consume(g, topic);
      const again = await take(second, 2);
      expect(again.map(textOf)).toEqual(['1', '3']);
      await second.acknowledge(again.slice(1));
      await reopen();
      await bus.publish([message(topic, 'k', '5')]);
      const third = await consume(g, topic);
      expect((await take(third, 2)).map(textOf)).toEqual(['1', '5']);
    });

    it('acknowledges for good once every message before is acknowledged', async () => {
      const g = group();
      const topic = topicOf([g]);
      await bus.createTopics([topic]);
      await bus.publish(['1', '2', '3'].map((text) => message(topic, 'k', text)));
      const first = await consume(g, topic);
      const messages = await take(first, 3);
      await first.acknowledge([...messages].reverse().slice(0, 2));
      await first.acknowledge(messages.slice(0, 1));
      await first.acknowledge(messages);
      await reopen();
      await bus.publish([message(topic, 'k', '4')]);
      const second = await consume(g, topic);
      expect((await take(second, 1)).map(textOf)).toEqual(['4']);
    });

    it('polls again at once what was given back, in order', async () => {
      const g = group();
      const topic = topicOf([g]);
      await bus.createTopics([topic]);
      await bus.publish(['1', '2', '3'].map((text) => message(topic, 'k', text)));
      const consumer = await consume(g, topic);
      const messages = await take(consumer, 3);
      await consumer.giveBack([...messages].reverse());
      expect((await take(consumer, 3)).map(textOf)).toEqual(['1', '2', '3']);
    });

    it('keeps to the byte limit, and hands out a larger message alone', async () => {
      const g = group();
      const topic = topicOf([g], { partitions: 1 });
      await bus.createTopics([topic]);
      const text = 'x'.repeat(4_000);
      await bus.publish([
        message(topic, 'k', `${text}${text}${text}`),
        ...['1', '2', '3'].map(() => message(topic, 'k', text)),
      ]);
      const consumer = await consume(g, topic, 9_000);
      const large = await consumer.poll(10, waitMs);
      expect(large.map((stored) => stored.value.length)).toEqual([12_000]);
      expect(await consumer.poll(10, 50)).toEqual([]);
      await consumer.acknowledge(large);
      const two = await take(consumer, 2);
      expect(two).toHaveLength(2);
      expect(await consumer.poll(10, 50)).toEqual([]);
      const polled = consumer.poll(10, waitMs);
      await consumer.acknowledge(two);
      expect(await polled).toHaveLength(1);
    });

    it('shares the work between two members and keeps the order of each key', async () => {
      const g = group();
      const topic = topicOf([g]);
      await bus.createTopics([topic]);
      const members = [await consume(g, topic), await consume(g, topic)];
      const handled = new Map<string, number[]>();
      const shares = [0, 0];
      let published = 0;
      let count = 0;
      let isOver = false;
      const work = async (consumer: Consumer, member: number): Promise<void> => {
        while (!isOver) {
          const messages = await consumer.poll(7, 200);
          for (const stored of messages) {
            const numbers = handled.get(stored.key) ?? [];
            handled.set(stored.key, numbers);
            const number = Number(textOf(stored));
            if (!numbers.includes(number)) {
              numbers.push(number);
              count += 1;
              shares[member] = (shares[member] ?? 0) + 1;
            }
            await new Promise((resolve) => setImmediate(resolve));
          }
          await consumer.acknowledge(messages);
        }
      };
      const workers = members.map(work);
      // A group takes its time to share the partitions out: there is work until each member has had some.
      for (
        const until = Date.now() + 2 * waitMs;
        (published < 400 || shares.includes(0) || count < published) && Date.now() < until;
      ) {
        if (published < 400 || (shares.includes(0) && count === published)) {
          await bus.publish(
            Array.from({ length: 50 }, (_, i) =>
              message(topic, `key-${(published + i) % 20}`, String(published + i)),
            ),
          );
          published += 50;
        } else await new Promise((resolve) => setTimeout(resolve, 50));
      }
      isOver = true;
      await Promise.all(workers);
      expect(count).toBe(published);
      expect(shares[0]).toBeGreaterThan(0);
      expect(shares[1]).toBeGreaterThan(0);
      for (const numbers of handled.values()) expect(numbers).toEqual([...numbers].sort((a, b) => a - b));
    });

    it('says which messages are still to be finished by the member that took them', async () => {
      const g = group();
      const topic = topicOf([g], { partitions: 1 });
      await bus.createTopics([topic]);
      await bus.publish(['1', '2', '3', '4'].map((text) => message(topic, 'k', text)));
      const consumer = await consume(g, topic);
      const taken = await take(consumer, 4);
      expect(await consumer.held(taken)).toEqual(taken);
      await consumer.acknowledge(taken.slice(1, 2));
      await consumer.giveBack(taken.slice(3));
      expect((await consumer.held([...taken].reverse())).map(textOf)).toEqual(['3', '1']);
      await consumer.close();
      expect(await consumer.held(taken)).toEqual([]);
    });

    it('passes what a closed member held to another', async () => {
      const g = group();
      const topic = topicOf([g], { partitions: 1 });
      await bus.createTopics([topic]);
      await bus.publish(['1', '2'].map((text) => message(topic, 'k', text)));
      const first = await consume(g, topic);
      const second = await consume(g, topic);
      let held = await first.poll(2, 3_000);
      let [holder, other] = [first, second];
      if (held.length === 0) [held, holder, other] = [await second.poll(2, waitMs), second, first];
      expect(held).toHaveLength(2);
      await holder.close();
      expect((await take(other, 2)).map(textOf)).toEqual(['1', '2']);
    });

    it('browses without a group: from an offset, by key, up to a limit', async () => {
      const topic = topicOf([], { partitions: 1 });
      await bus.createTopics([topic]);
      await bus.publish(
        ['1', '2', '3', '4'].map((text) => message(topic, Number(text) % 2 === 0 ? 'even' : 'odd', text)),
      );
      const all = await browseAll(bus, topic);
      expect(all.map(textOf)).toEqual(['1', '2', '3', '4']);
      expect((await browseAll(bus, topic, { from: all[2]?.offset })).map(textOf)).toEqual(['3', '4']);
      expect((await browseAll(bus, topic, { limit: 2 })).map(textOf)).toEqual(['1', '2']);
      expect((await browseAll(bus, topic, { key: 'even' })).map(textOf)).toEqual(['2', '4']);
      await expect(browseAll(bus, topic, { from: 'x' })).rejects.toThrow();
    });

    it('keeps the messages of a topic without groups until they are removed', async () => {
      const topic = topicOf([], { partitions: 1 });
      await bus.createTopics([topic]);
      await bus.publish(['1', '2', '3'].map((text) => message(topic, text, text)));
      const [, second] = await browseAll(bus, topic);
      await bus.remove(topic.name, second === undefined ? [] : [second]);
      await reopen();
      expect((await browseAll(bus, topic)).map(textOf)).toEqual(['1', '3']);
      await bus.publish([message(topic, '4', '4')]);
      expect((await browseAll(bus, topic)).map(textOf)).toEqual(['1', '3', '4']);
    });

    it('does not hand out what was removed before', async () => {
      const g = group();
      const topic = topicOf([g], { partitions: 1 });
      await bus.createTopics([topic]);
      await bus.publish(['1', '2', '3'].map((text) => message(topic, text, text)));
      const all = await browseAll(bus, topic);
      await bus.remove(topic.name, all.slice(0, 2));
      expect(await bus.lag(g)).toMatchObject([{ topic: topic.name, messages: 1 }]);
      const consumer = await consume(g, topic);
      expect((await take(consumer, 1)).map(textOf)).toEqual(['3']);
    });

    it('tells what came to a topic and what was removed from it since a mark, without bodies', async () => {
      const topic = topicOf([], { partitions: 1 });
      await bus.createTopics([topic]);
      const ask = async (since?: string) => {
        const all = { isWhole: false, added: [] as string[], removed: [] as string[], mark: '' };
        for await (const change of bus.changes(topic.name, since)) {
          all.isWhole ||= change.isWhole;
          all.added.push(...change.added.map(({ key, bytes, headers }) => `${key} ${bytes} ${headers['h']}`));
          all.removed.push(...change.removed.map(({ partition, offset }) => `${partition}:${offset}`));
          all.mark = change.mark;
        }
        return all;
      };
      const empty = await ask();
      expect(empty).toMatchObject({ isWhole: true, added: [], removed: [] });
      await bus.publish(['a', 'b', 'c'].map((key) => message(topic, key, key.repeat(5), { h: '1' })));
      const three = await ask(empty.mark);
      expect(three).toMatchObject({ isWhole: false, added: ['a 5 1', 'b 5 1', 'c 5 1'], removed: [] });
      const [, second] = await browseAll(bus, topic);
      if (second === undefined) throw new Error('the second message is not there');
      await bus.remove(topic.name, [second]);
      await bus.publish([message(topic, 'd', '', { h: '2' })]);
      const later = await ask(three.mark);
      expect(later).toMatchObject({ isWhole: false, added: ['d 0 2'], removed: [`0:${second.offset}`] });
      await reopen();
      expect(await ask(later.mark)).toMatchObject({ isWhole: false, added: [], removed: [] });
      // A reader that has not seen the second message is told of its going, or never hears of it.
      expect((await ask(empty.mark)).added).toEqual(['a 5 1', 'c 5 1', 'd 0 2']);
      expect(await ask()).toMatchObject({ isWhole: true, added: ['a 5 1', 'c 5 1', 'd 0 2'] });
      expect((await ask('no mark of ours')).isWhole).toBe(true);
    });

    it('tells of many messages in batches whose marks may be gone on from', async () => {
      const topic = topicOf([], { partitions: 1 });
      await bus.createTopics([topic]);
      await bus.publish(Array.from({ length: 1_203 }, (_, i) => message(topic, String(i), 'x')));
      const keys: string[] = [];
      let mark: string | undefined;
      let before = 1_203;
      for (let go = true; go; ) {
        go = false;
        for await (const change of bus.changes(topic.name, mark)) {
          const batch = change.added.map(({ key }) => key);
          // Each batch is in order; the newest comes first.
          keys.unshift(...batch);
          mark = change.mark;
          go = batch.length > 0;
          const left = change.unread.reduce((sum, { from, to }) => sum + Number(to) - Number(from), 0);
          before -= batch.length;
          expect(left).toBe(before);
          break;
        }
      }
      expect(keys).toEqual(Array.from({ length: 1_203 }, (_, i) => String(i)));
    });

    it('tells of what is newest first, also to a reader that was interrupted', async () => {
      const topic = topicOf([], { partitions: 1 });
      await bus.createTopics([topic]);
      const publish = (from: number, to: number) =>
        bus.publish(Array.from({ length: to - from }, (_, i) => message(topic, String(from + i), 'x')));
      const next = async (since: string | undefined) => {
        for await (const change of bus.changes(topic.name, since)) return change;
        throw new Error('no change was told');
      };
      await publish(0, 700);
      const begun = await next(undefined);
      expect(begun).toMatchObject({ isWhole: true });
      expect(begun.added.at(-1)?.key).toBe('699');
      await publish(700, 710);
      const { added, isWhole, mark } = await next(begun.mark);
      expect([isWhole, added.map(({ key }) => key)]).toEqual([
        false,
        Array.from({ length: 10 }, (_, i) => String(700 + i)),
      ]);
      await reopen();
      const older: string[] = [];
      for await (const change of bus.changes(topic.name, mark))
        older.unshift(...change.added.map(({ key }) => key));
      expect(older).toEqual(Array.from({ length: 700 - begun.added.length }, (_, i) => String(i)));
    });

    it('follows a topic from now on, without a group, until it is told to end', async () => {
      const g = group();
      const topic = topicOf([g], { cleanup: 'compact' });
      await bus.createTopics([topic]);
      await bus.publish([message(topic, 'before', 'before')]);
      const halt = new AbortController();
      const found: string[] = [];
      const following = (async () => {
        for await (const stored of bus.follow(topic.name, halt.signal)) {
          found.push(textOf(stored));
          if (found.length === 3) halt.abort();
        }
      })();
      // It begins where the topic ends once it has looked.
      const begun = Date.now();
      while (Date.now() - begun < 1_500) await new Promise((resolve) => setTimeout(resolve, 100));
      await bus.publish([message(topic, 'a', '1'), message(topic, 'a', '2')]);
      await bus.publish([message(topic, 'a', '3')]);
      await following;
      expect(found).toEqual(['1', '2', '3']);
      expect((await bus.lag(g))[0]?.messages ?? 4).toBeGreaterThan(0);
      const ended = new AbortController();
      ended.abort();
      for await (const stored of bus.follow(topic.name, ended.signal)) found.push(textOf(stored));
      expect(found).toHaveLength(3);
    });

    it('shows the backlog of a group without taking it', async () => {
      const g = group();
      const topic = topicOf([g], { partitions: 1 });
      await bus.createTopics([topic]);
      await bus.publish(['1', '2', '3', '4'].map((text) => message(topic, text, text)));
      const backlog = async (groupName: string): Promise<string[]> => {
        const found: string[] = [];
        for await (const stored of bus.backlog(topic.name, groupName)) found.push(textOf(stored));
        return found;
      };
      expect(await backlog(g)).toEqual(['1', '2', '3', '4']);
      const consumer = await consume(g, topic);
      const messages = await take(consumer, 4);
      await consumer.acknowledge(messages.slice(0, 2));
      await bus.remove(topic.name, messages.slice(3));
      expect(await backlog(g)).toEqual(['3']);
      await consumer.acknowledge(messages.slice(2));
      expect(await backlog(g)).toEqual([]);
      await bus.close();
      await expect(backlog(g)).rejects.toBeInstanceOf(BusClosed);
    });

    it('answers a ping until it is closed', async () => {
      await bus.ping();
      await bus.close();
      await expect(bus.ping()).rejects.toBeInstanceOf(BusClosed);
    });

    it('keeps the newest message of each key of a compacted topic', async () => {
      const g = group();
      const topic = topicOf([g], { cleanup: 'compact' });
      await bus.createTopics([topic]);
      await bus.publish(
        ['1', '2', '3'].flatMap((text) => [message(topic, 'a', `a${text}`), message(topic, 'b', `b${text}`)]),
      );
      const consumer = await consume(g, topic);
      const messages = await take(consumer, 6);
      expect(messages.filter((stored) => stored.key === 'a').map(textOf)).toEqual(['a1', 'a2', 'a3']);
      await consumer.acknowledge(messages);
      await bus.publish([message(topic, 'a', 'a4')]);
      const newest = new Map((await browseAll(bus, topic)).map((stored) => [stored.key, textOf(stored)]));
      expect(newest).toEqual(
        new Map([
          ['a', 'a4'],
          ['b', 'b3'],
        ]),
      );
      await bus.publish([message(topic, 'a', 'a5')]);
      expect((await browseAll(bus, topic, { key: 'a' })).map(textOf).at(-1)).toBe('a5');
    });

    it('tells how many messages a group has not acknowledged, and how old the oldest is', async () => {
      const g = group();
      const [one, two] = [topicOf([g]), topicOf([g])];
      await bus.createTopics([one, two]);
      await bus.publish(['1', '2', '3'].map((text) => message(one, 'k', text)));
      const lagOf = async (topic: TopicWithGroups) =>
        (await bus.lag(g)).find((lag) => lag.topic === topic.name);
      expect((await lagOf(one))?.messages).toBe(3);
      expect(await lagOf(two)).toEqual({ topic: two.name, messages: 0, ageMs: 0 });
      const consumer = await consume(g, one);
      const messages = await take(consumer, 3);
      await consumer.acknowledge(messages.slice(0, 2));
      expect((await lagOf(one))?.messages).toBe(1);
      expect((await lagOf(one))?.ageMs).toBeGreaterThanOrEqual(0);
      await consumer.acknowledge(messages.slice(2));
      expect(await lagOf(one)).toEqual({ topic: one.name, messages: 0, ageMs: 0 });
    });
  });
}
