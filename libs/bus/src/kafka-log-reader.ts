import type { StoredMessage } from './bus.ts';
import type { KafkaClient, PartitionRange } from './kafka-client.ts';
import type { RawMessage } from './kafka-internals.ts';
import { storedMessage } from './kafka-message.ts';

/** The first read is small, for who wants one page; those that follow grow. */
const firstReadBytes = 64 * 1024;
const lastReadBytes = 1024 * 1024;

/** What is read, and from where to where. `topic` is Kafka's name. */
export interface LogRead {
  readonly operation: string;
  readonly topic: string;
  readonly ranges: readonly PartitionRange[];
  /** So much the first read asks for; little where it is left out. */
  readonly bytes?: number | undefined;
}

/**
 * The messages of one partition within the range, as the broker has them: control records are left out,
 * messages without a value are not.
 */
export async function* readPartition(
  client: KafkaClient,
  read: Omit<LogRead, 'ranges'>,
  range: PartitionRange,
): AsyncGenerator<RawMessage> {
  let position = range.from;
  let bytes = read.bytes ?? firstReadBytes;
  while (position < range.to) {
    const messages = await client.read(read.operation, read.topic, range.partition, position, bytes);
    if (messages === undefined) {
      // Expired while we read: on from the oldest that is left.
      const left = (await client.ranges(read.operation, read.topic)).find(
        ({ partition }) => partition === range.partition,
      );
      if (left === undefined || left.from <= position) return;
      position = left.from;
      continue;
    }
    // Nothing below the end: compaction took the rest.
    if (messages.length === 0) return;
    for (const message of messages) {
      const offset = Number(message.offset);
      if (offset >= range.to) return;
      position = offset + 1;
      if (message.isControlRecord !== true) yield message;
    }
    bytes = Math.min(bytes * 4, lastReadBytes);
  }
}

interface Head {
  readonly partition: number;
  readonly rest: AsyncGenerator<RawMessage>;
  message: StoredMessage | undefined;
}

/**
 * The messages of several partitions, those of one partition in order of offset, partitions merged by time.
 */
export async function* readMerged(client: KafkaClient, read: LogRead): AsyncGenerator<StoredMessage> {
  const topic = client.names.portTopic(read.topic);
  const advance = async (head: Head): Promise<void> => {
    const { value } = await head.rest.next();
    head.message = value === undefined ? undefined : storedMessage(topic, head.partition, value);
  };
  const heads: Head[] = read.ranges.map((range) => ({
    partition: range.partition,
    rest: readPartition(client, read, range),
    message: undefined,
  }));
  await Promise.all(heads.map(advance));
  for (;;) {
    let oldest: Head | undefined;
    for (const head of heads)
      if (
        head.message !== undefined &&
        (oldest?.message === undefined || head.message.time < oldest.message.time)
      )
        oldest = head;
    if (oldest?.message === undefined) return;
    yield oldest.message;
    await advance(oldest);
  }
}
