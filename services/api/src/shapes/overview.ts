import {
  countedStages,
  Room,
  seriesKinds,
  seriesSpanNames,
  seriesUnits,
  serviceNames,
  type SeriesView,
} from '@newsmill/contracts';
import { listOf, type MillNow } from '@newsmill/operate';
import { z } from 'zod';

const time = z.int().describe('Epoch milliseconds.');
const count = z.int().nonnegative();
const rate = z.number().nonnegative().describe('In a minute, by the last one to two minutes.');
const names = [...seriesKinds.keys()];

export const SeriesQuery = z.strictObject({
  name: listOf(z.enum(names, { error: `one of ${names.join(', ')}` })).describe(
    'Series to answer with. Default: all.',
  ),
  span: z
    .enum(seriesSpanNames, { error: `one of ${seriesSpanNames.join(', ')}` })
    .default('hour')
    .describe('hour: 60 steps of a minute; day: 144 of 10; week: 168 of an hour; quarter: 90 days.'),
});
export type SeriesQuery = z.output<typeof SeriesQuery>;

export const SeriesAnswer = z.object({
  span: z.enum(seriesSpanNames),
  stepMs: count.describe('Length of a step, milliseconds.'),
  times: z.array(time).readonly().describe('When each step begins, by the clock of the state.'),
  series: z
    .array(
      z.object({
        name: z.enum(names),
        unit: z.enum(seriesUnits),
        says: z.string(),
        values: z
          .array(z.number().nullable())
          .readonly()
          .describe('A value for each step; null where no process said anything.'),
      }),
    )
    .readonly(),
}) satisfies z.ZodType<SeriesView>;

const StageNow = z.object({
  stage: z.enum(countedStages),
  copies: count.describe('Processes that run it.'),
  perMinute: rate,
  waiting: count.optional().describe('Messages that wait for it.'),
  oldestMs: z.number().nonnegative().optional().describe('For how long the oldest has waited.'),
  passed: count.describe('In the last hour, as the three below.'),
  dropped: count,
  failed: count.describe('Tries that are made again.'),
  dead: count,
});

export const OverviewAnswer = z.object({
  at: time,
  stages: z.array(StageNow).readonly(),
  roles: z
    .array(
      z.object({
        service: z.enum(serviceNames),
        copies: count,
        versions: z.array(z.string()).readonly(),
        hosts: z.array(z.string()).readonly(),
      }),
    )
    .readonly(),
  library: z.object({
    articles: count.optional().describe('Absent where the library cannot be asked now.'),
    searchablePerMinute: rate,
    searchable: count.describe('In the last hour.'),
    delaySeconds: z
      .number()
      .nonnegative()
      .optional()
      .describe('Mean time from discovery to searchable of these.'),
    newestAt: time.optional(),
  }),
  channels: z.object({ all: count, failing: count }),
  requests: z.object({
    perMinute: rate,
    all: count.describe('In the last hour.'),
    failed: count.describe('Of these, those with no answer or 5xx.'),
    bytes: count,
  }),
  resources: z.object({
    processes: count,
    memory: z.number().nonnegative().describe('Resident memory of all processes, bytes.'),
    processors: z.number().nonnegative().describe('Processor cores that they keep busy.'),
  }),
  room: z.array(Room.extend({ host: z.string() })).readonly(),
  warnings: z
    .array(
      z.object({
        name: z.string(),
        text: z.string(),
        facts: z
          .record(z.string(), z.union([z.string(), z.number()]))
          .optional()
          .describe('What the text is made of.'),
        next: z.object({
          text: z.string(),
          page: z.string().optional().describe('Page of the console.'),
          command: z.string().optional(),
        }),
      }),
    )
    .readonly()
    .describe('What somebody must look after, the most urgent first.'),
}) satisfies z.ZodType<MillNow>;

/** Of the page only. */
export const OverviewPageQuery = SeriesQuery.pick({ span: true });
export type OverviewPageQuery = z.output<typeof OverviewPageQuery>;
