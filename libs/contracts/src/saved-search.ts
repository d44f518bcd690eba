import { z } from 'zod';

/** How many hits of one event are told: one of each family of near copies, one of each story, or all. */
export const alertUnits = ['family', 'story', 'article'] as const;
export type AlertUnit = (typeof alertUnits)[number];

/**
 * What a webhook gets: a signed message of our own, a message of Slack, or a card of the Workflows of Microsoft
 * Teams.
 */
export const webhookFormats = ['newsmill', 'slack', 'teams'] as const;

/** Where the matches of a saved search are sent. */
export const WebhookTarget = z.strictObject({
  url: z
    .url({ protocol: /^https?$/, error: 'an http or https address' })
    .max(2_000)
    .describe('Address that takes the matches, signed as Standard Webhooks says.'),
  format: z
    .enum(webhookFormats, { error: `one of ${webhookFormats.join(', ')}` })
    .default('newsmill')
    .describe('What it takes: a message of newsmill, of Slack, or of the Workflows of Microsoft Teams.'),
  allowPrivate: z
    .boolean()
    .default(false)
    .describe('Whether exactly the host and port of this address may be private; only an admin may say so.'),
});
export type WebhookTarget = z.output<typeof WebhookTarget>;

/** Addresses that get the matches as mail; the server is that of the settings. */
export const MailTarget = z.strictObject({
  to: z
    .array(z.email({ error: 'a mail address' }).max(254))
    .min(1)
    .max(20)
    .describe('Addresses that get the matches as mail.'),
});

/** A room of Matrix; its server and the token of the sender are those of the settings. */
export const MatrixTarget = z.strictObject({
  room: z
    .string()
    .max(255)
    .regex(/^![^\s/]+$/, 'the id of a room, such as !abc:matrix.example')
    .describe('Id of the room that gets the matches, such as !abc:matrix.example.'),
});

export const digestSpans = ['hourly', 'daily', 'weekly'] as const;
export const weekdays = [
  'monday',
  'tuesday',
  'wednesday',
  'thursday',
  'friday',
  'saturday',
  'sunday',
] as const;

/** When the matches of a span of time are told together. */
export const DigestSchedule = z.strictObject({
  every: z
    .enum(digestSpans, { error: `one of ${digestSpans.join(', ')}` })
    .describe('Hourly: at each full hour.'),
  at: z
    .string()
    .regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/, 'a time of day such as 08:00')
    .default('08:00')
    .describe('Time of day of a daily or weekly digest.'),
  zone: z
    .string()
    .max(64)
    .refine(isTimeZone, 'a time zone such as Europe/Berlin')
    .default('UTC')
    .describe('Time zone of that time, by its name in the IANA database.'),
  weekday: z
    .enum(weekdays, { error: `one of ${weekdays.join(', ')}` })
    .default('monday')
    .describe('Day of a weekly digest.'),
});
export type DigestSchedule = z.output<typeof DigestSchedule>;

function isTimeZone(zone: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone });
    return true;
  } catch {
    return false;
  }
}

/** What people set up: a query, and what is to be done with what it finds. */
export const SavedSearchInput = z
  .strictObject({
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
    webhook: WebhookTarget.optional().describe(
      'Without it the matches are there as feed and as events only.',
    ),
    mail: MailTarget.optional().describe('Mail in the place of a webhook.'),
    matrix: MatrixTarget.optional().describe('A room of Matrix in the place of a webhook.'),
    digest: DigestSchedule.optional().describe(
      'One delivery with what was found since the last one, each story once, at these times; none where nothing was found.',
    ),
    enabled: z.boolean().default(true).describe('Whether its matches are sent.'),
  })
  .refine(
    ({ webhook, mail, matrix }) =>
      [webhook, mail, matrix].filter((target) => target !== undefined).length <= 1,
    { error: 'only one of webhook, mail and matrix', path: ['webhook'] },
  );
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
  /** Addresses that a mail server refused for now, while it took the mail for others. */
  left: z.array(z.string()).optional(),
});
export type AlertDelivery = z.output<typeof AlertDelivery>;

/** A delivery that was taken, or given up. */
export const PastDelivery = z.object({
  id: z.string(),
  articles: z.int(),
  attempts: z.int(),
  at: z.int(),
  /** Why it was given up. */
  problem: z.string().optional(),
  /** The dead letter that sends it again. */
  deadLetter: z.string().optional(),
});
export type PastDelivery = z.output<typeof PastDelivery>;

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
  /** Since when the first of them waits. */
  gatheredAt: z.int().optional(),
  missed: z.int().default(0),
  deliveries: z.array(AlertDelivery),
  /** The newest that are over, the newest first. */
  past: z.array(PastDelivery).default([]),
  /** When the last delivery was made. */
  deliveredAt: z.int().optional(),
  sent: z.int().default(0),
  problem: z.string().optional(),
});
export type AlertState = z.output<typeof AlertState>;
