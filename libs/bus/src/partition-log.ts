import type { StoredMessage } from './bus.ts';
import { writeDone, type CommittedPlace } from './done-offsets.ts';

/** A message at or above the low watermark of its partition. */
export interface HeldMessage {
  readonly message: StoredMessage;
  readonly offset: number;
  readonly bytes: number;
  state: 'waiting' | 'in flight' | 'acknowledged';
}

/** Bytes that count against the limits of a consumer. */
function bytesOf(message: StoredMessage): number {
  let bytes = message.key.length + message.value.byteLength;
  for (const [name, value] of Object.entries(message.headers)) bytes += name.length + value.length;
  return bytes;
}

const nothing: ReadonlySet<number> = new Set();

/**
 * What one member has of one partition: what waits, what is in flight, and what is done. No clock, no network.
 */
export class PartitionLog {
  readonly partition: number;
  /** By offset, ascending: nothing is put in but at the end. */
  readonly #open = new Map<number, HeldMessage>();
  #waiting: HeldMessage[] = [];
  #waitingBytes = 0;
  #next = 0;
  /** Acknowledged at or above what is committed. */
  readonly #acknowledged = new Set<number>();
  #committed: CommittedPlace = { offset: 0, done: nothing };
  /** Done by the readers before, ahead of where this one began. */
  #before: ReadonlySet<number> = nothing;
  /** Whether it is about to be given away: what waits is handed out by another member then. */
  isLeaving = false;

  constructor(partition: number) {
    this.partition = partition;
  }

  /** Reading begins where a group has committed, or where the log does; what was done ahead of that is not handed out. */
  begin(done: ReadonlySet<number>): void {
    this.#before = done;
  }

  /** The partition ended there when it was read: what is said to be done beyond that is of another log. */
  endsAt(end: number): void {
    if ([...this.#before].some((offset) => offset >= end)) this.#before = nothing;
  }

  /** First offset that has not been read. */
  get next(): number {
    return this.#next;
  }

  get waitingBytes(): number {
    return this.#waitingBytes;
  }

  /** Whether nothing was handed out that has not come back. */
  get isAtRest(): boolean {
    for (const { state } of this.#open.values()) if (state === 'in flight') return false;
    return true;
  }

  /**
   * Takes in what was read up to `last`; what is known already (a rebalance reads again from the last commit)
   * is passed over.
   */
  add(messages: readonly StoredMessage[], last: number): void {
    for (const message of messages) {
      const offset = Number(message.offset);
      if (offset < this.#next) continue;
      this.#next = offset + 1;
      const isDone = this.#before.has(offset);
      const held: HeldMessage = {
        message,
        offset,
        bytes: bytesOf(message),
        state: isDone ? 'acknowledged' : 'waiting',
      };
      this.#open.set(offset, held);
      if (isDone) {
        this.#acknowledged.add(offset);
        continue;
      }
      this.#waiting.push(held);
      this.#waitingBytes += held.bytes;
    }
    this.#next = Math.max(this.#next, last + 1);
  }

  /** Hands out waiting messages in order of offset, until `max` or until one does not fit. */
  take(max: number, fits: (bytes: number) => boolean): HeldMessage[] {
    let count = 0;
    while (count < max && !this.isLeaving) {
      const held = this.#waiting[count];
      if (held === undefined || !fits(held.bytes)) break;
      held.state = 'in flight';
      this.#waitingBytes -= held.bytes;
      count += 1;
    }
    return this.#waiting.splice(0, count);
  }

  /** Back to those that wait, in order of offset. Answers those that were in flight. */
  giveBack(offsets: readonly number[]): HeldMessage[] {
    const back = this.#inFlight(offsets);
    for (const held of back) {
      held.state = 'waiting';
      this.#waitingBytes += held.bytes;
    }
    if (back.length > 0) this.#waiting = [...back, ...this.#waiting].sort((a, b) => a.offset - b.offset);
    return back;
  }

  /** Whether it was handed out, and has neither come back nor been acknowledged. */
  isInFlight(offset: number): boolean {
    return this.#open.get(offset)?.state === 'in flight';
  }

  /** Answers those that were in flight. */
  acknowledge(offsets: readonly number[]): HeldMessage[] {
    const done = this.#inFlight(offsets);
    for (const held of done) this.#finish(held);
    return done;
  }

  /** The commit failed: they are in flight again. */
  undo(messages: readonly HeldMessage[]): void {
    for (const held of messages) {
      if (this.#open.get(held.offset) !== held) continue;
      held.state = 'in flight';
      this.#acknowledged.delete(held.offset);
    }
  }

  #finish(held: HeldMessage): void {
    held.state = 'acknowledged';
    this.#acknowledged.add(held.offset);
  }

  #inFlight(offsets: readonly number[]): HeldMessage[] {
    return offsets.flatMap((offset) => {
      const held = this.#open.get(offset);
      return held?.state === 'in flight' ? [held] : [];
    });
  }

  /** The message was removed from the topic: it is not handed out, and holds nothing up. */
  forget(offset: number): void {
    const held = this.#open.get(offset);
    if (held?.state !== 'waiting') return;
    this.#finish(held);
    this.#waitingBytes -= held.bytes;
    this.#waiting = this.#waiting.filter((other) => other !== held);
  }

  /** The place to commit: the low watermark, and what is acknowledged above it; undefined when it has not changed. */
  place(): CommittedPlace | undefined {
    // It moves by what was acknowledged, not by what was only read.
    if (this.#acknowledged.size === 0) return undefined;
    let offset = this.#next;
    for (const held of this.#open.values()) {
      if (held.state === 'acknowledged') continue;
      offset = held.offset;
      break;
    }
    const unread = [...this.#before].filter((one) => one >= this.#next);
    const above = [...this.#acknowledged].filter((one) => one > offset);
    const place = { offset, done: new Set([...above, ...unread]) };
    return offset > this.#committed.offset || writeDone(place) !== writeDone(this.#committed)
      ? place
      : undefined;
  }

  /** The broker has the place. */
  settle(place: CommittedPlace): void {
    this.#committed = place;
    for (const offset of this.#open.keys()) {
      if (offset >= place.offset) return;
      this.#open.delete(offset);
      this.#acknowledged.delete(offset);
    }
  }
}
