import { foldFate, type FetchItem, type LedgerEvent } from '@newsmill/contracts';
import { nextRevisit } from '../visit/page-life.ts';
import type { FetchPolicy } from '../visit/visit.ts';

/** Fates of the fetch stage after which an item is still to be fetched. */
const unfinished: ReadonlySet<string> = new Set(['waiting', 'retrying', 'replayed']);

/** Version of the newest page that was fetched with success; 0 when there is none. */
function fetchedAtOf(events: readonly LedgerEvent[]): number {
  return events.reduce(
    (newest, event) =>
      event.stage === 'discover' || (event.stage === 'fetch' && event.fate !== 'passed')
        ? newest
        : Math.max(newest, event.version),
    0,
  );
}

/**
 * When a page is to be fetched next, as far as the ledger events of its item tell: what has not been fetched
 * is due now, what has been waits for its next revisit.
 */
export function scheduleOf(
  events: readonly LedgerEvent[],
  policy: Pick<FetchPolicy, 'revisits'>,
  now: number,
): Pick<FetchItem, 'dueAt' | 'attempt' | 'fetchedAt'> {
  const current = foldFate(events.filter(({ stage }) => stage === 'discover' || stage === 'fetch'));
  const fetchedAt = fetchedAtOf(events);
  if (current === undefined) return { dueAt: null, attempt: 0, fetchedAt };
  if (unfinished.has(current.fate))
    return { dueAt: now, attempt: current.fate === 'retrying' ? current.attempt + 1 : 0, fetchedAt };
  return {
    dueAt: current.fate === 'passed' ? nextRevisit(current, policy, now) : null,
    attempt: 0,
    fetchedAt,
  };
}
