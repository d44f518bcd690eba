import { day, reportPeriods, type Report } from '@newsmill/operate';
import { z } from 'zod';

/** What the page shows: one period, that of a day. */
export const ReportPageQuery = z.strictObject({
  period: z.enum(reportPeriods, { error: `one of ${reportPeriods.join(', ')}` }).default('quarter'),
  at: day.optional(),
});
export type ReportPageQuery = z.output<typeof ReportPageQuery>;

const count = z.int().nonnegative();
const seconds = z.number().nonnegative().describe('Seconds.');

const Delay = z.object({
  measured: count.describe('Articles with an exact date that were found within a week of it.'),
  p50: seconds,
  p95: seconds,
});

export const ReportAnswer = z.object({
  period: z.enum(reportPeriods),
  periods: z
    .array(
      z.object({
        name: z.string().describe('2026-11, or 2026-Q4.'),
        from: z.string().describe('ISO 8601, UTC.'),
        to: z.string().describe('ISO 8601, UTC; exclusive.'),
        days: count.describe('Days of it that have begun.'),
        isRunning: z.boolean().describe('Whether it has not ended yet.'),
      }),
    )
    .readonly()
    .describe('The newest first.'),
  items: z
    .array(
      z.object({
        period: z.string(),
        sourceId: z.string(),
        sourceName: z.string().optional().describe('Absent where no source file has it any more.'),
        articles: count.describe('Articles in the library that were published in the period.'),
        copies: count.describe('Those of them that are near copies of another article.'),
        silentDays: count.describe('Days of the period, so far, without an article.'),
        newest: z.string().optional().describe('When the newest article of the period was published.'),
        found: Delay.optional().describe('From publication to discovery.'),
        searchable: Delay.optional().describe(
          'From publication to searchable, for the first time; of articles since newsmill keeps when that was.',
        ),
        items: z
          .object({
            discovered: count,
            indexed: count,
            duplicate: count.describe('They lead to an article that another address brought.'),
            dropped: count.describe('Expected: they are none of ours.'),
            gone: count,
            denied: count,
            dead: count.describe('They failed for good.'),
            underWay: count,
          })
          .describe('Addresses that were first seen in the period, by what became of them.'),
      }),
    )
    .readonly()
    .describe('By period, the newest first, and by source.'),
}) satisfies z.ZodType<Report>;
