import { BusClosed, type Consumer, type StoredMessage } from './bus.ts';
import type { GroupLog } from './group-log.ts';

/** What a member asks of its bus. */
export interface ConsumerHost {
  load(log: GroupLog, offset: number): StoredMessage | undefined;
  /** Something was given back or acknowledged: other members may have something to do. */
  wake(): void;
  translate(work: Promise<void>): Promise<void>;
  leave(consumer: SqliteConsumer): void;
}

/** One member of a group; see Consumer. */
export class SqliteConsumer implements Consumer {
  readonly logs: readonly GroupLog[];
  readonly #host: ConsumerHost;
  readonly #maxBytes: number;
  readonly #member = Symbol('member');
  /** Bytes of each message in flight, by topic and offset. */
  readonly #inFlight = new Map<GroupLog, Map<number, number>>();
  #bytes = 0;
  #turn = 0;
  #isClosed = false;
  readonly #sleepers = new Set<() => void>();
  readonly #writes = new Set<Promise<void>>();

  constructor(host: ConsumerHost, logs: readonly GroupLog[], maxBytes: number) {
    this.#host = host;
    this.logs = logs;
    this.#maxBytes = maxBytes;
    for (const log of logs) this.#inFlight.set(log, new Map());
  }

  async poll(max: number, waitMs: number): Promise<readonly StoredMessage[]> {
    const until = performance.now() + waitMs;
    for (;;) {
      if (this.#isClosed) return [];
      const messages = this.#take(max);
      const left = until - performance.now();
      if (messages.length > 0 || left <= 0) return messages;
      await this.#sleep(left);
    }
  }

  /** The topics take turns at being first. */
  #take(max: number): StoredMessage[] {
    const messages: StoredMessage[] = [];
    this.#turn += 1;
    for (let i = 0; i < this.logs.length && messages.length < max; i += 1) {
      const log = this.logs[(this.#turn + i) % this.logs.length];
      if (log !== undefined) this.#takeFrom(log, max - messages.length, messages);
    }
    return messages;
  }

  #takeFrom(log: GroupLog, max: number, messages: StoredMessage[]): void {
    let ahead = this.#bytes;
    const fits = (bytes: number): boolean => {
      if (ahead > 0 && ahead + bytes > this.#maxBytes) return false;
      ahead += bytes;
      return true;
    };
    let missing = 0;
    for (const { offset, bytes } of log.take(this.#member, max, fits)) {
      const message = this.#host.load(log, offset);
      if (message === undefined) {
        // Removed meanwhile by another process.
        log.forget(offset);
        missing += 1;
        continue;
      }
      this.#inFlight.get(log)?.set(offset, bytes);
      this.#bytes += bytes;
      messages.push(message);
    }
    if (missing > 0) this.#takeFrom(log, missing, messages);
  }

  #sleep(ms: number): Promise<void> {
    return new Promise((resolve) => {
      const wake = (): void => {
        clearTimeout(timer);
        this.#sleepers.delete(wake);
        resolve();
      };
      const timer = setTimeout(wake, ms);
      this.#sleepers.add(wake);
    });
  }

  /** Lets waiting polls look again. */
  wake(): void {
    for (const wake of this.#sleepers) wake();
  }

  held(messages: readonly StoredMessage[]): Promise<readonly StoredMessage[]> {
    const held = this.#isClosed ? new Map<GroupLog, number[]>() : this.#heldOf(messages);
    const places = new Set(
      [...held].flatMap(([log, offsets]) => offsets.map((offset) => `${log.topic.name}/${offset}`)),
    );
    return Promise.resolve(messages.filter(({ topic, offset }) => places.has(`${topic}/${offset}`)));
  }

  async acknowledge(messages: readonly StoredMessage[]): Promise<void> {
    if (this.#isClosed) throw new BusClosed('acknowledge');
    const held = this.#heldOf(messages);
    const write = this.#host.translate(
      Promise.all([...held].map(([log, offsets]) => log.acknowledge(offsets))).then(() => undefined),
    );
    this.#writes.add(write);
    try {
      await write;
    } finally {
      this.#writes.delete(write);
    }
    for (const [log, offsets] of held) this.#release(log, offsets);
    this.#host.wake();
  }

  async giveBack(messages: readonly StoredMessage[]): Promise<void> {
    if (this.#isClosed) return;
    for (const [log, offsets] of this.#heldOf(messages)) {
      this.#release(log, offsets);
      log.giveBack(offsets);
    }
    this.#host.wake();
  }

  #heldOf(messages: readonly StoredMessage[]): Map<GroupLog, number[]> {
    const held = new Map<GroupLog, number[]>();
    for (const message of messages) {
      const log = this.logs.find((candidate) => candidate.topic.name === message.topic);
      const offset = Number(message.offset);
      if (log === undefined || this.#inFlight.get(log)?.has(offset) !== true) continue;
      const offsets = held.get(log);
      if (offsets === undefined) held.set(log, [offset]);
      else offsets.push(offset);
    }
    return held;
  }

  #release(log: GroupLog, offsets: readonly number[]): void {
    const inFlight = this.#inFlight.get(log);
    for (const offset of offsets) {
      this.#bytes -= inFlight?.get(offset) ?? 0;
      inFlight?.delete(offset);
    }
  }

  async close(): Promise<void> {
    if (this.#isClosed) return;
    this.#isClosed = true;
    this.wake();
    await Promise.allSettled(this.#writes);
    for (const [log, offsets] of this.#inFlight) log.giveBack([...offsets.keys()]);
    this.#host.leave(this);
    this.#host.wake();
  }
}
