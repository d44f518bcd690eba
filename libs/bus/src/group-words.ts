import type { Assignment } from './assign-partitions.ts';
import { kafkajs } from './kafka-internals.ts';

const { MemberMetadata, MemberAssignment } = kafkajs.AssignerProtocol;

/** Under this name the members of a group agree on how partitions are shared out. */
export const groupProtocol = 'newsmill-handover';

/** Version of Kafka's own frame around these words, for tools that show groups. */
const version = 0;

/** A place in a generation of a group. */
export interface Membership {
  readonly member: string;
  readonly generation: number;
}

function readWords(bytes: Buffer | undefined): Readonly<Record<string, unknown>> {
  const words: unknown = bytes === undefined || bytes.length === 0 ? {} : JSON.parse(bytes.toString());
  return typeof words === 'object' && words !== null ? { ...words } : {};
}

function numbersIn(words: Readonly<Record<string, unknown>>, name: string): readonly number[] {
  const list = words[name];
  return Array.isArray(list) ? list.filter((each) => Number.isInteger(each)) : [];
}

/** What a member says when it joins. `known`: partitions of the topic that it knows of. */
export function writeClaim(topic: string, owned: readonly number[], known: number): Buffer {
  return MemberMetadata.encode({
    version,
    topics: [topic],
    userData: Buffer.from(JSON.stringify({ owned, known })),
  });
}

/** The partitions that a member claims. */
export function readClaim(bytes: Buffer): readonly number[] {
  return numbersIn(readWords(MemberMetadata.decode(bytes)?.userData), 'owned');
}

/** What the leader of a group says to a member. */
export function writeAssignment(topic: string, { partitions, leaving }: Assignment): Buffer {
  return MemberAssignment.encode({
    version,
    assignment: { [topic]: [...partitions] },
    userData: Buffer.from(JSON.stringify({ leaving })),
  });
}

/** What a member is told; nothing where the leader has nothing for it. */
export function readAssignment(topic: string, bytes: Buffer): Assignment {
  const read = bytes.length === 0 ? null : MemberAssignment.decode(bytes);
  return {
    partitions: read?.assignment[topic] ?? [],
    leaving: numbersIn(readWords(read?.userData), 'leaving'),
  };
}
