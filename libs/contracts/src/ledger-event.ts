import { z } from 'zod';
import type { FrontierItem } from './frontier-item.ts';

/** The stages in their order; the place in this list is the rank by which fates are compared. */
export const stageNames = ['discover', 'fetch', 'clean', 'enrich', 'index'] as const;
export type StageName = (typeof stageNames)[number];

export const fates = {
  waiting: 'Discovered; its turn to be fetched has not come.',
  retrying: 'A stage failed and will try again.',
  passed: 'The stage handed it on.',
  indexed: 'The article is in the library.',
  duplicate: 'Another address leads to the same article; see articleId.',
  dropped: 'Expected and not for us; see reason.',
  gone: 'The publisher answered 404 or 410.',
  denied: 'robots.txt or the page forbids it.',
  dead: 'In the dead letters; see reason.',
  replayed: 'Taken out of the dead letters to be tried again.',
} as const;
export type Fate = keyof typeof fates;
const fateNames = [
  'waiting',
  'retrying',
  'passed',
  'indexed',
  'duplicate',
  'dropped',
  'gone',
  'denied',
  'dead',
  'replayed',
] as const satisfies readonly Fate[];
/** Fates after which an item is at rest. */
export const finalFates: ReadonlySet<Fate> = new Set<Fate>([
  'indexed',
  'duplicate',
  'dropped',
  'gone',
  'denied',
  'dead',
]);

/** What became of an item at a stage. Key of the compacted topic: `<item>/<stage>`. Times in epoch milliseconds. */
export const LedgerEvent = z.looseObject({
  item: z.string(),
  url: z.string(),
  sourceId: z.string(),
  stage: z.enum(stageNames),
  version: z.int().nonnegative().describe('fetchedAt of the page, 0 before the first fetch.'),
  attempt: z.int().nonnegative().default(0),
  fate: z.enum(fateNames),
  reason: z.string().optional(),
  detail: z.string().optional(),
  articleId: z.string().optional(),
  frontier: z
    .object({
      stamp: z.string(),
      priority: z.int(),
      host: z.string(),
      domain: z.string(),
      entry: z.unknown().optional(),
    })
    .optional()
    .describe('What the frontier knew at discovery: a lost state is rebuilt from it.'),
  firstSeen: z.int(),
  at: z.int(),
});
export type LedgerEvent = z.output<typeof LedgerEvent>;

/** What the event of a discovery keeps of the frontier. */
export function frontierFacts({
  stamp,
  priority,
  host,
  domain,
  data,
}: FrontierItem): LedgerEvent['frontier'] {
  return { stamp, priority, host, domain, entry: data['entry'] };
}

/** The event as the state keeps it: the frontier knows the rest itself. */
export function withoutFrontier(event: LedgerEvent): LedgerEvent {
  const { frontier: _frontier, ...rest } = event;
  return rest;
}

function compare(a: LedgerEvent, b: LedgerEvent): number {
  return (
    a.version - b.version ||
    stageNames.indexOf(a.stage) - stageNames.indexOf(b.stage) ||
    a.attempt - b.attempt ||
    a.at - b.at ||
    (a.fate < b.fate ? -1 : a.fate > b.fate ? 1 : 0)
  );
}

/**
 * The current fate of one item: the greatest event by (version, stage, attempt, time).
 * Any order and any repetition of the events gives the same answer, so a redelivery that comes last does no harm.
 */
export function foldFate(events: Iterable<LedgerEvent>): LedgerEvent | undefined {
  let newest: LedgerEvent | undefined;
  for (const event of events) if (newest === undefined || compare(event, newest) > 0) newest = event;
  return newest;
}

/** Whether `event` wins over what is known of the same item and stage. */
export function supersedes(event: LedgerEvent, known: LedgerEvent | undefined): boolean {
  return known === undefined || compare(event, known) > 0;
}
