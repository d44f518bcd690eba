import {
  doubtOf,
  heldArticleOf,
  withdrawals,
  type Doubt,
  type FetchItem,
  type HeldArticle,
  type LedgerEvent,
  type Moment,
  type FetchSettlement,
  type Source,
  type Visit,
  type VisitKnown,
  type VisitQuestion,
} from '@newsmill/contracts';
import { sightingsKey, withSighting } from './host-sightings.ts';
import { isPublished, nextRevisit } from './page-life.ts';
import {
  absenceQuestion,
  decideAbsence,
  isUnderWay,
  proofMs,
  sightingsAge,
  type Absent,
} from './read-gone.ts';
import { settle } from './settle-visit.ts';
import type { FetchPolicy } from './visit.ts';

interface Present {
  readonly item: FetchItem;
  readonly source: Source;
  readonly policy: FetchPolicy;
  readonly moment: Moment;
}

/**
 * The settlement after a page that is handed on: once it may have become of something, the ledger is looked
 * at, before the publisher is asked again. What the page turns out to be is not known yet.
 */
function lookedAfter(
  { item, policy, moment }: Present,
  settlement: FetchSettlement,
  mostMs = Infinity,
): FetchSettlement {
  const lookAfter = Math.round(moment.now + Math.min(mostMs, proofMs(policy)));
  if (settlement.dueAt !== null && settlement.dueAt <= lookAfter) return settlement;
  return { ...settlement, dueAt: lookAfter, data: { ...settlement.data, lookAfter, lookStamp: item.stamp } };
}

function withHeld(visit: Visit, held: HeldArticle): Visit {
  return visit.page === undefined ? visit : { ...visit, page: { ...visit.page, held } };
}

/** A page that was there, and nothing was said against its article before. */
function there(given: Present, visit: Visit, known: VisitKnown): Visit {
  const { item, moment } = given;
  const key = sightingsKey(item.host);
  const seen =
    item.fetchedAt === 0
      ? []
      : [{ key, value: withSighting(known.values.get(key), false), expiresAt: moment.now + sightingsAge }];
  const articleId = heldArticleOf(known.events);
  const held =
    articleId === undefined
      ? visit
      : withHeld(visit, { articleId, mayLeave: false, why: 'asked again before the article goes' });
  const settlement = visit.page === undefined ? visit.settlement : lookedAfter(given, visit.settlement);
  return { ...held, settlement, remember: [...(visit.remember ?? []), ...seen] };
}

/**
 * A page whose last visit was no article any more: unchanged, it is away; changed, the stage that reads it is
 * told what to do should it be none again.
 */
function doubted(given: Present, visit: Visit, known: VisitKnown, doubt: Doubt): Visit {
  const { reason, leadsTo, articleId } = doubt;
  const absent: Absent = {
    ...given,
    found: `the page says again: ${reason}`,
    reason,
    leadsTo,
    isFinal: withdrawals[reason] === 'at-once',
  };
  const decided = decideAbsence(absent, known);
  if (visit.page === undefined) return decided;
  const mayLeave = decided.gone !== undefined;
  const { goneSince, goneLooks, lastError } = decided.settlement.data;
  const held = withHeld(visit, {
    articleId,
    mayLeave,
    why: mayLeave ? absent.found : (lastError ?? decided.fate?.detail ?? ''),
  });
  const { settlement } = held;
  return {
    ...held,
    settlement: lookedAfter(given, { ...settlement, data: { ...settlement.data, goneSince, goneLooks } }),
    remember: [...(visit.remember ?? []), ...(decided.remember ?? [])],
    ...(decided.kept === undefined ? {} : { kept: decided.kept }),
  };
}

/** Soon enough for whoever waits for the article, and late enough for the stage that reads the page. */
const choiceMs = 60_000;

/** The first visit to a page: where rules judge what it says, the ledger is looked at for what they came to. */
function withChoiceWatched(given: Present, visit: Visit): Visit {
  if (visit.page?.choice === undefined) return visit;
  return { ...visit, settlement: lookedAfter(given, visit.settlement, choiceMs) };
}

/** What follows from a visit to a page that was there (200, 304), by what the ledger says of its article. */
export function readPresence(given: Present, visit: Visit): Visit | VisitQuestion {
  if (!isPublished(given.item)) return withChoiceWatched(given, visit);
  return {
    ...absenceQuestion(given),
    answer(known) {
      const doubt = doubtOf(known.events);
      return doubt === undefined ? there(given, visit, known) : doubted(given, visit, known, doubt);
    },
  };
}

/**
 * Whether the item is due only for a look at the ledger: not where a channel has said something new of it
 * while it waited for that.
 */
export function isLookDue({ dueAt, stamp, data }: FetchItem): boolean {
  if (dueAt === null || data.lookAfter !== dueAt) return false;
  // That another channel names it for the first time is nothing new of it.
  const words = stamp.split(' ');
  return (data.lookStamp ?? stamp).split(' ').every((word) => words.includes(word));
}

/**
 * How such an item is settled without a request; undefined where the ledger says something against its
 * article, so that the publisher is asked again.
 */
export function settleLook(
  item: FetchItem,
  events: readonly LedgerEvent[],
  policy: FetchPolicy,
  moment: Moment,
): FetchSettlement | undefined {
  if (doubtOf(events) !== undefined) return undefined;
  const lookAfter = isUnderWay(item, events) ? Math.round(moment.now + proofMs(policy)) : undefined;
  return settle(item, moment, {
    dueAt: lookAfter ?? nextRevisit(item, policy, moment.now),
    data: { lookAfter, lookStamp: item.stamp },
  });
}

/**
 * An end of an item whose article, where it has one in the library, stays: what stays is called indexed, with
 * the reason.
 */
export function withArticleKept(item: FetchItem, end: Visit): Visit | VisitQuestion {
  if (!isPublished(item)) return end;
  return {
    values: [],
    items: [],
    events: true,
    answer({ events }) {
      const articleId = heldArticleOf(events);
      if (articleId === undefined || end.fate === undefined) return end;
      return {
        ...end,
        fate: {
          ...end.fate,
          fate: 'indexed',
          articleId,
          detail: `${end.fate.detail ?? end.fate.reason ?? ''}; the article of an earlier visit stays`,
        },
      };
    },
  };
}
