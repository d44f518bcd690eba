import type { Admin, KafkaConfig, Producer, RecordMetadata, TopicMessages } from 'kafkajs';
import type { KafkaAdmin, KafkaDriver, KafkaProducer, SentBatch } from './kafka-driver.ts';
import { kafkajs, makeCluster } from './kafka-internals.ts';
import { clientIdOf, type KafkaBusOptions } from './kafka-options.ts';

/** Retries of one send, with the same sequence numbers: time enough for another broker to take over. */
const retry = { retries: 4, initialRetryTime: 500, maxRetryTime: 4_000, factor: 0.2, multiplier: 2 };

/** kafkajs, with its lower layers. */
export function kafkajsDriver(options: KafkaBusOptions): KafkaDriver {
  const config = clientConfig(options);
  const kafka = new kafkajs.Kafka(config);
  return {
    openCluster: () => makeCluster(kafka, config),
    async openProducer() {
      const producer = kafka.producer({
        idempotent: true,
        maxInFlightRequests: 1,
        allowAutoTopicCreation: false,
        metadataMaxAge: 60_000,
        createPartitioner: kafkajs.Partitioners.DefaultPartitioner,
        retry,
      });
      await connect(producer);
      return new KafkajsProducer(producer);
    },
    async openAdmin() {
      const admin = kafka.admin({ retry: { retries: 4 } });
      await connect(admin);
      return new KafkajsAdmin(admin);
    },
  };
}

async function connect(client: Pick<Producer | Admin, 'connect' | 'disconnect'>): Promise<void> {
  try {
    await client.connect();
  } catch (error) {
    void Promise.allSettled([client.disconnect()]);
    throw error;
  }
}

/** Settings of the client: short patience below, the operations above decide how often they try. */
function clientConfig(options: KafkaBusOptions): KafkaConfig {
  const { tls, sasl } = options;
  return {
    brokers: [...options.brokers],
    clientId: clientIdOf(options),
    // As it is: the client looks into it for each new connection.
    ssl: tls ?? false,
    ...(sasl === undefined ? {} : { sasl: saslConfig(sasl) }),
    connectionTimeout: 3_000,
    authenticationTimeout: 5_000,
    requestTimeout: 10_000,
    retry: { retries: 1, initialRetryTime: 100, maxRetryTime: 1_000, factor: 0.2, multiplier: 2 },
    // What matters arrives as an error or a report; the rest would be noise without the fields of a note.
    logLevel: 0,
  };
}

/** The client looks into it when it logs in, and keeps things of its own there. */
function saslConfig(sasl: NonNullable<KafkaBusOptions['sasl']>): NonNullable<KafkaConfig['sasl']> {
  const login = {
    get username() {
      return sasl.username;
    },
    get password() {
      return sasl.password;
    },
  };
  switch (sasl.mechanism) {
    case 'plain':
      return Object.assign(login, { mechanism: sasl.mechanism });
    case 'scram-sha-256':
      return Object.assign(login, { mechanism: sasl.mechanism });
    case 'scram-sha-512':
      return Object.assign(login, { mechanism: sasl.mechanism });
  }
}

class KafkajsProducer implements KafkaProducer {
  readonly #producer: Producer;

  constructor(producer: Producer) {
    this.#producer = producer;
  }

  async send(batches: readonly SentBatch[], isCompressed: boolean): Promise<void> {
    const { None, ZSTD } = kafkajs.CompressionTypes;
    const topics = new Map<string, TopicMessages['messages']>();
    for (const { topic, partition, records } of batches)
      topics.set(topic, [
        ...(topics.get(topic) ?? []),
        ...records.map(({ headers, timestamp, ...record }) => ({
          ...record,
          headers: { ...headers },
          partition,
          timestamp: String(timestamp),
        })),
      ]);
    const topicMessages = [...topics].map(([topic, messages]) => ({ topic, messages }));
    const answers = await this.#producer.sendBatch({
      acks: -1,
      timeout: 10_000,
      compression: isCompressed ? ZSTD : None,
      topicMessages,
    });
    refuseGaps(batches, answers);
  }

  async close(): Promise<void> {
    await this.#producer.disconnect();
  }
}

/**
 * kafkajs answers without an error when a partition moved to another broker between two tries and was not
 * sent again.
 */
function refuseGaps(batches: readonly SentBatch[], answers: readonly (RecordMetadata | null)[]): void {
  const answered = new Set(answers.map((answer) => `${answer?.topicName}/${answer?.partition}`));
  const missing = batches.find(({ topic, partition }) => !answered.has(`${topic}/${partition}`));
  if (missing !== undefined)
    throw new Error(`no broker has answered for partition ${missing.partition} of ${missing.topic}`);
}

class KafkajsAdmin implements KafkaAdmin {
  readonly #admin: Admin;

  constructor(admin: Admin) {
    this.#admin = admin;
  }

  async createTopics(topics: Parameters<KafkaAdmin['createTopics']>[0]): Promise<void> {
    await this.#admin.createTopics({
      waitForLeaders: false,
      timeout: 10_000,
      topics: topics.map(({ name, partitions, replicas, config }) => ({
        topic: name,
        numPartitions: partitions,
        replicationFactor: replicas,
        configEntries: [...config].map(([entry, value]) => ({ name: entry, value })),
      })),
    });
  }

  async createPartitions(topic: string, count: number): Promise<void> {
    await this.#admin.createPartitions({ timeout: 10_000, topicPartitions: [{ topic, count }] });
  }

  async configs(
    asked: ReadonlyMap<string, readonly string[]>,
  ): Promise<ReadonlyMap<string, ReadonlyMap<string, string>>> {
    const { resources } = await this.#admin.describeConfigs({
      includeSynonyms: false,
      resources: [...asked].map(([name, configNames]) => ({
        type: kafkajs.ConfigResourceTypes.TOPIC,
        name,
        configNames: [...configNames],
      })),
    });
    return new Map(
      resources.map(({ resourceName, configEntries }) => [
        resourceName,
        new Map(configEntries.map(({ configName, configValue }) => [configName, configValue])),
      ]),
    );
  }

  async close(): Promise<void> {
    await this.#admin.disconnect();
  }
}
