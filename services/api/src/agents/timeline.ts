import { timelineIntervals } from '@newsmill/contracts';
import { z } from 'zod';
import type { AgentDesk } from './agent-desk.ts';
import { listedArticle, ListedArticle, listText } from './article-list.ts';
import { searchFields } from './search-articles.ts';
import { answer, answerFields, fitting, maxTokens, newNonce, type ToolAnswer } from './tool-answer.ts';

export const timelineInput = z.strictObject({
  ...searchFields,
  interval: z.enum(timelineIntervals).default('day').describe('In UTC; weeks begin on Monday.'),
  perPeriod: z.int().min(0).max(5).default(1).describe('Articles shown of each period.'),
  maxTokens,
});
export const timelineOutput = z.object({
  interval: z.enum(timelineIntervals),
  total: z.int(),
  approximate: z.boolean(),
  periods: z
    .array(z.object({ start: z.string(), count: z.int(), items: z.array(ListedArticle) }))
    .describe('Newest first; periods without an article are left out.'),
  ...answerFields,
});
type Period = z.output<typeof timelineOutput>['periods'][number];

/** Articles read to show some of each period. */
const mostRead = 100;

/** How many articles match when, and the newest of each period. */
export async function timeline(
  desk: AgentDesk,
  {
    query,
    sources,
    languages,
    from,
    to,
    interval,
    perPeriod,
    maxTokens: most,
  }: z.output<typeof timelineInput>,
): Promise<ToolAnswer> {
  const scope = { q: query, source: sources, language: languages, from, to };
  const [counted, page] = await Promise.all([
    desk.timeline({ ...scope, interval }),
    desk.search({ ...scope, sort: 'newest', limit: mostRead }),
  ]);
  const nonce = newNonce();
  const periods: Period[] = [];
  let left = page.items;
  for (const { start, count } of counted.items.toReversed()) {
    if (count === 0) continue;
    const hits = left.filter(({ published }) => Date.parse(published) >= Date.parse(start));
    left = left.slice(hits.length);
    const documents = await Promise.all(hits.slice(0, perPeriod).map(({ id }) => desk.article(id)));
    periods.push({
      start,
      count,
      items: documents.flatMap((document) => (document === undefined ? [] : [listedArticle(document)])),
    });
  }
  return fitting(periods.length, most, (shownCount) => {
    const shown = periods.slice(0, shownCount);
    const note =
      shownCount < periods.length
        ? `${periods.length - shownCount} older periods did not fit into ${most} tokens; ask with to=${shown.at(-1)?.start ?? ''}, a longer interval, or perPeriod 0.`
        : undefined;
    const body = shown
      .map(
        ({ start, count, items }) =>
          `${start}: ${count}${items.length === 0 ? '' : `\n${listText(items, nonce)}`}`,
      )
      .join('\n');
    return answer(
      `${counted.total} articles in ${periods.length} periods (${interval}).${counted.approximate ? ' Only the newest were counted.' : ''}`,
      body,
      {
        interval,
        total: counted.total,
        approximate: counted.approximate,
        periods: shown,
        ...(note === undefined ? {} : { note }),
      },
    );
  });
}
