/** A day of the Gregorian calendar. */
export interface Day {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

const millisOfDay = 86_400_000;

/** Days since 1970-01-01. */
export function numberOf({ year, month, day }: Day): number {
  return Math.floor(Date.UTC(year, month - 1, day) / millisOfDay);
}

/** The day with that number. */
function dayOf(number: number): Day {
  const date = new Date(number * millisOfDay);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}

/** 1 for Monday to 7 for Sunday. */
export function weekdayOf(day: Day): number {
  return ((((numberOf(day) + 3) % 7) + 7) % 7) + 1;
}

/** Whether the calendar has that day. */
export function isDay({ year, month, day }: Day): boolean {
  return (
    year >= 1000 &&
    year <= 2999 &&
    month >= 1 &&
    month <= 12 &&
    day >= 1 &&
    (day <= 28 || day <= new Date(Date.UTC(year, month, 0)).getUTCDate())
  );
}

/** The day that many days later. */
export function addDays(day: Day, days: number): Day {
  return dayOf(numberOf(day) + days);
}

/** Year and month that many months later, the day kept where the month has it. */
export function addMonths({ year, month, day }: Day, months: number): Day {
  const index = year * 12 + (month - 1) + months;
  const moved = { year: Math.floor(index / 12), month: (((index % 12) + 12) % 12) + 1 };
  return { ...moved, day: Math.min(day, new Date(Date.UTC(moved.year, moved.month, 0)).getUTCDate()) };
}

const two = (value: number) => String(value).padStart(2, '0');

/** 2026-03-04. */
export const isoDay = ({ year, month, day }: Day) => `${year}-${two(month)}-${two(day)}`;
/** 2026-03. */
export const isoMonth = (year: number, month: number) => `${year}-${two(month)}`;
/** T09:05. */
export const isoTime = (minutes: number) => `T${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;

/** 2026-W10: the week of ISO 8601 that the day lies in. */
export function isoWeek(day: Day): string {
  const thursday = addDays(day, 4 - weekdayOf(day));
  const firstOfYear = numberOf({ year: thursday.year, month: 1, day: 1 });
  return `${thursday.year}-W${two(Math.floor((numberOf(thursday) - firstOfYear) / 7) + 1)}`;
}
