import {
  createPartitionsV3,
  createTopicsV5,
  describeConfigsV4,
  initProducerIdV4,
  type ConnectionOptions,
} from '@platformatic/kafka';
import type { KafkaAdmin, KafkaDriver, NewTopic } from '../kafka-driver.ts';
import { clientIdOf, type KafkaBusOptions } from '../kafka-options.ts';
import { answerOf, refusedParts } from './kafka-answer.ts';
import { PlatformaticCluster, type PlatformaticOptions } from './platformatic-cluster.ts';
import { PlatformaticProducer } from './platformatic-producer.ts';

/** The number by which Kafka knows that a resource is a topic. */
const topicResource = 2;

const mechanisms = {
  plain: 'PLAIN',
  'scram-sha-256': 'SCRAM-SHA-256',
  'scram-sha-512': 'SCRAM-SHA-512',
} as const;

/** @platformatic/kafka by its public requests, without its consumer. */
export function platformaticDriver(options: KafkaBusOptions): KafkaDriver {
  const own = optionsOf(options);
  return {
    openCluster: () => new PlatformaticCluster(own),
    async openProducer() {
      const cluster = await connected(own);
      const { producerId, producerEpoch } = await answerOf(
        initProducerIdV4.api.async(await cluster.controller(), null, 0),
      );
      return new PlatformaticProducer(cluster, { producerId, producerEpoch });
    },
    openAdmin: async () => new PlatformaticAdmin(await connected(own)),
  };
}

async function connected(options: PlatformaticOptions): Promise<PlatformaticCluster> {
  const cluster = new PlatformaticCluster(options);
  try {
    await cluster.connect();
    return cluster;
  } catch (error) {
    void cluster.disconnect();
    throw error;
  }
}

function optionsOf(options: KafkaBusOptions): PlatformaticOptions {
  const { brokers, tls, sasl } = options;
  const connection: ConnectionOptions = {
    connectTimeout: 3_000,
    // More than members may take to come together.
    requestTimeout: 20_000,
    maxInflights: 100,
    ...(tls === undefined
      ? {}
      : // As it is: the client looks into it for each new connection.
        { tls: tls === true ? {} : tls, tlsServerName: true }),
    ...(sasl === undefined
      ? {}
      : {
          sasl: {
            mechanism: mechanisms[sasl.mechanism],
            // Read when the client logs in.
            get username() {
              return sasl.username;
            },
            get password() {
              return sasl.password;
            },
          },
        }),
  };
  return {
    clientId: clientIdOf(options),
    brokers: brokers.map((address) => {
      const colon = address.lastIndexOf(':');
      return {
        host: address.slice(0, colon).replace(/^\[|\]$/g, ''),
        port: Number(address.slice(colon + 1)),
      };
    }),
    connection,
  };
}

class PlatformaticAdmin implements KafkaAdmin {
  readonly #cluster: PlatformaticCluster;

  constructor(cluster: PlatformaticCluster) {
    this.#cluster = cluster;
  }

  async createTopics(topics: readonly NewTopic[]): Promise<void> {
    try {
      await createTopicsV5.api.async(
        await this.#cluster.controller(),
        topics.map(({ name, partitions, replicas, config }) => ({
          name,
          numPartitions: partitions,
          replicationFactor: replicas,
          assignments: [],
          configs: [...config].map(([entry, value]) => ({ name: entry, value })),
        })),
        10_000,
        false,
      );
    } catch (error) {
      const refused = refusedParts(error).filter(({ path }) => path.startsWith('/topics/'));
      if (refused.length === 0) throw error;
      const errors = refused
        .filter(({ apiId }) => apiId !== 'TOPIC_ALREADY_EXISTS')
        .map(({ apiId, path }) => ({
          type: apiId,
          topic: topics[Number(path.split('/')[2])]?.name,
          message: apiId,
        }));
      if (errors.length > 0)
        throw Object.assign(new Error('topics were refused', { cause: error }), { errors });
    }
  }

  async createPartitions(topic: string, count: number): Promise<void> {
    await answerOf(
      createPartitionsV3.api.async(
        await this.#cluster.controller(),
        [{ name: topic, count, assignments: null }],
        10_000,
        false,
      ),
    );
  }

  async configs(
    asked: ReadonlyMap<string, readonly string[]>,
  ): Promise<ReadonlyMap<string, ReadonlyMap<string, string>>> {
    const { results } = await answerOf(
      describeConfigsV4.api.async(
        await this.#cluster.controller(),
        [...asked].map(([resourceName, keys]) => ({
          resourceType: topicResource,
          resourceName,
          configurationKeys: [...keys],
        })),
        false,
        false,
      ),
    );
    return new Map(
      results.map(({ resourceName, configs }) => [
        resourceName,
        new Map(configs.map(({ name, value }) => [name, value ?? ''])),
      ]),
    );
  }

  async close(): Promise<void> {
    await this.#cluster.disconnect();
  }
}
