import { fold, monthOf } from './month-names.ts';
import { zoneOffset } from './zone-offset.ts';

export interface DateHints {
  /** IANA zone of dates that name none; UTC without it. */
  readonly timeZone?: string | undefined;
}

interface Parts {
  year: number;
  month: number;
  day: number;
  hour: number;
  minute: number;
  second: number;
  zone?: string | undefined;
}

const firstYear = 1900;
const lastYear = 2200;

function fullYear(digits: string): number {
  const year = Number(digits);
  if (digits.length > 2) return year;
  return year < 70 ? 2000 + year : 1900 + year;
}

function partsOf(year: number, month: number, day: number): Parts {
  return { year, month, day, hour: 0, minute: 0, second: 0 };
}

/**
 * Epoch milliseconds of checked parts; undefined for a day that does not exist, an impossible time or an
 * unreadable zone offset.
 */
function instantOf(parts: Parts, hints: DateHints): number | undefined {
  const { year, month, day, hour, minute, second } = parts;
  if (
    year < firstYear ||
    year > lastYear ||
    month < 1 ||
    month > 12 ||
    day < 1 ||
    hour > 24 ||
    minute > 59 ||
    second > 60
  )
    return undefined;
  if (day > 28 && day > new Date(Date.UTC(year, month, 0)).getUTCDate()) return undefined;
  const local = Date.UTC(year, month - 1, day, hour, minute, Math.min(second, 59));
  const zone = parts.zone?.trim() ?? '';
  const stated = zone === '' ? undefined : zoneOffset(zone, local);
  if (stated === undefined && /^[+-]\d/.test(zone)) return undefined;
  const offset = stated ?? (hints.timeZone === undefined ? 0 : (zoneOffset(hints.timeZone, local) ?? 0));
  return local - offset * 60_000;
}

const clock =
  /(?:^|[\sT,])(\d{1,2})[:h](\d{1,2})(?:[:m](\d{1,2})(?:[.,]\d+)?)?\s*((?:am|pm)(?![a-z])|a\.m\.|p\.m\.|오전|오후|上午|下午|午前|午後|पूर्वाह्न|अपराह्न)?/iu;
const beforeClock = /(오전|오후|上午|下午|午前|午後)\s*(\d{1,2})[:時시点](\d{1,2})(?:[:分분](\d{1,2}))?/u;
const afternoon = /^(?:pm|p\.m\.|오후|下午|午後|अपराह्न)$/iu;

function hourOf(hour: number, half: string | undefined): number {
  if (half === undefined || hour > 12) return hour;
  return (hour % 12) + (afternoon.test(half) ? 12 : 0);
}

interface Clock {
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
  readonly before: string;
  readonly after: string;
}

/** Time of day inside a text, with what stands in front of it and behind it. */
function readClock(text: string): Clock {
  const asian = beforeClock.exec(text);
  if (asian !== null) {
    const [whole, half, hour, minute, second] = asian;
    return {
      hour: hourOf(Number(hour), half),
      minute: Number(minute),
      second: Number(second ?? 0),
      before: text.slice(0, asian.index),
      after: text.slice(asian.index + whole.length) || (/^오/u.test(half ?? '') ? 'KST' : ''),
    };
  }
  const found = clock.exec(text);
  if (found === null) return { hour: 0, minute: 0, second: 0, before: text, after: '' };
  const [whole, hour, minute, second, half] = found;
  return {
    hour: hourOf(Number(hour), half),
    minute: Number(minute),
    second: Number(second ?? 0),
    before: text.slice(0, found.index),
    after: text.slice(found.index + whole.length),
  };
}

/** Forms of ISO 8601 and W3C-DTF, also with two-digit years, ordinal days and missing parts. */
function readIsoDay(text: string): Parts | undefined {
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
  if (ordinal === null) return undefined;
  const day = new Date(Date.UTC(fullYear(ordinal[1] ?? ''), 0, Number(ordinal[2])));
  return partsOf(day.getUTCFullYear(), day.getUTCMonth() + 1, day.getUTCDate());
}

/**
 * `12/31/2003`, `31/12/2003`, `31.12.2003`: dots put the day first; with slashes the month does, where it can
 * be one.
 */
function readNumericDay(text: string): Parts | undefined {
  const found = /^(\d{1,2})([/.-])(\d{1,2})\2(\d{4}|\d{2})\.?$/.exec(text);
  if (found === null) return undefined;
  const [, first = '', mark, second = '', year = ''] = found;
  const monthFirst = mark === '/' && Number(first) <= 12;
  return monthFirst
    ? partsOf(fullYear(year), Number(first), Number(second))
    : partsOf(fullYear(year), Number(second), Number(first));
}

interface Wordy {
  readonly parts: Parts;
  readonly rest: string;
}

/**
 * A day with the month in words: `Sun, 11 Jul 2004`, `March 30 2020`, `Friday 06 November 2020`, `11.
 * července 2004`.
 */
function readWordyDay(text: string, after: string): Wordy | undefined {
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
  const yearInRest = /^\s*(?:[A-Z]{1,5}\s+)?(\d{4})\b/.exec(after);
  const [first, second] = numbers;
  if (first === undefined) return undefined;
  if (second === undefined) {
    if (yearInRest !== null)
      return {
        parts: partsOf(Number(yearInRest[1]), month, Number(first)),
        rest: after.replace(yearInRest[1] ?? '', ' '),
      };
    return first.length === 4 ? { parts: partsOf(Number(first), month, 1), rest: after } : undefined;
  }
  const yearFirst = first.length === 4;
  return {
    parts: partsOf(fullYear(yearFirst ? first : second), month, Number(yearFirst ? second : first)),
    rest: after,
  };
}

function readEpoch(text: string): number | undefined {
  if (/^\d{10}$/.test(text)) return Number(text) * 1_000;
  return /^\d{13}$/.test(text) ? Number(text) : undefined;
}

/**
 * ISO 8601 without its marks (`20250501T101500Z`), and times in the words of East Asia, as `2025-05-01
 * 10:15`.
 */
function spellOut(text: string): string {
  return text
    .replace(
      /^(\d{4})(\d{2})(\d{2})[Tt ]?(\d{2}):?(\d{2})(?::?(\d{2}))?(?:[.,]\d+)?(?=$|\s|[Zz+-])/,
      (_whole, year: string, month: string, day: string, hour: string, minute: string, second = '00') =>
        `${year}-${month}-${day} ${hour}:${minute}:${second} `,
    )
    .replace(
      /(\d{1,2})\s?[時时시]\s?(\d{1,2})\s?[分분](?:\s?(\d{1,2})\s?[秒초])?/u,
      (_whole, hour: string, minute: string, second = '00') => `${hour}:${minute}:${second}`,
    )
    .trim();
}

/** The form of nearly all sitemaps and Atom feeds, read without looking at any other. */
const isoLike =
  /^\s*(\d{4})-(\d{2})-(\d{2})[Tt ](\d{2}):(\d{2}):(\d{2})(?:[.,]\d+)?\s*(?:([Zz]|[+-]\d{2}:?\d{2})\s*)?$/;

/**
 * Reads a date of a feed, sitemap or header: RFC 822 and 2822, RFC 3339, W3C-DTF, RFC 850, asctime, and what
 * publishers make of them: two-digit years, missing parts, zone names, month names of about twenty-five
 * languages. Answers epoch milliseconds (whole seconds); undefined when the text is no date between 1900 and
 * 2200 that exists.
 */
export function readFeedDate(text: string, hints: DateHints = {}): number | undefined {
  const plain = text.length > 200 ? null : isoLike.exec(text);
  if (plain !== null) {
    const [, year, month, day, hour, minute, second, zone] = plain;
    return instantOf(
      {
        year: Number(year),
        month: Number(month),
        day: Number(day),
        hour: Number(hour),
        minute: Number(minute),
        second: Number(second),
        zone,
      },
      hints,
    );
  }
  // bounded: 1000, cut here.
  const tidy = text
    .slice(0, 1_000)
    .replace(/\([^)]*\)/g, ' ')
    .replace(/[\s\u00a0\u202f]+/g, ' ')
    .trim();
  if (tidy === '' || tidy.length > 120) return undefined;
  const epoch = readEpoch(tidy);
  if (epoch !== undefined) return epoch;
  const time = readClock(spellOut(tidy));
  const day = time.before
    .replace(/T$/i, '')
    .replace(/^\p{L}+\.?,?\s+(?=\d{4}[-/.])/u, '')
    .trim()
    .replace(/,$/, '');
  const bare = readIsoDay(day) ?? readNumericDay(day.replace(/^\p{L}+\.?,?\s+/u, ''));
  const found = bare === undefined ? readWordyDay(day, time.after) : { parts: bare, rest: time.after };
  if (found === undefined) return undefined;
  const zone = found.rest.replace(/^[\s.,]+|(?<![\s.])[\s.]+$/g, '').split(/\s+(?![+-]?\d)/)[0];
  // Korean is written in one zone.
  const ownZone = zone === '' && tidy.includes('년') && hints.timeZone === undefined ? 'KST' : zone;
  return instantOf(
    { ...found.parts, hour: time.hour, minute: time.minute, second: time.second, zone: ownZone },
    hints,
  );
}
