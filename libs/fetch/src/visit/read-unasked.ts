import type { FetchItem, Moment, Source, Visit, VisitQuestion } from '@newsmill/contracts';
import { readLeftOut } from './read-left-out.ts';
import { entryAlone, readEntryVisit } from './read-entry-visit.ts';

/** What follows for an item of which no publisher is asked; undefined where there is something to ask for. */
export function readUnasked(
  item: FetchItem,
  source: Source,
  moment: Moment,
): Visit | VisitQuestion | undefined {
  const leftOut = readLeftOut(item, source, moment);
  if (leftOut !== undefined) return leftOut;
  const entry = entryAlone(item, source);
  return entry === undefined ? undefined : readEntryVisit(item, entry, { source, moment });
}
