import type { Assignment } from './assign-partitions.ts';

/** Under this name the members of a group agree on how partitions are shared out. */
export const groupProtocol = 'newsmill-handover';

/** A place in a generation of a group. */
export interface Membership {
  readonly member: string;
  readonly generation: number;
}

/*
 * Kafka's own frames around the words, version 0, for tools that show groups: a subscription is its version,
 * the topics and bytes of ours; an assignment is its version, the partitions by topic and bytes of ours.
 */

function int16(value: number): Buffer {
  const bytes = Buffer.alloc(2);
  bytes.writeInt16BE(value);
  return bytes;
}

function int32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeInt32BE(value);
  return bytes;
}

function text(value: string): Buffer {
  const bytes = Buffer.from(value);
  return Buffer.concat([int16(bytes.length), bytes]);
}

function words(value: unknown): Buffer {
  const bytes = Buffer.from(JSON.stringify(value));
  return Buffer.concat([int32(bytes.length), bytes]);
}

/** Reads a frame from its beginning to its end. */
class Frame {
  readonly #bytes: Buffer;
  #at = 0;

  constructor(bytes: Buffer) {
    this.#bytes = bytes;
  }

  int16(): number {
    this.#at += 2;
    return this.#bytes.readInt16BE(this.#at - 2);
  }

  int32(): number {
    this.#at += 4;
    return this.#bytes.readInt32BE(this.#at - 4);
  }

  text(): string {
    const length = this.int16();
    this.#at += length;
    return this.#bytes.toString('utf8', this.#at - length, this.#at);
  }

  list<T>(read: () => T): T[] {
    return Array.from({ length: Math.max(0, this.int32()) }, read);
  }

  /** The list of numbers under a name in the words at this place. */
  numbers(name: string): readonly number[] {
    const length = Math.max(0, this.int32());
    this.#at += length;
    if (length === 0) return [];
    const read: unknown = JSON.parse(this.#bytes.toString('utf8', this.#at - length, this.#at));
    const list: unknown = typeof read === 'object' && read !== null ? Reflect.get(read, name) : undefined;
    return Array.isArray(list) ? list.filter((each) => Number.isInteger(each)) : [];
  }
}

/** What a member says when it joins. `known`: partitions of the topic that it knows of. */
export function writeClaim(topic: string, owned: readonly number[], known: number): Buffer {
  return Buffer.concat([int16(0), int32(1), text(topic), words({ owned, known })]);
}

/** The partitions that a member claims. */
export function readClaim(bytes: Buffer): readonly number[] {
  const frame = new Frame(bytes);
  frame.int16();
  frame.list(() => frame.text());
  return frame.numbers('owned');
}

/** What the leader of a group says to a member. */
export function writeAssignment(topic: string, { partitions, leaving }: Assignment): Buffer {
  return Buffer.concat([
    int16(0),
    int32(1),
    text(topic),
    int32(partitions.length),
    ...partitions.map(int32),
    words({ leaving }),
  ]);
}

/** What a member is told; nothing where the leader has nothing for it. */
export function readAssignment(topic: string, bytes: Buffer): Assignment {
  if (bytes.length === 0) return { partitions: [], leaving: [] };
  const frame = new Frame(bytes);
  frame.int16();
  const found = new Map(frame.list(() => [frame.text(), frame.list(() => frame.int32())] as const));
  return { partitions: found.get(topic) ?? [], leaving: frame.numbers('leaving') };
}
