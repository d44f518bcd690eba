import type { FingerprintCandidate } from '@newsmill/contracts';
import { findCopies, type Copy, type Duplicate } from './find-duplicate.ts';
import { copiesOnSite } from './copies-on-site.ts';
import { readSketch, writeSketch, type Sketch } from './text-sketch.ts';
import { isSameTitle, readTitleSketch, tellsOf, writeTitleSketch, type TitleSketch } from './title-sketch.ts';

/** What is remembered of the headline of an article, and whose it is. */
export interface Headline {
  /** Unknown of what an earlier release recorded. */
  readonly title?: TitleSketch;
  /** Registrable domain. */
  readonly publisher?: string;
}

/** What is remembered of an article to tell its copies and which of them came first. */
export interface Member extends Headline {
  readonly id: string;
  /**
   * What goes before what: its publication, epoch milliseconds; that of an agency's own page counts earlier
   * (`originLead`).
   */
  readonly since: number;
  readonly sketch: Sketch;
  /** The page of the agency that the text is from. */
  readonly isOrigin?: boolean;
  /** Short hash of the address that its mobile, AMP, printed and shared forms have in common (newsKey). */
  readonly form?: string;
}

export type Relation = 'copy' | 'update' | 'excerpt' | 'expansion';

/** A copy with the time and publisher of its article. */
export type Relative = Copy & Pick<Member, 'since' | 'publisher'>;

/** The place of an article among its copies. */
export interface Family {
  /** The copy that was published first, when that is not the article itself; `since` as in Member. */
  readonly original?: Duplicate & { readonly since: number };
  /** Copies of the article, when it was published first: they may have come before it. */
  readonly copies: readonly Duplicate[];
  /**
   * Where it is not first: the other copies of it, published after the original. Nobody may have linked them
   * to the original, since they may not be like it.
   */
  readonly bridged: readonly Duplicate[];
  /** All copies among the candidates, the earliest first. */
  readonly relatives: readonly Relative[];
  /** What the article is to the original. */
  readonly relation?: Relation;
  /** The version of the same article that was known before, where its text was another. */
  readonly earlier?: Copy;
}

/**
 * An agency's own page counts as published this much earlier: its customers print within seconds, its own
 * site often later.
 */
export const originLead = 3 * 86_400_000;
/**
 * Texts that differ in their numbers alone are an update within this time, and else the next report of a
 * series.
 */
const updateMs = 12 * 3_600_000;
/** A text of which less than this stands in the other has more to say. */
const wholly = 0.75;

/** The remembered part of a member as text. */
export function writeMember({
  since,
  publisher = '',
  isOrigin = false,
  form,
  sketch,
  title,
}: Omit<Member, 'id'>): string {
  const name = `${publisher.slice(0, 64).replace(/[|~]/g, '')}${form === undefined ? '' : `~${form}`}`;
  return `${since.toString(36)}|${name}${isOrigin ? '!' : ''}|${writeSketch(sketch)}${title === undefined ? '' : `|${writeTitleSketch(title)}`}`;
}

/** Reads headline and publisher of what writeMember wrote, parted at its bars. */
export function readHeadline([, publisher = '', , behind = '']: readonly string[]): Headline {
  const [name = ''] = publisher.split(/[~!]/, 1);
  const title = readTitleSketch(behind);
  return {
    ...(title === undefined ? {} : { title }),
    ...(name === '' ? {} : { publisher: name }),
  };
}

/**
 * Reads what writeMember wrote; undefined for the payload of another version. What stands behind a further
 * bar is not read.
 */
export function readMember({ id, payload }: FingerprintCandidate): Member | undefined {
  const parts = payload.split('|', 4);
  const [since = '', publisher = '', text = ''] = parts;
  const sketch = readSketch(text);
  if (sketch === undefined || !/^-?[0-9a-z]{1,11}$/.test(since)) return undefined;
  const isOrigin = publisher.endsWith('!');
  const [, form] = (isOrigin ? publisher.slice(0, -1) : publisher).split('~');
  return {
    id,
    since: Number.parseInt(since, 36),
    sketch,
    ...readHeadline(parts),
    ...(isOrigin ? { isOrigin } : {}),
    ...(form === undefined ? {} : { form }),
  };
}

const publishedOf = (member: Member) => member.since + (member.isOrigin === true ? originLead : 0);

/**
 * Earlier publication goes first; among equals the smaller id, so that every order of arrival gives the same
 * answer.
 */
function isBefore(a: Pick<Member, 'id' | 'since'>, b: Pick<Member, 'id' | 'since'>): boolean {
  return a.since < b.since || (a.since === b.since && a.id < b.id);
}

function relationOf(copy: Copy, own: Member, other: Member): Relation {
  if (copy.isRenumbered) return 'update';
  if (copy.ofOwn < wholly && copy.ofOther >= wholly) return 'expansion';
  if (copy.ofOther < wholly && copy.ofOwn >= wholly) return 'excerpt';
  // The same publisher prints its story again under another address: a later version, unless nothing was
  // changed.
  const isRevised =
    own.publisher !== undefined && own.publisher === other.publisher && copy.similarity < 0.995;
  return isRevised ? 'update' : 'copy';
}

const linkOf = ({ id, similarity }: Copy): Duplicate => ({ id, similarity });

/** Whether another text of the same article was known before. */
export function hasOtherText(own: Member, candidates: readonly FingerprintCandidate[]): boolean {
  const sketch = writeSketch(own.sketch);
  return candidates.some((candidate) => {
    const known = candidate.id === own.id ? readMember(candidate) : undefined;
    return known !== undefined && writeSketch(known.sketch) !== sketch;
  });
}

/** Forms of one page have this share of the shorter text in common, both ways. */
const twinShare = 0.9;

function areTwins(one: Member, other: Member): boolean {
  if (one.form === undefined || one.form !== other.form) return false;
  return findCopies(one.sketch, [other]).some(
    ({ ofOwn, ofOther, isRenumbered }) => !isRenumbered && Math.min(ofOwn, ofOther) >= twinShare,
  );
}

/**
 * The article that was there before under another form of the same address (mobile, AMP, `www.`, printed) with the
 * same text.
 */
export function findTwin(own: Member, candidates: readonly FingerprintCandidate[]): string | undefined {
  if (own.form === undefined) return undefined;
  // Seldom is one of the same form: only those that may be are read.
  const mark = `~${own.form}`;
  return candidates
    .filter(({ id, isEarlier = true, payload }) => isEarlier && id !== own.id && payload.includes(mark))
    .flatMap((candidate) => readMember(candidate) ?? [])
    .find((member) => areTwins(own, member))?.id;
}

/** Members without those that became no articles, being forms of the article itself or of one before them. */
function withoutTwins(members: readonly Member[], own: Member): Member[] {
  const firsts = [own];
  for (const member of members) if (!firsts.some((first) => areTwins(first, member))) firsts.push(member);
  return firsts.slice(1);
}

/**
 * Whether the text says what both headlines say; true where these are one or unknown, for a text of the same headline
 * is judged by its likeness alone.
 */
function headlineJudge({ title, text }: OwnMember): (other: Member) => boolean {
  let tells: ((headline: TitleSketch) => boolean) | undefined;
  return (other) => {
    if (title === undefined || text === undefined || other.title === undefined) return true;
    if (isSameTitle(title, other.title) !== false) return true;
    tells ??= tellsOf(text);
    return tells(title) && tells(other.title);
  };
}

const apartMs = (one: Member, other: Member) => Math.abs(publishedOf(one) - publishedOf(other));

/** Whether two texts cannot be reports of one series: two publishers print them at one time. */
function isNoSeries(own: Member, other: Member): boolean {
  const areTwo =
    own.publisher !== undefined && other.publisher !== undefined && own.publisher !== other.publisher;
  return areTwo && apartMs(own, other) <= updateMs;
}

/** Whether what looks like a copy is one: by time, by the headlines, and on the same site by more than its likeness. */
function proofOf(own: OwnMember, others: readonly Member[]): (copy: Copy, other: Member) => boolean {
  const isOnSite = ({ publisher }: Member) => publisher !== undefined && publisher === own.publisher;
  const isCopyOnSite = copiesOnSite(own, others.filter(isOnSite));
  const hasHeadlines = headlineJudge(own);
  return (copy, other) =>
    !(copy.isRenumbered && apartMs(own, other) > updateMs) &&
    hasHeadlines(other) &&
    (!isOnSite(other) || isCopyOnSite(other));
}

/** The article whose family is looked for; with its text, headlines are looked for in it. */
export type OwnMember = Member & { readonly text?: string };

/** Finds the copies of an article among candidates, and which of all was first. */
export function findFamily(own: OwnMember, candidates: readonly FingerprintCandidate[]): Family {
  const known = candidates.flatMap((candidate) => readMember(candidate) ?? []);
  const others = withoutTwins(
    known.filter((member) => member.id !== own.id),
    own,
  );
  const members = new Map(others.map((member) => [member.id, member]));
  const isProven = proofOf(own, others);
  const relatives = findCopies(
    own.sketch,
    others.map((other) => ({ id: other.id, sketch: other.sketch, isNoSeries: isNoSeries(own, other) })),
  )
    .flatMap((copy): (Relative & { member: Member })[] => {
      const member = members.get(copy.id);
      return member === undefined || !isProven(copy, member)
        ? []
        : [{ ...copy, since: member.since, publisher: member.publisher, member }];
    })
    .sort((a, b) => (isBefore(a, b) ? -1 : 1));
  const [earlier] = findCopies(
    own.sketch,
    known.filter((member) => member.id === own.id),
  ).filter((copy) => copy.similarity < 1 || copy.ofOwn < 1 || copy.isRenumbered);
  const [first] = relatives;
  const family = {
    relatives: relatives.map(({ member: _, ...relative }) => relative),
    ...(earlier === undefined ? {} : { earlier }),
  };
  if (first === undefined || isBefore(own, first))
    return { ...family, copies: relatives.map(linkOf), bridged: [] };
  return {
    ...family,
    original: { ...linkOf(first), since: first.since },
    copies: [],
    bridged: relatives.slice(1).map(linkOf),
    relation: relationOf(first, own, first.member),
  };
}
