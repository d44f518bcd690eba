import {
  ConnectionPool,
  findCoordinatorV4,
  listOffsetsV5,
  metadataV12,
  type Broker,
  type Connection,
  type ConnectionOptions,
} from '@platformatic/kafka';
import { readCommitted, type KafkaBroker, type KafkaCluster } from '../kafka-driver.ts';
import { answerOf } from './kafka-answer.ts';
import { PlatformaticBroker } from './platformatic-broker.ts';

/** How connections are made, and to which brokers first. */
export interface PlatformaticOptions {
  readonly clientId: string;
  readonly brokers: readonly Broker[];
  readonly connection: ConnectionOptions;
}

const metadataMaxAgeMs = 60_000;
const [newest, oldest] = [-1n, -2n];

/** A partition of a topic. */
interface Place {
  readonly topic: string;
  readonly partition: number;
}

interface Leader {
  readonly partitionId: number;
  readonly leader: number;
}

/** Connections to the brokers of a cluster, and what they say of its topics. */
export class PlatformaticCluster implements KafkaCluster {
  readonly targetTopics = new Set<string>();
  readonly #options: PlatformaticOptions;
  /** A broker answers the requests of a connection one after the other: reads, which wait, have their own. */
  readonly #asking: ConnectionPool;
  readonly #reading: ConnectionPool;
  #brokers: ReadonlyMap<number, Broker> = new Map();
  #topics: ReadonlyMap<string, readonly Leader[]> = new Map();
  #controller = -1;
  #expiresAt = 0;

  constructor(options: PlatformaticOptions) {
    this.#options = options;
    this.#asking = new ConnectionPool(options.clientId, options.connection);
    this.#reading = new ConnectionPool(options.clientId, options.connection);
  }

  readonly brokerPool = {
    findConnectedBroker: async (): Promise<KafkaBroker> => {
      await this.#any();
      const known = [...this.#brokers.values()].find((broker) => this.#asking.has(broker));
      return this.#broker(known ?? this.#options.brokers[0]);
    },
  };

  #broker(broker: Broker | undefined): KafkaBroker {
    if (broker === undefined) throw new Error('the broker is not known');
    return new PlatformaticBroker(
      () => this.#asking.get(broker),
      () => this.#reading.get(broker),
    );
  }

  /** A connection to whichever broker has one or takes one. */
  #any(): Promise<Connection> {
    const known = [...this.#brokers.values()];
    return this.#asking.getFirstAvailable(known.length > 0 ? known : [...this.#options.brokers]);
  }

  async connect(): Promise<void> {
    if (this.#brokers.size === 0) await this.refreshMetadata();
  }

  async disconnect(): Promise<void> {
    await Promise.allSettled([this.#asking.close(), this.#reading.close()]);
  }

  async addMultipleTargetTopics(topics: readonly string[]): Promise<void> {
    const added = topics.filter((topic) => !this.targetTopics.has(topic));
    if (added.length === 0) return;
    for (const topic of added) this.targetTopics.add(topic);
    try {
      await this.refreshMetadata();
    } catch (error) {
      for (const topic of added) this.targetTopics.delete(topic);
      throw error;
    }
  }

  async refreshMetadata(): Promise<void> {
    const { brokers, topics, controllerId } = await answerOf(
      metadataV12.api.async(await this.#any(), [...this.targetTopics], false),
    );
    this.#brokers = new Map(brokers.map(({ nodeId, host, port }) => [nodeId, { host, port }]));
    this.#topics = new Map(
      topics.map(({ name, partitions }) => [
        name ?? '',
        partitions.map(({ partitionIndex, leaderId }) => ({ partitionId: partitionIndex, leader: leaderId })),
      ]),
    );
    this.#controller = controllerId;
    this.#expiresAt = performance.now() + metadataMaxAgeMs;
  }

  async refreshMetadataIfNecessary(): Promise<void> {
    if (performance.now() > this.#expiresAt) await this.refreshMetadata();
  }

  getNodeIds(): string[] {
    return [...this.#brokers.keys()].map(String);
  }

  async findBroker({ nodeId }: { readonly nodeId: string | number }): Promise<KafkaBroker> {
    return this.#broker(this.#brokers.get(Number(nodeId)));
  }

  /** Places by the connection to the broker that leads each of them. Throws where nobody leads one. */
  async byLeader<T extends Place>(places: readonly T[]): Promise<ReadonlyMap<Connection, readonly T[]>> {
    const found = new Map<Connection, T[]>();
    for (const place of places) {
      const connection = await this.#leaderOf(place);
      const known = found.get(connection);
      if (known === undefined) found.set(connection, [place]);
      else known.push(place);
    }
    return found;
  }

  #leaderOf({ topic, partition }: Place): Promise<Connection> {
    const led = this.findTopicPartitionMetadata(topic).find(({ partitionId }) => partitionId === partition);
    const broker = this.#brokers.get(led?.leader ?? -1);
    if (broker === undefined) throw new Error(`partition ${partition} of ${topic} has no leader now`);
    return this.#asking.get(broker);
  }

  /** A connection to the broker that makes topics. */
  async controller(): Promise<Connection> {
    const broker = this.#brokers.get(this.#controller);
    return broker === undefined ? this.#any() : this.#asking.get(broker);
  }

  async findGroupCoordinator({ groupId }: { readonly groupId: string }): Promise<KafkaBroker> {
    const { coordinators } = await answerOf(findCoordinatorV4.api.async(await this.#any(), 0, [groupId]));
    return this.#broker(coordinators[0]);
  }

  findTopicPartitionMetadata(topic: string): readonly Leader[] {
    return this.#topics.get(topic) ?? [];
  }

  async fetchTopicsOffset(
    asked: Parameters<KafkaCluster['fetchTopicsOffset']>[0],
  ): ReturnType<KafkaCluster['fetchTopicsOffset']> {
    return Promise.all(
      asked.map(async ({ topic, partitions, fromBeginning }) => ({
        topic,
        partitions: (
          await Promise.all(
            [...(await this.byLeader(partitions.map((each) => ({ topic, ...each }))))].map(
              async ([connection, places]) => {
                const { topics } = await answerOf(
                  listOffsetsV5.api.async(connection, -1, readCommitted, [
                    {
                      name: topic,
                      partitions: places.map(({ partition }) => ({
                        partitionIndex: partition,
                        currentLeaderEpoch: -1,
                        timestamp: fromBeginning ? oldest : newest,
                      })),
                    },
                  ]),
                );
                return topics.flatMap((found) =>
                  found.partitions.map(({ partitionIndex, offset }) => ({
                    partition: partitionIndex,
                    offset: String(offset),
                  })),
                );
              },
            ),
          )
        ).flat(),
      })),
    );
  }
}
