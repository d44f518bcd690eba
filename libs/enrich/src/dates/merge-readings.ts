import {
  addDays,
  addMonths,
  isDay,
  isoDay,
  isoMonth,
  isoTime,
  numberOf,
  weekdayOf,
  type Day,
} from './calendar.ts';
import { readDay, yearFor, type Reading } from './date-reading.ts';

/** A reading and the lexemes it covers, the end excluded. */
export interface Found {
  readonly start: number;
  readonly end: number;
  readonly reading: Reading;
}

const besideClock = /^(?:[aphutfm,(]|e){0,3}$/;
const besideDate = /^[,.(ahfu]{0,3}$/;
const range = /^(?:-|[tap][ahpf]{0,2}|t)$/;

/** A clock beside a day makes it a time; two clocks stay as they are. */
function withClock(first: Reading, second: Reading, gap: string): Reading | undefined {
  if (!besideClock.test(gap)) return undefined;
  const [clock, date] = first.clock === undefined ? [second.clock, first] : [first.clock, second];
  if (
    clock === undefined ||
    date.clock !== undefined ||
    date.day === undefined ||
    date.to !== undefined ||
    date.precision !== 'day'
  )
    return undefined;
  return { from: `${isoDay(date.day)}${isoTime(clock)}`, precision: 'minute' };
}

/** A weekday beside a date is the name of that day, and tells the year of one that names none. */
function withWeekday(
  first: Reading,
  second: Reading,
  gap: string,
  published: Day | undefined,
): Reading | undefined {
  if (!besideDate.test(gap)) return undefined;
  const [named, date] = first.weekday === undefined ? [second, first] : [first, second];
  if (named.weekday === undefined || date.weekday !== undefined || date.day === undefined) return undefined;
  const { yearless } = date;
  if (yearless?.day === undefined && weekdayOf(date.day) !== named.weekday) return undefined;
  const year =
    yearless?.day === undefined || published === undefined
      ? undefined
      : yearFor(yearless.month, yearless.day, published, 0, named.weekday);
  return year === undefined || yearless?.day === undefined
    ? date
    : readDay({ year, month: yearless.month, day: yearless.day });
}

/**
 * The last day of a range in the light of the first: a weekday is the next such day, a bare day lies in the
 * same month.
 */
function lastDay(first: Reading, second: Reading): Day | undefined {
  if (first.day === undefined || second.day === undefined) return undefined;
  if (first.weekday !== undefined && second.weekday !== undefined)
    return first.bare === 'weekday' && second.bare === undefined
      ? second.day
      : addDays(first.day, weekdaysBetween(first, second));
  if (second.bare !== 'day') return second.day;
  const same = { ...first.day, day: second.day.day };
  const moved = numberOf(same) > numberOf(first.day) ? same : addMonths(same, 1);
  return isDay(moved) ? moved : undefined;
}

/**
 * The first day of a range in the light of the last one: the year stands once, at the end, and so does the
 * week.
 */
function firstDay(first: Reading, second: Reading, last: Day): Day | undefined {
  if (
    first.yearless?.day !== undefined &&
    second.yearless === undefined &&
    second.weekday === undefined &&
    second.bare === undefined
  ) {
    const same = { year: last.year, month: first.yearless.month, day: first.yearless.day };
    return numberOf(same) < numberOf(last) ? same : { ...same, year: last.year - 1 };
  }
  if (first.bare === 'weekday' && second.weekday !== undefined && second.bare === undefined)
    return addDays(last, -weekdaysBetween(first, second));
  return undefined;
}

const weekdaysBetween = (first: Reading, second: Reading) =>
  ((((second.weekday ?? 0) - (first.weekday ?? 0)) % 7) + 7) % 7;

function dayRange(first: Reading, second: Reading): Reading | undefined {
  const last = lastDay(first, second);
  if (first.day === undefined || last === undefined) return undefined;
  const lent = firstDay(first, second, last) ?? first.day;
  return numberOf(last) <= numberOf(lent)
    ? undefined
    : { ...first, from: isoDay(lent), to: isoDay(last), day: lent };
}

function monthRange(first: Reading, second: Reading): Reading | undefined {
  const [year = '', month = ''] = second.from.split('-');
  const lent =
    first.yearless !== undefined && second.yearless === undefined
      ? isoMonth(first.yearless.month > Number(month) ? Number(year) - 1 : Number(year), first.yearless.month)
      : first.from;
  const last =
    second.yearless !== undefined && second.from <= lent
      ? isoMonth(Number(year) + 1, Number(month))
      : second.from;
  return last <= lent ? undefined : { ...first, from: lent, to: last, yearless: undefined };
}

/** Two readings with from, to or a dash between. */
function asRange(first: Reading, second: Reading, gap: string): Reading | undefined {
  if (
    !range.test(gap) ||
    first.to !== undefined ||
    second.to !== undefined ||
    first.precision !== second.precision
  )
    return undefined;
  if (first.precision === 'day') return dayRange(first, second);
  if (first.precision === 'month') return monthRange(first, second);
  return first.precision === 'year' && second.from > first.from ? { ...first, to: second.from } : undefined;
}

function merged(first: Found, second: Found, codes: string, published: Day | undefined): Found | undefined {
  const gap = codes.slice(first.end, second.start);
  if (gap.length > 4) return undefined;
  const opensBetween = gap === '&' && 'bF'.includes(codes[first.start - 1] ?? ' ');
  const reading =
    withClock(first.reading, second.reading, gap) ??
    withWeekday(first.reading, second.reading, gap, published) ??
    asRange(first.reading, second.reading, opensBetween ? '-' : gap);
  return reading === undefined ? undefined : { start: first.start, end: second.end, reading };
}

/** Neighbours that speak of one date become one: clock and day, weekday and day, the two ends of a range. */
export function mergeReadings(found: readonly Found[], codes: string, published: Day | undefined): Found[] {
  const list: Found[] = [];
  for (const next of found) {
    const last = list.at(-1);
    const joined = last === undefined ? undefined : merged(last, next, codes, published);
    if (joined === undefined) list.push(next);
    else list[list.length - 1] = joined;
  }
  return list;
}
