import { monthNumber } from './month-names.ts';

/** What an address says of the day of its page: a whole day, or the year and month alone. */
export interface AddressDate {
  /** YYYY-MM-DD, or with the day or the month first as the address gives it; undefined where it names none. */
  readonly day?: string;
  readonly year?: number;
  readonly month?: number;
}

const archive = /^https?:\/\/web\.archive\.org\/web\/(\d{4})(\d\d)(\d\d)\d{0,6}[a-z_]{0,3}\//i;

/** The address of a page without that of an archive around it. */
export function ownAddress(url: string): string {
  const own = url.replace(archive, '');
  return own === url || /^https?:/i.test(own) ? own : `http://${own}`;
}

/**
 * Name of the host of a page in small letters: `herald` of `https://www.herald.example/`; empty where there is none.
 */
export function hostName(url: string): string {
  return /^[a-z]+:\/\/(?:www\.)?([^/:.]+)/i.exec(ownAddress(url))?.[1]?.toLowerCase() ?? '';
}

/** The day on which an archive copied the page at an address, YYYY-MM-DD; undefined for all other addresses. */
export function copiedOn(url: string): string | undefined {
  const copy = archive.exec(url);
  return copy === null ? undefined : copy.slice(1, 4).join('-');
}

const yearFirst = [
  /\/((?:19|20)\d\d)[/-](\d{1,2})[/-](\d{1,2})(?:\/|[-_]|$)/,
  /[/_-](20\d\d)(\d\d)(\d\d)[/_.-]/,
  /[/=](20\d\d)(\d\d)(\d\d)\d{3,8}\b/,
  /\b(20\d\d)-(\d\d)-(\d\d)\b/,
];
const dayFirst = /[/_-](\d{1,2})[-_.](\d{1,2})[-_.](20\d\d)(?:[/_.-]|$)/;
const worded = /\/((?:19|20)\d\d)\/([a-z]{3,9})\/(\d{1,2})(?:\/|$)/i;
const yearAlone = /[/_-]((?:19|20)\d\d)(?:[/-](\d{1,2}))?(?=[/_-]|$)/;

/** Reads the day, or the year and month, out of an address such as `/2026/mar/12/title`. */
export function dateInAddress(url: string): AddressDate {
  const address = ownAddress(url);
  for (const form of yearFirst) {
    const match = form.exec(address);
    if (match !== null)
      return { day: match.slice(1, 4).join('-'), year: Number(match[1]), month: Number(match[2]) };
  }
  const german = dayFirst.exec(address);
  if (german !== null)
    return { day: german.slice(1, 4).join('.'), year: Number(german[3]), month: Number(german[2]) };
  const path = address.replace(/[?#].*/s, '');
  const named = worded.exec(path);
  const month = monthNumber(named?.[2] ?? '');
  if (named !== null && month !== undefined)
    return { day: `${named[1]}-${month}-${named[3]}`, year: Number(named[1]), month };
  const alone = yearAlone.exec(path);
  if (alone === null) return {};
  const second = Number(alone[2] ?? 0);
  return { year: Number(alone[1]), ...(second >= 1 && second <= 12 ? { month: second } : {}) };
}
