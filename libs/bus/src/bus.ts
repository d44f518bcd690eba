import type { TopicWithGroups, WireMessage } from '@newsmill/contracts';

/** A message on its way out. */
export interface OutgoingMessage extends WireMessage {
  readonly topic: string;
}

/** A message as a bus keeps it. `offset` is a decimal number that grows within a partition. */
export interface StoredMessage extends WireMessage {
  readonly topic: string;
  readonly partition: number;
  readonly offset: string;
  /** When the bus took it, epoch milliseconds. */
  readonly time: number;
}

export interface ConsumerOptions {
  readonly group: string;
  readonly topics: readonly string[];
  /**
   * Greatest sum of bytes handed out and not yet acknowledged; one message larger than this is handed out
   * alone.
   */
  readonly maxBytesInFlight: number;
}

/**
 * One member of a consumer group. Messages of one key come in their order. At-least-once:
 * what was not acknowledged before `close` (or before the process died) is handed out again.
 */
export interface Consumer {
  /**
   * Next messages, at most `max`; waits up to `waitMs` for the first one. Empty when there is none, when the
   * byte limit is reached, or after `close`.
   */
  poll(max: number, waitMs: number): Promise<readonly StoredMessage[]>;
  /**
   * Those of these messages that are still this member's to finish. The others have gone to another member
   * meanwhile, which handles them: what follows from them is published there.
   */
  held(messages: readonly StoredMessage[]): Promise<readonly StoredMessage[]>;
  /**
   * May come in any order. Resolves when it is durable; of many gaps between what is acknowledged, the bus over Kafka
   * remembers those that fit beside an offset, and hands out again what is above them.
   */
  acknowledge(messages: readonly StoredMessage[]): Promise<void>;
  /** Hands messages back unhandled; they are polled again at once by any member, in order of offset. */
  giveBack(messages: readonly StoredMessage[]): Promise<void>;
  close(): Promise<void>;
}

export interface BrowseOptions {
  /** First offset, inclusive, in each partition. */
  readonly from?: string;
  readonly limit?: number;
  readonly key?: string;
}

/** A message without its body. */
export interface MessageOutline extends Omit<StoredMessage, 'value'> {
  /** Length of the body. */
  readonly bytes: number;
}

/** Where a message stands in its topic. */
export type MessagePlace = Pick<StoredMessage, 'partition' | 'offset'>;

/** Places of a partition: from inclusive, to exclusive. Some may hold no message (any more). */
export interface UnreadStretch {
  readonly partition: number;
  readonly from: string;
  readonly to: string;
}

/** What has happened to a topic since a mark. */
export interface TopicChange {
  /** Whether what was known before is void: the mark is not of this topic, or too old. */
  readonly isWhole: boolean;
  /** In order of offset within a partition; the newest batch comes first, older ones follow. */
  readonly added: readonly MessageOutline[];
  /** What `remove` took away; places that were never told of may be among them. */
  readonly removed: readonly MessagePlace[];
  /** The earliest place of each partition; what lies before it has expired. */
  readonly first: readonly MessagePlace[];
  /** What is there and not yet told of, oldest first within a partition; empty in the last batch. */
  readonly unread: readonly UnreadStretch[];
  /** Opaque; what is asked with it begins behind this change. */
  readonly mark: string;
}

export interface TopicLag {
  readonly topic: string;
  readonly messages: number;
  /** Age of the oldest message that the group has not acknowledged, milliseconds; 0 without lag. */
  readonly ageMs: number;
}

/**
 * Topics with consumer groups. Two forms: Kafka and SQLite, held to bus.contract.ts. Errors: BusClosed after
 * `close`; BusFull when the disk is full and BusUnreachable while the brokers are away (it may be tried again
 * later); UnknownTopic and MessageTooLarge (again would not help).
 */
export interface Bus {
  /**
   * Makes the topics that are missing, and answers their names; a group starts at the earliest message. Asked
   * again it costs no more than `ping`.
   */
  createTopics(topics: readonly TopicWithGroups[]): Promise<readonly string[]>;
  /** Asks whether the bus can be used now; throws BusUnreachable with what is missing. */
  ping(): Promise<void>;
  /**
   * Resolves when all messages are durable (fsynced, or acknowledged by all in-sync replicas). All or none in
   * the SQLite form.
   */
  publish(messages: readonly OutgoingMessage[]): Promise<void>;
  consume(options: ConsumerOptions): Promise<Consumer>;
  /**
   * Reads what is there now without a group: in order of offset within a partition, partitions merged by
   * time. Of a compacted topic only the newest message of each key is certain to be there.
   */
  browse(topic: string, options?: BrowseOptions): AsyncIterable<StoredMessage>;
  /**
   * What has come to a topic and what was removed from it since a mark, without bodies, in batches, the newest first;
   * at least one. Without a mark, or with one that holds no longer, the first batch says so and all that is there
   * follows. A program that keeps up with a topic reads no more than what is new, and one that stopped in the middle
   * goes on from the mark of the last batch it took.
   */
  changes(topic: string, since?: string): AsyncIterable<TopicChange>;
  /**
   * What comes into a topic from now on, without a group and without taking it, until the signal ends. Looks
   * every half a second or so; what all groups have acknowledged meanwhile may be missing, but in a compacted
   * topic.
   */
  follow(topic: string, signal: AbortSignal): AsyncIterable<StoredMessage>;
  /**
   * Messages of a topic that the group has not acknowledged, oldest first, without taking them. Some that it
   * has acknowledged out of order may be among them.
   */
  backlog(topic: string, group: string): AsyncIterable<StoredMessage>;
  /**
   * Messages that the group has not acknowledged, per topic; in Kafka counted by offsets, so that gaps of
   * compaction count too.
   */
  lag(group: string): Promise<readonly TopicLag[]>;
  /**
   * Takes single messages away (dead letters that were replayed). Consumers of other processes may see it
   * only when they restart.
   */
  remove(topic: string, messages: readonly Pick<StoredMessage, 'partition' | 'offset'>[]): Promise<void>;
  close(): Promise<void>;
}

/** The bus was closed; nothing was done. */
export class BusClosed extends Error {
  override readonly name = 'BusClosed';
  constructor(operation: string) {
    super(`${operation}: the bus is closed`);
  }
}

/** The brokers cannot be reached or refuse; nothing is certain about what was under way. */
export class BusUnreachable extends Error {
  override readonly name = 'BusUnreachable';
  constructor(detail: string, options: { cause: unknown }) {
    super(`${detail}; it is tried again by itself`, options);
  }
}

/** The topic is not there; nothing was done. */
export class UnknownTopic extends Error {
  override readonly name = 'UnknownTopic';
  constructor(topic: string) {
    super(
      `the topic ${topic} is not there: it was deleted, or no mill has run with these servers and this namespace; a service that runs makes it again within seconds, if its user may create topics, and what waited in it is fetched again`,
    );
  }
}

/** A message is larger than the bus takes; nothing of the call was sent. Again would not help. */
export class MessageTooLarge extends Error {
  override readonly name = 'MessageTooLarge';
  readonly topic: string;
  readonly key: string;
  readonly bytes: number;
  constructor(topic: string, key: string, bytes: number, limit: number) {
    super(
      `a message for ${topic} with the key ${JSON.stringify(key)} has ${bytes} bytes, the limit is ${limit}: put large bodies into the archive, or raise maxMessageBytes together with max.message.bytes of the topic`,
    );
    this.topic = topic;
    this.key = key;
    this.bytes = bytes;
  }
}

/** The disk is full; nothing was written. */
export class BusFull extends Error {
  override readonly name = 'BusFull';
  constructor(options: { cause: unknown }) {
    super('the disk is full: free space, intake resumes by itself', options);
  }
}
