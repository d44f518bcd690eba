import type { ArticleShape } from './article-shape.ts';
import {
  baselineOf,
  compareWith,
  compareWithAll,
  isSame,
  type Baseline,
  type Comparison,
  type DriftSign,
} from './read-signs.ts';

/**
 * What is remembered of the articles of a source on a site, each at most 32, by time: `usual` of those that
 * came while nothing was wrong, `odd` of those that came with signs while the alarm stood.
 */
export interface SourceShapes {
  readonly usual: readonly ArticleShape[];
  readonly odd: readonly ArticleShape[];
}

/** The newest usual articles are no part of what the newest are compared with: a break would hide itself. */
export const guarded = 6;
/** Usual articles before those, from which on it is judged. */
export const fewestUsual = 10;
/** Bits at which the alarm begins; it ends where nothing of them is left. */
const alarmAt = 20;
/** Bits that an article without signs takes away, and those that are gathered at most. */
const relief = 8;
const mostBits = 24;
/** So many articles in a row with titles and texts of their own are what the source is like now. */
export const newForm = 24;

/** An article that had signs. */
export interface OddArticle {
  readonly shape: ArticleShape;
  readonly signs: readonly DriftSign[];
}

/** The judgement of an article beside those before it. */
export interface DriftJudgement {
  readonly isAlarm: boolean;
  /** Whether enough is known of the source to judge. */
  readonly isKnown: boolean;
  /** Whether the alarm comes of what is so of all sites: it is told, and holds nothing back. */
  readonly isByAll: boolean;
  /** When the article was fetched with which the gathering of bits began, epoch milliseconds. */
  readonly since?: number;
  /** Signs of the article. */
  readonly signs: readonly DriftSign[];
  /** The articles since the alarm's beginning, this one among them, that had signs. */
  readonly run: readonly OddArticle[];
  readonly usual: Baseline;
  /** Whether these articles are what the source is like now, so that they are usual from here on. */
  readonly isNewForm: boolean;
}

const calm = (usual: Baseline): DriftJudgement => ({
  isAlarm: false,
  isKnown: false,
  isByAll: false,
  signs: [],
  run: [],
  usual,
  isNewForm: false,
});

const byTime = (a: ArticleShape, b: ArticleShape) => a.at - b.at;

/** Each item once, as it was seen last; where both are as old, as it was seen as odd. */
function withoutTwice({ usual, odd }: SourceShapes, item: string): SourceShapes {
  const usually = new Map(usual.map((shape) => [shape.item, shape.at]));
  const oddly = odd.filter((shape) => shape.item !== item && shape.at >= (usually.get(shape.item) ?? 0));
  const gone = new Set([item, ...oddly.map((shape) => shape.item)]);
  return { usual: usual.filter((shape) => !gone.has(shape.item)), odd: oddly };
}

function areAllDifferent(shapes: readonly ArticleShape[]): boolean {
  const count = (pick: (shape: ArticleShape) => number) => new Set(shapes.map(pick)).size;
  return (
    count(({ titleHash }) => titleHash) === shapes.length &&
    count(({ textHash }) => textHash) === shapes.length
  );
}

/** What consecutive articles sum up to. */
interface Gathered {
  readonly isAlarm: boolean;
  readonly run: readonly OddArticle[];
}

/** Sums the bits of consecutive articles; they never fall below nothing (Page's cumulative sum test). */
function gather(sequence: readonly ArticleShape[], compared: Comparison): Gathered {
  let bits = 0;
  let isAlarm = false;
  let run: OddArticle[] = [];
  const told = new Set<string>();
  for (const shape of sequence) {
    const signs = compared.signsOf(shape);
    const text = `${shape.titleHash} ${shape.textHash}`;
    // An article under a second address says nothing new, and where too many are alike that is a sign of its own.
    if (told.has(text) && !isSame(signs)) continue;
    told.add(text);
    const gain = signs.length === 0 ? -relief : compared.bitsOf(signs, shape.box);
    bits = Math.min(mostBits, Math.max(0, bits + gain));
    if (bits === 0) {
      isAlarm = false;
      run = [];
    } else if (gain > 0) run = [...run, { shape, signs }];
    if (bits >= alarmAt) isAlarm = true;
  }
  return { isAlarm, run };
}

/**
 * Judges a source by what is so of all sites, where its own articles tell nothing: too few are known, or all of them
 * are broken. What is so from the beginning may be what the source is like, so it is told, and holds nothing back.
 */
function judgeByAll(sequence: readonly ArticleShape[], own: DriftJudgement): DriftJudgement {
  const isTitleSameUsual = own.isKnown;
  const { isAlarm, run } = gather(sequence, compareWithAll(sequence, { isTitleSameUsual }));
  const [first] = run;
  if (!isAlarm || first === undefined) return own;
  return { ...own, isAlarm, isByAll: true, since: first.shape.at, signs: [], run };
}

/**
 * Judges the newest article of a source beside those before it. Each sign counts by how rare it was before, so that
 * one odd article is none of the source, and a break is seen within two to four. Another box counts only beside other
 * signs: a new layout that is read well is none.
 */
export function judgeDrift(newest: ArticleShape, shapes: SourceShapes): DriftJudgement {
  const { usual: known, odd } = withoutTwice(shapes, newest.item);
  const sorted = known.toSorted(byTime);
  const all = [...[...sorted, ...odd].sort(byTime), newest];
  const usual = baselineOf(sorted.slice(0, -guarded));
  if (usual.shapes.length < fewestUsual) return judgeByAll(all, calm(usual));
  const compared = compareWith(usual, [...sorted, ...odd, newest]);
  const sequence = [...[...sorted.slice(-guarded), ...odd].sort(byTime), newest];
  const { isAlarm, run } = gather(sequence, compared);
  const last = run.at(-1);
  const signs = last?.shape === newest ? last.signs : [];
  const form = run.slice(-newForm).map(({ shape }) => shape);
  const own: DriftJudgement = {
    isAlarm,
    isKnown: true,
    isByAll: false,
    ...(isAlarm && run[0] !== undefined ? { since: run[0].shape.at } : {}),
    signs,
    run,
    usual,
    isNewForm: isAlarm && signs.length > 0 && form.length === newForm && areAllDifferent(form),
  };
  return isAlarm ? own : judgeByAll(all, own);
}
