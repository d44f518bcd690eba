import type { MonthArticle } from './read-demo-month.ts';

const minuteMs = 60_000;
const dayMs = 86_400_000;

/** A number of a text, the same everywhere. */
export function numberOf(text: string): number {
  let number = 2_166_136_261;
  for (const sign of text) number = Math.imul(number ^ (sign.codePointAt(0) ?? 0), 16_777_619) >>> 0;
  return number;
}

/** By how many days an article is told later, because papers print little at weekends: two of three move. */
function daysOff({ slug, story = slug }: MonthArticle, time: number): number {
  const weekday = new Date(time).getUTCDay();
  if (numberOf(story) % 3 === 0) return 0;
  if (weekday === 6) return -1;
  return weekday === 0 ? 1 : 0;
}

/**
 * When an article comes out, in milliseconds since 1970, where the mill was first started at `began`: always before
 * that, and the same at every later start.
 */
export function demoTime(article: MonthArticle, began: number): number {
  const { hoursAgo, day = 1, time = '00:00' } = article;
  if (hoursAgo !== undefined) return Math.floor((began - hoursAgo * 60 * minuteMs) / minuteMs) * minuteMs;
  const [hour = 0, minute = 0] = time.split(':').map(Number);
  const told = Math.floor(began / dayMs) * dayMs - day * dayMs + (hour * 60 + minute) * minuteMs;
  return day === 1 ? told : told + daysOff(article, told) * dayMs;
}
