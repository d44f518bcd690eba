import { asciiDigits } from './ascii-digits.ts';
import { readClock } from './read-clock.ts';
import { readIsoDay, readNumericDay, readWordyDay, type Parts } from './read-day.ts';
import { zoneOffset } from './zone-offset.ts';

export interface DateHints {
  /** IANA zone of dates that name none; UTC without it. */
  readonly timeZone?: string | undefined;
}

/** `Central European Summer Time` as `CEST`. */
function shortZone(words: string): string {
  return words.replace(/[a-z]+ ?/g, '');
}

const firstYear = 1900;
const lastYear = 2200;

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

/** Seconds since 1970, or milliseconds, up to the last year. */
function readEpoch(text: string): number | undefined {
  const isSeconds = /^\d{10}(?:\.\d{1,9})?$/.test(text);
  if (!isSeconds && !/^\d{13}$/.test(text)) return undefined;
  const time = isSeconds ? Math.trunc(Number(text)) * 1_000 : Number(text);
  return time < Date.UTC(lastYear + 1, 0) ? time : undefined;
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
  const tidy = asciiDigits(text.slice(0, 1_000))
    .replace(/\([^)]*\)/g, ' ')
    // The zone of RFC 9557.
    .replace(/[[\]]/g, ' ')
    .replace(/[\u2010-\u2015\u2212](?=\d)/g, '-')
    .replace(/[\s\u00a0\u202f]+/g, ' ')
    .replace(/(?:[A-Z][a-z]{2,12} ){1,3}Time\b/, shortZone)
    .trim();
  if (tidy === '' || tidy.length > 120) return undefined;
  const epoch = readEpoch(tidy);
  if (epoch !== undefined) return epoch;
  const time = readClock(tidy);
  // bounded: 120, by the length above.
  const day = time.before
    .replace(/T$/i, '')
    // The day of the week, and whatever stands between day and time.
    .replace(/^\p{L}+\.?\s?,?\s?(?=\d{1,4}[-/.])/u, '')
    .replace(/[\s,|@·•–—-]+$/u, '')
    .replace(/(?<=\d)\s+\p{Ll}{1,3}\s*$/u, '')
    .replace(/[\s,]+$/u, '')
    .trimStart();
  const bare = readIsoDay(day) ?? readNumericDay(day);
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
