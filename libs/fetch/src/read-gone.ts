import {
  finalFates,
  foldFate,
  type FrontierItem,
  type LedgerEvent,
  type Moment,
  type Source,
  type Visit,
  type VisitKnown,
  type VisitQuestion,
} from '@newsmill/contracts';
import { channelKey } from './frontier-items.ts';
import { isHostSound, sightingsKey, withSighting } from './host-sightings.ts';
import { isPublished, nextRevisit } from './page-life.ts';
import { settle } from './settle-visit.ts';
import type { FetchPolicy } from './visit.ts';

const day = 86_400_000;
const hour = 3_600_000;
/** Longest wait before a page that is away, but whose article stays, is asked for again. */
const longestWait = 30 * day;
/** Sightings of a host that nothing was asked of are forgotten after this. */
const sightingsAge = 60 * day;

interface Case {
  readonly item: FrontierItem;
  readonly source: Source;
  readonly status: number;
  readonly policy: FetchPolicy;
  readonly moment: Moment;
}
/** What is known of an absence: since when, and how often it was looked at before. */
interface Absence {
  readonly since: number;
  readonly looks: number;
}

function numberOf(value: unknown): number | undefined {
  return typeof value === 'number' ? value : undefined;
}

function absenceOf({ item, moment }: Case): Absence {
  return {
    since: numberOf(item.data['goneSince']) ?? moment.now,
    looks: numberOf(item.data['goneLooks']) ?? 0,
  };
}

/** The article that came of the item and is in the library by the ledger. */
function articleOf(events: readonly LedgerEvent[]): string | undefined {
  return events.find(({ stage, fate }) => stage === 'index' && fate === 'indexed')?.articleId;
}

/** Whether the ledger has not heard of the last page yet, or that page is still on its way to the library. */
function isUnderWay(item: FrontierItem, events: readonly LedgerEvent[]): boolean {
  const current = foldFate(events);
  const newest = Math.max(item.fetchedAt, numberOf(item.data['fallbackAt']) ?? 0);
  if (current === undefined || current.version < newest) return true;
  // A visit that is being tried again speaks of no page.
  return (
    !finalFates.has(current.fate) &&
    current.fate !== 'waiting' &&
    !(current.stage === 'fetch' && current.fate === 'retrying')
  );
}

/** How long a 404 must last before it is believed: as long as the last rung of the retry ladder. */
function proofMs(policy: FetchPolicy): number {
  return policy.retryLadder.at(-1) ?? hour;
}

/** The page stays away, the article stays for now; the page is asked for again at growing intervals. */
function held(given: Case, absence: Absence, why: string, kept: boolean): Visit {
  const { item, policy, moment, status } = given;
  const wait =
    Math.min(longestWait, proofMs(policy) * 2 ** Math.min(absence.looks, 30)) * (1 + moment.chance / 4);
  const data = {
    goneSince: absence.since,
    goneLooks: absence.looks + 1,
    lastError: `answered ${status}; ${why}`,
  };
  return {
    settlement: settle(item, moment, { dueAt: Math.round(moment.now + wait), data }),
    found: [],
    ...(kept ? { kept: why } : {}),
  };
}

/** The item is gone. Its validators go too: a page that comes back must be sent whole. */
function gone(
  { item, policy, moment, status }: Case,
  article?: { readonly id?: string | undefined; readonly isKept?: boolean },
): Visit {
  const detail = `answered ${status}${article?.isKept === true ? '; the article stays (onGone: keep)' : ''}`;
  const dueAt = status === 410 || !isPublished(item) ? null : nextRevisit(item, policy, moment.now);
  const data = {
    etag: undefined,
    lastModified: undefined,
    contentHash: undefined,
    lastError: undefined,
    goneSince: undefined,
    goneLooks: undefined,
  };
  const visit: Visit = {
    settlement: settle(item, moment, { dueAt, data }),
    fate: { fate: 'gone', reason: 'gone', detail },
    found: [],
  };
  return article?.id === undefined || article.isKept === true
    ? visit
    : { ...visit, gone: { articleId: article.id, detail } };
}

function hasAnswered(channels: VisitKnown['items'], since: number): boolean {
  return channels.some((channel) => (numberOf(channel?.data['lastSuccessAt']) ?? 0) >= since);
}

function decide(given: Case, known: VisitKnown, sightings: string): Visit {
  const { item, source, status, policy, moment } = given;
  const absence = absenceOf(given);
  if (isUnderWay(item, known.events))
    return held(given, absence, 'its last version is still on its way to the library', false);
  const id = articleOf(known.events);
  if (id === undefined) return gone(given);
  if (status !== 410 && moment.now - absence.since < proofMs(policy))
    return held(given, absence, 'asked again before the article goes', false);
  if (status !== 410 && !hasAnswered(known.items, absence.since))
    return held(given, absence, 'no channel of the source has answered since', true);
  if (source.onGone === 'keep') return gone(given, { id, isKept: true });
  if (!isHostSound(sightings)) return held(given, absence, 'most known pages of the host are away', true);
  return gone(given, { id });
}

/**
 * What follows from 404 or 410. A page that never became an article is gone at once. An article goes at once with a 410; with a 404
 * when that has lasted, and a channel of its source has answered meanwhile; and never while most known pages of its host are away.
 */
export function readGone(given: Case): Visit | VisitQuestion {
  const { item, source } = given;
  if (!isPublished(item)) return gone(given);
  const key = sightingsKey(item.host);
  return {
    values: [key],
    items: source.channels.map(({ url }) => channelKey(source.id, url)),
    events: true,
    answer(known) {
      // However often it is asked for, a page that stays away is one page.
      const wasThere = absenceOf(given).looks === 0 && foldFate(known.events)?.fate !== 'gone';
      const before = known.values.get(key) ?? '';
      const sightings = wasThere ? withSighting(before, true) : before;
      return {
        ...decide(given, known, sightings),
        remember: [{ key, value: sightings, expiresAt: given.moment.now + sightingsAge }],
      };
    },
  };
}

/** A visit to a known page that was there: the host is remembered as one that answers. */
export function withPageThere(item: FrontierItem, visit: Visit, now: number): Visit | VisitQuestion {
  if (item.fetchedAt === 0) return visit;
  const key = sightingsKey(item.host);
  return {
    values: [key],
    items: [],
    events: false,
    answer: (known) => ({
      ...visit,
      remember: [
        ...(visit.remember ?? []),
        { key, value: withSighting(known.values.get(key), false), expiresAt: now + sightingsAge },
      ],
    }),
  };
}
