import { describe, expect, it } from '@jest/globals';
import { readAssignment, readClaim, writeAssignment, writeClaim } from './group-words.ts';
import { kafkajs } from './kafka-internals.ts';

const { MemberMetadata, MemberAssignment } = kafkajs.AssignerProtocol;

describe('the words of a group', () => {
  it('are read as they were written', () => {
    expect(readClaim(writeClaim('tüpic', [3, 1], 6))).toEqual([3, 1]);
    const assignment = { partitions: [0, 5, 2], leaving: [2] };
    expect(readAssignment('t', writeAssignment('t', assignment))).toEqual(assignment);
    expect(readAssignment('other', writeAssignment('t', assignment)).partitions).toEqual([]);
  });

  it('are in the frames of Kafka, and nothing where there is none', () => {
    expect(MemberMetadata.decode(writeClaim('t', [], 6))).toMatchObject({ version: 0, topics: ['t'] });
    expect(MemberAssignment.decode(writeAssignment('t', { partitions: [4], leaving: [] }))).toMatchObject({
      version: 0,
      assignment: { t: [4] },
    });
    expect(readAssignment('t', Buffer.alloc(0))).toEqual({ partitions: [], leaving: [] });
    const strange = MemberMetadata.encode({ version: 1, topics: ['t'], userData: Buffer.alloc(0) });
    expect(readClaim(strange)).toEqual([]);
  });
});
