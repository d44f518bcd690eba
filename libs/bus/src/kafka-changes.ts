import { z } from 'zod';
import type { MessageOutline, TopicChange } from './bus.ts';
import type { KafkaClient, PartitionRange } from './kafka-client.ts';
import { readPartition } from './kafka-log-reader.ts';
import { storedMessage } from './kafka-message.ts';
import type { KafkaRemovals } from './kafka-removals.ts';

/** Messages of one batch of changes. */
const batchSize = 500;
/** What is read to compare one message. */
const lookBytes = 64 * 1024;

/** How far a reader of changes has come: of each partition the next offset and the message before it. */
const Mark = z.object({
  removals: z.int().nonnegative(),
  partitions: z.record(
    z.string(),
    z.object({ next: z.int().nonnegative(), last: z.int().optional(), time: z.number().optional() }),
  ),
});
type Mark = z.output<typeof Mark>;

interface ChangesPorts {
  readonly client: KafkaClient;
  readonly removals: KafkaRemovals;
}

function readMark(since: string | undefined): Mark | undefined {
  if (since === undefined) return undefined;
  try {
    return Mark.safeParse(JSON.parse(since)).data;
  } catch {
    return undefined;
  }
}

/**
 * Whether the topic is the one that the mark was made of: one that was deleted and made again ends before it, or has
 * another message in its place.
 */
async function isSameTopic(
  client: KafkaClient,
  topic: string,
  ranges: readonly PartitionRange[],
  mark: Mark,
): Promise<boolean> {
  for (const { partition, from, to } of ranges) {
    const { next = 0, last, time } = mark.partitions[partition] ?? {};
    if (to < next) return false;
    if (last === undefined || last < from) continue;
    const [message] = (await client.read('changes', topic, partition, last, lookBytes)) ?? [];
    if (message !== undefined && Number(message.offset) === last && Number(message.timestamp) !== time)
      return false;
  }
  return true;
}

/**
 * What has come to a topic (the port's name) and was removed from it since a mark. Brokers send bodies with
 * headers; they are let go at once.
 */
export async function* readKafkaChanges(
  { client, removals }: ChangesPorts,
  topic: string,
  since: string | undefined,
): AsyncGenerator<TopicChange> {
  const name = client.names.topic(topic);
  await removals.load('changes', topic);
  const given = readMark(since);
  const ranges = await client.ranges('changes', name);
  const known = given !== undefined && (await isSameTopic(client, name, ranges, given)) ? given : undefined;
  const gone =
    known === undefined
      ? { places: [], to: removals.loadedTo(topic) }
      : await removals.since('changes', topic, known.removals);
  const partitions: Mark['partitions'] = { ...known?.partitions };
  const first = ranges.map(({ partition, from }) => ({ partition, offset: String(from) }));
  let isFirst = true;
  const changeOf = (added: readonly MessageOutline[]): TopicChange => {
    const change: TopicChange = {
      isWhole: isFirst && known === undefined,
      added,
      removed: isFirst ? gone.places : [],
      first,
      mark: JSON.stringify({ removals: gone.to, partitions } satisfies Mark),
    };
    isFirst = false;
    return change;
  };
  let added: MessageOutline[] = [];
  for (const range of ranges) {
    const from = Math.max(range.from, known?.partitions[range.partition]?.next ?? 0);
    for await (const raw of readPartition(
      client,
      { operation: 'changes', topic: name },
      { ...range, from },
    )) {
      const { value, ...outline } = storedMessage(topic, range.partition, raw);
      const last = Number(outline.offset);
      partitions[range.partition] = { next: last + 1, last, time: outline.time };
      if (!removals.has(topic, outline)) added.push({ ...outline, bytes: value.byteLength });
      if (added.length < batchSize) continue;
      yield changeOf(added);
      added = [];
    }
  }
  if (isFirst || added.length > 0) yield changeOf(added);
}
