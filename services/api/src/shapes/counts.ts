import { countedNames, timelineIntervals, trendFields } from '@newsmill/contracts';
import { z } from 'zod';
import { day, flag, integer, languages, listOf, queryText, sources } from '@newsmill/operate';
import { SearchItem } from './search-item.ts';

const count = z.int().nonnegative();
const scope = {
  q: queryText.describe('A query as in a search; only what it finds is counted.'),
  source: sources,
  language: languages,
  from: day.optional().describe('Published at or after.'),
  to: day.optional().describe('Published before; a day counts as a whole.'),
};

export const RelatedQuery = z
  .strictObject({
    limit: integer(1, 50, 10).describe('Number of articles.'),
    sameLanguage: flag.describe('Only articles in the same language.'),
    otherLanguages: flag.describe(
      'Only articles in other languages: first those nearest in meaning, where this mill has vectors in many languages.',
    ),
  })
  .refine(({ sameLanguage, otherLanguages }) => !sameLanguage || !otherLanguages, {
    path: ['otherLanguages'],
    error: 'not together with sameLanguage',
  });
export type RelatedQuery = z.output<typeof RelatedQuery>;

export const TimelineQuery = z.strictObject({
  ...scope,
  interval: z
    .enum(timelineIntervals, { error: `one of ${timelineIntervals.join(', ')}` })
    .default('day')
    .describe('In UTC; weeks begin on Monday.'),
});
export type TimelineQuery = z.output<typeof TimelineQuery>;

export const TopQuery = z.strictObject({
  ...scope,
  field: z.enum(countedNames, { error: `one of ${countedNames.join(', ')}` }).describe('What is counted.'),
  limit: integer(1, 1_000, 20).describe('Number of values.'),
});
export type TopQuery = z.output<typeof TopQuery>;

export const TrendsQuery = z.strictObject({
  ...scope,
  from: day.optional().describe('Beginning of the window. Default: 24 hours before its end.'),
  to: day.optional().describe('End of the window, exclusive; a day counts as a whole. Default: now.'),
  days: integer(1, 365, 30).describe('Days before the window, for the comparison.'),
  field: listOf(z.enum(trendFields, { error: `one of ${trendFields.join(', ')}` })).describe(
    'Fields to compare. Default: all.',
  ),
  least: integer(1, 1_000, 3).describe('Values with fewer articles in the window are left out.'),
  limit: integer(1, 100, 10).describe('Number of values of each field.'),
});
export type TrendsQuery = z.output<typeof TrendsQuery>;

/** Of the page only. */
export const TodayQuery = z.strictObject({
  span: z.enum(['day', 'week', 'month'], { error: 'day, week or month' }).default('day'),
  language: z.string().min(2).max(35).optional(),
});
export type TodayQuery = z.output<typeof TodayQuery>;

/** Of the page of all values of a field only. */
export const ValuesQuery = TopQuery.omit({ limit: true }).extend({ page: integer(1, 50, 1) });
export type ValuesQuery = z.output<typeof ValuesQuery>;

/** Of the page of a name only. */
export const NameQuery = z.strictObject({
  span: z.enum(['month', 'year'], { error: 'month or year' }).default('month'),
});
export type NameQuery = z.output<typeof NameQuery>;

const approximate = z.boolean().describe('Whether only the newest articles were counted.');

export const RelatedAnswer = z.object({ items: z.array(SearchItem.extend({ sameStory: z.boolean() })) });
export type RelatedAnswer = z.output<typeof RelatedAnswer>;

export const TimelineAnswer = z.object({
  interval: z.enum(timelineIntervals),
  total: count,
  items: z.array(z.object({ start: z.string().describe('ISO 8601, UTC.'), count })).readonly(),
  approximate: approximate.describe('Whether only the newest articles or periods were counted.'),
});
export const TopAnswer = z.object({
  field: z.enum(countedNames),
  total: count,
  items: z
    .array(
      z.object({
        value: z.string(),
        label: z.string().optional().describe('Of topics: the name of the code.'),
        count,
      }),
    )
    .readonly(),
  approximate,
});
export type TopAnswer = z.output<typeof TopAnswer>;
export const TrendsAnswer = z.object({
  from: z.string(),
  to: z.string(),
  since: z.string().describe('Where the background begins; it ends with the window.'),
  total: count.describe('Articles of the window, without copies.'),
  backgroundTotal: count,
  items: z
    .array(
      z.object({
        field: z.enum(trendFields),
        value: z.string(),
        label: z.string().optional(),
        count,
        background: count,
        score: z
          .number()
          .describe('JLH: the difference of the shares in window and background times their ratio.'),
      }),
    )
    .readonly(),
  approximate,
});
export type TrendsAnswer = z.output<typeof TrendsAnswer>;
