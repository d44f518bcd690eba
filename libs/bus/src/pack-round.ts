import type { Message } from 'kafkajs';

/** Brokers refuse a batch above 1 MiB by default, and a batch is what one send has for one partition. */
const maxBatchBytes = 900_000;
const maxRoundBytes = 8_000_000;

/** A message as kafkajs sends it; without a value it takes the older ones of its key away. */
export type SentRecord = Message & { readonly key: string };

export interface Entry<Ticket> {
  readonly ticket: Ticket;
  readonly bytes: number;
  readonly record: SentRecord;
}

/** What waits for one partition, in order. */
export interface Lane<Ticket> {
  readonly topic: string;
  readonly partition: number;
  waiting: Entry<Ticket>[];
}

/** One batch of a send. */
export interface Packed<Ticket> {
  readonly topic: string;
  readonly partition: number;
  readonly entries: readonly Entry<Ticket>[];
}

/**
 * Takes the next send out of the lanes: for each partition as much as a batch may hold, a larger message
 * alone. Empty lanes go, full ones move to the end.
 */
export function packRound<Ticket>(lanes: Map<string, Lane<Ticket>>): Packed<Ticket>[] {
  const round: Packed<Ticket>[] = [];
  let roundBytes = 0;
  for (const [id, lane] of [...lanes]) {
    if (roundBytes >= maxRoundBytes) break;
    lanes.delete(id);
    let batchBytes = 0;
    let count = 0;
    for (const { bytes } of lane.waiting) {
      if (count > 0 && batchBytes + bytes > maxBatchBytes) break;
      batchBytes += bytes;
      count += 1;
    }
    if (count === 0) continue;
    roundBytes += batchBytes;
    round.push({ topic: lane.topic, partition: lane.partition, entries: lane.waiting.splice(0, count) });
    if (lane.waiting.length > 0) lanes.set(id, lane);
  }
  return round;
}
