import { monthOf } from '@newsmill/text';
import { isDay, isoDay, type Day } from '../dates/calendar.ts';
import { yearFor } from '../dates/date-reading.ts';

function dayOfIso(published: string | undefined): Day | undefined {
  const [, year, month, day] = /^(\d{4})-(\d\d)-(\d\d)/.exec(published ?? '') ?? [];
  return day === undefined ? undefined : { year: Number(year), month: Number(month), day: Number(day) };
}

/**
 * A day of a year, which the publication tells where the dateline does not; undefined for one that the
 * calendar lacks.
 */
export function isoOfDatelineDay(
  year: number | undefined,
  month: number,
  day: number,
  published: string | undefined,
): string | undefined {
  const reference = dayOfIso(published);
  const full = year ?? (reference === undefined ? undefined : yearFor(month, day, reference, 0));
  return full !== undefined && isDay({ year: full, month, day })
    ? isoDay({ year: full, month, day })
    : undefined;
}

/** `4 mar`, `March 4`, `4 de marzo de 2026`, `4. März`, `4 марта` as an ISO day. */
export function readDatelineDay(text: string, published: string | undefined): string | undefined {
  const plain = text.replace(/(?<!\p{L})de(?!\p{L})/gu, ' ');
  const day = /(?<!\d)\d{1,2}(?!\d)/u.exec(plain)?.[0];
  const month = monthOf(/\p{L}{3,}/u.exec(plain.replace(/(?<!\d)\d+(?:st|nd|rd|th|er)/gu, ''))?.[0] ?? '');
  const year = /\d{4}/u.exec(plain)?.[0];
  return day === undefined || month === undefined
    ? undefined
    : isoOfDatelineDay(year === undefined ? undefined : Number(year), month, Number(day), published);
}
