const dayNames = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'];
const hour = 3_600_000;
/** A list of hours or days is short; what is longer is none. */
const longestList = 4_000;

/** Hours (0 to 23) and days (0 is Sunday) in UTC at which an RSS feed asks not to be polled. */
export interface SkipTimes {
  readonly hours: readonly number[];
  readonly days: readonly number[];
}

interface ListForm {
  readonly start: RegExp;
  readonly end: RegExp;
  readonly value: RegExp;
}
const hourList: ListForm = {
  start: /<skipHours\b/i,
  end: /<\/skipHours/i,
  value: /<hour[^<>]*>\s*([^<\s]+)/gi,
};
const dayList: ListForm = { start: /<skipDays\b/i, end: /<\/skipDays/i, value: /<day[^<>]*>\s*([^<\s]+)/gi };

function valuesIn(text: string, form: ListForm): string[] {
  const start = text.search(form.start);
  if (start < 0) return [];
  const list = text.slice(start, start + longestList);
  const end = list.search(form.end);
  return [...list.slice(0, Math.max(0, end)).matchAll(form.value)].map((match) =>
    (match[1] ?? '').toLowerCase(),
  );
}

/**
 * skipHours and skipDays of an RSS feed (24 is midnight, as in old feeds). A list that names every hour or
 * day says nothing.
 */
export function readSkipTimes(text: string): SkipTimes {
  const hours = new Set(
    valuesIn(text, hourList)
      .map(Number)
      .filter((value) => Number.isInteger(value) && value >= 0 && value <= 24)
      .map((value) => value % 24),
  );
  const days = new Set(
    valuesIn(text, dayList)
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
