import { z } from 'zod';
import type { AgentDesk } from './agent-desk.ts';
import { listedArticle, ListedArticle, listText } from './article-list.ts';
import { answer, answerFields, fitting, maxTokens, newNonce, type ToolAnswer } from './tool-answer.ts';

const day = z
  .string()
  .regex(
    /^\d{4}-\d{2}-\d{2}(T[\d:.]+(Z|[+-]\d{2}:\d{2}))?$/,
    'a day such as 2026-11-24, or a time such as 2026-11-24T16:20:00Z',
  );
const list = (about: string) => z.array(z.string().min(1).max(63)).min(1).max(50).optional().describe(about);

/** What chooses articles, in every tool that searches. */
export const searchFields = {
  query: z
    .string()
    .max(2_000)
    .default('')
    .describe(
      'Words, "phrases", AND, OR, NOT, parentheses, field:value (title, author, person, organisation, place, topic …), start*. Empty: the newest.',
    ),
  sources: list('Ids of sources, as list_sources gives them; any of them.'),
  languages: list('BCP 47 tags, such as en; any of them.'),
  from: day.optional().describe('Published at or after.'),
  to: day.optional().describe('Published before; a day counts as a whole.'),
};

export const searchInput = z.strictObject({
  ...searchFields,
  sort: z
    .enum(['newest', 'relevance'])
    .optional()
    .describe('Default: by relevance with a query, otherwise newest first.'),
  copies: z.boolean().default(false).describe('Also articles that are near copies of another.'),
  limit: z.int().min(1).max(25).default(10),
  cursor: z
    .string()
    .min(1)
    .max(2_000)
    .optional()
    .describe('The next of the previous answer, with the same question.'),
  maxTokens,
});
export const searchOutput = z.object({
  total: z.int(),
  totalIsExact: z.boolean(),
  items: z.array(ListedArticle),
  didYouMean: z
    .object({ query: z.string(), total: z.int() })
    .optional()
    .describe('A query that was perhaps meant; it was not searched for.'),
  ...answerFields,
});

/** Articles that match, each with what to cite it by. */
export async function searchArticles(
  desk: AgentDesk,
  {
    query,
    sources,
    languages,
    from,
    to,
    sort,
    copies,
    limit,
    cursor,
    maxTokens: most,
  }: z.output<typeof searchInput>,
): Promise<ToolAnswer> {
  const ask = (wanted: number) =>
    desk.search({
      q: query,
      source: sources,
      language: languages,
      from,
      to,
      sort,
      collapse: copies ? undefined : 'family',
      limit: wanted,
      cursor,
    });
  const nonce = newNonce();
  const page = await ask(limit);
  const { didYouMean: meant } = page;
  const found = await Promise.all(
    page.items.map(async (hit) => {
      const document = await desk.article(hit.id);
      return document === undefined
        ? []
        : [listedArticle(document, hit.highlights.find(({ field }) => field === 'content')?.text)];
    }),
  );
  return fitting(page.items.length, most, async (count) => {
    // The cursor of a shorter page is that of the library for so many.
    const { next } = count === page.items.length || count === 0 ? page : await ask(count);
    const items = found.slice(0, count).flat();
    const note =
      count < page.items.length
        ? `${page.items.length - count} articles did not fit into ${most} tokens; ask again with the cursor for them.`
        : undefined;
    const structured = {
      total: page.total,
      totalIsExact: page.totalIsExact,
      items,
      ...(meant === undefined ? {} : { didYouMean: { query: meant.q, total: meant.total } }),
      ...(note === undefined ? {} : { note }),
      ...(next === undefined ? {} : { next }),
    };
    const question =
      meant === undefined ? '' : ` Did you mean ${JSON.stringify(meant.q)} (${meant.total} articles)?`;
    return answer(
      `${page.totalIsExact ? '' : 'More than '}${page.total} articles, ${items.length} shown.${question}`,
      listText(items, nonce),
      structured,
    );
  });
}
