const dayNames = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'];
const hour = 3_600_000;
/** A list of hours or days is short; what is longer is none. */
const longestList = 4_000;

/** Hours (0 to 23) and days (0 is Sunday) in UTC at which an RSS feed asks not to be polled. */
export interface SkipTimes {
  readonly hours: readonly number[];
  readonly days: readonly number[];
}

function listIn(text: string, name: string): string {
  const start = text.search(new RegExp(`<${name}\\b`, 'i'));
  if (start < 0) return '';
  const list = text.slice(start, start + longestList);
  const end = list.search(new RegExp(`</${name}`, 'i'));
  return end < 0 ? '' : list.slice(0, end);
}

function valuesIn(list: string, name: string): string[] {
  return [...list.matchAll(new RegExp(`<${name}[^>]*>\\s*([^<\\s]+)`, 'gi'))].map((match) =>
    (match[1] ?? '').toLowerCase(),
  );
}

/** skipHours and skipDays of an RSS feed (24 is midnight, as in old feeds). A list that names every hour or day says nothing. */
export function readSkipTimes(text: string): SkipTimes {
  const hours = new Set(
    valuesIn(listIn(text, 'skipHours'), 'hour')
      .map(Number)
      .filter((value) => Number.isInteger(value) && value >= 0 && value <= 24)
      .map((value) => value % 24),
  );
  const days = new Set(
    valuesIn(listIn(text, 'skipDays'), 'day')
      .map((name) => dayNames.indexOf(name))
      .filter((day) => day >= 0),
  );
  return { hours: hours.size < 24 ? [...hours] : [], days: days.size < 7 ? [...days] : [] };
}

/** The first time from `at` on that the feed does not exclude, but never after `limit`. */
export function afterSkipped(at: number, skip: SkipTimes, limit: number): number {
  let time = at;
  const isSkipped = (instant: Date) =>
    skip.hours.includes(instant.getUTCHours()) || skip.days.includes(instant.getUTCDay());
  while (time < limit && isSkipped(new Date(time))) time = (Math.floor(time / hour) + 1) * hour;
  return Math.max(at, Math.min(time, limit));
}
