import type { KafkaConfig } from 'kafkajs';
import type { ConnectionNames, TlsFiles } from '@newsmill/contracts';

/** Something that an operator should know and that no caller waits for. */
export interface KafkaReport {
  readonly kind: 'topic-differs' | 'consumer-restarts';
  readonly detail: string;
}

export interface KafkaBusOptions {
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

/** Settings of the client: short patience below, the operations above decide how often they try. */
export function clientConfig(options: KafkaBusOptions): KafkaConfig {
  const { clientId, namespace, tls, sasl } = options;
  return {
    brokers: [...options.brokers],
    clientId: clientId ?? namespace ?? 'newsmill',
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

/** Tells the operator: by the option, or as a warning of the process. */
export function reportTo(options: Pick<KafkaBusOptions, 'report'>): (report: KafkaReport) => void {
  return options.report ?? (({ detail }) => process.emitWarning(detail, 'NewsmillKafka'));
}

/** A broker takes batches of at most 1,048,588 bytes by default; the rest is for the head of the batch. */
export const defaultMaxMessageBytes = 1_048_000;
