import type { ChannelMemory } from '@newsmill/contracts';

const hour = 3_600_000;
/** What a channel listed counts half after so many hours, as its quiet times do. */
const halfLifeHours = 14 * 24;
/** Below this share of the usual number of entries a channel lists few. */
const few = 1 / 3;
/** A spell of few entries begins where a poll lists less than this share of what the one before did. */
const sudden = 1 / 2;
/** Of a list as short as this nobody can say that it lists few. */
const shortList = 5;
/** A pause between two polls counts for so long at most: what was listed meanwhile is not known. */
const longestStep = 12;
/** Hours of which counts are kept; then all are halved. */
const mostHours = 60 * 24;
/** Bits at which a channel is said to list few, as for signs of a broken layout, and polls that must have shown it. */
const alarmBits = 20;
const fewestPolls = 3;
/**
 * How long a spell is expected to be before there was one, hours: longer in a list whose size varies. At this mean
 * deviation (of log2 of the number) it is longest.
 */
const longestExpected = 6;
const wideSpread = 1 / 4;
/** While a channel is known for less than two weeks its weekends and holidays may not have been seen. */
const youngHours = 14 * 24;
const leastYoungHours = 3 * 24;

/** What is known of how many entries a channel lists. */
export type ListSize = NonNullable<ChannelMemory['size']>;

/** The usual number of entries. */
export function usualEntries({ level }: Pick<ListSize, 'level'>): number {
  return Math.max(0, 2 ** level - 1);
}

function isFew(size: ListSize, entries: number): boolean {
  const usual = usualEntries(size);
  return usual >= shortList && entries < few * usual;
}

function halved(size: ListSize): ListSize {
  if (size.hours + size.fewHours <= mostHours) return size;
  return { ...size, hours: size.hours / 2, fewHours: size.fewHours / 2, spells: size.spells / 2 };
}

const rounded = (number: number) => Math.round(number * 1_000) / 1_000;

/** What a poll showed, or found to be as before. */
export interface SizeSeen {
  readonly entries: number;
  readonly now: number;
  /** When the poll before it succeeded, and what that listed. */
  readonly before?: number | undefined;
  readonly listed?: number | undefined;
}

/** What is known of the size of a list after a poll that succeeded. */
export function learnSize(
  size: ListSize | undefined,
  { entries, now, before = now, listed = entries }: SizeSeen,
): ListSize {
  const logged = Math.log2(entries + 1);
  if (size === undefined) return { level: rounded(logged), spread: 0, hours: 0, fewHours: 0, spells: 0 };
  const step = Math.min(longestStep, Math.max(0, (now - before) / hour));
  const known = size.hours + size.fewHours + step;
  const share = known === 0 ? 0 : step / Math.min(known, halfLifeHours / Math.LN2);
  const level = rounded(size.level + share * (logged - size.level));
  const isStill = size.since !== undefined && isFew(size, entries);
  const distance = isStill ? size.spread : Math.abs(logged - size.level);
  const spread = rounded(size.spread + share * (distance - size.spread));
  const { since, polls = 0, ...counted } = halved({ ...size, level, spread });
  if (isStill) return { ...counted, since: size.since, polls: polls + 1 };
  // A list that is cut loses most of its entries from one poll to the next; one that fades has nothing newer to list.
  if (since === undefined && isFew(size, entries) && entries < sudden * listed)
    return { ...counted, hours: rounded(counted.hours + step), since: now, polls: 1 };
  if (since === undefined) return { ...counted, hours: rounded(counted.hours + step) };
  // What a spell was like is learnt when it is over: while it lasts it would explain itself.
  return {
    ...counted,
    fewHours: rounded(counted.fewHours + (now - since) / hour),
    spells: counted.spells + 1,
  };
}

/** How far the number of entries has fallen. */
export interface FewEntries {
  /** The usual number. */
  readonly usual: number;
  /** When a poll showed few of them first, epoch milliseconds. */
  readonly since: number;
  /** How much that surprises, in bits, by what the channel did before. */
  readonly bits: number;
  readonly isAlarm: boolean;
}

/**
 * Whether a channel lists far fewer entries than it used to, for longer than its own ups and downs explain; undefined
 * where it does not list few. What surprises is that such a spell begins, by how seldom one did, and each hour that it
 * lasts, by how soon such spells ended (a Markov chain of two states, with Laplace's rule of succession).
 */
export function fewEntriesOf({
  size,
  lastSuccessAt,
}: Pick<ChannelMemory, 'size' | 'lastSuccessAt'>): FewEntries | undefined {
  if (size?.since === undefined || lastSuccessAt === undefined) return undefined;
  const { hours, fewHours, spells, spread, since, polls = 0 } = size;
  const spell = Math.max(0, (lastSuccessAt - since) / hour);
  const begins = Math.log2((hours + 2) / (spells + 1));
  const expected = 1 + (longestExpected - 1) * Math.min(1, spread / wideSpread);
  const stays = Math.log2((fewHours + expected + 1) / (Math.max(0, fewHours - spells) + expected));
  const bits = begins + stays * spell;
  const isYoung = hours + fewHours < youngHours;
  return {
    usual: Math.round(usualEntries(size)),
    since,
    bits,
    isAlarm: bits >= alarmBits && polls >= fewestPolls && (!isYoung || spell >= leastYoungHours),
  };
}
