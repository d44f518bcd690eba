import { UnknownTopic, type MessagePlace, type StoredMessage } from './bus.ts';
import type { KafkaClient } from './kafka-client.ts';
import { readPartition } from './kafka-log-reader.ts';
import type { KafkaPublisher } from './kafka-publisher.ts';
import { createTopics } from './kafka-topics.ts';

interface Marks {
  /** Places with the times of their markers. */
  readonly places: Map<string, number>;
  /** How far the markers have been read. */
  readTo: number;
}

/** Clocks of machines differ by so much, milliseconds. */
const skewMs = 10_000;
const encoder = new TextEncoder();

function placeOf({ partition, offset }: MessagePlace): string {
  return `${partition}:${offset}`;
}

/**
 * What was removed from each topic. Kafka cannot delete a single record, so that a compacted topic beside it,
 * `<topic>.removed`, has one marker for each. It is made with the first removal; every reader leaves out what
 * is marked there.
 */
export class KafkaRemovals {
  readonly #client: KafkaClient;
  readonly #publisher: KafkaPublisher;
  readonly #marks = new Map<string, Marks>();

  constructor(client: KafkaClient, publisher: KafkaPublisher) {
    this.#client = client;
    this.#publisher = publisher;
  }

  /** Reads the markers of a topic (the port's name) that were written since it was last asked. */
  async load(operation: string, topic: string): Promise<void> {
    const markers = this.#client.names.topic(markerTopic(topic));
    if (!this.#marks.has(topic) && !(await this.#client.hasTopic(operation, markers))) return;
    const marks = this.#marks.get(topic) ?? { places: new Map<string, number>(), readTo: 0 };
    this.#marks.set(topic, marks);
    const [range] = await this.#client.ranges(operation, markers);
    if (range === undefined || range.to <= marks.readTo) return;
    for await (const { key, value, timestamp } of readPartition(
      this.#client,
      { operation, topic: markers },
      { ...range, from: Math.max(range.from, marks.readTo) },
    )) {
      const place = key?.toString() ?? '';
      if (value === null) marks.places.delete(place);
      else marks.places.set(place, Number(timestamp));
    }
    marks.readTo = Math.max(marks.readTo, range.to);
  }

  /** What was written later than its marker is another message: the topic was deleted and made again. */
  has(topic: string, message: Pick<StoredMessage, 'partition' | 'offset' | 'time'>): boolean {
    const marked = this.#marks.get(topic)?.places.get(placeOf(message));
    return marked !== undefined && message.time <= marked + skewMs;
  }

  /** How far the markers of a topic have been loaded: by these `has` answers. */
  loadedTo(topic: string): number {
    return this.#marks.get(topic)?.readTo ?? 0;
  }

  /** Places whose markers were written from an offset of the markers on, and the end of the markers. */
  async since(
    operation: string,
    topic: string,
    from: number,
  ): Promise<{ readonly places: readonly MessagePlace[]; readonly to: number }> {
    const markers = this.#client.names.topic(markerTopic(topic));
    if (!this.#marks.has(topic)) return { places: [], to: 0 };
    const [range] = await this.#client.ranges(operation, markers);
    if (range === undefined || range.to === from) return { places: [], to: range?.to ?? 0 };
    const places: MessagePlace[] = [];
    // Markers that were made anew are read from their beginning.
    const first = range.to < from ? range.from : Math.max(range.from, from);
    const read = { operation, topic: markers };
    for await (const { key, value } of readPartition(this.#client, read, { ...range, from: first })) {
      const [partition, offset] = (key?.toString() ?? '').split(':');
      if (value !== null && partition !== undefined && offset !== undefined)
        places.push({ partition: Number(partition), offset });
    }
    return { places, to: range.to };
  }

  /** Removed messages of a partition from an offset on. */
  count(topic: string, partition: number, from: number): number {
    let count = 0;
    for (const place of this.#marks.get(topic)?.places.keys() ?? []) {
      const [markedPartition, offset] = place.split(':').map(Number);
      if (markedPartition === partition && offset !== undefined && offset >= from) count += 1;
    }
    return count;
  }

  /**
   * Marks messages as removed; durable when it resolves. Markers of messages that have expired go at the same
   * time.
   */
  async add(topic: string, places: readonly MessagePlace[]): Promise<void> {
    const ranges = await this.#client.ranges('remove', this.#client.names.topic(topic));
    const oldest = new Map(ranges.map(({ partition, from }) => [partition, from]));
    if (places.length === 0) return;
    const markers = markerTopic(topic);
    if (!(await this.#client.hasTopic('remove', this.#client.names.topic(markers)))) {
      await createTopics(this.#client, [{ name: markers, partitions: 1, cleanup: 'compact' }], {});
    }
    await this.load('remove', topic);
    const marks = this.#marks.get(topic);
    if (marks === undefined) throw new UnknownTopic(markers);
    const expired = [...marks.places.keys()].filter((place) => isExpired(place, oldest));
    const marked = places.map(placeOf);
    await this.#publisher.publish([
      ...marked.map((key) => ({ topic: markers, key, value: encoder.encode('1'), headers: {} })),
      ...expired.map((key) => ({
        topic: markers,
        key,
        value: new Uint8Array(0),
        headers: {},
        isTombstone: true,
      })),
    ]);
    for (const place of marked) marks.places.set(place, Date.now());
    for (const place of expired) marks.places.delete(place);
  }
}

function markerTopic(topic: string): string {
  return `${topic}.removed`;
}

function isExpired(place: string, oldest: ReadonlyMap<number, number>): boolean {
  const [partition, offset] = place.split(':').map(Number);
  return offset !== undefined && offset < (oldest.get(partition ?? 0) ?? 0);
}
