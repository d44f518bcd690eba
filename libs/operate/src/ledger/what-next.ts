import {
  dropReasons,
  fates,
  rejectReasons,
  stageNames,
  type FrontierItem,
  type LedgerEvent,
} from '@newsmill/contracts';

function reasonText(reason: string | undefined): string {
  if (reason === undefined) return '';
  const known = Object.entries({ ...dropReasons, ...rejectReasons }).find(([name]) => name === reason)?.[1];
  return known === undefined ? ` (${reason})` : ` ${known}`;
}

/** The fate of an item in a sentence, with its reason. */
export function meaningOf(event: LedgerEvent): string {
  const said =
    event.fate === 'indexed' && event.reason !== undefined
      ? 'The article of an earlier visit is in the library; the latest visit gave none.'
      : fates[event.fate];
  return `${said}${reasonText(event.reason)}`;
}

/** What happens next to an item, where that is one sentence for all. */
export const itemSteps = {
  nothing: 'Nothing; the item is finished.',
  again: 'The page is requested again, in case it has changed.',
  fetched: 'It is being fetched now, or is about to be.',
  turn: 'It is fetched when its turn comes: one page at a time from each host.',
  dead: 'Nothing by itself. Remove the cause, then replay the dead letter.',
} as const;

/** What happens next to an item, and when, where a time is planned. */
export function whatNext(
  event: LedgerEvent,
  item: FrontierItem | undefined,
): { readonly next: string; readonly nextAt?: number } {
  const dueAt = item?.dueAt ?? undefined;
  const revisit =
    dueAt === undefined ? { next: itemSteps.nothing } : { next: itemSteps.again, nextAt: dueAt };
  switch (event.fate) {
    case 'waiting':
      return dueAt === undefined ? { next: itemSteps.fetched } : { next: itemSteps.turn, nextAt: dueAt };
    case 'retrying':
      return {
        next: `The ${event.stage} stage tries again by itself.`,
        ...(event.stage === 'fetch' && dueAt !== undefined ? { nextAt: dueAt } : {}),
      };
    case 'passed':
      if (event.extension !== undefined)
        return {
          next: `It waits for the extension ${event.extension}, and goes on when that answers; newsmill processes says whether it does.`,
        };
      return { next: `The ${stageNames[stageNames.indexOf(event.stage) + 1] ?? 'next'} stage handles it.` };
    case 'replayed':
      return { next: `It is on its way to the ${event.stage} stage again.` };
    case 'dead':
      return { next: itemSteps.dead };
    default:
      return revisit;
  }
}
