import { beforeAll, describe, expect, it } from '@jest/globals';
import { printDemoMonth } from './print-demo-month.ts';
import { readDemoPaper } from './read-demo-paper.ts';
import { readDemoMonth, type MonthArticle } from './read-demo-month.ts';

const dayMs = 86_400_000;
/** A Saturday, and each day of the week after it. */
const starts = Array.from({ length: 7 }, (_, day) => Date.parse('2026-11-28T01:30:00Z') + day * dayMs);

describe('printDemoMonth', () => {
  let month: MonthArticle[];
  beforeAll(async () => {
    month = await readDemoMonth();
  });

  it('fills the thirty days before the first start, on whatever day of the week that is', () => {
    for (const began of starts) {
      const ages = printDemoMonth(month, began, began).map(({ published }) => began - Date.parse(published));
      expect(ages).toHaveLength(104);
      expect(Math.min(...ages)).toBeGreaterThan(0);
      expect(Math.max(...ages)).toBeLessThan(31 * dayMs);
      expect(ages.filter((age) => age < dayMs).length).toBeGreaterThanOrEqual(13);
      for (let week = 0; week < 4; week += 1)
        expect(
          ages.filter((age) => age >= week * 7 * dayMs && age < (week + 1) * 7 * dayMs).length,
        ).toBeGreaterThan(5);
    }
  });

  it('prints more from Monday to Friday, beside the days around the start', () => {
    const [began = 0] = starts;
    const perDay = [0, 0, 0, 0, 0, 0, 0];
    for (const { published } of printDemoMonth(month, began, began)) {
      const time = Date.parse(published);
      const day = new Date(time).getUTCDay();
      if (began - time > 2 * dayMs) perDay[day] = (perDay[day] ?? 0) + 1;
    }
    const [sunday = 0, ...rest] = perDay;
    const saturday = rest.pop() ?? 0;
    expect(Math.max(sunday, saturday)).toBeLessThan(Math.min(...rest));
  });

  it('lets several papers tell a story on one day', () => {
    for (const began of starts) {
      const printed = printDemoMonth(month, began, began);
      const days = new Map<string, Set<string>>();
      for (const { slug, story, hoursAgo } of month)
        if (story !== undefined && hoursAgo === undefined) {
          const published = printed.find((article) => article.slug === slug)?.published.slice(0, 10) ?? '';
          days.set(story, (days.get(story) ?? new Set()).add(published));
        }
      expect(days.size).toBeGreaterThan(1);
      expect([...days.values()].map((each) => each.size)).toEqual([...days].map(() => 1));
    }
  });

  it('stands before the dirty pages in every list of the newest', async () => {
    const [began = 0] = starts;
    const dirty = (await readDemoPaper()).map(({ published }) => Date.parse(published));
    const clean = printDemoMonth(month, began, began).map(({ published }) => Date.parse(published));
    expect(Math.max(...dirty)).toBeLessThan(Math.min(...clean));
  });

  it('gives a reprint the text of what it prints', () => {
    const [began = 0] = starts;
    const printed = printDemoMonth(month, began, began);
    const textOf = (slug: string) => printed.find((article) => article.slug === slug)?.paragraphs;
    expect(textOf('wire-ferry-rescue-reprint')).toEqual(textOf('ferry-rescues-sailors-off-shetland'));
  });
});
