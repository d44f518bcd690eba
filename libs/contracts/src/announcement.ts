import { z } from 'zod';
import { Room } from './room.ts';

const time = z.int().describe('Epoch milliseconds.');

/** Work that waits for a consumer group. */
export const WaitingWork = z.object({
  group: z.string().describe('Consumer group.'),
  topic: z.string(),
  messages: z.int().nonnegative().describe('Messages that the group has not acknowledged.'),
  ageMs: z.number().nonnegative().describe('Age of the oldest of them, milliseconds.'),
  unmovedSince: time.optional().describe('Since when the oldest of them has been the same one.'),
});
export type WaitingWork = z.output<typeof WaitingWork>;

/** A process of the mill as it announces itself in the state, every few seconds while it lives. */
export const Announcement = z.object({
  id: z.string().describe('Another at each start.'),
  services: z.array(z.string()).readonly().describe('What it runs: fetch, clean, enrich, index, api.'),
  version: z.string().describe('Version of newsmill.'),
  host: z.string().describe('Name of the machine or container.'),
  pid: z.int(),
  since: time.describe('When it started.'),
  seenAt: time.describe('When it last announced itself.'),
  lastMessageAt: time.optional().describe('When it last handled a message or a page.'),
  searchableAt: time.optional().describe('When it last made an article searchable.'),
  problems: z
    .array(z.object({ name: z.string(), reason: z.string() }))
    .readonly()
    .describe('What stands in the way of its work.'),
  waiting: z.array(WaitingWork).readonly().describe('What waits, as this process sees it.'),
  room: z.array(Room).readonly().optional().describe('How full is what fills up, as this process sees it.'),
});
export type Announcement = z.output<typeof Announcement>;
