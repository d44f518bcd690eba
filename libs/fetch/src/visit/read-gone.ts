import {
  doubtOf,
  fateOfDrop,
  finalFates,
  foldFate,
  heldArticleOf,
  type DropReason,
  type FetchItem,
  type ItemMemory,
  type LedgerEvent,
  type Moment,
  type Source,
  type Visit,
  type VisitKnown,
  type VisitQuestion,
} from '@newsmill/contracts';
import { channelKey } from './frontier-items.ts';
import { isHostSound, sightingsKey, withSighting } from './host-sightings.ts';
import { isPublished, nextRevisit, versionOf } from './page-life.ts';
import { settle } from './settle-visit.ts';
import type { FetchPolicy } from './visit.ts';

const day = 86_400_000;
const hour = 3_600_000;
/** Longest wait before a page that is away, but whose article stays, is asked for again. */
const longestWait = 30 * day;
/** Sightings of a host that nothing was asked of are forgotten after this. */
export const sightingsAge = 60 * day;

/** A visit to a page whose article may have to go. */
export interface Absent {
  readonly item: FetchItem;
  readonly source: Source;
  /** What was found, such as `answered 404`. */
  readonly found: string;
  readonly reason: DropReason;
  /** Whether it is believed at once. */
  readonly isFinal: boolean;
  /** Id of the article to which the address leads now. */
  readonly leadsTo?: string | undefined;
  readonly policy: FetchPolicy;
  readonly moment: Moment;
}
/** What is known of an absence: since when, and how often it was looked at before. */
interface Absence {
  readonly since: number;
  readonly looks: number;
}

function absenceOf({ item, moment }: Absent, events: readonly LedgerEvent[]): Absence {
  return {
    since: item.data.goneSince ?? doubtOf(events)?.since ?? moment.now,
    looks: item.data.goneLooks ?? 0,
  };
}

/**
 * Whether something of the item was handed on. A visit that was killed before it was settled is known to the
 * ledger alone.
 */
function isHandedOn(item: FetchItem, events: readonly LedgerEvent[]): boolean {
  return (
    isPublished(item) ||
    events.some(({ stage, fate }) => (stage === 'fetch' ? fate === 'passed' : stage !== 'discover'))
  );
}

/** Whether the ledger has not heard of the last page yet, or that page is still on its way to the library. */
export function isUnderWay(item: FetchItem, events: readonly LedgerEvent[]): boolean {
  const current = foldFate(events);
  const newest = Math.max(item.fetchedAt, item.data.fallbackAt ?? 0);
  if (current === undefined || current.version < newest) return true;
  // A visit that is being tried again speaks of no page.
  return (
    !finalFates.has(current.fate) &&
    current.fate !== 'waiting' &&
    !(current.stage === 'fetch' && current.fate === 'retrying')
  );
}

/** How long a 404 must last before it is believed: as long as the last rung of the retry ladder. */
export function proofMs(policy: Pick<FetchPolicy, 'retryLadder'>): number {
  return policy.retryLadder.at(-1) ?? hour;
}

/** The page stays away, the article stays for now; the page is asked for again at growing intervals. */
function held({ item, policy, moment, found }: Absent, absence: Absence, why: string, kept: boolean): Visit {
  const wait =
    Math.min(longestWait, proofMs(policy) * 2 ** Math.min(absence.looks, 30)) * (1 + moment.chance / 4);
  const data: ItemMemory = {
    goneSince: absence.since,
    goneLooks: absence.looks + 1,
    lastError: `${found}; ${why}`,
  };
  return {
    settlement: settle(item, moment, { dueAt: Math.round(moment.now + wait), data }),
    found: [],
    ...(kept ? { kept: why } : {}),
  };
}

/** The item is gone. Its validators go too: a page that comes back must be sent whole. */
function gone(
  { item, policy, moment, found, reason, isFinal, leadsTo }: Absent,
  article?: { readonly id: string; readonly isKept?: boolean },
): Visit {
  const detail = `${found}${article?.isKept === true ? '; the article stays (onGone: keep)' : ''}`;
  const dueAt =
    (isFinal && reason === 'gone') || !isPublished(item) ? null : nextRevisit(item, policy, moment.now);
  const data: ItemMemory = {
    etag: undefined,
    lastModified: undefined,
    contentHash: undefined,
    lastError: undefined,
    goneSince: undefined,
    goneLooks: undefined,
    lookAfter: undefined,
    toldAt: versionOf(item, moment.now),
  };
  const settlement = settle(item, moment, { dueAt, data });
  // What stays in the library is called indexed, whatever its page has become.
  if (article?.isKept === true)
    return { settlement, fate: { fate: 'indexed', reason, detail, articleId: article.id }, found: [] };
  const visit: Visit = {
    settlement,
    fate: { fate: fateOfDrop(reason), reason, detail, articleId: leadsTo },
    found: [],
  };
  return article === undefined
    ? visit
    : { ...visit, gone: { articleId: article.id, detail, reason, movedTo: leadsTo } };
}

function hasAnswered(channels: VisitKnown['items'], since: number): boolean {
  return channels.some((channel) => (channel?.data.lastSuccessAt ?? 0) >= since);
}

function decide(given: Absent, known: VisitKnown, sightings: string): Visit {
  const { item, source, isFinal, reason, policy, moment } = given;
  const absence = absenceOf(given, known.events);
  if (isUnderWay(item, known.events))
    return held(given, absence, 'its last version is still on its way to the library', false);
  const id = heldArticleOf(known.events);
  if (id === undefined) return gone(given);
  if (!isFinal && moment.now - absence.since < proofMs(policy))
    return held(given, absence, 'asked again before the article goes', false);
  if (!isFinal && !hasAnswered(known.items, absence.since))
    return held(given, absence, 'no channel of the source has answered since', true);
  // Who asks not to be found is no publisher who deletes: keeping what he deletes is another wish.
  if (source.onGone === 'keep' && reason !== 'denied-by-page') return gone(given, { id, isKept: true });
  if (reason !== 'denied-by-page' && !isHostSound(sightings))
    return held(given, absence, 'most known pages of the host are away', true);
  return gone(given, { id });
}

/** Whether the last visit found the page away already. */
function wasAway(events: readonly LedgerEvent[]): boolean {
  const current = foldFate(events);
  return current?.fate === 'gone' || (current?.stage === 'fetch' && current.fate === 'indexed');
}

/** What follows from an absence by what the state knows; its host is remembered as one whose page is away. */
export function decideAbsence(given: Absent, known: VisitKnown): Visit {
  const key = sightingsKey(given.item.host);
  // However often it is asked for, a page that stays away is one page.
  const wasThere = absenceOf(given, known.events).looks === 0 && !wasAway(known.events);
  const before = known.values.get(key) ?? '';
  const sightings = wasThere ? withSighting(before, true) : before;
  return {
    ...decide(given, known, sightings),
    remember: [{ key, value: sightings, expiresAt: given.moment.now + sightingsAge }],
  };
}

/** What must be known to judge an absence. */
export function absenceQuestion({
  item,
  source,
}: Pick<Absent, 'item' | 'source'>): Omit<VisitQuestion, 'answer'> {
  return {
    values: [sightingsKey(item.host)],
    items: source.channels.map(({ url }) => channelKey(source.id, url)),
    events: true,
  };
}

/**
 * What follows when a page is away (404, 410, no web page any more). One of which nothing was handed on, as
 * the ledger says when it has heard of everything before this visit, ends at once, as `never` says or as gone. An
 * article goes at once with a 410; else when that has lasted, and a
 * channel of its source has answered meanwhile; and never while most known pages of its host are away.
 */
export function readGone(given: Absent, never: Visit = gone(given)): VisitQuestion {
  const { item, moment } = given;
  return {
    ...absenceQuestion(given),
    ...(isPublished(item) ? {} : { heardSince: moment.now }),
    answer(known) {
      if (isHandedOn(item, known.events)) return decideAbsence(given, known);
      if (known.isHeard) return never;
      return held(
        given,
        absenceOf(given, known.events),
        'the ledger is behind, and may yet hear of it',
        false,
      );
    },
  };
}
