import type { SourceBraked } from '@newsmill/runtime';
import {
  articlesInWords,
  dropReasons,
  rejectReasons,
  sourceStateNames,
  type DriftAlarm,
  type PaywallCount,
  type Source,
  type SourceState,
} from '@newsmill/contracts';
import type { Outcomes, SourceCounts } from './count-outcomes.ts';
import { spanWords, timeWords } from './sentences.ts';
import type { ChannelView, Judgement, UseView } from './source-view.ts';
import { waitWords } from './view-use.ts';

type Judged = Judgement<SourceState>;

/** What a source is judged from. */
export interface SourceFacts {
  readonly source: Pick<Source, 'id' | 'enabled'> & Partial<Pick<Source, 'headers' | 'feedOnly'>>;
  readonly channels: readonly ChannelView[];
  /** Until when its pages are not processed, because they cost too much. */
  readonly brake: Pick<SourceBraked, 'until' | 'strikes'> | undefined;
  /** What was used of it today. */
  readonly today?: UseView | undefined;
  readonly counts: Pick<SourceCounts, 'recent' | 'before' | 'latest' | 'earlier' | 'indexed'> & {
    /** Articles that another source told of first, where they are known. */
    readonly shared?: number | undefined;
  };
  /** The alarm that stands since its articles differ from those before. */
  readonly alarm?: DriftAlarm | undefined;
  /** What is so of most of its newest articles. */
  readonly paywall?: Pick<PaywallCount, 'site' | 'marked' | 'of' | 'words'> | undefined;
  readonly now: number;
}

/**
 * Finished items in a row of which none became an article, before anybody is told so: fewer where their reason is
 * a wall or a refusal, which explains itself.
 */
const fewestFinished = 5;
const fewestExplained = 3;
/** Items that tell what share of the pages of a source usually becomes articles. */
const enoughEarlier = 10;
/** A row without an article has another cause than chance where chance gives it less often than this. */
const chance = 0.001;
/** Finished items before and now, from which on their shares of articles are compared. */
const enoughBefore = 50;
const enoughNow = 20;
/** A share of articles that fell below so much of what it was has another cause than chance. */
const fallen = 0.25;

const doctor = 'Run `newsmill sources doctor ID`: it asks for a page now and names the cause.';
const lookAtPage =
  'Run `newsmill extract URL` with a page of it: it shows what is read and why; rules of the source file help where the page is built unusually.';

/** What the most frequent reason of pages that became no articles means for their source. */
const byReason: Readonly<Record<string, { readonly state: SourceState; readonly next: string }>> = {
  'denied-by-robots': {
    state: 'blocked',
    next: 'robots.txt forbids the pages: get permission of the publisher and then set robots: ignore in the source file, or switch the source off.',
  },
  'denied-by-page': {
    state: 'blocked',
    next: 'The pages say noindex: get permission of the publisher and then set robots: robots-txt in the source file, or switch the source off.',
  },
  'not-article-login': {
    state: 'blocked',
    next: 'Put the access that you have into headers of the source file, or switch the source off.',
  },
  'not-article-consent': { state: 'blocked', next: doctor },
  'not-article-challenge': {
    state: 'blocked',
    next: 'Ask the publisher to let this crawler through, by its user agent or the address of this machine; a channel with the full text needs no pages (feedOnly: true in the source file).',
  },
  'not-article-javascript': {
    state: 'drifting',
    next: 'The mill runs no scripts: use a channel with the full text and set feedOnly: true in the source file, or another channel of the publisher.',
  },
  'not-article-parked': {
    state: 'gone',
    next: 'Find out where the publication went and change url in the source file, or switch the source off (enabled: false).',
  },
  'bad-answer': { state: 'blocked', next: doctor },
  'tries-exhausted': { state: 'failing', next: doctor },
  'address-blocked': { state: 'invalid', next: doctor },
};

function meaningOf(reason: string): string {
  const meanings: Readonly<Record<string, string>> = { ...dropReasons, ...rejectReasons };
  return Object.hasOwn(meanings, reason) ? (meanings[reason] ?? reason) : reason;
}

const shareOf = ({ articles, finished }: Outcomes) => articles / Math.max(finished, 1);

/** Whether the newest items became no articles, and more of them than chance explains. */
function isBarren({ latest, earlier }: SourceFacts['counts']): boolean {
  const fewest = byReason[latest.reasons[0]?.reason ?? ''] === undefined ? fewestFinished : fewestExplained;
  if (latest.finished < fewest) return false;
  if (earlier.finished < enoughEarlier) return true;
  // Laplace's rule of succession: no share is taken for 0 or 1.
  const share = (earlier.articles + 1) / (earlier.finished + 2);
  return (1 - share) ** latest.finished < chance;
}

/** Pages come, but become no articles, or far fewer than before. */
function driftOf(counts: SourceFacts['counts']): Judged | undefined {
  const { recent, before, latest } = counts;
  const barren = isBarren(counts);
  const isFallen =
    before.finished >= enoughBefore &&
    recent.finished >= enoughNow &&
    shareOf(recent) < fallen * shareOf(before);
  const [top] = barren ? latest.reasons : recent.reasons;
  if (top === undefined || (!barren && !isFallen)) return undefined;
  const { state, next } = byReason[top.reason] ?? { state: 'drifting', next: lookAtPage };
  const became = barren
    ? `The last ${latest.finished} pages, since ${timeWords(latest.since)}, gave no article`
    : `${recent.finished} pages of the last seven days gave ${recent.articles} ${recent.articles === 1 ? 'article' : 'articles'}, where it was ${Math.round(100 * shareOf(before))} in a hundred before`;
  return {
    state,
    reason: `${became}; ${top.count} of them ended as ${top.reason}: ${meaningOf(top.reason)}`,
    next,
  };
}

/** Articles come, but differ from those before as if the layout of the pages had broken. */
function alarmOf({ source, alarm }: SourceFacts): Judged | undefined {
  if (alarm === undefined) return undefined;
  const held = alarm.isHolding
    ? ' Articles of which too little can be read are held back (flag quarantined); their pages are in the archive.'
    : '';
  return {
    state: 'drifting',
    reason: `Since ${timeWords(alarm.since)}: ${alarm.says}${held}`,
    next: alarm.isHolding
      ? `${lookAtPage} Then run \`newsmill reprocess --from-archive --source ${source.id} --query flag:quarantined\`: it mends what was held back.`
      : lookAtPage,
  };
}

/** A channel lists far fewer entries than it used to. */
function listDriftOf(channels: readonly ChannelView[]): Judged | undefined {
  const drifting = channels.find(({ state }) => state === 'drifting');
  if (drifting === undefined) return undefined;
  return asOf(drifting, channels.length === 1 ? '' : `${drifting.url}: `);
}

function worstOf(channels: readonly ChannelView[]): ChannelView | undefined {
  return channels.toSorted(
    (a, b) => sourceStateNames.indexOf(a.state) - sourceStateNames.indexOf(b.state),
  )[0];
}

/** The judgement of one channel for its source. */
function asOf({ state, reason, next, line }: ChannelView, before = ''): Judged {
  return {
    state,
    reason: `${before}${reason}`,
    ...(next === undefined ? {} : { next }),
    ...(line === undefined ? {} : { line }),
  };
}

const faulty: ReadonlySet<SourceState> = new Set<SourceState>(['blocked', 'gone', 'invalid', 'failing']);

/** Finished items of which so great a part asks for a login, or is marked for subscribers, are most. */
const mostOfAll = 0.8;
/** Headers by which a subscriber shows himself. */
const accessHeader = /cookie|auth|token|key/i;
const openPaywall =
  'Where the publisher has a feed with the full text, use that (feedOnly: true in the source file requests no pages). If you have a subscription, put its cookie or token into headers of the source file, as a secret: ${NEWSMILL_SECRET_NAME}. Else leave it so: the teasers are articles, and the query `-paywalled:true` leaves them out of a search.';

/**
 * What is behind a paywall of a source as a whole, with what its keeper can do. It delivers what its publisher
 * gives, so that is no state of its own.
 */
function paywallOf({ source, counts: { recent }, paywall }: SourceFacts): Pick<Judged, 'next'> & {
  readonly says: string;
} {
  const marked =
    paywall === undefined
      ? ''
      : ` ${paywall.marked} of its newest ${paywall.of} articles on ${paywall.site} are marked for subscribers, and half of these have ${paywall.words} words or fewer.`;
  const logins = recent.reasons.find(({ reason }) => reason === 'not-article-login')?.count ?? 0;
  const behind = logins + (paywall === undefined ? 0 : recent.articles);
  const isMost = logins > 0 && recent.finished >= enoughEarlier && behind >= mostOfAll * recent.finished;
  const left = isMost
    ? ` ${logins} of ${recent.finished} pages of the last seven days ask for a login and became no article.`
    : '';
  const says = `${marked}${left}`;
  const hasAccess =
    source.feedOnly === true || Object.keys(source.headers ?? {}).some((name) => accessHeader.test(name));
  return says === '' || hasAccess ? { says } : { says, next: openPaywall };
}

/** What arrives where nothing is wrong. */
function deliveryOf(facts: SourceFacts): Judged {
  const { channels, counts, now } = facts;
  const { recent, shared = 0 } = counts;
  const delivering = channels.filter(({ state }) => state === 'delivering');
  const silent = channels.filter(({ state }) => state === 'silent').length;
  const [only] = channels;
  const first =
    channels.length === 1 && only !== undefined
      ? only.reason
      : delivering.length === channels.length
        ? `All ${channels.length} channels deliver.`
        : `${delivering.length} of ${channels.length} channels deliver${silent === 0 ? '' : `, ${silent} ${silent === 1 ? 'is' : 'are'} silent`}.`;
  const newest = Math.max(0, ...channels.map(({ lastNewAt = 0 }) => lastNewAt));
  const last = newest === 0 ? '' : ` Last new entry ${spanWords(now - newest)} ago.`;
  const articles =
    recent.finished === 0
      ? ''
      : ` ${recent.articles} of ${recent.finished} pages of the last seven days became articles.`;
  const told = shared === 0 ? '' : ` It has ${articlesInWords(counts)}.`;
  const { says, next } = paywallOf(facts);
  return {
    state: 'delivering',
    reason: `${first}${last}${articles}${told}${says}`,
    ...(next === undefined ? {} : { next }),
  };
}

/**
 * The state of a source by what arrives from it, with what shows it and what can be done. Pure: the same
 * facts give the same judgement.
 */
export function judgeSource(facts: SourceFacts): Judged {
  const { source, channels, brake, counts, today } = facts;
  if (!source.enabled) return { state: 'off', reason: 'Switched off in its file (enabled: false).' };
  const bad = channels.filter(({ state }) => faulty.has(state));
  const worst = worstOf(bad);
  if (worst !== undefined && bad.length === channels.length) return asOf(worst);
  if (brake !== undefined)
    return {
      state: 'waiting',
      reason: `Braked until ${timeWords(brake.until)}${brake.strikes > 1 ? ` after ${brake.strikes - 1} trials` : ''}: page after page took too long to process, so its pages wait.`,
      next: 'Nothing at once: a page is tried then; `newsmill sources lift ID` lifts the brake now. If it lasts, see Failures in docs/troubleshoot.md.',
    };
  const wait = waitWords(today);
  if (wait !== undefined)
    return {
      state: 'waiting',
      reason: wait,
      next: 'Nothing, if that is as you want it. `newsmill sources lift ID` lifts its quotas for today; where it needs more every day, raise `quota` in its file.',
    };
  const drift = driftOf(counts) ?? alarmOf(facts) ?? listDriftOf(channels);
  if (drift !== undefined) return drift;
  if (worst !== undefined)
    return {
      ...asOf(worst, `${bad.length} of ${channels.length} channels fail. ${worst.url}: `),
      state: 'degraded',
    };
  const polled = channels.filter(({ state }) => state !== 'new');
  if (polled.length === 0)
    return { state: 'new', reason: 'Not polled yet; its turn comes as soon as its host is free.' };
  const of = (state: SourceState) => polled.filter((channel) => channel.state === state);
  const [waiting] = of('waiting');
  const [silent] = of('silent');
  const [moved] = of('moved');
  if (waiting !== undefined && of('waiting').length === polled.length) return asOf(waiting);
  if (silent !== undefined && of('silent').length + of('waiting').length === polled.length)
    return asOf(silent);
  return moved === undefined ? deliveryOf(facts) : asOf(moved);
}
