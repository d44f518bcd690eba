import type { DateCandidate } from './dates.ts';
import type { FoundDate } from './find-date.ts';
import type { Ranked } from './rank.ts';

export type DatePrecision = 'day' | 'minute' | 'second';

/** A date of the article: in UTC, and as the page gives it. */
export interface ArticleDate {
  /** ISO 8601, UTC. */
  readonly utc: string;
  /** ISO 8601 with the page's own offset where it gives one; the day alone where it gives no time. */
  readonly local: string;
  readonly precision: DatePrecision;
  readonly source: string;
  readonly confidence: number;
}

export interface DateClues {
  readonly now: number;
  /** ISO 8601 with offset, from the feed. */
  readonly entryPublished?: string | undefined;
  /** Whether it is the feed of another site that says so. */
  readonly isHearsay?: boolean;
  readonly timeZone?: string | undefined;
}

const dayMs = 86_400_000;
const pad = (value: number): string => String(value).padStart(2, '0');

/**
 * Formats by time zone; undefined for zones that are not known. To make one takes longer than to read a
 * page's metadata.
 */
const formats = new Map<string, Intl.DateTimeFormat | undefined>();
const mostFormats = 600;

function formatOf(timeZone: string): Intl.DateTimeFormat | undefined {
  if (formats.has(timeZone)) return formats.get(timeZone);
  if (formats.size >= mostFormats) formats.clear();
  let format: Intl.DateTimeFormat | undefined;
  try {
    format = new Intl.DateTimeFormat('en-US', { timeZone, timeZoneName: 'longOffset' });
  } catch {
    return undefined;
  }
  formats.set(timeZone, format);
  return format;
}

/** Minutes east of UTC in a time zone at a moment; undefined for a zone that is not known. */
function offsetAt(timeZone: string, moment: number): number | undefined {
  const name =
    formatOf(timeZone)
      ?.formatToParts(moment)
      .find((part) => part.type === 'timeZoneName')?.value ?? '';
  const match = /GMT(?:([+-])(\d{2}):(\d{2}))?/.exec(name);
  if (match === null) return undefined;
  const minutes = Number(match[2] ?? 0) * 60 + Number(match[3] ?? 0);
  return match[1] === '-' ? -minutes : minutes;
}

/**
 * The fullest of several ways in which a page gives one day: with offset before without, seconds before
 * minutes.
 */
function fullest(found: readonly FoundDate[]): FoundDate | undefined {
  const rank = (date: FoundDate): number =>
    date.time === undefined
      ? 0
      : 1 +
        (date.offset === undefined ? 0 : 2) +
        (date.hasSeconds === true ? 0.5 : 0) +
        (date.time === 0 ? -0.8 : 0);
  return [...found].sort((a, b) => rank(b) - rank(a))[0];
}

/**
 * Makes a date of a found one: its own offset, else the source's time zone, else another offset on the page,
 * else UTC.
 */
export function toArticleDate(
  found: FoundDate,
  clues: DateClues,
  pageOffset: number | undefined,
  source: string,
  confidence: number,
): ArticleDate {
  if (found.time === undefined)
    return { utc: `${found.day}T00:00:00.000Z`, local: found.day, precision: 'day', source, confidence };
  const wall = Date.parse(`${found.day}T00:00:00Z`) + found.time * 1000;
  const offset =
    found.offset ??
    (clues.timeZone === undefined ? undefined : offsetAt(clues.timeZone, wall)) ??
    pageOffset ??
    0;
  const moment = wall - offset * 60_000;
  return {
    utc: new Date(moment).toISOString(),
    local: localTime(moment, offset),
    precision: found.hasSeconds === true ? 'second' : 'minute',
    source,
    confidence,
  };
}

/** ISO 8601 of a moment by the clock of a place so many minutes east of UTC. */
function localTime(moment: number, offset: number): string {
  const sign = offset < 0 ? '-' : '+';
  const suffix = `${sign}${pad(Math.floor(Math.abs(offset) / 60))}:${pad(Math.abs(offset) % 60)}`;
  return `${new Date(moment + offset * 60_000).toISOString().slice(0, 19)}${suffix}`;
}

/** Sources that show a day to readers, as the calendar of the paper has it. */
const shown = ['url', 'bylineBefore', 'lineBefore', 'textPublished', 'classPublished', 'time-0'];
/** Clocks on earth run at most so many minutes before and behind UTC. */
const earliestClock = 14 * 60;
const latestClock = -12 * 60;
const quarter = 15;
/** Log-odds below which a day is that of something else on the page. */
const leastLikely = -3.5;

/** Minutes east of UTC by which a moment falls on a printed day, and at its time where one is printed. */
function offsetOfPrint(moment: number, printed: FoundDate, clues: DateClues): number | undefined {
  const wall = Date.parse(`${printed.day}T00:00:00Z`) + (printed.time ?? 0) * 1000;
  const between = Math.round((wall - moment) / 60_000 / quarter) * quarter;
  if (printed.time !== undefined && between <= earliestClock && between >= latestClock) return between;
  const ofSource = clues.timeZone === undefined ? undefined : offsetAt(clues.timeZone, moment);
  return ofSource !== undefined && localTime(moment, ofSource).startsWith(printed.day) ? ofSource : undefined;
}

/** A day as readers see it; undefined where the page only states it to programs. */
function printOf(candidate: DateCandidate): FoundDate | undefined {
  return candidate.found.find((date) => shown.includes(date.source ?? '') && date.offset === undefined);
}

/** The other day that a page shows for a moment given in UTC: the day before or behind, where clocks allow it. */
function shownDay(
  stamp: FoundDate,
  best: DateCandidate,
  possible: readonly Ranked<DateCandidate>[],
): FoundDate | undefined {
  if (stamp.time === undefined || stamp.offset !== 0) return undefined;
  const isShown = printOf(best) !== undefined;
  const minute = stamp.time / 60;
  for (const { candidate, score } of possible) {
    // An article goes under the day of its address even where it was changed the day after.
    if (score < leastLikely || (isShown && !candidate.sources.has('url'))) continue;
    const days = (Date.parse(candidate.key) - Date.parse(best.key)) / dayMs;
    const mayBe = days === 1 ? minute + earliestClock >= 1_440 : days === -1 && minute + latestClock < 0;
    const print = mayBe ? printOf(candidate) : undefined;
    if (print !== undefined) return print;
  }
  return undefined;
}

function isPossible(day: string, now: number): boolean {
  return Date.parse(`${day}T00:00:00Z`) <= now + dayMs;
}

function pageOffsetOf(ranked: readonly Ranked<DateCandidate>[]): number | undefined {
  for (const { candidate } of ranked)
    for (const date of candidate.found)
      if (date.offset !== undefined && date.offset !== 0) return date.offset;
  return undefined;
}

const probability = (logOdds: number): number => 1 / (1 + Math.exp(-logOdds));

/**
 * The date of publication: the best-ranked day that is not in the future. The feed's date is the publisher's
 * own statement about this very article: it decides between days, and stands where the page names none near
 * it. What the feed of another site says stands only where the page says nothing.
 */
export function choosePublished(
  ranked: readonly Ranked<DateCandidate>[],
  clues: DateClues,
): ArticleDate | undefined {
  if (clues.isHearsay === true && ranked.some(({ candidate }) => isPossible(candidate.key, clues.now)))
    return choosePublished(ranked, { ...clues, entryPublished: undefined, isHearsay: false });
  const entryMs = clues.entryPublished === undefined ? Number.NaN : Date.parse(clues.entryPublished);
  const isEntryUsable =
    !Number.isNaN(entryMs) && entryMs <= clues.now + dayMs && entryMs > Date.parse('1995-01-01');
  const entryDay = isEntryUsable ? new Date(entryMs).toISOString().slice(0, 10) : '';
  const nearEntry = (day: string): boolean =>
    isEntryUsable && Math.abs(Date.parse(`${day}T12:00:00Z`) - entryMs) <= 1.5 * dayMs;
  const possible = ranked
    .filter(({ candidate }) => isPossible(candidate.key, clues.now))
    .map((one) => ({
      ...one,
      score: one.score + (one.candidate.key === entryDay ? 6 : nearEntry(one.candidate.key) ? 5 : 0),
    }))
    .sort((a, b) => b.score - a.score);
  const best = possible[0];
  const fromEntry = (): ArticleDate => ({
    utc: new Date(entryMs).toISOString(),
    local: clues.entryPublished ?? '',
    precision: 'second',
    source: 'feed',
    confidence: 0.8,
  });
  if (best === undefined || (isEntryUsable && !nearEntry(best.candidate.key)))
    return isEntryUsable ? fromEntry() : undefined;
  const original = best.candidate.found.filter((date) => !modifiedSources.includes(date.source ?? ''));
  const found = fullest(original.length > 0 ? original : best.candidate.found);
  if (found === undefined) return undefined;
  const chosen = toArticleDate(
    found,
    clues,
    pageOffsetOf(ranked),
    [...best.candidate.sources.keys()].join(' '),
    probability(best.score),
  );
  if (chosen.precision === 'day' && nearEntry(best.candidate.key))
    return { ...fromEntry(), confidence: chosen.confidence };
  const print = shownDay(found, best.candidate, possible);
  if (print === undefined) return chosen;
  const offset = offsetOfPrint(Date.parse(chosen.utc), print, clues);
  return {
    ...chosen,
    local: offset === undefined ? print.day : localTime(Date.parse(chosen.utc), offset),
    source: `${chosen.source}, day by ${print.source ?? ''}`,
  };
}

const modifiedSources = ['ldModified', 'metaModified', 'timeModified', 'textUpdated'];

/**
 * The date of the last change: the latest day that is called one, not before publication and not in the
 * future.
 */
export function chooseModified(
  ranked: readonly Ranked<DateCandidate>[],
  published: ArticleDate | undefined,
  clues: DateClues,
): ArticleDate | undefined {
  let best: FoundDate | undefined;
  for (const { candidate } of ranked) {
    const changes = candidate.found.filter((date) => modifiedSources.includes(date.source ?? ''));
    if (
      changes.length === 0 ||
      !isPossible(candidate.key, clues.now) ||
      (best !== undefined && best.day >= candidate.key)
    )
      continue;
    best = fullest(changes);
  }
  if (best === undefined || (published !== undefined && best.day < published.local.slice(0, 10)))
    return undefined;
  return toArticleDate(best, clues, pageOffsetOf(ranked), 'modified', 0.8);
}
