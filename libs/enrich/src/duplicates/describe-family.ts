import type { FamilyFact, FingerprintCandidate } from '@newsmill/contracts';
import { readMember, type Family, type Member } from './find-family.ts';
import { sentencesBeyond } from './sentences-beyond.ts';
import { agencyOfCredit, agencyOfDomain } from './wire-agencies.ts';

/** Names the rules behind the facts on duplicates and families. */
export const familyModel = 'shingles/3';

/**
 * What a family is described from: the member as it was compared, with its text and the agencies that it is
 * credited to.
 */
export interface DescribedMember extends Member {
  readonly text: string;
  readonly agencies: readonly string[];
}

/**
 * The agency that a text is from: of its credits the first that is known, else the one that publishes under
 * the domain.
 */
export function agencyOf(agencies: readonly string[], publisher: string | undefined): string | undefined {
  const credited = agencies
    .slice(0, 8)
    .map(agencyOfCredit)
    .find((name) => name !== undefined);
  return credited ?? (publisher === undefined ? undefined : agencyOfDomain(publisher));
}

/** Sentences beyond those of another member; none where one of the texts is too short to tell. */
function addedTo(candidates: readonly FingerprintCandidate[], id: string, own: DescribedMember): string[] {
  const candidate = candidates.find((other) => other.id === id);
  const sketch = candidate === undefined ? undefined : readMember(candidate)?.sketch;
  return sketch?.kind === 'shingles' && own.sketch.kind === 'shingles'
    ? sentencesBeyond(own.text, sketch)
    : [];
}

const missingOf = (share: number) => Math.round((1 - share) * 1_000) / 1_000;

/** The fact on the family of an article; undefined where it stands alone and has no earlier version. */
export function describeFamily(
  own: DescribedMember,
  family: Family,
  candidates: readonly FingerprintCandidate[],
): FamilyFact | undefined {
  const { original, relatives, earlier } = family;
  if (relatives.length === 0 && earlier === undefined) return undefined;
  const first = original === undefined ? undefined : relatives.find(({ id }) => id === original.id);
  // Told from the version before it where there is one, else from the first: one comparison, the one that a
  // reader asks for.
  const before = earlier ?? first;
  const publishers = new Set(
    [own.publisher, ...relatives.map(({ publisher }) => publisher)].filter((name) => name !== undefined),
  );
  const publisher = first === undefined ? own.publisher : first.publisher;
  const agency = agencyOf(own.agencies, first?.publisher ?? own.publisher);
  const updateOf = earlier !== undefined ? own.id : family.relation === 'update' ? first?.id : undefined;
  return {
    first: first?.id ?? own.id,
    relation: earlier !== undefined ? 'update' : (family.relation ?? 'first'),
    similarity: (first ?? earlier)?.similarity ?? 1,
    ...(publisher === undefined ? {} : { publisher }),
    ...(agency === undefined ? {} : { agency }),
    copies: relatives.length,
    publishers: publishers.size,
    added: before === undefined ? [] : addedTo(candidates, before.id, own),
    ...(before === undefined ? {} : { missing: missingOf(before.ofOther) }),
    ...(updateOf === undefined ? {} : { updateOf }),
  };
}
