import type { ConnectionNames, TlsFiles } from '@newsmill/contracts';

/** Something that an operator should know and that no caller waits for. */
export interface KafkaReport {
  readonly kind: 'topic-differs' | 'consumer-restarts';
  readonly detail: string;
}

/** The Kafka clients that a bus can use. */
export type KafkaClientName = 'kafkajs' | 'platformatic';

export interface KafkaBusOptions {
  /** Default kafkajs. */
  readonly client?: KafkaClientName;
  /** `host:port` of one or more brokers; the others are found through them. */
  readonly brokers: readonly string[];
  /**
   * Stands before the name of every topic and group: one cluster may serve several mills. Default `newsmill`.
   */
  readonly namespace?: string;
  /** Name of this process in the logs and quotas of the brokers. Default: the namespace. */
  readonly clientId?: string;
  /**
   * Replicas of new topics; without it the brokers' own default. From 3 on, two must have a message before it
   * counts as sent.
   */
  readonly replicationFactor?: number;
  /**
   * Partitions of topics that have several; without it what the contracts say. A topic that has fewer gets as
   * many; one that has more keeps them.
   */
  readonly partitions?: number;
  /** Connections over TLS: with these files, or (`true`) with the authorities that Node.js knows. */
  readonly tls?: true | TlsFiles;
  /** How to log in. User and password are read again for each new connection. */
  readonly sasl?: {
    readonly mechanism: 'plain' | 'scram-sha-256' | 'scram-sha-512';
    readonly username: string;
    readonly password: string;
  };
  /** How errors call what people set. */
  readonly names?: ConnectionNames;
  /**
   * Greatest size of one message with key and headers; raise it together with `max.message.bytes` of the
   * topics. Default: what brokers take by default.
   */
  readonly maxMessageBytes?: number;
  /**
   * A consumer without an answered heartbeat for so long is restarted, milliseconds; more than 15 s for
   * members that come together. Default 30 s.
   */
  readonly stallMs?: number;
  /** Default: a warning of the process. */
  readonly report?: (report: KafkaReport) => void;
}

/** The name of this process for the brokers. */
export function clientIdOf({ clientId, namespace }: Pick<KafkaBusOptions, 'clientId' | 'namespace'>): string {
  return clientId ?? namespace ?? 'newsmill';
}

/** Tells the operator: by the option, or as a warning of the process. */
export function reportTo(options: Pick<KafkaBusOptions, 'report'>): (report: KafkaReport) => void {
  return options.report ?? (({ detail }) => process.emitWarning(detail, 'NewsmillKafka'));
}

/** A broker takes batches of at most 1,048,588 bytes by default; the rest is for the head of the batch. */
export const defaultMaxMessageBytes = 1_048_000;
