import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { TopicWithGroups } from '@newsmill/contracts';
import { serverStartLimitMs, startServers } from '../../../test/servers/start-servers.ts';
import { UnknownTopic, type Bus, type StoredMessage } from './bus.ts';
import { KafkaBus } from './kafka-bus.ts';
import { kafkajs } from './kafka-internals.ts';
import { KafkaNames } from './kafka-names.ts';
import type { KafkaReport } from './kafka-options.ts';

it('keeps names of several mills apart', () => {
  const [ours, theirs] = [new KafkaNames('newsmill'), new KafkaNames('blue')];
  expect([
    ours.topic('newsmill.page.fetched'),
    theirs.topic('newsmill.page.fetched'),
    theirs.topic('other'),
  ]).toEqual(['newsmill.page.fetched', 'blue.page.fetched', 'blue.other']);
  expect([
    ours.group('newsmill-clean', 'newsmill.x'),
    theirs.group('newsmill-clean', 'newsmill.x'),
    theirs.group('g', 'x'),
  ]).toEqual(['newsmill-clean:newsmill.x', 'blue-clean:blue.x', 'blue-g:blue.x']);
  expect(theirs.portTopic('blue.page.fetched')).toBe('newsmill.page.fetched');
});

describe('Kafka topics', () => {
  const open = new Set<Bus>();
  const topics: string[] = [];
  let brokers: readonly string[];
  let namespace: string;
  const openBus = (report?: (report: KafkaReport) => void, partitions?: number): Bus => {
    const bus = new KafkaBus({ brokers, namespace, report, partitions });
    open.add(bus);
    return bus;
  };
  const withAdmin = async <T>(
    work: (admin: ReturnType<InstanceType<typeof kafkajs.Kafka>['admin']>) => Promise<T>,
  ): Promise<T> => {
    const admin = new kafkajs.Kafka({ brokers: [...brokers], logLevel: 0 }).admin();
    await admin.connect();
    try {
      return await work(admin);
    } finally {
      await admin.disconnect();
    }
  };
  const topic = (name: string, change: Partial<TopicWithGroups> = {}): TopicWithGroups => {
    topics.push(`${namespace}.${name}`);
    return { name: `newsmill.${name}`, partitions: 3, cleanup: 'delete', groups: ['newsmill-g'], ...change };
  };
  const numbered = (to: TopicWithGroups, count: number) =>
    Array.from({ length: count }, (_, i) => ({
      topic: to.name,
      key: `key-${i}`,
      value: Buffer.from(String(i)),
      headers: {},
    }));
  const collect = async (messages: AsyncIterable<StoredMessage>): Promise<string[]> => {
    const found: string[] = [];
    for await (const { value } of messages) found.push(Buffer.from(value).toString());
    return found;
  };
  beforeAll(async () => {
    brokers = (await startServers(['kafka'])).kafka.brokers;
  }, serverStartLimitMs);
  beforeEach(() => {
    namespace = `test-${randomUUID()}`;
  });
  afterEach(async () => {
    await Promise.all([...open].map((bus) => bus.close()));
    open.clear();
  });
  afterAll(() =>
    withAdmin(async (admin) => {
      const there = new Set(await admin.listTopics());
      await admin.deleteTopics({
        topics: topics.flatMap((name) => [name, `${name}.removed`]).filter((name) => there.has(name)),
      });
    }),
  );

  it('makes topics as the contracts say, and reports those that differ without changing them', async () => {
    const reports: KafkaReport[] = [];
    const pages = topic('pages', { retentionMs: 3_600_000, retentionBytes: 3_000_000 });
    await openBus((report) => reports.push(report)).createTopics([
      pages,
      topic('facts', { cleanup: 'compact' }),
    ]);
    expect(reports).toEqual([]);
    await openBus((report) => reports.push(report)).createTopics([
      { ...pages, partitions: 5, retentionMs: 7_200_000 },
    ]);
    expect(reports).toEqual([
      {
        kind: 'topic-differs',
        detail: expect.stringMatching(
          /\.pages has 3 partitions instead of 5, retention\.ms=3600000 instead of 7200000, retention\.bytes=1000000 instead of 600000; it is used as it is/,
        ),
      },
    ]);
    const config = await withAdmin((admin) =>
      admin.describeConfigs({
        includeSynonyms: false,
        resources: [{ type: kafkajs.ConfigResourceTypes.TOPIC, name: `${namespace}.facts` }],
      }),
    );
    expect(config.resources[0]?.configEntries).toContainEqual(
      expect.objectContaining({ configName: 'cleanup.policy', configValue: 'compact' }),
    );
  });

  it('gives topics the partitions that are asked for, more to those that are there, never fewer', async () => {
    const [several, single] = [topic('several', { partitions: 6 }), topic('single', { partitions: 1 })];
    const counts = () =>
      withAdmin(async (admin) => {
        const { topics: found } = await admin.fetchTopicMetadata({
          topics: [several, single].map(({ name }) => name.replace('newsmill', namespace)),
        });
        // They come in no order.
        const sizes = new Map(found.map(({ name, partitions }) => [name, partitions.length]));
        return [several, single].map(({ name }) => sizes.get(name.replace('newsmill', namespace)));
      });
    const reports: KafkaReport[] = [];
    const begin = async (partitions: number | undefined): Promise<Bus> => {
      const bus = openBus((report) => {
        // A coordinator that is just loading is no matter of topics.
        if (report.kind === 'topic-differs') reports.push(report);
      }, partitions);
      await bus.createTopics([several, single]);
      return bus;
    };
    const before = await begin(3);
    expect(await counts()).toEqual([3, 1]);
    await before.publish(numbered(several, 20));
    const consumer = await before.consume({
      group: 'newsmill-g',
      topics: [several.name],
      maxBytesInFlight: 1_000_000,
    });
    await Promise.all([begin(7), begin(7)]);
    expect(await counts()).toEqual([7, 1]);
    await begin(4);
    await begin(undefined);
    expect([await counts(), reports]).toEqual([[7, 1], []]);
    const after = await begin(7);
    await after.publish(numbered(several, 200));
    // A member that was there before learns of the new partitions within a minute.
    let seen = 0;
    for (const end = Date.now() + 150_000; seen < 220 && Date.now() < end; ) {
      const messages = await consumer.poll(500, 1_000);
      await consumer.acknowledge(messages);
      seen += messages.length;
    }
    expect(seen).toBe(220);
    expect(await after.lag('newsmill-g')).toMatchObject([
      { topic: several.name, messages: 0 },
      { topic: single.name, messages: 0 },
    ]);
  }, 240_000);

  it('makes the same topics at the same time from several processes', async () => {
    const several = [topic('a'), topic('b'), topic('c')];
    await Promise.all([openBus(), openBus(), openBus()].map((bus) => bus.createTopics(several)));
    const bus = openBus();
    await Promise.all(several.map((each) => bus.publish(numbered(each, 5))));
    await Promise.all(
      several.map(async (each) => expect(await collect(bus.browse(each.name))).toHaveLength(5)),
    );
  });

  it('says at once that a topic is not there', async () => {
    const bus = openBus();
    for (const operation of [
      bus.publish(numbered(topic('nowhere'), 1)),
      bus.consume({ group: 'newsmill-g', topics: ['newsmill.nowhere'], maxBytesInFlight: 1 }),
      collect(bus.browse('newsmill.nowhere')),
      collect(bus.backlog('newsmill.nowhere', 'newsmill-g')),
    ]) {
      await expect(operation).rejects.toBeInstanceOf(UnknownTopic);
    }
  });

  it('keeps the order of calls that do not wait for each other', async () => {
    const bus = openBus();
    const one = topic('one', { partitions: 1 });
    await bus.createTopics([one]);
    await Promise.all(numbered(one, 100).map((message) => bus.publish([message])));
    expect(await collect(bus.browse(one.name))).toEqual(Array.from({ length: 100 }, (_, i) => String(i)));
  });

  it('browses several partitions merged by time, each from the same offset', async () => {
    const bus = openBus();
    const many = topic('many', { partitions: 4 });
    await bus.createTopics([many]);
    for (const message of numbered(many, 40)) {
      await bus.publish([message]);
      await new Promise((resolve) => setTimeout(resolve, 2));
    }
    expect(await collect(bus.browse(many.name))).toEqual(Array.from({ length: 40 }, (_, i) => String(i)));
    expect(await collect(bus.browse(many.name, { limit: 5 }))).toEqual(['0', '1', '2', '3', '4']);
    const later: StoredMessage[] = [];
    for await (const message of bus.browse(many.name, { from: '5' })) later.push(message);
    expect(later.every(({ offset }) => Number(offset) >= 5)).toBe(true);
    expect(later.length).toBe(20);
  });

  it('lets consumers of one group read different topics, and tells the lag of all to every process', async () => {
    const bus = openBus();
    const [main, retry, idle] = [topic('main'), topic('retry', { partitions: 1 }), topic('idle')];
    await bus.createTopics([main, retry, idle]);
    await bus.publish([...numbered(main, 30), ...numbered(retry, 10)]);
    const consumers = await Promise.all(
      [main, retry].map(({ name }) =>
        bus.consume({ group: 'newsmill-g', topics: [name], maxBytesInFlight: 1_000_000 }),
      ),
    );
    for (const [place, consumer] of consumers.entries()) {
      const name = [main, retry][place]?.name;
      for (let left = place === 0 ? 20 : 10; left > 0; ) {
        const messages = await consumer.poll(left, 20_000);
        expect(messages.every((message) => message.topic === name)).toBe(true);
        await consumer.acknowledge(messages);
        left -= messages.length;
      }
    }
    const expected = [
      { topic: idle.name, messages: 0 },
      { topic: main.name, messages: 10 },
      { topic: retry.name, messages: 0 },
    ];
    expect(await bus.lag('newsmill-g')).toMatchObject(expected);
    // A process that was not told of the topics learns from the brokers of those that were read.
    expect(await openBus().lag('newsmill-g')).toMatchObject(expected.slice(1));
    const both = await openBus().consume({
      group: 'newsmill-other',
      topics: [main.name, retry.name],
      maxBytesInFlight: 1_000_000,
    });
    let count = 0;
    while (count < 40) count += (await both.poll(100, 20_000)).length;
    expect(count).toBe(40);
  });

  it('shows removals to other processes', async () => {
    const [bus, other] = [openBus(), openBus()];
    const dead = topic('dead', { partitions: 1, groups: [] });
    await bus.createTopics([dead]);
    await bus.publish(numbered(dead, 5));
    expect(await collect(other.browse(dead.name))).toHaveLength(5);
    await bus.remove(dead.name, [{ partition: 0, offset: '1' }]);
    expect(await collect(other.browse(dead.name))).toEqual(['0', '2', '3', '4']);
    await other.remove(dead.name, [
      { partition: 0, offset: '0' },
      { partition: 0, offset: '1' },
    ]);
    expect(await collect(bus.browse(dead.name))).toEqual(['2', '3', '4']);
    await withAdmin(async (admin) => {
      await admin.fetchTopicMetadata({ topics: [`${namespace}.dead`] });
      await admin.deleteTopicRecords({
        topic: `${namespace}.dead`,
        partitions: [{ partition: 0, offset: '3' }],
      });
    });
    // Markers of messages that are gone go with the next removal.
    await bus.remove(dead.name, [{ partition: 0, offset: '4' }]);
    expect(await collect(openBus().browse(dead.name))).toEqual(['3']);
    expect((await collect(openBus().browse(`${dead.name}.removed`))).slice(-3)).toEqual(['1', '', '']);
  });
});
