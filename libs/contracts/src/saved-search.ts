import { z } from 'zod';

/** How many hits of one event are told: one of each family of near copies, one of each story, or all. */
export const alertUnits = ['family', 'story', 'article'] as const;
export type AlertUnit = (typeof alertUnits)[number];

/** Where the matches of a saved search are sent. */
export const WebhookTarget = z.strictObject({
  url: z
    .url({ protocol: /^https?$/, error: 'an http or https address' })
    .max(2_000)
    .describe('Address that takes the matches, signed as Standard Webhooks says.'),
  allowPrivate: z
    .boolean()
    .default(false)
    .describe('Whether exactly the host and port of this address may be private; only an admin may say so.'),
});
export type WebhookTarget = z.output<typeof WebhookTarget>;

/** What people set up: a query, and what is to be done with what it finds. */
export const SavedSearchInput = z.strictObject({
  name: z.string().trim().min(1).max(200).describe('For people.'),
  q: z.string().max(1_000).default('').describe('The query, as in a search; empty: every article.'),
  source: z.array(z.string().min(1).max(63)).max(100).optional().describe('Ids of sources; any of them.'),
  language: z.array(z.string().min(2).max(35)).max(100).optional().describe('BCP 47 tags; any of them.'),
  collapse: z
    .enum(alertUnits, { error: `one of ${alertUnits.join(', ')}` })
    .default('family')
    .describe('What causes one alert: a family of near copies, a story, or every article.'),
  throttle: z
    .int()
    .min(0)
    .max(604_800)
    .default(0)
    .describe(
      'Least number of seconds between two deliveries; what is found meanwhile comes together in the next one.',
    ),
  webhook: WebhookTarget.optional().describe('Without it the matches are there as feed and as events only.'),
  enabled: z.boolean().default(true).describe('Whether its matches are sent.'),
});
export type SavedSearchInput = z.output<typeof SavedSearchInput>;

/** A saved search as the registry keeps it; times are epoch milliseconds. */
export const SavedSearch = z.looseObject({
  ...SavedSearchInput.shape,
  createdAt: z.int(),
  updatedAt: z.int(),
  /** Who takes the webhook has said that it is over (410 Gone). */
  stopped: z.object({ at: z.int(), reason: z.string() }).optional(),
});
export type SavedSearch = z.output<typeof SavedSearch>;

/** The secret of a webhook, `whsec_…`; for a day after a rotation the one before signs too. */
export const WebhookSecret = z.object({
  secret: z.string(),
  previous: z.string().optional(),
  previousUntil: z.int().optional(),
});
export type WebhookSecret = z.output<typeof WebhookSecret>;

/**
 * A delivery that is on its way: once it is made, its id and its articles stay the same through every try.
 */
export const AlertDelivery = z.object({
  /** The `webhook-id`: whoever gets it twice knows it by that. */
  id: z.string(),
  articles: z.array(z.string()),
  /** Matches that were found and could not be gathered. */
  missed: z.int().default(0),
  createdAt: z.int(),
  attempt: z.int().default(0),
  dueAt: z.int(),
  problem: z.string().optional(),
});
export type AlertDelivery = z.output<typeof AlertDelivery>;

/**
 * How far all alerts together have come: a search of its own state that is older has no match up to there,
 * unless it is `behind`. Times are epoch milliseconds.
 */
export const AlertProgress = z.object({
  /** Place in the changes of the library. */
  cursor: z.string(),
  ranAt: z.int(),
  /** Searches that were changed before this time are known. */
  listedAt: z.int(),
  /** Searches that have to be asked for what came before `cursor`. */
  behind: z.array(z.string()),
});
export type AlertProgress = z.output<typeof AlertProgress>;

/**
 * How far the alerts of a saved search have come. One record, so that what was matched and what is to be sent
 * change together.
 */
export const AlertState = z.object({
  /** Place in the changes of the library. */
  cursor: z.string(),
  ranAt: z.int(),
  /** What was told, by a short hash of family, story or article, with the time; the oldest first. */
  told: z.array(z.tuple([z.string(), z.int()])),
  /** Ids of articles that wait for the next delivery. */
  gathered: z.array(z.string()),
  missed: z.int().default(0),
  deliveries: z.array(AlertDelivery),
  /** When the last delivery was made. */
  deliveredAt: z.int().optional(),
  sent: z.int().default(0),
  problem: z.string().optional(),
});
export type AlertState = z.output<typeof AlertState>;
