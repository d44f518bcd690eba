import { z } from 'zod';
import { faultNames } from './source/channel-faults.ts';

const text = () => z.string().optional().catch(undefined);
const whole = () => z.int().optional().catch(undefined);
const number = () => z.number().optional().catch(undefined);
const flag = () => z.boolean().optional().catch(undefined);

/** What makes the next request a conditional one, and what went wrong the last time. */
const Asked = z.object({ etag: text(), lastModified: text(), contentHash: text(), lastError: text() });

/** What is kept with a page. Times in epoch milliseconds. */
const PageMemory = Asked.extend({
  entry: z
    .unknown()
    .optional()
    .describe(
      'What its channel said of it last, a FeedEntry, letter by letter: contentHash is made of it too.',
    ),
  fetchedFor: text().describe('Source for which it was fetched.'),
  fallbackAt: number().describe('When the text of its entry stood in for it.'),
  toldAt: number().describe('When the ledger was told last what became of it, where no page came.'),
  fallbackStamp: text().describe('Stamp of the item then.'),
  goneSince: number().describe('Since when it is away.'),
  goneLooks: number().describe('How often it was looked at since.'),
  lookAfter: number().describe(
    'When the ledger is looked at for what became of it, before the publisher is asked again.',
  ),
  lookStamp: text().describe('Stamp of the item when that was decided.'),
  plannedAt: number().describe('When it is due by its age, as its last visit planned it.'),
  doneAt: number().describe('When the visit was that no other is planned after.'),
  revisitOf: whole().describe(
    'Class of the age at which a new page came; whether its text was another is learnt at the next visit.',
  ),
  liveUntil: number().describe('Until when it counts as a live blog.'),
  liveEvery: number().describe('How long it is left alone as one, milliseconds.'),
  liveDay: whole().describe('Day, since 1970, of its last visit as one.'),
  liveVisits: whole().describe('Visits as one on that day.'),
});

/**
 * Why a channel, or a page, could not be had: the name of the cause in `channelFaults`, what was seen, and
 * the line of the source file that would mend it.
 */
export const ChannelFault = z.object({
  name: z.enum(faultNames),
  detail: z.string().optional(),
  line: z.string().optional(),
});
export type ChannelFault = z.output<typeof ChannelFault>;

/** One poll of a channel, as it is kept beside it. */
export const ChannelFetch = z.object({
  at: z.int().describe('When it was asked, epoch milliseconds.'),
  ms: z.int().describe('How long the answer took, milliseconds.'),
  status: z.int().optional().describe('Status of the answer; absent where none came.'),
  bytes: z.int().optional().describe('Bytes of its body as they came.'),
  entries: z.int().optional().describe('Entries of the answer, where it was read anew.'),
  fresh: z.int().optional().describe('How many of them were new.'),
  error: z.string().optional().describe('Why the channel could not be read.'),
});
export type ChannelFetch = Readonly<z.output<typeof ChannelFetch>>;

/** What is kept with a channel. Times in epoch milliseconds. */
export const ChannelMemory = Asked.extend({
  channel: z
    .looseObject({ kind: z.string(), url: z.string(), interval: z.string().optional() })
    .optional()
    .catch(undefined)
    .describe('The Channel as it was configured or found.'),
  parent: text().describe('Key of the channel that named it.'),
  configured: text().describe('Address of the configured channel by which it was found.'),
  kind: text().describe('Kind of a sitemap that robots.txt named.'),
  discovered: flag().describe('Whether robots.txt named it.'),
  lastAt: number().describe('When it was polled last.'),
  failingSince: number().describe('When it could not be read for the first time since it was read last.'),
  awaySince: number().describe('Since when it is not asked for because this machine has no network.'),
  lastStatus: whole(),
  fault: ChannelFault.optional().catch(undefined).describe('Why it could not be read the last time.'),
  lastSuccessAt: number(),
  lastUrl: text().describe('Address that answered.'),
  entries: whole().describe('Entries of the last answer that was not as the one before.'),
  newEntries: whole().describe('How many of them were not in the answer before.'),
  lastNewAt: number().describe(
    'When it had something new last: the newest date of its entries, or the poll.',
  ),
  quietMs: number().describe('Its longest quiet time of late, between one new entry and the next.'),
  size: z
    .object({
      level: z.number(),
      spread: z.number(),
      hours: z.number(),
      fewHours: z.number(),
      spells: z.number(),
      since: z.number().optional(),
      polls: z.int().optional(),
    })
    .optional()
    .catch(undefined)
    .describe(
      'How many entries it lists (see learnSize): the usual number (mean of log2(n + 1)) and its mean deviation, hours with about as many, hours with far fewer and how many spells these were, since when one lasts and how many polls showed it.',
    ),
  movedTo: text().describe('Where its address redirects to for good (301, 308).'),
  movedSince: number().describe('Since when it does.'),
  wholeAt: number().describe('When a whole answer was asked for last, whatever the validators say.'),
  unchanged: whole().describe('Answers since then that said that nothing has changed (304).'),
  leftOut: z
    .record(z.string(), z.object({ count: z.int(), example: z.string().optional() }))
    .optional()
    .catch(undefined)
    .describe('Entries of that answer that became no item, by their fault, with the first link of each.'),
  waiting: whole().describe('Entries of that answer whose turn comes at later polls.'),
  round: z
    .object({ hash: z.string(), after: z.string(), left: z.int() })
    .optional()
    .catch(undefined)
    .describe('How far an answer that is longer than one poll takes has been taken (see takeEntries).'),
  isCut: flag().describe('Whether that answer went on behind what is read.'),
  intervalMs: number().describe('From which the next interval is made.'),
  why: text().describe('Why it is polled when it is, in words for people.'),
  ttlMs: number().describe('What the feed asks for.'),
  skip: z
    .object({ hours: z.array(z.number()).readonly(), days: z.array(z.number()).readonly() })
    .optional()
    .catch(undefined)
    .describe('Hours and days at which the feed asks not to be polled.'),
  seen: text().describe('Beginnings of the keys of its pages.'),
  marks: z
    .record(z.string(), z.unknown())
    .optional()
    .catch(undefined)
    .describe('What each entry said, by its short name.'),
  hubs: z
    .object({ hubs: z.array(z.string()).readonly(), topic: z.string() })
    .optional()
    .catch(undefined)
    .describe('Hubs that the feed names, and the address under which they know it.'),
  isSubscribed: flag().describe('Whether a hub was asked to push it.'),
  backfill: z
    .unknown()
    .optional()
    .describe('How far an archive of old pages has been read, a BackfillProgress.'),
});
export type ChannelMemory = z.output<typeof ChannelMemory>;

/**
 * What the fetch stage keeps with an item from visit to visit. The state keeps it as JSON and knows no more
 * of it than `entry`. What does not fit is as good as absent: other versions wrote it.
 */
export const ItemMemory = PageMemory.extend(ChannelMemory.shape);
export type ItemMemory = z.output<typeof ItemMemory>;

/**
 * What the fetch stage keeps with an item, as the state keeps it: JSON, of which it knows `entry` alone.
 * Whoever wants more of it asks readItem.
 */
export type StoredMemory = Readonly<Record<string, unknown>> & Readonly<Pick<ItemMemory, 'entry'>>;
