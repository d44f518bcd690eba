import { spawn } from 'node:child_process';
import { randomBytes, randomUUID } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { pageFetched, type TopicWithGroups } from '@newsmill/contracts';
import { serverStartLimitMs, startServers } from '../../../test/servers/start-servers.ts';
import { busContract } from './bus.contract.ts';
import { MessageTooLarge, type Bus, type Consumer, type StoredMessage } from './bus.ts';
import { KafkaBus } from './kafka-bus.ts';
import { kafkajs } from './kafka-internals.ts';
import type { KafkaBusOptions, KafkaReport } from './kafka-options.ts';

let brokers: readonly string[] = [];
beforeAll(async () => {
  brokers = (await startServers(['kafka'])).kafka.brokers;
}, serverStartLimitMs);

const namespaces: string[] = [];
function newNamespace(): string {
  const namespace = `test-${randomUUID()}`;
  namespaces.push(namespace);
  return namespace;
}
afterAll(async () => {
  const admin = new kafkajs.Kafka({ brokers: [...brokers], logLevel: 0 }).admin();
  await admin.connect();
  const mine = (await admin.listTopics()).filter((topic) =>
    namespaces.some((namespace) => topic.startsWith(`${namespace}.`)),
  );
  if (mine.length > 0) await admin.deleteTopics({ topics: mine });
  await admin.disconnect();
});

busContract('Kafka', async () => {
  const namespace = newNamespace();
  return { open: async () => new KafkaBus({ brokers, namespace }), destroy: async () => undefined };
});

const one: TopicWithGroups = {
  name: 'newsmill.one',
  partitions: 1,
  cleanup: 'delete',
  groups: ['newsmill-g'],
};

async function collect(messages: AsyncIterable<StoredMessage>): Promise<StoredMessage[]> {
  const found: StoredMessage[] = [];
  for await (const message of messages) found.push(message);
  return found;
}

const textOf = (message: StoredMessage): string => Buffer.from(message.value).toString();
const numbered = (topic: string, count: number, keys = 1) =>
  Array.from({ length: count }, (_, i) => ({
    topic,
    key: `key-${i % keys}`,
    value: Buffer.from(String(i)),
    headers: {},
  }));

/** Polls until `count` have come. */
async function take(consumer: Consumer, count: number): Promise<StoredMessage[]> {
  const taken: StoredMessage[] = [];
  while (taken.length < count) {
    const messages = await consumer.poll(count - taken.length, 60_000);
    if (messages.length === 0) throw new Error(`${taken.length} of ${count} have come`);
    taken.push(...messages);
  }
  return taken;
}

/**
 * Takes five of ten messages, acknowledges all but the third and the last, says so, and goes on until it is
 * killed.
 */
const halfDone = `
  import { openKafkaBus } from '@newsmill/bus';
  const [, brokers, namespace] = process.argv;
  const bus = await openKafkaBus({ brokers: brokers.split(','), namespace });
  const consumer = await bus.consume({ group: 'newsmill-g', topics: ['newsmill.one'], maxBytesInFlight: 1e6 });
  const messages = [];
  while (messages.length < 5) messages.push(...await consumer.poll(5 - messages.length, 60_000));
  await consumer.acknowledge([messages[3], messages[1], messages[0]]);
  process.stdout.write('acknowledged');
`;

describe('Kafka bus', () => {
  const open = new Set<Bus>();
  let namespace: string;
  const openBus = (options: Partial<KafkaBusOptions> = {}): Bus => {
    const bus = new KafkaBus({ brokers, namespace, report: () => undefined, ...options });
    open.add(bus);
    return bus;
  };
  const consumeOne = (bus: Bus) =>
    bus.consume({ group: 'newsmill-g', topics: [one.name], maxBytesInFlight: 10_000_000 });
  beforeEach(() => {
    namespace = newNamespace();
  });
  afterEach(async () => {
    await Promise.all([...open].map((bus) => bus.close()));
    open.clear();
  });

  it('keeps what was acknowledged when the process is killed, in whatever order', async () => {
    const bus = openBus();
    await bus.createTopics([one]);
    await bus.publish(numbered(one.name, 10));
    const child = spawn(
      process.execPath,
      [
        '--conditions=newsmill-source',
        '--no-warnings',
        '--input-type=module',
        '-e',
        halfDone,
        brokers.join(','),
        namespace,
      ],
      { cwd: fileURLToPath(new URL('..', import.meta.url)), stdio: ['ignore', 'pipe', 'inherit'] },
    );
    await new Promise((resolve) => child.stdout.once('data', resolve));
    const gone = new Promise((resolve) => child.once('close', resolve));
    child.kill('SIGKILL');
    await gone;
    expect(await bus.lag('newsmill-g')).toMatchObject([{ topic: one.name, messages: 8 }]);
    const left = ['2', '4', '5', '6', '7', '8', '9'];
    expect((await collect(bus.backlog(one.name, 'newsmill-g'))).map(textOf)).toEqual(left);
    const next = await consumeOne(bus);
    const messages = await take(next, left.length);
    expect(messages.map(textOf)).toEqual(left);
    await next.acknowledge(messages);
    expect(await bus.lag('newsmill-g')).toMatchObject([{ messages: 0 }]);
  });

  /** Takes a topic away and makes it anew. */
  async function makeAgain(topic: TopicWithGroups): Promise<void> {
    const admin = new kafkajs.Kafka({ brokers: [...brokers], logLevel: 0 }).admin();
    await admin.connect();
    await admin.deleteTopics({ topics: [topic.name.replace('newsmill', namespace)] });
    await admin.disconnect();
    const made = Date.now() + 60_000;
    for (;;)
      try {
        await openBus().createTopics([topic]);
        return;
      } catch (error) {
        // The old one is still being taken away.
        if (Date.now() > made) throw error;
        await new Promise((resolve) => setTimeout(resolve, 200));
      }
  }

  it('goes on with a topic that was made again with fewer partitions', async () => {
    const bus = openBus();
    await bus.createTopics([{ ...one, partitions: 3 }]);
    const consumer = await consumeOne(bus);
    await bus.publish(numbered(one.name, 12, 12));
    const old = await take(consumer, 12);
    expect(new Set(old.map(({ partition }) => partition)).size).toBe(3);
    await makeAgain(one);
    // What is in hand is of partitions that are gone.
    await consumer.acknowledge(old).catch(() => undefined);
    // The reader finds out that there are fewer, while there is nothing to read.
    await new Promise((resolve) => setTimeout(resolve, 8_000));
    await openBus().publish(numbered(one.name, 6).map((message) => ({ ...message, key: 'again' })));
    const again: StoredMessage[] = [];
    while (again.length < 6)
      again.push(...(await consumer.poll(10, 1_000)).filter(({ key }) => key === 'again'));
    await consumer.acknowledge(again);
    expect(await openBus().lag('newsmill-g')).toMatchObject([{ topic: one.name, messages: 0 }]);
    await consumer.close();
  });

  it('takes nothing of a topic that was made again for done, nor what is in hand of the old one for its own', async () => {
    const bus = openBus();
    await bus.createTopics([one]);
    await bus.publish(numbered(one.name, 6));
    const consumer = await consumeOne(bus);
    const old = await take(consumer, 6);
    await consumer.acknowledge(old.slice(1, 3));
    await makeAgain(one);
    // The broker knows nothing of the group any more, and learns something wrong.
    await consumer.acknowledge(old.slice(0, 5));
    // The reader finds out that it begins anew, while there is nothing to read.
    await new Promise((resolve) => setTimeout(resolve, 8_000));
    await bus.publish(numbered(one.name, 6).map((message) => ({ ...message, value: Buffer.from('new') })));
    await consumer.close();
    const next = await consumeOne(bus);
    expect((await take(next, 6)).map(({ offset }) => offset)).toEqual(['0', '1', '2', '3', '4', '5']);
  });

  it.each([
    ['plain', pageFetched.name],
    ['zstd', one.name],
  ])('sends more than a batch may hold at once: %s', async (_codec, topic) => {
    const bus = openBus();
    await bus.createTopics([{ ...one, name: topic }]);
    const messages = Array.from({ length: 60 }, (_, i) => ({
      topic,
      key: 'k',
      value: i === 30 ? randomBytes(1_000_000) : randomBytes(50_000),
      headers: { number: String(i), umlaut: 'ü金' },
    }));
    await Promise.all([
      bus.publish(messages.slice(0, 20)),
      bus.publish(messages.slice(20, 40)),
      bus.publish(messages.slice(40)),
    ]);
    const found = await collect(bus.browse(topic));
    expect(found.map(({ headers }) => headers)).toEqual(messages.map(({ headers }) => headers));
    expect(
      found.every(({ value }, i) => Buffer.compare(value, messages[i]?.value ?? Buffer.alloc(0)) === 0),
    ).toBe(true);
  });

  it('refuses a message that is too large, by name, and sends nothing of the call', async () => {
    const bus = openBus();
    await bus.createTopics([one]);
    const refused = bus.publish([
      ...numbered(one.name, 1),
      { topic: one.name, key: 'whale', value: new Uint8Array(1_100_000), headers: {} },
    ]);
    await expect(refused).rejects.toBeInstanceOf(MessageTooLarge);
    await expect(refused).rejects.toMatchObject({
      key: 'whale',
      message: expect.stringMatching(/"whale" has 11000\d\d bytes, the limit is 1048000/),
    });
    expect(await collect(bus.browse(one.name))).toEqual([]);
    const large = openBus({ maxMessageBytes: 2_000_000 });
    await expect(
      large.publish([{ topic: one.name, key: 'whale', value: randomBytes(1_500_000), headers: {} }]),
    ).rejects.toBeInstanceOf(MessageTooLarge);
    await large.publish(numbered(one.name, 1));
    expect(await collect(bus.browse(one.name))).toHaveLength(1);
  });

  it('loses nothing, keeps the order of each key and doubles next to nothing while members come and go', async () => {
    const bus = openBus();
    const topic = { ...one, partitions: 4 };
    await bus.createTopics([topic]);
    const total = 3_000;
    const handled = new Map<string, number[]>();
    let count = 0;
    let again = 0;
    const work = async (member: { readonly consumer: Consumer; isOver: boolean }): Promise<void> => {
      while (!member.isOver) {
        const messages = await member.consumer.poll(20, 200);
        for (const message of messages) {
          const numbers = handled.get(message.key) ?? [];
          handled.set(message.key, numbers);
          if (numbers.includes(Number(textOf(message)))) again += 1;
          else count += numbers.push(Number(textOf(message))) > 0 ? 1 : 0;
        }
        await new Promise((resolve) => setTimeout(resolve, 20));
        await member.consumer.acknowledge([...messages].reverse());
      }
      await member.consumer.close();
    };
    const join = async (from: Bus) => {
      const member = { consumer: await consumeOne(from), isOver: false };
      return { member, end: work(member) };
    };
    const first = await join(bus);
    const members: Awaited<ReturnType<typeof join>>[] = [];
    for (let round = 0; round < 30; round += 1) {
      await bus.publish(numbered(topic.name, total, 50).slice(round * 100, round * 100 + 100));
      if (round === 3 || round === 10) members.push(await join(openBus()));
      if (round === 20) first.member.isOver = true;
      await new Promise((resolve) => setTimeout(resolve, 300));
    }
    await first.end;
    for (const until = Date.now() + 150_000; count < total && Date.now() < until; )
      await new Promise((resolve) => setTimeout(resolve, 50));
    for (const { member } of members) member.isOver = true;
    await Promise.all(members.map(({ end }) => end));
    expect(count).toBe(total);
    // Members that come get partitions when these are finished; members that go have finished theirs.
    expect(again).toBeLessThanOrEqual(total * 0.02);
    for (const numbers of handled.values()) expect(numbers).toEqual([...numbers].sort((a, b) => a - b));
    expect(await bus.lag('newsmill-g')).toMatchObject([{ messages: 0 }]);
  });

  it('tells a member that takes too long what has gone to another meanwhile', async () => {
    const bus = openBus();
    const topic = { ...one, partitions: 4 };
    await bus.createTopics([topic]);
    await bus.publish(numbered(topic.name, 40, 20));
    const slow = await consumeOne(bus);
    const taken = await take(slow, 40);
    expect(await slow.held(taken)).toHaveLength(40);
    // What is in hand is waited for, but not for ever.
    const quick = await consumeOne(openBus());
    const [first] = await take(quick, 1);
    const gone = [first, ...(await quick.poll(40, 0))].map((message) => message?.partition);
    const held = await slow.held(taken);
    expect(held.length).toBeGreaterThan(0);
    expect(held).toEqual(taken.filter(({ partition }) => held.some((each) => each.partition === partition)));
    expect(held.filter(({ partition }) => gone.includes(partition))).toEqual([]);
    await slow.acknowledge(held);
    await take(quick, 40 - held.length - gone.length);
  });

  it('commits on close what was acknowledged before', async () => {
    const bus = openBus();
    await bus.createTopics([one]);
    await bus.publish(numbered(one.name, 500));
    const consumer = await consumeOne(bus);
    const messages = await take(consumer, 500);
    const acknowledged = Promise.all(
      Array.from({ length: 50 }, (_, i) => consumer.acknowledge(messages.slice(i * 10, i * 10 + 10))),
    );
    await consumer.close();
    await acknowledged;
    expect(await bus.lag('newsmill-g')).toMatchObject([{ messages: 0 }]);
  });

  it('sets few timers while there is nothing to do', async () => {
    const bus = openBus();
    await bus.createTopics([one]);
    await bus.publish(numbered(one.name, 1));
    const consumers = [await consumeOne(bus), await consumeOne(bus), await consumeOne(bus)];
    await Promise.any(consumers.map((consumer) => take(consumer, 1)));
    await new Promise((resolve) => setTimeout(resolve, 2_000));
    const setTimer = globalThis.setTimeout;
    let timers = 0;
    const counted = (...parameters: Parameters<typeof setTimer>) => {
      timers += 1;
      return setTimer(...parameters);
    };
    globalThis.setTimeout = Object.assign(counted, setTimer);
    await new Promise((resolve) => setTimer(resolve, 3_000));
    globalThis.setTimeout = setTimer;
    // 9,000 without the cure.
    expect(timers).toBeLessThan(300);
  });

  it('restarts a consumer that shows no sign of life', async () => {
    const reports: KafkaReport[] = [];
    const bus = openBus({ stallMs: 400, report: (report) => reports.push(report) });
    await bus.createTopics([one]);
    const consumer = await consumeOne(bus);
    // The next heartbeat comes later than that.
    for (const until = Date.now() + 120_000; reports.length < 1 && Date.now() < until; )
      await new Promise((resolve) => setTimeout(resolve, 50));
    expect(reports[0]).toMatchObject({
      kind: 'consumer-restarts',
      detail: expect.stringContaining('no heartbeat'),
    });
    await openBus().publish(numbered(one.name, 3));
    const seen = new Set<string>();
    while (seen.size < 3)
      for (const message of await consumer.poll(10, 500).catch(() => [])) seen.add(textOf(message));
    expect([...seen]).toEqual(['0', '1', '2']);
  });
});
