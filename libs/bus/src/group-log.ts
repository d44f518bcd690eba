import { numberOf, offsetSpan, sweepTopic, textOf, type LogTopic, type SqliteLogFile } from './sqlite-log.ts';

/** A message that was read from the file and lies at or above the group's position. */
export interface OpenMessage {
  readonly offset: number;
  readonly key: string;
  readonly bytes: number;
  state: 'waiting' | 'in flight' | 'acknowledged';
}

/** How far the group reads ahead of what its members hold. */
const readAhead = 256;

/**
 * One group on one topic: what its members hold, what waits, and the low watermark.
 * Lives in memory; the file knows the position and what was acknowledged above it.
 */
export class GroupLog {
  readonly topic: LogTopic;
  readonly group: string;
  readonly #file: SqliteLogFile;
  /** By offset, ascending: nothing is put in but at the end. */
  readonly #open = new Map<number, OpenMessage>();
  #waiting: OpenMessage[] = [];
  #readTo: number;
  /** Acknowledged in an earlier life, above the position. */
  readonly #acknowledgedBefore: Set<number>;
  readonly #keyHolders = new Map<string, { readonly member: symbol; count: number }>();
  #acknowledging: number[] = [];
  /** Written, but perhaps not durable yet: the next write must count on it, the members must not. */
  readonly #written = new Set<number>();
  #acknowledgeWrite: Promise<void> | undefined;

  constructor(file: SqliteLogFile, topic: LogTopic, group: string) {
    this.#file = file;
    this.topic = topic;
    this.group = group;
    this.#readTo = numberOf(
      file.statement('SELECT position FROM bus_group WHERE topic = ? AND name = ?').get(topic.id, group),
      'position',
    );
    const rows = file
      .statement('SELECT "offset" FROM bus_acknowledged WHERE topic = ? AND name = ?')
      .all(topic.id, group);
    this.#acknowledgedBefore = new Set(rows.map((row) => numberOf(row, 'offset')));
  }

  /** Hands out waiting messages in order of offset; a key that another member holds is passed over. */
  take(member: symbol, max: number, fits: (bytes: number) => boolean): OpenMessage[] {
    if (this.#waiting.length < readAhead) this.#read();
    const taken: OpenMessage[] = [];
    const left: OpenMessage[] = [];
    let isFull = false;
    for (const [place, message] of this.#waiting.entries()) {
      isFull ||= taken.length >= max;
      if (isFull) {
        left.push(...this.#waiting.slice(place));
        break;
      }
      const holder = this.#keyHolders.get(message.key);
      if (holder !== undefined && holder.member !== member) left.push(message);
      else if (fits(message.bytes)) {
        this.#hold(message, member);
        taken.push(message);
      } else {
        isFull = true;
        left.push(message);
      }
    }
    this.#waiting = left;
    return taken;
  }

  #hold(message: OpenMessage, member: symbol): void {
    message.state = 'in flight';
    const holder = this.#keyHolders.get(message.key);
    if (holder === undefined) this.#keyHolders.set(message.key, { member, count: 1 });
    else holder.count += 1;
  }

  #release(message: OpenMessage): void {
    const holder = this.#keyHolders.get(message.key);
    if (holder === undefined) return;
    holder.count -= 1;
    if (holder.count === 0) this.#keyHolders.delete(message.key);
  }

  #read(): void {
    const base = this.topic.id * offsetSpan;
    const rows = this.#file
      .statement(
        'SELECT id, CAST(key AS TEXT) AS key, coalesce(length(value), 0) + coalesce(octet_length(headers), 0) AS bytes FROM bus_message WHERE id >= ? AND id < ? ORDER BY id LIMIT ?',
      )
      .all(base + this.#readTo, base + offsetSpan, readAhead);
    for (const row of rows) {
      const offset = numberOf(row, 'id') - base;
      const isKnown = this.#acknowledgedBefore.delete(offset);
      const message: OpenMessage = {
        offset,
        key: textOf(row, 'key'),
        bytes: numberOf(row, 'bytes'),
        state: isKnown ? 'acknowledged' : 'waiting',
      };
      this.#open.set(offset, message);
      if (!isKnown) this.#waiting.push(message);
      this.#readTo = offset + 1;
    }
  }

  /** Back to those that wait, in order of offset. */
  giveBack(offsets: readonly number[]): void {
    for (const offset of offsets) {
      const message = this.#open.get(offset);
      if (message?.state !== 'in flight') continue;
      this.#release(message);
      message.state = 'waiting';
      this.#waiting.push(message);
    }
    this.#waiting.sort((a, b) => a.offset - b.offset);
  }

  /** The message is no longer in the file. */
  forget(offset: number): void {
    const message = this.#open.get(offset);
    if (message === undefined || message.state === 'acknowledged') return;
    if (message.state === 'in flight') this.#release(message);
    else this.#waiting = this.#waiting.filter((other) => other !== message);
    message.state = 'acknowledged';
  }

  /**
   * Resolves when it is durable. On failure the messages stay with their member and may be acknowledged
   * again.
   */
  acknowledge(offsets: readonly number[]): Promise<void> {
    for (const offset of offsets) this.#acknowledging.push(offset);
    this.#acknowledgeWrite ??= this.#writeAcknowledged();
    return this.#acknowledgeWrite;
  }

  async #writeAcknowledged(): Promise<void> {
    let closed: readonly number[] | undefined;
    try {
      const position = await this.#file.write(() => {
        closed = this.#closeAcknowledging();
        return this.#persist(closed);
      });
      this.#settle(closed ?? [], position);
    } catch (error) {
      // The transaction did not even begin: those that joined this write are told so, later ones start
      // another.
      if (closed === undefined) this.#forgetWrite();
      for (const offset of closed ?? []) this.#written.delete(offset);
      throw error;
    }
  }

  #forgetWrite(): void {
    this.#acknowledging = [];
    this.#acknowledgeWrite = undefined;
  }

  #closeAcknowledging(): number[] {
    const closed = this.#acknowledging.filter(
      (offset) => this.#open.get(offset)?.state === 'in flight' && !this.#written.has(offset),
    );
    this.#forgetWrite();
    for (const offset of closed) this.#written.add(offset);
    return closed;
  }

  /** Answers the position. */
  #persist(closed: readonly number[]): number {
    const { id } = this.topic;
    const position = this.#firstOpen();
    for (const offset of closed) {
      if (offset >= position)
        this.#file
          .statement('INSERT OR IGNORE INTO bus_acknowledged (topic, name, "offset") VALUES (?, ?, ?)')
          .run(id, this.group, offset);
    }
    const moved = this.#file
      .statement('UPDATE bus_group SET position = ? WHERE topic = ? AND name = ? AND position < ?')
      .run(position, id, this.group, position);
    if (moved.changes === 0) return position;
    this.#file
      .statement('DELETE FROM bus_acknowledged WHERE topic = ? AND name = ? AND "offset" < ?')
      .run(id, this.group, position);
    sweepTopic(this.#file, this.topic);
    return position;
  }

  #firstOpen(): number {
    for (const { state, offset } of this.#open.values())
      if (state !== 'acknowledged' && !this.#written.has(offset)) return offset;
    return this.#readTo;
  }

  #settle(closed: readonly number[], position: number): void {
    for (const offset of closed) {
      // It may have been given back while the write was under way: acknowledged is acknowledged.
      this.forget(offset);
      this.#written.delete(offset);
    }
    for (const offset of this.#open.keys()) {
      if (offset >= position) return;
      this.#open.delete(offset);
    }
  }
}
