import type { datePrecisionsOfText } from '@newsmill/contracts';
import { addDays, addMonths, isoDay, isoMonth, isoWeek, numberOf, weekdayOf, type Day } from './calendar.ts';

export type Precision = (typeof datePrecisionsOfText)[number];
export const parts = ['early', 'mid', 'late'] as const;
export type Part = (typeof parts)[number];

/** What a piece of text means. */
export interface Reading {
  readonly from: string;
  readonly to?: string | undefined;
  readonly precision: Precision;
  readonly part?: Part | undefined;
  /** The first day, of days and weekdays: for weekdays beside a date, clocks and ranges. */
  readonly day?: Day | undefined;
  /** The text names no year: the neighbour of a range may lend one. */
  readonly yearless?: { readonly month: number; readonly day?: number | undefined } | undefined;
  /** A bare weekday or a weekday with last, this, next. */
  readonly weekday?: number | undefined;
  /** Minutes since midnight: a clock alone, which needs a day beside it. */
  readonly clock?: number | undefined;
  /**
   * A number alone that may be something else (a day of the month, a year), or a weekday that names no week.
   */
  readonly bare?: 'day' | 'year' | 'weekday' | undefined;
  /** Consumed so that nothing inside is read, but no date: every Monday, the past three years. */
  readonly silent?: boolean | undefined;
}

export const readDay = (day: Day): Reading => ({ from: isoDay(day), precision: 'day', day });
export const readMonth = (year: number, month: number): Reading => ({
  from: isoMonth(year, month),
  precision: 'month',
});
export const readYear = (year: number): Reading => ({ from: String(year), precision: 'year' });
export const readDecade = (first: number): Reading => ({
  from: String(first),
  to: String(first + 9),
  precision: 'decade',
});
const readWeek = (day: Day): Reading => ({ from: isoWeek(day), precision: 'week' });
export const silent: Reading = { from: '', precision: 'day', silent: true };

/** The twentieth century is 1901 to 2000. */
export function readCentury(ordinal: number): Reading | undefined {
  return ordinal < 11 || ordinal > 30
    ? undefined
    : { from: String((ordinal - 1) * 100 + 1), to: String(ordinal * 100), precision: 'century' };
}

/** Months of a year that belong together: a quarter, a half, a season; the winter ends in the next year. */
function readMonths(year: number, firstMonth: number, count: number): Reading {
  const last = addMonths({ year, month: firstMonth, day: 1 }, count - 1);
  return { from: isoMonth(year, firstMonth), to: isoMonth(last.year, last.month), precision: 'quarter' };
}

export const readQuarter = (year: number, quarter: number) =>
  quarter < 1 || quarter > 4 ? undefined : readMonths(year, quarter * 3 - 2, 3);
export const readHalf = (year: number, half: number) =>
  half < 1 || half > 2 ? undefined : readMonths(year, half * 6 - 5, 6);
/** Of the northern half of the earth: spring from March. */
export const readSeason = (year: number, season: number) => readMonths(year, season * 3, 3);

/** Saturday and Sunday of the week that lies so many weeks from the day's. */
export function readWeekend(day: Day, weeks: number): Reading {
  const saturday = addDays(day, 6 - weekdayOf(day) + weeks * 7);
  return { from: isoDay(saturday), to: isoDay(addDays(saturday, 1)), precision: 'day' };
}

/** Monday of the week of the day. */
export const mondayOf = (day: Day) => addDays(day, 1 - weekdayOf(day));

/**
 * Days from the publication beyond which the tense decides and not nearness; who speaks of the future means
 * it sooner.
 */
const nearFuture = 90;
const nearPast = 30;

function nearest(days: readonly Day[], published: Day, tense: number): Day | undefined {
  const at = numberOf(published);
  const distance = (day: Day) => numberOf(day) - at;
  const closest = days.reduce<Day | undefined>(
    (best, day) => (best === undefined || Math.abs(distance(day)) < Math.abs(distance(best)) ? day : best),
    undefined,
  );
  if (
    closest === undefined ||
    tense === 0 ||
    Math.sign(distance(closest)) === tense ||
    Math.abs(distance(closest)) <= (tense > 0 ? nearPast : nearFuture)
  )
    return closest;
  const fitting = days.filter((day) => Math.sign(distance(day)) === tense);
  return tense < 0 ? fitting.at(-1) : fitting[0];
}

/**
 * The year of a day or month that names none: news leaves it out where it is the nearest one, so the nearest
 * is taken, and the tense decides only between far ones. A weekday beside the day rules years out.
 */
export function yearFor(
  month: number,
  day: number | undefined,
  published: Day,
  tense: number,
  weekday?: number,
): number | undefined {
  // A month is as near as its middle, unless it is the one of the publication.
  const years = [-1, 0, 1].map((offset) => ({ year: published.year + offset, month, day: day ?? 15 }));
  const possible =
    weekday === undefined ? years : years.filter((candidate) => weekdayOf(candidate) === weekday);
  return nearest(possible.length === 0 ? years : possible, published, tense)?.year;
}

/**
 * The day of a weekday named without a week: the past one, today included, unless the sentence speaks of the
 * future.
 */
export function dayOfWeekday(weekday: number, published: Day, tense: number): Day {
  const today = weekdayOf(published);
  return addDays(published, tense > 0 ? (weekday - today + 7) % 7 : -((today - weekday + 7) % 7));
}

/** Last, this or next with a weekday. */
export function dayOfModifiedWeekday(
  weekday: number,
  modifier: number,
  published: Day,
  nextIsNextWeek: boolean,
): Day {
  const today = weekdayOf(published);
  if (modifier < 0) return addDays(published, -((today - weekday + 6) % 7) - 1);
  if (modifier === 0) return addDays(mondayOf(published), weekday - 1);
  if (nextIsNextWeek) return addDays(mondayOf(published), 7 + weekday - 1);
  return addDays(published, ((weekday - today + 6) % 7) + 1);
}

/** So many units away from the day, as precise as the unit. */
export function readDistance(published: Day, unit: string | undefined, count: number): Reading | undefined {
  if (unit === 'day') return readDay(addDays(published, count));
  if (unit === 'week') return readDay(addDays(published, count * 7));
  const month =
    unit === 'month' || unit === 'quarter'
      ? addMonths(published, count * (unit === 'quarter' ? 3 : 1))
      : undefined;
  if (month !== undefined) return readMonth(month.year, month.month);
  const years =
    unit === 'year' ? count : unit === 'decade' ? count * 10 : unit === 'century' ? count * 100 : undefined;
  const year = years === undefined ? 0 : published.year + years;
  return year >= 1000 && year <= 2999 ? readYear(year) : undefined;
}

/** Last, this or next unit: the whole week, month, quarter, year, decade, century. */
export function readNeighbour(published: Day, unit: string | undefined, offset: number): Reading | undefined {
  if (unit === 'week') return readWeek(addDays(published, offset * 7));
  if (unit === 'weekend') return readWeekend(published, offset);
  if (unit === 'quarter') {
    const { year, month } = addMonths({ ...published, day: 1 }, offset * 3);
    return readQuarter(year, Math.ceil(month / 3));
  }
  if (unit === 'decade') return readDecade(Math.floor(published.year / 10) * 10 + offset * 10);
  if (unit === 'century') return readCentury(Math.ceil(published.year / 100) + offset);
  return unit === 'month' || unit === 'year'
    ? readDistance({ ...published, day: 1 }, unit, offset)
    : undefined;
}
