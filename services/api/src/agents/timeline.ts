import { z } from 'zod';
import type { AgentDesk } from './agent-desk.ts';
import { listedArticle, ListedArticle, listText } from './article-list.ts';
import { searchFields } from './search-articles.ts';
import { answer, answerFields, fitting, maxTokens, newNonce, type ToolAnswer } from './tool-answer.ts';

export const timelineInput = z.strictObject({ ...searchFields, perDay: z.int().min(0).max(5).default(1).describe('Articles shown of each day.'), maxTokens });
export const timelineOutput = z.object({
  total: z.int(),
  totalIsExact: z.boolean(),
  days: z.array(z.object({ day: z.string(), count: z.int(), items: z.array(ListedArticle) })).describe('The newest day first; days without an article are left out.'),
  ...answerFields,
});
type Day = z.output<typeof timelineOutput>['days'][number];

/** Articles read to show some of each day. */
const mostRead = 100;

/** How many articles match day by day, at most 62 days back, and the newest of each day. */
export async function timeline(desk: AgentDesk, { query, sources, languages, from, to, perDay, maxTokens: most }: z.output<typeof timelineInput>): Promise<ToolAnswer> {
  const page = await desk.search({ q: query, source: sources, language: languages, from, to, sort: 'newest', limit: mostRead, facets: ['day'] });
  const nonce = newNonce();
  const days: Day[] = [];
  for (const { value: day, count } of page.facets.day ?? []) {
    const hits = page.items.filter(({ published }) => published.startsWith(day)).slice(0, perDay);
    const documents = await Promise.all(hits.map(({ id }) => desk.article(id)));
    days.push({ day, count, items: documents.flatMap((document) => (document === undefined ? [] : [listedArticle(document)])) });
  }
  return fitting(days.length, most, (count) => {
    const shown = days.slice(0, count);
    const note = count < days.length ? `${days.length - count} older days did not fit into ${most} tokens; ask with to=${shown.at(-1)?.day ?? ''}T00:00:00Z, or perDay 0.` : undefined;
    const body = shown.map(({ day, count: found, items }) => `${day}: ${found}${items.length === 0 ? '' : `\n${listText(items, nonce)}`}`).join('\n');
    return answer(`${page.totalIsExact ? '' : 'More than '}${page.total} articles on ${days.length} days.`, body, { total: page.total, totalIsExact: page.totalIsExact, days: shown, ...(note === undefined ? {} : { note }) });
  });
}
