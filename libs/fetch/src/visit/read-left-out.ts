import { FeedEntry, type FetchItem, type Moment, type Source, type Visit } from '@newsmill/contracts';
import { factsOfEntry, leavingRule } from '@newsmill/text';
import { choiceOf } from '../sources/choice-of.ts';
import { contentKey } from './fall-back-to-entry.ts';
import { isPublished } from './page-life.ts';
import { settle } from './settle-visit.ts';

/** The rule that leaves a page out by what its channel says of it; undefined where none does, or not yet. */
export function ruleAgainst(
  { url, firstSeen, data }: Pick<FetchItem, 'url' | 'firstSeen' | 'data'>,
  source: Source,
): string | undefined {
  const entry = FeedEntry.safeParse(data.entry).data;
  const choice = choiceOf(source, entry);
  return choice === undefined ? undefined : leavingRule(choice, factsOfEntry(entry, url, firstSeen), false);
}

/** Whether a page was handed on of a source whose rules may leave it out by what the page itself says. */
export function mayBeLeftOut(item: FetchItem, source: Source | undefined): boolean {
  if (source === undefined || item.kind !== 'page' || item.fetchedAt === 0) return false;
  return choiceOf(source, FeedEntry.safeParse(item.data.entry).data) !== undefined;
}

/**
 * What follows for a page that a rule of its source leaves out by what its channel says of it; undefined where
 * none does. It rests until the channel says something else of it. What was handed on before is not asked about:
 * rules are for what is new.
 */
export function readLeftOut(item: FetchItem, source: Source, moment: Moment): Visit | undefined {
  const rule = item.kind === 'page' && !isPublished(item) ? ruleAgainst(item, source) : undefined;
  if (rule === undefined) return undefined;
  return {
    settlement: settle(item, { ...moment, delayMs: 0 }, { data: { lastError: undefined } }),
    fate: { fate: 'dropped', reason: 'left-out', detail: rule },
    found: [],
    remember: [{ key: contentKey(item.key), value: null }],
  };
}
