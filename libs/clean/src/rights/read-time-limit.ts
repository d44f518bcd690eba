const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
/** Hours from UTC of the zones that RFC 822 names, and of those that European pages write. */
// biome-ignore format: a table, read by its rows
const zones: Readonly<Record<string, number>> = {
  ut: 0, utc: 0, gmt: 0, z: 0, wet: 0, bst: 1, cet: 1, west: 1, cest: 2, eet: 2, eest: 3, msk: 3,
  est: -5, edt: -4, cst: -6, cdt: -5, mst: -7, mdt: -6, pst: -8, pdt: -7,
};

/** Longer texts are no date. */
const longest = 64;
const iso =
  /^(\d{4})-?(\d{2})-?(\d{2})(?:[T ](\d{2}):?(\d{2})(?::?(\d{2}))?(?:\.\d{1,9})?)? ?([A-Z]{1,4}|[+-]\d{2}:?\d{2})?$/i;
const dayFirst =
  /^(?:[A-Z]{3,9},? )?(\d{1,2})[- ]([A-Z]{3})[A-Z]{0,6}[- ](\d{4}|\d{2})(?: (\d{2}):(\d{2})(?::(\d{2}))?)? ?([A-Z]{1,4}|[+-]\d{2}:?\d{2})?$/i;

/** Minutes from UTC; no zone is UTC; undefined for one that nobody knows. */
function offsetOf(zone: string | undefined): number | undefined {
  if (zone === undefined) return 0;
  const [, sign, hours, minutes] = /^([+-])(\d{2}):?(\d{2})$/.exec(zone) ?? [];
  if (sign !== undefined) return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes));
  const known = zones[zone.toLowerCase()];
  return known === undefined ? undefined : known * 60;
}

/** Years of two digits as RFC 6265 reads them: 00 to 69 are of this century. */
function yearOf(text: string): number {
  const year = Number(text);
  return text.length > 2 ? year : year + (year < 70 ? 2000 : 1900);
}

/**
 * The time of `unavailable_after` as ISO 8601 in UTC: RFC 822 (`25 Jun 2030 15:00:00 PST`), RFC 850
 * (`Tuesday, 25-Jun-30 15:00:00 GMT`) or ISO 8601. A day alone is its beginning, a time without zone is UTC.
 * undefined: no such date.
 */
export function readTimeLimit(text: string): string | undefined {
  const plain = text.trim().replace(/\s+/g, ' ');
  if (plain.length > longest) return undefined;
  const [, isoYear, isoMonth, isoDay, ...isoRest] = iso.exec(plain) ?? [];
  const [, day, month, year, ...rest] = dayFirst.exec(plain) ?? [];
  const isIso = isoYear !== undefined;
  const [hour, minute, second, zone] = isIso ? isoRest : rest;
  const offset = offsetOf(zone);
  const place = isIso ? Number(isoMonth) - 1 : months.indexOf((month ?? '').toLowerCase());
  const date = Number(isIso ? isoDay : day);
  if (offset === undefined || place < 0 || place > 11 || !(date >= 1 && date <= 31)) return undefined;
  const [hours, minutes, seconds] = [Number(hour ?? 0), Number(minute ?? 0), Number(second ?? 0)];
  if (hours > 24 || minutes > 59 || seconds > 60) return undefined;
  const time = Date.UTC(
    yearOf((isIso ? isoYear : year) ?? ''),
    place,
    date,
    hours,
    minutes - offset,
    seconds,
  );
  return new Date(time).toISOString();
}
