import { finalFates } from '@newsmill/contracts';
import type { FateCount } from '@newsmill/store';

/** What became of items that are finished. */
export interface Outcomes {
  readonly finished: number;
  /** Those that became articles, or lead to one that another address brought. */
  readonly articles: number;
  /** Counts of the others by reason, the most frequent first. */
  readonly reasons: readonly { readonly reason: string; readonly count: number }[];
}

/** What became of the items of a source. */
export interface SourceCounts {
  readonly items: number;
  readonly indexed: number;
  readonly waiting: number;
  readonly dead: number;
  /** Items that were first seen in the last seven days, and those before. */
  readonly recent: Outcomes;
  readonly before: Outcomes;
  /**
   * Items of the newest hours in which none became an article, all others, and when the first of the newest was
   * seen (epoch milliseconds, to the hour).
   */
  readonly latest: Outcomes & { readonly since: number };
  readonly earlier: Outcomes;
}

const recentMs = 7 * 86_400_000;
/** Counts between two pieces: while they are sorted by source, and while they are summed up. */
const [groupedAtOnce, countedAtOnce] = [20_000, 4_000];
const nothing: Outcomes = { finished: 0, articles: 0, reasons: [] };
export const noCounts: SourceCounts = {
  items: 0,
  indexed: 0,
  waiting: 0,
  dead: 0,
  recent: nothing,
  before: nothing,
  latest: { ...nothing, since: 0 },
  earlier: nothing,
};

function sumOf(counts: readonly FateCount[]): number {
  return counts.reduce((sum, { count }) => sum + count, 0);
}

const isArticle = ({ fate }: FateCount) => fate === 'indexed' || fate === 'duplicate';

/** What left again, or was gone before it came, says nothing of whether pages can be read. */
function outcomesOf(counts: readonly FateCount[]): Outcomes {
  const finished = counts.filter(({ fate }) => finalFates.has(fate) && fate !== 'gone');
  const reasons = new Map<string, number>();
  for (const one of finished)
    if (!isArticle(one)) reasons.set(one.reason, (reasons.get(one.reason) ?? 0) + one.count);
  return {
    finished: sumOf(finished),
    articles: sumOf(finished.filter(isArticle)),
    reasons: [...reasons]
      .map(([reason, count]) => ({ reason, count }))
      .toSorted((a, b) => b.count - a.count || a.reason.localeCompare(b.reason, 'en')),
  };
}

/** Where the newest hours begin of which no item became an article; no later than `now`. */
function startOfLatest(counts: readonly FateCount[], now: number): number {
  const newest = Math.max(0, ...counts.filter(isArticle).map(({ hour }) => hour));
  return Math.min(now, ...counts.filter(({ hour }) => hour > newest).map(({ hour }) => hour));
}

/** What the counts of one source say; `now` in epoch milliseconds. */
function outcomesOfSource(all: readonly FateCount[], now: number): SourceCounts {
  const of = (fate: FateCount['fate']) => sumOf(all.filter((one) => one.fate === fate));
  const isRecent = ({ hour }: FateCount) => hour >= now - recentMs;
  const since = startOfLatest(all, now);
  const isLatest = ({ hour }: FateCount) => hour >= since;
  return {
    items: sumOf(all),
    indexed: of('indexed'),
    waiting: of('waiting'),
    dead: of('dead'),
    recent: outcomesOf(all.filter(isRecent)),
    before: outcomesOf(all.filter((one) => !isRecent(one))),
    latest: { ...outcomesOf(all.filter((one) => isRecent(one) && isLatest(one))), since },
    earlier: outcomesOf(all.filter((one) => !isLatest(one))),
  };
}

/**
 * The counts of each source that has items; `now` in epoch milliseconds. In pieces, between which whoever goes through
 * them may leave the event loop to others; the last of them has all.
 */
export function* outcomesInPieces(
  counts: readonly FateCount[],
  now: number,
): Generator<ReadonlyMap<string, SourceCounts>> {
  const bySource = new Map<string, FateCount[]>();
  const found = new Map<string, SourceCounts>();
  for (const [place, one] of counts.entries()) {
    const all = bySource.get(one.sourceId) ?? [];
    all.push(one);
    bySource.set(one.sourceId, all);
    if (place % groupedAtOnce === groupedAtOnce - 1) yield found;
  }
  let read = 0;
  for (const [id, all] of bySource) {
    found.set(id, outcomesOfSource(all, now));
    read += all.length;
    if (read < countedAtOnce) continue;
    read = 0;
    yield found;
  }
  yield found;
}

/** The counts of each source that has items; `now` in epoch milliseconds. */
export function countOutcomes(counts: readonly FateCount[], now: number): ReadonlyMap<string, SourceCounts> {
  let all: ReadonlyMap<string, SourceCounts> = new Map();
  for (const found of outcomesInPieces(counts, now)) all = found;
  return all;
}
