import { alertUnits, SavedSearchInput } from '@newsmill/contracts';
import { z } from 'zod';

const time = z.int().describe('Epoch milliseconds.');
const listOfWords = (most: number) =>
  z.preprocess(
    (value) =>
      typeof value === 'string'
        ? value
            .split(',')
            .map((text) => text.trim())
            .filter((text) => text !== '')
        : value,
    z.array(z.string().min(1).max(most)).max(100).optional(),
  );

/** What an event stream is asked with. */
export const EventsQuery = z.strictObject({
  q: z.string().max(1_000).default('').describe('The query, as in a search; empty: every article.'),
  source: listOfWords(63).describe('Ids of sources; any of them.'),
  language: listOfWords(35).describe('BCP 47 tags; any of them.'),
  collapse: z
    .enum(alertUnits, { error: `one of ${alertUnits.join(', ')}` })
    .default('family')
    .describe('What causes one alert: a family of near copies, a story, or every article.'),
  after: z
    .string()
    .min(1)
    .max(2_000)
    .optional()
    .describe(
      'Continue after this event id, for clients that cannot send Last-Event-ID. Default: from now on.',
    ),
});
export type EventsQuery = z.output<typeof EventsQuery>;

export const SavedEventsQuery = EventsQuery.pick({ after: true });
export type SavedEventsQuery = z.output<typeof SavedEventsQuery>;

export const SavedSearchBody = SavedSearchInput;
export type SavedSearchBody = z.output<typeof SavedSearchBody>;

export const SavedSearchAnswer = z.object({
  id: z.string(),
  ...SavedSearchInput.shape,
  createdAt: time,
  updatedAt: time,
  stopped: z
    .object({ at: time, reason: z.string() })
    .optional()
    .describe('The receiver answered 410: nothing is sent until the search is saved again.'),
  secret: z.string().optional().describe('Of the webhook, whsec_…; shown once, when it is created.'),
});
export type SavedSearchAnswer = z.output<typeof SavedSearchAnswer>;

export const SavedSearchesAnswer = z.object({ searches: z.array(SavedSearchAnswer) });
export type SavedSearchesAnswer = z.output<typeof SavedSearchesAnswer>;

export const SecretAnswer = z.object({
  secret: z.string().describe('The new secret; the previous one also signs for a day.'),
});

export const AlertsAnswer = z.object({
  sent: z.int().describe('Articles that were delivered.'),
  gathered: z.int().describe('Articles that wait for the next delivery.'),
  missed: z.int().describe('Matches beyond those that could be collected.'),
  deliveries: z
    .array(
      z.object({
        id: z.string(),
        articles: z.int(),
        attempt: z.int(),
        createdAt: time,
        dueAt: time,
        problem: z.string().optional(),
      }),
    )
    .describe('In progress.'),
  past: z
    .array(
      z.object({
        id: z.string(),
        articles: z.int(),
        attempts: z.int(),
        at: time,
        problem: z.string().optional(),
        canRetry: z.boolean().describe('It was given up and can be sent again.'),
      }),
    )
    .describe('The newest 20 that were taken or given up.'),
  deliveredAt: time.optional().describe('When the last delivery was made.'),
  problem: z.string().optional().describe('Why the last try failed.'),
});
export type AlertsAnswer = z.output<typeof AlertsAnswer>;

export const TestAnswer = z.object({
  ok: z.boolean(),
  detail: z.string().describe('What the receiver answered, or what went wrong.'),
});
export type TestAnswer = z.output<typeof TestAnswer>;
