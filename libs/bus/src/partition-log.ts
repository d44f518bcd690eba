import type { StoredMessage } from './bus.ts';

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
 * What one member has of one partition: what waits, what is in flight, and the low watermark. No clock, no
 * network.
 */
export class PartitionLog {
  readonly partition: number;
  /** By offset, ascending: nothing is put in but at the end. */
  readonly #open = new Map<number, HeldMessage>();
  #waiting: HeldMessage[] = [];
  #waitingBytes = 0;
  #next = 0;
  #committed = 0;
  /** Whether it is about to be given away: what waits is handed out by another member then. */
  isLeaving = false;

  constructor(partition: number) {
    this.partition = partition;
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
      const held: HeldMessage = { message, offset, bytes: bytesOf(message), state: 'waiting' };
      this.#open.set(offset, held);
      this.#waiting.push(held);
      this.#waitingBytes += held.bytes;
      this.#next = offset + 1;
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
    for (const held of done) held.state = 'acknowledged';
    return done;
  }

  /** The commit failed: they are in flight again. */
  undo(messages: readonly HeldMessage[]): void {
    for (const held of messages) if (this.#open.get(held.offset) === held) held.state = 'in flight';
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
    this.#waitingBytes -= held.bytes;
    this.#waiting = this.#waiting.filter((other) => other !== held);
  }

  /** The position to commit; undefined when it has not moved. */
  watermark(): number | undefined {
    let position = this.#next;
    for (const held of this.#open.values()) {
      if (held.state === 'acknowledged') continue;
      position = held.offset;
      break;
    }
    return position > this.#committed && this.#hasAcknowledged(position) ? position : undefined;
  }

  /** A position moves by what was acknowledged, not by what was only read. */
  #hasAcknowledged(position: number): boolean {
    const [first] = this.#open.keys();
    return first !== undefined && first < position;
  }

  /** The broker has the position. */
  settle(position: number): void {
    this.#committed = Math.max(this.#committed, position);
    for (const offset of this.#open.keys()) {
      if (offset >= position) return;
      this.#open.delete(offset);
    }
  }
}
