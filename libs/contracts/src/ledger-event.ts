import { z } from 'zod';
import type { FrontierItem } from './frontier-item.ts';
import { withdrawals, type DropReason } from './outcome.ts';

/** The stages in their order; the place in this list is the rank by which fates are compared. */
export const stageNames = ['discover', 'fetch', 'clean', 'enrich', 'index'] as const;
export type StageName = (typeof stageNames)[number];

export const fates = {
  waiting: 'Discovered; its turn to be fetched has not come.',
  retrying: 'A stage failed and will try again.',
  passed: 'The stage passed it on.',
  indexed: 'The article is in the library.',
  duplicate: 'Another address leads to the same article; see articleId.',
  dropped: 'Not wanted in the library, as expected; see reason.',
  gone: 'The publisher answered 404 or 410.',
  denied: 'robots.txt or the page forbids it.',
  dead: 'In the dead letters; see reason.',
  replayed: 'Taken out of the dead letters and tried again.',
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

/**
 * What became of an item at a stage. Key of the compacted topic: `<item>/<stage>`. Times in epoch
 * milliseconds.
 */
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
  leadsTo: z
    .string()
    .optional()
    .describe(
      'Id of the article to which the address leads now, while that of articleId stays in the library.',
    ),
  extension: z
    .string()
    .optional()
    .describe('The extension that has the article now; it goes on when that answers.'),
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
  traceId: z
    .string()
    .optional()
    .describe('Trace of the visit that it belongs to (W3C trace context), 32 hexadecimal digits.'),
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
  return { stamp, priority, host, domain, entry: data.entry };
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
 * The current fate of one item: the greatest event by (version, stage, attempt, time). Any order and any
 * repetition of the events gives the same answer, so a redelivery that comes last does no harm.
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

/** The fate of an item that a stage drops for this reason. */
export function fateOfDrop(reason: DropReason): Fate {
  if (reason === 'duplicate-of') return 'duplicate';
  if (reason === 'gone') return 'gone';
  return reason.startsWith('denied') ? 'denied' : 'dropped';
}

/** The article that came of the item and is in the library by the ledger. */
export function heldArticleOf(events: Iterable<LedgerEvent>): string | undefined {
  for (const { stage, fate, articleId } of events)
    if (stage === 'index' && fate === 'indexed') return articleId;
  return undefined;
}

/** The newest trace of an item. */
export function newestTraceOf(events: readonly LedgerEvent[]): string | undefined {
  return events.toSorted((a, b) => b.at - a.at).find(({ traceId }) => traceId !== undefined)?.traceId;
}

/** A page of which the newest visit says that its article, which is in the library still, is no more. */
export interface Doubt {
  readonly articleId: string;
  readonly reason: DropReason;
  /** Version of the visit that said so first, as far as the ledger knows. */
  readonly since: number;
  /** Id of the article to which the address leads now. */
  readonly leadsTo?: string | undefined;
}

function isDropReason(reason: string | undefined): reason is DropReason {
  return reason !== undefined && withdrawals[reason] !== undefined;
}

/**
 * What the ledger says against the article of an item; undefined where there is none in the library, or
 * nothing is said.
 */
export function doubtOf(events: readonly LedgerEvent[]): Doubt | undefined {
  const articleId = heldArticleOf(events);
  const current = foldFate(events);
  if (
    articleId === undefined ||
    current === undefined ||
    current.stage === 'index' ||
    !isDropReason(current.reason)
  )
    return undefined;
  return { articleId, reason: current.reason, since: current.version, leadsTo: current.leadsTo };
}
