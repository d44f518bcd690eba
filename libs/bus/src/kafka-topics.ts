import { setTimeout as sleep } from 'node:timers/promises';
import type { Admin, ConfigEntries, ITopicConfig } from 'kafkajs';
import type { TopicConfig } from '@newsmill/contracts';
import { UnknownTopic } from './bus.ts';
import type { KafkaClient } from './kafka-client.ts';
import { isKafkaError } from './kafka-errors.ts';
import { kafkajs } from './kafka-internals.ts';
import { reportTo, type KafkaBusOptions, type KafkaReport } from './kafka-options.ts';

const leadersWaitMs = 15_000;
/** What brokers answer for a partition whose leader they are not yet, or do not know yet. */
const leaderlessErrors = ['LEADER_NOT_AVAILABLE', 'NOT_LEADER_FOR_PARTITION', 'NOT_LEADER_OR_FOLLOWER'];

type TopicOptions = Pick<KafkaBusOptions, 'replicationFactor' | 'partitions' | 'report'>;

/**
 * Makes the topics that are missing and waits until they can be written; gives those that are there as many
 * partitions as were asked for. Answers the names (Kafka's) of those that it made. What else differs in a
 * topic that is there is reported, never changed. `compared`: what was looked at before, and need not be
 * again.
 */
export async function createTopics(
  client: KafkaClient,
  topics: readonly TopicConfig[],
  options: TopicOptions,
  compared: Set<string> = new Set(),
): Promise<readonly string[]> {
  const wanted = new Map(
    topics.map((topic) => [
      client.names.topic(topic.name),
      topic.partitions > 1 ? { ...topic, partitions: options.partitions ?? topic.partitions } : topic,
    ]),
  );
  const missing = await client.missing('createTopics', [...wanted.keys()]);
  if (missing.length === 0 && [...wanted.keys()].every((name) => compared.has(name))) return [];
  const admin = client.kafka.admin({ retry: { retries: 4 } });
  try {
    await admin.connect();
    if (missing.length > 0)
      await admin.createTopics({
        waitForLeaders: false,
        timeout: 10_000,
        topics: missing.flatMap((name) => {
          const topic = wanted.get(name);
          return topic === undefined ? [] : [newTopic(name, topic, options.replicationFactor)];
        }),
      });
    await waitForLeaders(client, missing);
    if (options.partitions !== undefined) await addPartitions(client, admin, wanted);
    for (const report of await compare(client, admin, wanted)) reportTo(options)(report);
    for (const name of wanted.keys()) compared.add(name);
    return missing;
  } catch (error) {
    throw refusalOf(error) ?? client.problem('createTopics', error);
  } finally {
    await Promise.allSettled([admin.disconnect()]);
  }
}

/** Where that is refused (another process was first, or this user may not), the comparison tells what is left. */
async function addPartitions(
  client: KafkaClient,
  admin: Admin,
  wanted: ReadonlyMap<string, TopicConfig>,
): Promise<void> {
  for (const [topic, { partitions: count }] of wanted) {
    const isShort = async () => (await client.partitions('createTopics', topic)).length < count;
    if (!(await isShort())) continue;
    const isAdded = await admin
      .createPartitions({ timeout: 10_000, topicPartitions: [{ topic, count }] })
      .then(
        () => true,
        (error: unknown) => {
          if (isKafkaError(error, 'INVALID_PARTITIONS')) return true;
          if (isKafkaError(error, 'TOPIC_AUTHORIZATION_FAILED')) return false;
          throw error;
        },
      );
    // The brokers learn of them a little later.
    for (const until = performance.now() + leadersWaitMs; isAdded && performance.now() < until; ) {
      await client.forget();
      if (!(await isShort())) break;
      await sleep(100);
    }
  }
}

function newTopic(name: string, topic: TopicConfig, replicationFactor: number | undefined): ITopicConfig {
  const configEntries = [...configOf(topic)].map(([entry, value]) => ({ name: entry, value }));
  if (replicationFactor !== undefined && replicationFactor >= 3)
    configEntries.push({ name: 'min.insync.replicas', value: '2' });
  return {
    topic: name,
    numPartitions: topic.partitions,
    replicationFactor: replicationFactor ?? -1,
    configEntries,
  };
}

/** What the contract says about a topic, in Kafka's words. Kafka counts bytes for each partition. */
function configOf(topic: TopicConfig): ReadonlyMap<string, string> {
  const config = new Map<string, string>([['cleanup.policy', topic.cleanup]]);
  if (topic.retentionMs !== undefined) config.set('retention.ms', String(topic.retentionMs));
  if (topic.retentionBytes !== undefined)
    config.set('retention.bytes', String(Math.ceil(topic.retentionBytes / topic.partitions)));
  return config;
}

async function waitForLeaders(client: KafkaClient, names: readonly string[]): Promise<void> {
  const until = performance.now() + leadersWaitMs;
  for (const name of names) {
    for (;;) {
      try {
        await client.ranges('createTopics', name);
        break;
      } catch (error) {
        // The brokers learn of a new topic, and of their part in it, a little later.
        const isNew = error instanceof UnknownTopic || isKafkaError(error, ...leaderlessErrors);
        if (!isNew || performance.now() > until) throw error;
        await sleep(100);
      }
    }
  }
}

async function compare(
  client: KafkaClient,
  admin: Admin,
  wanted: ReadonlyMap<string, TopicConfig>,
): Promise<KafkaReport[]> {
  const { resources } = await admin.describeConfigs({
    includeSynonyms: false,
    resources: [...wanted].map(([name, topic]) => ({
      type: kafkajs.ConfigResourceTypes.TOPIC,
      name,
      configNames: [...configOf(topic).keys()],
    })),
  });
  const reports: KafkaReport[] = [];
  for (const [name, topic] of wanted) {
    const partitions = (await client.partitions('createTopics', name)).length;
    const entries = resources.find(({ resourceName }) => resourceName === name)?.configEntries ?? [];
    const differences = [
      ...(partitions < topic.partitions ? [`${partitions} partitions instead of ${topic.partitions}`] : []),
      ...configDifferences(topic, entries),
    ];
    if (differences.length > 0)
      reports.push({
        kind: 'topic-differs',
        detail: `the topic ${name} has ${differences.join(', ')}; it is used as it is, change it with kafka-configs or kafka-topics if that was not meant`,
      });
  }
  return reports;
}

function configDifferences(
  topic: TopicConfig,
  entries: readonly Pick<ConfigEntries, 'configName' | 'configValue'>[],
): string[] {
  return [...configOf(topic)].flatMap(([name, value]) => {
    const found = entries.find(({ configName }) => configName === name)?.configValue;
    return found === undefined || found === value ? [] : [`${name}=${found} instead of ${value}`];
  });
}

/** A broker that says no to a topic: trying again would not help. */
function refusalOf(error: unknown): Error | undefined {
  const errors: unknown =
    typeof error === 'object' && error !== null ? Reflect.get(error, 'errors') : undefined;
  if (!Array.isArray(errors)) return undefined;
  const refusals = errors
    .filter((each: { readonly type?: string }) => each.type !== 'TOPIC_ALREADY_EXISTS')
    .map((each: { readonly topic?: string; readonly message?: string }) => `${each.topic}: ${each.message}`);
  return new Error(`createTopics: the brokers refuse ${refusals.join('; ')}`, { cause: error });
}
