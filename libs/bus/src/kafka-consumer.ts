import { BusClosed, type Consumer, type StoredMessage } from './bus.ts';
import { KafkaMember, type MemberHost } from './kafka-member.ts';
import { within } from './kafka-session.ts';
import type { HeldMessage, PartitionLog } from './partition-log.ts';

/** What is read ahead of what was handed out. */
const readAheadBytes = 2_000_000;
/** A consumer that closes waits so long for what is being acknowledged. */
const lastAcknowledgeMs = 2_500;

/** What a consumer asks of its bus. */
export type ConsumerHost = Pick<MemberHost, 'client' | 'removals' | 'stallMs' | 'report'> & {
  leave(consumer: KafkaConsumer): void;
};

/** One member of a group; see Consumer. It is a member of its own for each topic. */
export class KafkaConsumer implements Consumer {
  readonly #host: ConsumerHost;
  readonly #members: readonly KafkaMember[];
  readonly #maxBytes: number;
  /** In flight and counted, so that what was lost in a rebalance is counted out again when its log goes. */
  readonly #inFlight = new Map<PartitionLog, number>();
  #turn = 0;
  #isClosed = false;
  #closing: Promise<void> | undefined;
  readonly #sleepers = new Set<() => void>();
  readonly #waitForRoom = new Set<() => void>();
  readonly #acknowledging = new Set<Promise<void>>();

  constructor(
    host: ConsumerHost,
    options: {
      readonly group: string;
      readonly topics: readonly string[];
      readonly maxBytesInFlight: number;
    },
  ) {
    this.#host = host;
    this.#maxBytes = options.maxBytesInFlight;
    const memberHost: MemberHost = {
      client: host.client,
      removals: host.removals,
      stallMs: host.stallMs,
      report: (report) => host.report(report),
      wake: () => this.#wake(this.#sleepers),
      room: (ms) => this.#room(ms),
    };
    this.#members = [...new Set(options.topics)].map(
      (topic) => new KafkaMember(memberHost, options.group, topic),
    );
  }

  async poll(max: number, waitMs: number): Promise<readonly StoredMessage[]> {
    const until = performance.now() + waitMs;
    for (;;) {
      if (this.#isClosed) return [];
      const messages = this.#take(max);
      const left = until - performance.now();
      if (messages.length > 0) return messages;
      if (left <= 0) {
        const problem = this.#members.map((member) => member.problem).find((each) => each !== undefined);
        if (problem === undefined) return [];
        throw problem;
      }
      await sleepIn(this.#sleepers, left);
    }
  }

  /** The partitions take turns at being first. */
  #take(max: number): StoredMessage[] {
    const logs = this.#members.flatMap((member) => [...member.logs]);
    this.#forgetLost(logs);
    const messages: StoredMessage[] = [];
    let ahead = this.#bytesInFlight();
    const fits = (bytes: number): boolean => {
      if (ahead > 0 && ahead + bytes > this.#maxBytes) return false;
      ahead += bytes;
      return true;
    };
    this.#turn += 1;
    for (let i = 0; i < logs.length && messages.length < max; i += 1) {
      const log = logs[(this.#turn + i) % logs.length];
      if (log === undefined) continue;
      const taken = log.take(max - messages.length, fits);
      this.#count(log, taken, 1);
      for (const { message } of taken) messages.push(message);
    }
    if (this.#hasRoom()) this.#wake(this.#waitForRoom);
    return messages;
  }

  #forgetLost(logs: readonly PartitionLog[]): void {
    for (const log of this.#inFlight.keys()) if (!logs.includes(log)) this.#inFlight.delete(log);
  }

  #bytesInFlight(): number {
    let bytes = 0;
    for (const each of this.#inFlight.values()) bytes += each;
    return bytes;
  }

  #count(log: PartitionLog, messages: readonly HeldMessage[], sign: 1 | -1): void {
    let bytes = this.#inFlight.get(log) ?? 0;
    for (const held of messages) bytes += sign * held.bytes;
    this.#inFlight.set(log, bytes);
  }

  #hasRoom(): boolean {
    let waiting = 0;
    for (const member of this.#members) for (const log of member.logs) waiting += log.waitingBytes;
    return waiting < readAheadBytes;
  }

  async #room(ms: number): Promise<boolean> {
    if (!this.#hasRoom() && !this.#isClosed) await sleepIn(this.#waitForRoom, ms);
    return this.#isClosed || this.#hasRoom();
  }

  #wake(sleepers: ReadonlySet<() => void>): void {
    for (const wake of sleepers) wake();
  }

  async held(messages: readonly StoredMessage[]): Promise<readonly StoredMessage[]> {
    await Promise.all([...this.#byMember(messages).keys()].map((member) => member.beSure()));
    if (this.#isClosed) return [];
    return messages.filter((message) => this.#memberOf(message)?.log(message.partition)?.isInFlight(message));
  }

  async acknowledge(messages: readonly StoredMessage[]): Promise<void> {
    if (this.#isClosed) throw new BusClosed('acknowledge');
    const work = Promise.all(
      [...this.#byMember(messages)].map(([member, partitions]) => this.#acknowledgeIn(member, partitions)),
    ).then(() => undefined);
    this.#acknowledging.add(work);
    try {
      await work;
    } finally {
      this.#acknowledging.delete(work);
    }
    this.#wake(this.#sleepers);
  }

  async #acknowledgeIn(member: KafkaMember, partitions: ReadonlyMap<number, number[]>): Promise<void> {
    if (member.isDown && member.problem !== undefined) throw member.problem;
    const done: [PartitionLog, HeldMessage[]][] = [];
    for (const [partition, offsets] of partitions) {
      const log = member.log(partition);
      // Another member has the partition now: it hands the message out again, and acknowledges it.
      if (log !== undefined) done.push([log, log.acknowledge(offsets)]);
    }
    try {
      await member.commit();
    } catch (error) {
      for (const [log, held] of done) {
        log.undo(held);
        // What another commit has taken along meanwhile stays acknowledged.
        const taken = held.filter(({ state }) => state === 'acknowledged');
        if (member.log(log.partition) === log) this.#count(log, taken, -1);
      }
      throw error;
    }
    for (const [log, held] of done) if (member.log(log.partition) === log) this.#count(log, held, -1);
  }

  async giveBack(messages: readonly StoredMessage[]): Promise<void> {
    if (this.#isClosed) return;
    for (const [member, partitions] of this.#byMember(messages)) {
      for (const [partition, offsets] of partitions) {
        const log = member.log(partition);
        if (log !== undefined) this.#count(log, log.giveBack(offsets), -1);
      }
    }
    this.#wake(this.#sleepers);
  }

  #memberOf({ topic }: StoredMessage): KafkaMember | undefined {
    return this.#members.find((member) => member.topic === topic);
  }

  /** By partition, but for those of a topic that was made again since. */
  #byMember(messages: readonly StoredMessage[]): Map<KafkaMember, Map<number, number[]>> {
    const found = new Map<KafkaMember, Map<number, number[]>>();
    for (const message of messages) {
      const { partition, offset } = message;
      const member = this.#memberOf(message);
      if (member === undefined || member.log(partition)?.has(message) === false) continue;
      const partitions = found.get(member) ?? new Map<number, number[]>();
      found.set(member, partitions);
      partitions.set(partition, [...(partitions.get(partition) ?? []), Number(offset)]);
    }
    return found;
  }

  /** The message was removed from the topic. */
  forget(topic: string, partition: number, offset: number): void {
    for (const member of this.#members) if (member.topic === topic) member.log(partition)?.forget(offset);
  }

  close(): Promise<void> {
    return (this.#closing ??= this.#close());
  }

  async #close(): Promise<void> {
    this.#isClosed = true;
    this.#wake(this.#sleepers);
    this.#wake(this.#waitForRoom);
    await within(lastAcknowledgeMs, Promise.allSettled(this.#acknowledging));
    await Promise.all(this.#members.map((member) => member.close()));
    this.#host.leave(this);
  }
}

/** Sleeps until one of the set is called, at the longest for `ms`. */
function sleepIn(sleepers: Set<() => void>, ms: number): Promise<void> {
  return new Promise((resolve) => {
    const wake = (): void => {
      clearTimeout(timer);
      sleepers.delete(wake);
      resolve();
    };
    const timer = setTimeout(wake, ms);
    sleepers.add(wake);
  });
}
