import type { StoredMessage } from './bus.ts';
import { nothingDone, type CommittedPlace, type DoneAhead } from './done-offsets.ts';

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
  /** Done at or above what is committed, with the time of each. */
  readonly #done = new Map<number, number>();
  /** Done by the readers before, and not read yet. */
  #ahead = nothingDone;
  /** Counts changes of what is done; those that the last place to commit has, and those that were committed. */
  #changes = 0;
  #placed = 0;
  #settled = 0;
  #hasBegun = false;
  /** Whether it is about to be given away: what waits is handed out by another member then. */
  isLeaving = false;

  constructor(partition: number) {
    this.partition = partition;
  }

  /** Of a topic that was made again, or a log that has lost its end: what was committed of the one before is wrong. */
  static inPlaceOf({ partition, isLeaving }: PartitionLog, from: number): PartitionLog {
    const log = new PartitionLog(partition);
    log.isLeaving = isLeaving;
    log.begin(from, nothingDone);
    log.#changes = 1;
    return log;
  }

  /**
   * Reading begins where a group has committed, or where the log does; what was done ahead of that is not handed out.
   */
  begin(from: number, done: DoneAhead): void {
    this.#hasBegun = true;
    this.#next = from;
    this.#ahead = { ...done, offsets: new Set(done.offsets) };
  }

  /** Whether it is known where reading begins. */
  get hasBegun(): boolean {
    return this.#hasBegun;
  }

  /**
   * The partition ended there when it was read: where more is said to be done, that is of another log, or a broker that
   * has just begun to lead knows less. In doubt it is done again.
   */
  endsAt(end: number): void {
    for (const offset of this.#ahead.offsets)
      if (offset >= end) {
        this.#ahead = nothingDone;
        return;
      }
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
   * is passed over. Answers whether something was that is to be committed: done by the readers before.
   */
  add(messages: readonly StoredMessage[], last: number): boolean {
    const changes = this.#changes;
    for (const message of messages) {
      const offset = Number(message.offset);
      if (offset < this.#next) continue;
      this.#next = offset + 1;
      if (this.#ahead.offsets.has(offset)) {
        if (message.time <= this.#ahead.until) {
          this.#finish(offset, message.time);
          continue;
        }
        // Another message has its offset: so may others have theirs.
        this.#ahead = nothingDone;
      }
      const held: HeldMessage = { message, offset, bytes: bytesOf(message), state: 'waiting' };
      this.#open.set(offset, held);
      this.#waiting.push(held);
      this.#waitingBytes += held.bytes;
    }
    this.#next = Math.max(this.#next, last + 1);
    const { offsets, until } = this.#ahead;
    if (offsets.size > 0)
      this.#ahead = { until, offsets: new Set([...offsets].filter((offset) => offset >= this.#next)) };
    return this.#changes > changes;
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

  /** Whether the message is of this log: in a topic that was made again another one has its offset. */
  has({ offset, time }: Pick<StoredMessage, 'offset' | 'time'>): boolean {
    return this.#open.get(Number(offset))?.message.time === time;
  }

  /** Whether it was handed out, and has neither come back nor been acknowledged. */
  isInFlight(message: Pick<StoredMessage, 'offset' | 'time'>): boolean {
    return this.has(message) && this.#open.get(Number(message.offset))?.state === 'in flight';
  }

  /** Answers those that were in flight. */
  acknowledge(offsets: readonly number[]): HeldMessage[] {
    const done = this.#inFlight(offsets);
    for (const held of done) {
      held.state = 'acknowledged';
      this.#finish(held.offset, held.message.time);
    }
    return done;
  }

  /** The commit failed: they are in flight again. */
  undo(messages: readonly HeldMessage[]): void {
    for (const held of messages) {
      if (this.#open.get(held.offset) !== held) continue;
      held.state = 'in flight';
      this.#done.delete(held.offset);
      this.#changes += 1;
    }
  }

  #finish(offset: number, time: number): void {
    this.#done.set(offset, time);
    this.#changes += 1;
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
    held.state = 'acknowledged';
    this.#finish(offset, held.message.time);
    this.#waitingBytes -= held.bytes;
    this.#waiting = this.#waiting.filter((other) => other !== held);
  }

  /** The place to commit: the low watermark, and what is done above it; undefined where that has not changed. */
  place(): CommittedPlace | undefined {
    this.#placed = this.#changes;
    // It moves by what was acknowledged, not by what was only read.
    if (this.#changes === this.#settled) return undefined;
    let offset = this.#next;
    for (const held of this.#open.values()) {
      if (held.state === 'acknowledged') continue;
      offset = held.offset;
      break;
    }
    const offsets = new Set(this.#ahead.offsets);
    let until = offsets.size > 0 ? this.#ahead.until : 0;
    for (const [one, time] of this.#done) {
      if (one < offset) continue;
      offsets.add(one);
      until = Math.max(until, time);
    }
    return { offset, done: { offsets, until } };
  }

  /** The last place was committed: what is done needs to be kept no more. */
  settle({ offset: position, done }: CommittedPlace): void {
    this.#settled = this.#placed;
    for (const offset of done.offsets)
      if (this.#open.get(offset)?.state === 'acknowledged') this.#open.delete(offset);
    for (const offset of this.#open.keys()) {
      if (offset >= position) break;
      this.#open.delete(offset);
    }
    for (const offset of this.#done.keys()) if (offset < position) this.#done.delete(offset);
  }
}
