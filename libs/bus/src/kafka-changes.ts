import { z } from 'zod';
import type { MessageOutline, TopicChange } from './bus.ts';
import type { KafkaClient, PartitionRange } from './kafka-client.ts';
import { readPartition } from './kafka-log-reader.ts';
import { storedMessage } from './kafka-message.ts';
import type { KafkaRemovals } from './kafka-removals.ts';
import { Stretch, unreadOf, withoutNewest } from './unread-stretches.ts';

/** Messages of one batch of changes. */
const batchSize = 100;
/** So many batches are read at once after the first, which somebody waits for; their bodies are let go. */
const batchesAtOnce = 10;
/** What is asked for at once where more than one batch is to be read. */
const wholeBytes = 1024 * 1024;
/** What is read to compare one message. */
const lookBytes = 64 * 1024;

/**
 * How far a reader of changes has come: of each partition the next offset, the newest message before it, and what was
 * left out.
 */
const Mark = z.object({
  removals: z.int().nonnegative(),
  partitions: z.record(
    z.string(),
    z.object({
      next: z.int().nonnegative(),
      last: z.int().optional(),
      time: z.number().optional(),
      unread: z.array(Stretch).readonly(),
    }),
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
  const partitions: Mark['partitions'] = {};
  for (const { partition, from, to } of ranges) {
    const before = known?.partitions[partition];
    partitions[partition] = { ...before, next: to, unread: unreadOf(before, { first: from, to }) };
  }
  const first = ranges.map(({ partition, from }) => ({ partition, offset: String(from) }));
  let isFirst = true;
  const changeOf = (added: readonly MessageOutline[]): TopicChange => {
    const change: TopicChange = {
      isWhole: isFirst && known === undefined,
      added,
      removed: isFirst ? gone.places : [],
      first,
      unread: Object.entries(partitions).flatMap(([partition, { unread }]) =>
        unread.map(({ from, to }) => ({
          partition: Number(partition),
          from: String(from),
          to: String(to),
        })),
      ),
      mark: JSON.stringify({ removals: gone.to, partitions } satisfies Mark),
    };
    isFirst = false;
    return change;
  };
  for (let isRead = false; !isRead; ) {
    isRead = true;
    for (const { partition } of ranges) {
      const place = partitions[partition];
      const newest = place?.unread.at(-1);
      if (place === undefined || newest === undefined) continue;
      isRead = false;
      const size = batchSize * (isFirst ? 1 : batchesAtOnce);
      const part = { partition, from: Math.max(newest.from, newest.to - size), to: newest.to };
      const added: MessageOutline[] = [];
      let { last = -1, time } = place;
      const bytes = newest.to - newest.from > batchSize ? wholeBytes : undefined;
      for await (const raw of readPartition(client, { operation: 'changes', topic: name, bytes }, part)) {
        const { value, ...outline } = storedMessage(topic, partition, raw);
        if (Number(outline.offset) > last) [last, time] = [Number(outline.offset), outline.time];
        if (!removals.has(topic, outline)) added.push({ ...outline, bytes: value.byteLength });
      }
      const come = { next: place.next, ...(last === -1 ? {} : { last, time }) };
      for (let to = part.to; to > part.from; ) {
        const from = Math.max(part.from, to - batchSize);
        const { unread } = partitions[partition] ?? place;
        partitions[partition] = { ...come, unread: withoutNewest(unread, from) };
        yield changeOf(added.filter(({ offset }) => Number(offset) >= from && Number(offset) < to));
        to = from;
      }
    }
  }
  if (isFirst) yield changeOf([]);
}
