import { findCopies, type Candidate, type Duplicate } from './find-duplicate.ts';
import { readSketch, writeSketch, type Sketch } from './text-sketch.ts';

/** What is remembered of an article to tell its copies and which of them came first. `since`: its publication, epoch milliseconds. */
export interface Member {
  readonly id: string;
  readonly since: number;
  readonly sketch: Sketch;
}

/** The place of an article among its copies. */
export interface Family {
  /** The copy that was published first, when that is not the article itself; `since` as in Member. */
  readonly original?: Duplicate & { readonly since: number };
  /** Copies of the article, when it was published first: they may have come before it. */
  readonly copies: readonly Duplicate[];
}

/** The remembered part of a member as text. */
export function writeMember(member: Omit<Member, 'id'>): string {
  return `${member.since}|${writeSketch(member.sketch)}`;
}

/** Reads what writeMember wrote; undefined for the payload of another version. */
export function readMember({ id, payload }: Candidate): Member | undefined {
  const [since = '', text = ''] = payload.split('|');
  const sketch = readSketch(text);
  return sketch === undefined || !/^-?\d+$/.test(since) ? undefined : { id, since: Number(since), sketch };
}

/** Earlier publication goes first; among equals the smaller id, so that every order of arrival gives the same answer. */
function isBefore(a: Member, b: Member): boolean {
  return a.since < b.since || (a.since === b.since && a.id < b.id);
}

/** Finds the copies of an article among candidates, and which of all was first. */
export function findFamily(own: Member, candidates: readonly Candidate[]): Family {
  const others = candidates.flatMap((candidate) => {
    const member = candidate.id === own.id ? undefined : readMember(candidate);
    return member === undefined ? [] : [member];
  });
  const similarity = new Map(findCopies(own.sketch, others).map((copy) => [copy.id, copy]));
  const family = others.filter((other) => similarity.has(other.id));
  const first = family.reduce((earliest, other) => (isBefore(other, earliest) ? other : earliest), own);
  const original = first === own ? undefined : similarity.get(first.id);
  if (original !== undefined) return { original: { ...original, since: first.since }, copies: [] };
  return { copies: family.flatMap((other) => similarity.get(other.id) ?? []) };
}
