import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Ajv2020 } from 'ajv/dist/2020.js';
import kafkajs, { type KafkaMessage } from 'kafkajs';
import { readFileSync } from 'node:fs';
import { openKafkaBus } from '@newsmill/bus';
import { alertReplayed, channelPushed, writeMessage } from '@newsmill/contracts';
import { judgeDrill } from '../oracle/judge-drill.ts';
import { openKafkaGround, type KafkaGround } from './kafka-ground.ts';
import { runCommand } from '../processes/run-command.ts';
import { serverStartLimitMs } from './start-servers.ts';
import { untilAtRest } from '../processes/start-mill.ts';
import { startServices, type Services } from '../processes/start-services.ts';

interface Ref {
  readonly $ref: string;
}
interface AsyncApi {
  readonly channels: Readonly<
    Record<
      string,
      {
        readonly address: string;
        readonly messages: Readonly<Record<string, Ref>>;
        readonly bindings: {
          readonly kafka: {
            readonly partitions: number;
            readonly topicConfiguration: Readonly<Record<string, number | readonly string[]>>;
          };
        };
      }
    >
  >;
  readonly operations: Readonly<
    Record<
      string,
      {
        readonly action: string;
        readonly bindings?: { readonly kafka: { readonly groupId: { readonly const: string } } };
      }
    >
  >;
  readonly servers: Readonly<Record<string, { readonly protocol: string }>>;
}

const read = (path: string) => readFileSync(new URL(`../../docs/${path}`, import.meta.url), 'utf8');
const contract: AsyncApi = JSON.parse(read('asyncapi.json'));
/** The topics that are there without extensions. */
const channels = Object.values(contract.channels).filter(({ address }) => !address.includes('{'));

/** First cell of each row of the table of topics, with its groups and partitions. */
function tabledTopics(): { name: string; partitions: number; groups: string[] }[] {
  const [, part = ''] = read('topics.md').split('## All topics');
  const [table = ''] = part.split('## Topics of extensions');
  return [...table.matchAll(/^\| `([^`]+)` \|.*\| (\d+) \|[^|]*\| ([^|]*) \|$/gm)].map(
    ([, name = '', partitions, groups = '']) => ({
      name,
      partitions: Number(partitions),
      groups: [...groups.matchAll(/`([^`]+)`/g)].map(([, group = '']) => group),
    }),
  );
}

describe('what the documents say of Kafka', () => {
  const messages = new Map<string, KafkaMessage[]>();
  let partitions = '';
  let ground: KafkaGround;
  let services: Services;
  let began: number;

  beforeAll(async () => {
    ground = await openKafkaGround('kafka', {
      articles: 60,
      seed: 21,
      delay: '0ms',
      interval: '1s',
      life: true,
    });
    began = Date.now();
    services = await startServices(() => ({
      ...ground.settings,
      ...(partitions === '' ? {} : { NEWSMILL_KAFKA_PARTITIONS: partitions }),
    }));
    await untilAtRest(services.address, 40, 240_000);
    await publishOwn();
    await readAll();
  }, serverStartLimitMs);
  afterAll(async () => {
    await services?.stop();
    await ground?.close();
  });

  /** What comes of hubs and of failed alerts, as the mill writes it. */
  async function publishOwn(): Promise<void> {
    const bus = await openKafkaBus({ brokers: ground.brokers });
    const time = Date.now();
    await bus.publish([
      {
        topic: channelPushed.name,
        ...writeMessage(
          channelPushed,
          { channel: 'none', sourceId: 'none', contentType: 'text/xml', body: 'PGE+', at: time },
          { key: 'none', source: 'fetch', time },
        ),
      },
      {
        topic: alertReplayed.name,
        ...writeMessage(
          alertReplayed,
          {
            search: 'none',
            delivery: { id: 'd', articles: [], missed: 0, createdAt: time, attempt: 0, dueAt: time },
          },
          { key: 'none', source: 'alert', time },
        ),
      },
    ]);
    await bus.close();
  }

  /** Everything that lies in the topics of the mill, by a client of its own. */
  async function readAll(): Promise<void> {
    const consumer = ground.client.consumer({ groupId: 'a-stranger' });
    await consumer.connect();
    const topics = channels.map(({ address }) => address);
    await consumer.subscribe({ topics, fromBeginning: true });
    const unread = new Map<string, number>();
    for (const topic of topics)
      for (const { partition, high, low } of await ground.admin.fetchTopicOffsets(topic))
        if (Number(high) > Number(low)) unread.set(`${topic}/${partition}`, Number(high) - 1);
    await new Promise<void>((resolve) => {
      void consumer.run({
        eachMessage: async ({ topic, partition, message }) => {
          messages.set(topic, [...(messages.get(topic) ?? []), message]);
          const place = `${topic}/${partition}`;
          if (Number(message.offset) >= (unread.get(place) ?? Infinity)) unread.delete(place);
          if (unread.size === 0) resolve();
        },
      });
    });
    await consumer.disconnect();
    await ground.admin.deleteGroups(['a-stranger']);
  }

  it('names the topics that are there, with their partitions and configuration, and no others', async () => {
    const found = (await ground.admin.listTopics()).filter((name) => !name.startsWith('__')).toSorted();
    expect(channels.map(({ address }) => address).toSorted()).toEqual(found);
    expect(
      tabledTopics()
        .map(({ name }) => name)
        .toSorted(),
    ).toEqual(found);
    const { topics } = await ground.admin.fetchTopicMetadata({ topics: found });
    const counts = Object.fromEntries(topics.map(({ name, partitions: all }) => [name, all.length]));
    expect(
      Object.fromEntries(channels.map(({ address, bindings }) => [address, bindings.kafka.partitions])),
    ).toEqual(counts);
    expect(Object.fromEntries(tabledTopics().map(({ name, partitions: count }) => [name, count]))).toEqual(
      counts,
    );
    const { resources } = await ground.admin.describeConfigs({
      includeSynonyms: false,
      resources: found.map((name) => ({ type: kafkajs.ConfigResourceTypes.TOPIC, name })),
    });
    for (const { address, bindings } of channels) {
      const entries = resources.find(({ resourceName }) => resourceName === address)?.configEntries ?? [];
      for (const [name, value] of Object.entries(bindings.kafka.topicConfiguration))
        expect([address, name, entries.find(({ configName }) => configName === name)?.configValue]).toEqual([
          address,
          name,
          Array.isArray(value) ? value.join(',') : String(value),
        ]);
    }
  });

  it('names the consumer groups that are there, and no others', async () => {
    const found = (await ground.admin.listGroups()).groups.map(({ groupId }) => groupId).toSorted();
    const described = Object.values(contract.operations)
      .flatMap(({ bindings }) => bindings?.kafka.groupId.const ?? [])
      .toSorted();
    expect(described).toEqual(found);
    expect(
      tabledTopics()
        .flatMap(({ groups }) => groups)
        .toSorted(),
    ).toEqual(found);
  });

  it('describes headers and values of every message that lies there', () => {
    const validator = new Ajv2020({ strict: false, allErrors: true, validateFormats: false });
    validator.addSchema(contract, 'contract');
    const problems: string[] = [];
    const empty: string[] = [];
    for (const [channel, { address, messages: carried }] of Object.entries(contract.channels)) {
      if (address.includes('{')) continue;
      const found = messages.get(address) ?? [];
      if (found.length === 0) empty.push(address);
      const [key = ''] = Object.keys(carried);
      const message = `contract#/components/messages/${key}`;
      const headers = validator.compile({ $ref: `${message}/headers` });
      const isJson =
        Reflect.get(Object(Reflect.get(contract, 'components')).messages[key], 'contentType') ===
        'application/json';
      const payload = isJson ? validator.compile({ $ref: `${message}/payload` }) : undefined;
      for (const one of found) {
        const texts = Object.fromEntries(
          Object.entries(one.headers ?? {}).map(([name, value]) => [name, String(value)]),
        );
        if (!headers(texts)) problems.push(`${channel}: ${validator.errorsText(headers.errors)}`);
        if (texts['ce_specversion'] !== '1.0' || texts['ce_id'] === undefined)
          problems.push(`${channel}: no CloudEvents header: ${JSON.stringify(texts).slice(0, 300)}`);
        if (payload !== undefined && !payload(JSON.parse(String(one.value))))
          problems.push(`${channel}: ${validator.errorsText(payload.errors)}`);
      }
    }
    expect(problems).toEqual([]);
    // A try that fails is rare here, and the third more so.
    expect(empty.filter((address) => !address.includes('.retry.'))).toEqual([]);
    expect(Object.values(contract.servers).map(({ protocol }) => protocol)).toEqual([
      'kafka',
      'kafka-secure',
    ]);
  });

  it('holds for the list of removed dead letters, which comes with the first replay', async () => {
    expect((await runCommand(['dead', 'replay', '--all'], ground.settings)).code).toBe(0);
    const found = (await ground.admin.listTopics()).filter((name) => !name.startsWith('__'));
    const known = new Set(channels.map(({ address }) => address));
    expect(found.filter((name) => !known.has(name))).toEqual(['newsmill.dead.removed']);
    expect(read('topics.md')).toContain('`newsmill.dead.removed`');
  });

  it('lets partitions be raised in flow: nothing is lost, nothing doubled', async () => {
    partitions = '9';
    ground.web.phase(2);
    await services.kill('clean');
    await services.start('clean');
    const { topics } = await ground.admin.fetchTopicMetadata({
      topics: ['newsmill.page.fetched', 'newsmill.dead'],
    });
    expect(Object.fromEntries(topics.map(({ name, partitions: all }) => [name, all.length]))).toEqual({
      'newsmill.page.fetched': 9,
      'newsmill.dead': 1,
    });
    await untilAtRest(services.address, 40, 240_000);
    await services.stop();
    expect(await judgeDrill(ground.web, ground.settings, began)).toMatchObject({
      lost: [],
      doubled: [],
      fateless: [],
      unbalanced: [],
    });
  }, 480_000);
});
