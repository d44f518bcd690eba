import { setTimeout as sleep } from 'node:timers/promises';
import type { Assignment } from './assign-partitions.ts';
import { BusUnreachable, type StoredMessage } from './bus.ts';
import type { KafkaClient } from './kafka-client.ts';
import { isGroupAnswer } from './kafka-errors.ts';
import type { RawMessage } from './kafka-internals.ts';
import { storedMessage } from './kafka-message.ts';
import type { KafkaReport } from './kafka-options.ts';
import type { KafkaRemovals } from './kafka-removals.ts';
import type { CommittedPlace } from './done-offsets.ts';
import { KafkaSession, within } from './kafka-session.ts';
import { PartitionLog } from './partition-log.ts';

const firstPauseMs = 500;
const lastPauseMs = 5_000;
/** How long a commit waits for the end of a rebalance. */
const commitWaitMs = 15_000;
/** A partition that is to move is given away after so long, also when work on it is not finished. */
const handOverMs = 10_000;
const lookMs = 20;
/** A member that heard nothing of its group for so long may have been put out of it. */
const doubtMs = 5_000;
/** A member that leaves waits so long for its last commit. */
const lastCommitMs = 2_000;

export interface MemberHost {
  readonly client: KafkaClient;
  readonly removals: KafkaRemovals;
  readonly stallMs: number;
  report(report: KafkaReport): void;
  /** Something may be polled, or a problem came or went. */
  wake(): void;
  /** Resolves with true when there is room to read on, with false after `ms`. */
  room(ms: number): Promise<boolean>;
}

/** A place in a group that reads one topic, kept through rebalances, crashes and outages. */
export class KafkaMember {
  /** The port's name. */
  readonly topic: string;
  readonly #host: MemberHost;
  readonly #groupId: string;
  readonly #logs = new Map<number, PartitionLog>();
  #session: KafkaSession | undefined;
  #hasJoined = false;
  #problem: BusUnreachable | undefined;
  #pauseMs = firstPauseMs;
  #restart: NodeJS.Timeout | undefined;
  readonly #watch: NodeJS.Timeout;
  #isClosed = false;
  /** Counts joins and ends of sessions. */
  #generation = 0;
  readonly #waitForGeneration: (() => void)[] = [];
  #lastCommit: Promise<void> = Promise.resolve();
  #nextCommit: Promise<void> | undefined;

  constructor(host: MemberHost, group: string, topic: string) {
    this.#host = host;
    this.topic = topic;
    this.#groupId = host.client.names.group(group, topic);
    this.#watch = setInterval(() => this.#lookForStall(), Math.max(100, host.stallMs / 6)).unref();
    this.#start();
  }

  get logs(): Iterable<PartitionLog> {
    return this.#logs.values();
  }

  log(partition: number): PartitionLog | undefined {
    return this.#logs.get(partition);
  }

  /** Why nothing can be read at present. */
  get problem(): BusUnreachable | undefined {
    return this.#problem;
  }

  #start(): void {
    const session = new KafkaSession(
      this.#host.client,
      this.#groupId,
      this.#host.client.names.topic(this.topic),
      {
        owned: () => [...this.#logs.keys()],
        joined: (assignment, isSameMember) => this.#joined(assignment, isSameMember),
        began: (partition, from, done) => this.#logs.get(partition)?.begin(from, done),
        beganAgain: (partition, from) => this.#beganAgain(partition, from),
        ends: (partition, end) => this.#logs.get(partition)?.endsAt(end),
        handOver: (partitions) => this.#handOver(partitions),
        received: (partition, messages, last) => this.#received(partition, messages, last),
        room: (ms) => this.#host.room(ms),
        ended: (error) => this.#ended(error),
      },
    );
    this.#session = session;
    session.start();
  }

  #joined({ partitions, leaving }: Assignment, isSameMember: boolean): ReadonlyMap<number, number> {
    for (const partition of this.#logs.keys())
      if (!isSameMember || !partitions.includes(partition)) this.#logs.delete(partition);
    const kept = new Map(
      [...this.#logs].filter(([, log]) => log.hasBegun).map(([partition, log]) => [partition, log.next]),
    );
    for (const partition of partitions) {
      const log = this.#logs.get(partition) ?? new PartitionLog(partition);
      log.isLeaving = leaving.includes(partition);
      this.#logs.set(partition, log);
    }
    this.#hasJoined = true;
    this.#problem = undefined;
    this.#pauseMs = firstPauseMs;
    this.#beginGeneration();
    return kept;
  }

  /**
   * Waits for what is in flight of these partitions, and gives them away. What is not finished by then is
   * handed out again by another member, as is what a later generation does not want to move any more by this
   * one.
   */
  async #handOver(partitions: readonly number[]): Promise<void> {
    const leaving = (): PartitionLog[] =>
      [...this.#logs.values()].filter((log) => log.isLeaving && partitions.includes(log.partition));
    for (const end = performance.now() + handOverMs; performance.now() < end; await sleep(lookMs))
      if (this.#isClosed || leaving().every((log) => log.isAtRest)) break;
    await Promise.allSettled([this.#lastCommit, this.#nextCommit]);
    for (const log of leaving()) if (this.#logs.get(log.partition) === log) this.#logs.delete(log.partition);
    // There is room for others.
    this.#host.wake();
  }

  /**
   * The topic was made again, or its log has lost its end: what is in hand of it is of no use, and what was committed
   * of it is put right.
   */
  #beganAgain(partition: number, from: number): void {
    const known = this.#logs.get(partition);
    if (known === undefined) return;
    this.#logs.set(partition, PartitionLog.inPlaceOf(known, from));
    this.#commitUnasked();
  }

  /** Nobody waits for it; where it fails, the next acknowledgement does it. */
  #commitUnasked(): void {
    this.commit().catch(() => undefined);
  }

  #received(partition: number, messages: readonly RawMessage[], last: number): void {
    const log = this.#logs.get(partition);
    if (log === undefined) return;
    const wanted: StoredMessage[] = [];
    for (const raw of messages) {
      const message = storedMessage(this.topic, partition, raw);
      if (!this.#host.removals.has(this.topic, message)) wanted.push(message);
    }
    // What others have done has no acknowledgement here.
    if (log.add(wanted, last)) this.#commitUnasked();
    this.#host.wake();
  }

  /** Another member may have what was ours; the next session starts from the last commit. */
  #ended(error: unknown): void {
    this.#logs.clear();
    this.#session = undefined;
    this.#hasJoined = false;
    if (this.#isClosed) return this.#beginGeneration();
    const problem = this.#host.client.problem(`consume ${this.topic}`, error);
    this.#problem =
      problem instanceof BusUnreachable ? problem : new BusUnreachable(problem.message, { cause: error });
    this.#host.report({
      kind: 'consumer-restarts',
      detail: `${this.#problem.message}, in ${this.#pauseMs} ms`,
    });
    this.#restart = setTimeout(() => void this.#startAgain(), this.#pauseMs);
    this.#pauseMs = Math.min(this.#pauseMs * 2, lastPauseMs);
    this.#beginGeneration();
  }

  async #startAgain(): Promise<void> {
    try {
      await this.#host.removals.load('consume', this.topic);
    } catch (error) {
      if (!this.#isClosed) this.#ended(error);
      return;
    }
    if (!this.#isClosed) this.#start();
  }

  #lookForStall(): void {
    const silentMs = this.#session?.silentMs ?? 0;
    if (silentMs > this.#host.stallMs)
      this.#session?.end(new Error(`no heartbeat for ${Math.round(silentMs / 1_000)} s`));
  }

  /**
   * Commits the low watermarks, and what is acknowledged above them, as they are when its turn comes; calls that
   * come meanwhile share the next commit.
   */
  commit(): Promise<void> {
    this.#nextCommit ??= this.#commitAfter(this.#lastCommit);
    return this.#nextCommit;
  }

  async #commitAfter(before: Promise<void>): Promise<void> {
    await Promise.allSettled([before]);
    this.#lastCommit = this.#commitNow();
    this.#nextCommit = undefined;
    return this.#lastCommit;
  }

  async #commitNow(): Promise<void> {
    const until = performance.now() + commitWaitMs;
    for (;;) {
      const generation = this.#generation;
      try {
        return await this.#commitOnce();
      } catch (error) {
        const left = until - performance.now();
        if (left < 0 || !isGroupAnswer(error)) throw this.#host.client.problem('acknowledge', error);
        // In the new generation what is still ours is committed; the rest has gone to others.
        if (this.#generation === generation) await this.#nextGeneration(left);
      }
    }
  }

  async #commitOnce(): Promise<void> {
    const moved = new Map<PartitionLog, CommittedPlace>();
    for (const log of this.#logs.values()) {
      const place = log.place();
      if (place !== undefined) moved.set(log, place);
    }
    if (moved.size === 0) return;
    if (this.#session === undefined) throw new Error('the consumer is starting');
    await this.#session.commit(new Map([...moved].map(([log, place]) => [log.partition, place])));
    for (const [log, place] of moved) log.settle(place);
  }

  #nextGeneration(ms: number): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, ms);
      this.#waitForGeneration.push(() => {
        clearTimeout(timer);
        resolve();
      });
    });
  }

  #beginGeneration(): void {
    this.#generation += 1;
    for (const wake of this.#waitForGeneration.splice(0)) wake();
    this.#host.wake();
  }

  /**
   * Waits for the next word of the group where the last is old: a process that stood still finds out so
   * whether what it has is still its own. Bounded: a group that says nothing is found out by the commit.
   */
  async beSure(): Promise<void> {
    const end = performance.now() + commitWaitMs;
    const isInDoubt = (): boolean => (this.#session?.silentMs ?? 0) > doubtMs;
    while (!this.#isClosed && isInDoubt() && performance.now() < end) await sleep(lookMs);
  }

  /** Whether a message that is not known here was lost to an outage, not to another member. */
  get isDown(): boolean {
    return !this.#hasJoined && this.#problem !== undefined;
  }

  /** Lets what was acknowledged be committed, then leaves the group. */
  async close(): Promise<void> {
    this.#isClosed = true;
    clearInterval(this.#watch);
    clearTimeout(this.#restart);
    this.#session?.drain();
    await within(lastCommitMs, Promise.allSettled([this.#lastCommit, this.#nextCommit]));
    await this.#session?.leave();
    this.#logs.clear();
    // A commit that waits for it waits for nothing.
    this.#beginGeneration();
  }
}
