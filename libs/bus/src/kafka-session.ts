import { setTimeout as sleep } from 'node:timers/promises';
import type { Assignment } from './assign-partitions.ts';
import { GroupWire, pollMs, sessionTimeoutMs, type ReadPart } from './group-wire.ts';
import type { Membership } from './group-words.ts';
import { nothingDone, type CommittedPlace, type DoneAhead } from './done-offsets.ts';
import type { KafkaClient } from './kafka-client.ts';
import { isGroupAnswer, isKafkaError } from './kafka-errors.ts';
import type { RawMessage } from './kafka-internals.ts';

/** Between two signs of life, with which a member also learns that others have come or gone. */
const heartbeatMs = 1_000;
const againMs = 250;
/** What cannot be read for so long is broken. */
const readPatienceMs = 6_000;
/** A join that is under way when the session ends is waited for so long: then the member can say that it goes. */
const joinWaitMs = 2_500;
const leaveWaitMs = 1_500;

/** Before the group has given a member its name. */
const nobody: Membership = { member: '', generation: -1 };

/** What a session tells its member. */
export interface SessionHost {
  /** Partitions that the member reads and does not give away. */
  owned(): readonly number[];
  /**
   * A new generation. `isSameMember`: what this member kept has been nobody else's meanwhile. Answers where
   * to go on reading in partitions that were kept.
   */
  joined(assignment: Assignment, isSameMember: boolean): ReadonlyMap<number, number>;
  /** Reading of a partition begins at an offset; `done`: what its readers before have done ahead of it. */
  began(partition: number, from: number, done: DoneAhead): void;
  /** What was to be read is not there: reading begins again, at the oldest offset. */
  beganAgain(partition: number, from: number): void;
  /** Resolves when nothing of these partitions is in hand any more and they are given away. */
  handOver(partitions: readonly number[]): Promise<void>;
  /** The end of a partition when it was read, told before what was read of it. */
  ends(partition: number, end: number): void;
  /** What was read of a partition, up to `last`. */
  received(partition: number, messages: readonly RawMessage[], last: number): void;
  /** Resolves with true when there is room for more, with false after `ms`. */
  room(ms: number): Promise<boolean>;
  /** The session has ended by itself. */
  ended(error: unknown): void;
}

/**
 * One membership in a group that reads one topic, from its start to its end. It is never restarted, the
 * member makes another.
 *
 * Members come together when one comes or goes. What they read stays theirs: they go on with it meanwhile,
 * and a partition that is to move is finished first and then given away, whereupon they come together again.
 */
export class KafkaSession {
  readonly #client: KafkaClient;
  readonly #wire: GroupWire;
  readonly #group: string;
  readonly #topic: string;
  readonly #host: SessionHost;
  #membership: Membership = nobody;
  /** The generation whose partitions it has. What it has is told and committed as of that one alone. */
  #adopted: Membership = nobody;
  #joining: Promise<void> | undefined;
  #wantsJoin = false;
  /** Counts generations. */
  #joins = 0;
  #leaders: ReadonlyMap<number, number> = new Map();
  /** Where to read on in the partitions that are read. */
  readonly #positions = new Map<number, number>();
  /** Brokers that are read from. */
  readonly #readers = new Set<number>();
  #lastSign = performance.now();
  #isEnding = false;
  #isOver = false;
  readonly #sleepers = new Set<() => void>();

  constructor(client: KafkaClient, groupId: string, topic: string, host: SessionHost) {
    this.#client = client;
    this.#group = groupId;
    this.#topic = topic;
    this.#host = host;
    this.#wire = new GroupWire(client, groupId, topic);
  }

  /** Milliseconds since the coordinator last answered. */
  get silentMs(): number {
    return performance.now() - this.#lastSign;
  }

  /** Joins the group and takes part in it until the session ends. */
  start(): void {
    this.#live().catch((error: unknown) => this.end(error));
  }

  async #live(): Promise<void> {
    await this.#join();
    while (!this.#isEnding) {
      await this.#rest(heartbeatMs);
      if (this.#isEnding) return;
      if (!this.#wantsJoin && (await this.#isInOrder())) continue;
      if (this.#isEnding) return;
      await this.#join();
    }
  }

  /** Whether the generation lasts. A coordinator that does not answer is asked again for a while. */
  async #isInOrder(): Promise<boolean> {
    try {
      await this.#wire.heartbeat(this.#membership);
      this.#sign();
      const leaders = await this.#wire.leaders();
      const isChanged = leaders.size !== this.#leaders.size;
      this.#leaders = leaders;
      this.#tend();
      return !isChanged;
    } catch (error) {
      if (isGroupAnswer(error)) return this.#isForgotten(error);
      if (this.silentMs > sessionTimeoutMs) throw error;
      return true;
    }
  }

  /** Answers that it is to join anew, as another member where the group does not know this one any more. */
  #isForgotten(error: unknown): false {
    if (isKafkaError(error, 'UNKNOWN_MEMBER_ID')) this.#membership = this.#adopted = nobody;
    return false;
  }

  #sign(): void {
    this.#lastSign = performance.now();
  }

  #join(): Promise<void> {
    this.#joining = this.#joinPatiently();
    return this.#joining;
  }

  async #joinPatiently(): Promise<void> {
    while (!this.#isEnding) {
      this.#wantsJoin = false;
      const { member } = this.#membership;
      try {
        const isAdopted = member !== '' && member === this.#adopted.member;
        const joined = await this.#wire.join(member, isAdopted ? this.#host.owned() : []);
        this.#membership = joined.membership;
        const assignment = await this.#wire.sync(joined);
        this.#leaders = await this.#wire.leaders();
        this.#sign();
        if (this.#isEnding) return;
        const isSameMember = joined.membership.member === this.#adopted.member;
        this.#adopted = joined.membership;
        this.#adopt(assignment, isSameMember);
        return;
      } catch (error) {
        if (this.#isEnding) return;
        if (isGroupAnswer(error)) this.#isForgotten(error);
        else if (this.silentMs > sessionTimeoutMs) throw error;
        else await this.#rest(againMs);
      }
    }
  }

  /** Reads what it has been given, and hands over what it is to give away. */
  #adopt(assignment: Assignment, isSameMember: boolean): void {
    this.#joins += 1;
    const kept = this.#host.joined(assignment, isSameMember);
    this.#positions.clear();
    for (const [partition, position] of kept) this.#positions.set(partition, position);
    const fresh = assignment.partitions.filter((partition) => !kept.has(partition));
    if (fresh.length > 0) this.#patiently(() => this.#begin(fresh));
    if (assignment.leaving.length > 0) this.#patiently(() => this.#handOver(assignment.leaving));
    this.#tend();
  }

  /** Work beside the heartbeats, of which nobody waits for the end. */
  #patiently(work: () => Promise<void>): void {
    work().catch((error: unknown) => this.end(error));
  }

  /** Begins where the group stands in a partition, or where the log does. */
  async #begin(partitions: readonly number[]): Promise<void> {
    const joins = this.#joins;
    const committed = await this.#client.committed('consume', this.#group, this.#topic, partitions);
    const first = new Map([...committed].map(([partition, { offset }]) => [partition, offset]));
    if (first.size < partitions.length)
      for (const { partition, from } of await this.#client.ranges('consume', this.#topic))
        if (!first.has(partition)) first.set(partition, from);
    // Another generation begins anew what this one has not begun.
    if (this.#isEnding || joins !== this.#joins) return;
    for (const partition of partitions) {
      const from = first.get(partition) ?? 0;
      this.#host.began(partition, from, committed.get(partition)?.done ?? nothingDone);
      this.#positions.set(partition, from);
    }
    this.#tend();
  }

  async #handOver(partitions: readonly number[]): Promise<void> {
    const joins = this.#joins;
    for (const partition of partitions) this.#positions.delete(partition);
    await this.#host.handOver(partitions);
    if (joins !== this.#joins || this.#isEnding) return;
    this.#wantsJoin = true;
    this.#wake();
  }

  /** Every broker that leads a partition which is read has its reader. */
  #tend(): void {
    for (const partition of this.#positions.keys()) {
      const leader = this.#leaders.get(partition);
      if (leader === undefined || this.#readers.has(leader)) continue;
      this.#readers.add(leader);
      this.#patiently(() => this.#readFrom(leader));
    }
  }

  #positionsOf(broker: number): ReadonlyMap<number, number> {
    return new Map([...this.#positions].filter(([partition]) => this.#leaders.get(partition) === broker));
  }

  /** Reads from a broker as long as there is room, one read after the other. */
  async #readFrom(broker: number): Promise<void> {
    let lastRead = performance.now();
    for (;;) {
      const hasRoom = await this.#host.room(pollMs);
      const positions = this.#positionsOf(broker);
      if (this.#isEnding || positions.size === 0) return void this.#readers.delete(broker);
      if (!hasRoom) continue;
      try {
        for (const part of await this.#wire.read(broker, positions)) this.#take(part, positions);
        lastRead = performance.now();
      } catch (error) {
        if (isKafkaError(error, 'OFFSET_OUT_OF_RANGE')) await this.#beginAgain(error, positions);
        else if (performance.now() - lastRead > readPatienceMs) throw error;
        await sleep(againMs);
      }
    }
  }

  /** A partition that was given away or begun elsewhere meanwhile is passed over. */
  #take({ partition, messages, last, end }: ReadPart, asked: ReadonlyMap<number, number>): void {
    if (this.#isEnding || this.#positions.get(partition) !== asked.get(partition)) return;
    this.#host.ends(partition, end);
    if (last === undefined) return;
    this.#positions.set(partition, last + 1);
    this.#host.received(partition, messages, last);
  }

  /** What was to be read has expired, or the topic was made anew: on from the oldest that is there. */
  async #beginAgain(error: unknown, asked: ReadonlyMap<number, number>): Promise<void> {
    const named: unknown = typeof error === 'object' && error !== null && Reflect.get(error, 'partition');
    const ranges = await this.#client.ranges('consume', this.#topic);
    if (this.#isEnding) return;
    for (const { partition, from, to } of ranges) {
      const position = this.#positions.get(partition);
      if (position === undefined || position !== asked.get(partition)) continue;
      // A broker that has just begun to lead may know less of a partition that it does not name.
      const isMeant = typeof named === 'number' ? partition === named : position < from || position > to;
      if (!isMeant) continue;
      // What has expired takes nothing from what is done behind it.
      if (position >= from) this.#host.beganAgain(partition, from);
      this.#positions.set(partition, from);
    }
  }

  /** Resolves when the coordinator has the places; throws when that is not certain. */
  async commit(places: ReadonlyMap<number, CommittedPlace>): Promise<void> {
    // The next generation tells what is still this member's.
    if (this.#adopted.member === '')
      throw Object.assign(new Error('the consumer is starting'), { type: 'UNKNOWN_MEMBER_ID' });
    await this.#client.commit({ groupId: this.#group, topic: this.#topic }, this.#adopted, places);
  }

  /** Something broke: the host is told once, the rest is cleared away. */
  end(error: unknown): void {
    if (this.#isOver) return;
    void this.leave();
    this.#host.ended(error);
  }

  /** Stops taking more. Commits still work. */
  drain(): void {
    this.#isEnding = true;
    this.#wake();
  }

  /**
   * Leaves the group at once, so that the others need not wait for the session timeout to learn of it.
   * Bounded: brokers that do not answer notice by that timeout.
   */
  async leave(): Promise<void> {
    this.drain();
    if (this.#isOver) return;
    this.#isOver = true;
    // A member that has no name yet cannot say that it goes; it gets one with its first join.
    if (this.#membership.member === '') await within(joinWaitMs, this.#joining);
    const { member } = this.#membership;
    if (member !== '') await within(leaveWaitMs, this.#client.leave(this.#group, member));
    this.#wire.close();
  }

  #rest(ms: number): Promise<void> {
    return new Promise((resolve) => {
      const wake = (): void => {
        clearTimeout(timer);
        this.#sleepers.delete(wake);
        resolve();
      };
      const timer = setTimeout(wake, this.#isEnding ? 0 : ms);
      this.#sleepers.add(wake);
    });
  }

  #wake(): void {
    for (const wake of this.#sleepers) wake();
  }
}

/** Waits for the end of the work, whatever it is, but not longer. */
export async function within(ms: number, work: Promise<unknown> | undefined): Promise<void> {
  const limit = Promise.withResolvers<void>();
  const timer = setTimeout(limit.resolve, ms);
  await Promise.race([Promise.allSettled([work]), limit.promise]);
  clearTimeout(timer);
}
