import { fold, monthOf } from './month-names.ts';

/** A day and time as they are written, before anything is checked. */
export interface Parts {
  year: number;
  month: number;
  day: number;
  hour: number;
  minute: number;
  second: number;
  zone?: string | undefined;
}

/** Years of fewer than four digits as RFC 5322 (4.3) completes them; feeds began after 1970. */
function fullYear(digits: string): number {
  const year = Number(digits);
  if (digits.length > 3) return year;
  if (digits.length === 3) return 1900 + year;
  return year < 70 ? 2000 + year : 1900 + year;
}

function partsOf(year: number, month: number, day: number): Parts {
  return { year, month, day, hour: 0, minute: 0, second: 0 };
}

const day = 86_400_000;

function partsOfInstant(instant: number): Parts {
  const date = new Date(instant);
  return partsOf(date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate());
}

/** The day of a week of ISO 8601 (`2025-W18-4`); the first week is that of the fourth of January. */
function readWeekDay(text: string): Parts | undefined {
  const found = /^(\d{4})-?W(\d{2})(?:-?([1-7]))?$/i.exec(text);
  if (found === null) return undefined;
  const [, year, week, weekday = '1'] = found;
  if (Number(week) < 1 || Number(week) > 53) return undefined;
  const fourth = Date.UTC(Number(year), 0, 4);
  const monday = fourth - ((new Date(fourth).getUTCDay() + 6) % 7) * day;
  return partsOfInstant(monday + ((Number(week) - 1) * 7 + Number(weekday) - 1) * day);
}

/** Forms of ISO 8601 and W3C-DTF, also with two-digit years, ordinal days, weeks and missing parts. */
export function readIsoDay(text: string): Parts | undefined {
  const dashed =
    /^(\d{4})[-/.](\p{L}+\.?|\d{1,2})(?:[-/.](\d{1,2}))?$/u.exec(text) ??
    /^(\d{4})(\d{2})(\d{2})$/.exec(text) ??
    /^(\d{4})年(\d{1,2})月(\d{1,2})日?$/u.exec(text) ??
    /^(\d{4})년\s*(\d{1,2})월\s*(\d{1,2})일?$/u.exec(text) ??
    /^(\d{4})\.\s*(\d{1,2})\.\s*(\d{1,2})\.?$/.exec(text);
  if (dashed !== null) {
    const month = /^\d/.test(dashed[2] ?? '') ? Number(dashed[2]) : monthOf(dashed[2] ?? '');
    return month === undefined ? undefined : partsOf(Number(dashed[1]), month, Number(dashed[3] ?? 1));
  }
  const year = /^(\d{4})$/.exec(text);
  if (year !== null) return partsOf(Number(year[1]), 1, 1);
  const short =
    /^(\d{2})-(\d{2})-(\d{2})$/.exec(text) ??
    /^(\d{2})(\d{2})(\d{2})$/.exec(text) ??
    /^-(\d{2})-?(\d{2})$/.exec(text);
  if (short !== null) return partsOf(fullYear(short[1] ?? ''), Number(short[2]), Number(short[3] ?? 1));
  const ordinal = /^(\d{4})-?(\d{3})$/.exec(text) ?? /^-?(\d{2})-?(\d{3})$/.exec(text);
  if (ordinal === null) return readWeekDay(text);
  const ordinalYear = fullYear(ordinal[1] ?? '');
  const parts = partsOfInstant(Date.UTC(ordinalYear, 0, Number(ordinal[2])));
  return parts.year === ordinalYear ? parts : undefined;
}

/**
 * `12/31/2003`, `31/12/2003`, `31.12.2003`: dots and hyphens put the day first, slashes the month, where
 * these can be one.
 */
export function readNumericDay(text: string): Parts | undefined {
  const found = /^(\d{1,2})([/.-])(\d{1,2})\2(\d{4}|\d{2})\.?$/.exec(text);
  if (found === null) return undefined;
  const [, first = '', mark, second = '', year = ''] = found;
  const monthFirst = Number(first) <= 12 && (mark === '/' || Number(second) > 12);
  return monthFirst
    ? partsOf(fullYear(year), Number(first), Number(second))
    : partsOf(fullYear(year), Number(second), Number(first));
}

export interface Wordy {
  readonly parts: Parts;
  readonly rest: string;
}

/** The year behind the time, as asctime writes it, also behind a zone: `10:15:00 2025`, `10:15:00 +0000 2025`. */
const yearBehindTime = /^\s*(?:(?:[A-Z]{1,5}|(?:GMT|UTC)?[+-]\d{1,2}:?\d{2})\s+)?(\d{4})\b/;

/**
 * A day with the month in words: `Sun, 11 Jul 2004`, `March 30 2020`, `Friday 06 November 2020`, `11.
 * července 2004`.
 */
export function readWordyDay(text: string, after: string): Wordy | undefined {
  const words =
    text.replace(/(\d)(?:st|nd|rd|th|er|º|ª|o)\b/gi, '$1').match(/\p{L}[\p{L}\p{M}]*\.?|\d+/gu) ?? [];
  const index = words.findIndex(
    (word, at) => monthOf(word) !== undefined && /^\d/.test(words[at - 1] ?? words[at + 1] ?? ''),
  );
  const at =
    index === -1
      ? words.findIndex((word) => monthOf(word) !== undefined && !/^(?:mar|mart)[a-z]*di$/i.test(fold(word)))
      : index;
  const month = at === -1 ? undefined : monthOf(words[at] ?? '');
  if (month === undefined) return undefined;
  const numbers = words.filter((word) => /^\d/.test(word));
  const yearInRest = yearBehindTime.exec(after);
  const [first, second] = numbers;
  if (first === undefined) return undefined;
  if (second === undefined) {
    if (yearInRest !== null)
      return {
        parts: partsOf(Number(yearInRest[1]), month, Number(first)),
        rest: after.slice(0, yearInRest[0].length - 4) + after.slice(yearInRest[0].length),
      };
    return first.length === 4 ? { parts: partsOf(Number(first), month, 1), rest: after } : undefined;
  }
  const yearFirst = first.length === 4 && Number(first) > 31;
  return {
    parts: partsOf(fullYear(yearFirst ? first : second), month, Number(yearFirst ? second : first)),
    rest: after,
  };
}
