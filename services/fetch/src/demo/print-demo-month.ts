import { demoTime } from './date-demo-month.ts';
import { demoPapers } from './demo-papers.ts';
import type { MonthArticle } from './read-demo-month.ts';
import type { PrintedArticle } from './write-demo-page.ts';

/** When the papers change something next after `now`, in milliseconds since 1970; undefined where never. */
export function nextRevision(month: readonly MonthArticle[], began: number, now: number): number | undefined {
  const times = month.flatMap(({ revised }) =>
    revised === undefined ? [] : [began + revised.afterSeconds * 1_000],
  );
  const later = times.filter((time) => time > now);
  return later.length === 0 ? undefined : Math.min(...later);
}

/**
 * The demonstration month as its papers print it at `now`, where the mill was first started at `began` (both in
 * milliseconds since 1970): dated over the thirty days before that, newest first.
 */
export function printDemoMonth(month: readonly MonthArticle[], began: number, now: number): PrintedArticle[] {
  return month
    .map((article): PrintedArticle => {
      const { slug, paper, section, authors, caption, revised } = article;
      const revisedAt = revised === undefined ? Infinity : began + revised.afterSeconds * 1_000;
      const words = revised !== undefined && revisedAt <= now ? revised : article;
      return {
        slug,
        path: `/${paper}/news/${slug}`,
        edition: paper,
        language: demoPapers.find(({ id }) => id === paper)?.language ?? 'en',
        contentType: 'text/html; charset=utf-8',
        title: words.title,
        summary: words.summary,
        paragraphs: words.paragraphs,
        authors,
        section,
        caption,
        published: new Date(demoTime(article, began)).toISOString(),
        ...(words === article ? {} : { modified: new Date(revisedAt).toISOString() }),
      };
    })
    .toSorted((a, b) => Date.parse(b.published) - Date.parse(a.published));
}
