import {
  Channel,
  durationMs,
  pageFetched,
  pipeline,
  type FrontierItem,
  type Source,
} from '@newsmill/contracts';
import { itemOf } from '@newsmill/text';
import {
  askedToWait,
  conditionalHeaders,
  contentKey,
  crawlDelay,
  findNextPage,
  isFollowingPage,
  isWebPage,
  joinedKey,
  keptHeadersOf,
  mayFetch,
  mostPages,
  readChannelFailure,
  readChannelVisit,
  readIfJoined,
  readPageDenied,
  readPageFailure,
  readPageVisit,
  robotsFromAnswer,
  settle,
  sitemapChannels,
  type FetchPolicy,
  type RobotsRules,
} from '@newsmill/fetch';
import { HttpFailure, type HttpRequest } from '@newsmill/http';
import { defineSource, type PageContinuation, type SourceStage } from '@newsmill/runtime';
import { headersWithSecrets, type Secrets } from './read-secrets.ts';

const pageTypes = 'text/html,application/xhtml+xml;q=0.9,*/*;q=0.1';
const feedTypes =
  'application/rss+xml,application/atom+xml,application/feed+json,application/xml;q=0.9,text/xml;q=0.9,*/*;q=0.5';
const encodings = 'gzip, br, zstd, deflate';
const robotsBytes = 512 * 1_024;

function text(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

function request(item: FrontierItem, source: Source, secrets: Secrets): HttpRequest {
  const validators =
    item.fetchedAt > 0
      ? conditionalHeaders({ etag: text(item.data['etag']), lastModified: text(item.data['lastModified']) })
      : {};
  return {
    url: item.url,
    headers: {
      accept: item.kind === 'page' ? pageTypes : feedTypes,
      'accept-encoding': encodings,
      ...headersWithSecrets(source, secrets),
      ...validators,
    },
    allowPrivate: source.allowPrivate,
    maxBytes: source.limits.maxBytes,
    onTooLarge: item.kind === 'page' ? 'fail' : 'truncate',
    // A page is inflated once, by the thread that cleans it, under the same limit.
    verify: item.kind !== 'page',
    totalTimeoutMs: durationMs(source.limits.timeout),
  };
}

/** robots.txt is kept as the JSON of its rules, for at most a day (RFC 9309, 2.4); one that could not be had is asked for again soon. */
function robotsReader(agent: string): SourceStage['robots'] {
  const parsed = new Map<string, RobotsRules>();
  function rulesOf(kept: string): RobotsRules {
    const known = parsed.get(kept);
    if (known !== undefined) return known;
    if (parsed.size >= 500) parsed.clear();
    const rules: RobotsRules = JSON.parse(kept);
    parsed.set(kept, rules);
    return rules;
  }
  return {
    request: (origin, source) => ({
      url: `${origin}/robots.txt`,
      headers: { accept: 'text/plain,*/*;q=0.1', 'accept-encoding': encodings },
      allowPrivate: source.allowPrivate,
      maxBytes: robotsBytes,
      onTooLarge: 'truncate',
      decode: true,
      totalTimeoutMs: Math.min(10_000, durationMs(source.limits.timeout)),
    }),
    keep(answer) {
      const rules = robotsFromAnswer(
        answer instanceof HttpFailure
          ? { failure: answer.kind }
          : { status: answer.status, body: answer.decoded ?? answer.body },
      );
      const unreachable = rules.verdict === 'disallow';
      return { kept: JSON.stringify(rules), ttlMs: unreachable ? 60_000 : 86_400_000 };
    },
    sitemaps: (kept) => rulesOf(kept).sitemaps,
    judge(kept, url) {
      const rules = rulesOf(kept);
      const { allowed, rule = '' } = mayFetch(rules, url, agent);
      const crawlDelayMs = crawlDelay(rules, agent);
      if (rules.verdict === 'disallow') return { verdict: 'unreachable', rule, crawlDelayMs };
      return { verdict: allowed ? 'allowed' : 'denied', rule, crawlDelayMs };
    },
  };
}

const continues: PageContinuation = {
  most: mostPages,
  next: findNextPage,
  isFollowing: isFollowingPage,
  isPage: isWebPage,
  freeAt(answer, now) {
    const wait = askedToWait(answer, now);
    return wait === undefined || wait === 0 ? undefined : now + wait;
  },
  headers: keptHeadersOf,
  joined(page, urls) {
    const articleId = itemOf(page.finalUrl) ?? page.item;
    return urls.flatMap((url) => {
      const item = itemOf(url);
      return item === undefined || item === articleId ? [] : [{ item, url, articleId }];
    });
  },
  key: joinedKey,
};

/** The channel as configured now; a sitemap that an index named keeps what it was found with. */
function configured(item: FrontierItem, source: Source): FrontierItem {
  const channel =
    source.channels.find((candidate) => candidate.url === item.url) ??
    Channel.safeParse(item.data['channel']).data;
  return channel === undefined ? item : { ...item, data: { ...item.data, channel } };
}

/** The fetch stage: what to ask for, and what follows from the answers. */
export function fetchSource(policy: FetchPolicy, userAgent: string, secrets: Secrets): SourceStage {
  const agent = userAgent.split(/[/\s]/)[0] ?? 'newsmill';
  return defineSource({
    step: pipeline[0],
    to: pageFetched,
    robots: robotsReader(agent),
    sitemaps: sitemapChannels,
    // A feed or sitemap that an operator has configured was asked for by a person; everything found in it was not.
    needsRobots: (item, source) =>
      source.robots === 'obey' &&
      (item.kind === 'page' || configured(item, source).data['parent'] !== undefined),
    request: (item, source) => request(item, source, secrets),
    read: (item, source, answer, moment) =>
      item.kind === 'page'
        ? readIfJoined(item, readPageVisit(item, answer, { source, policy, moment }), moment)
        : readChannelVisit(configured(item, source), source, answer, policy, moment),
    fail: (item, source, failure, moment) =>
      item.kind === 'page'
        ? readPageFailure(item, failure, { source, policy, moment })
        : readChannelFailure(item, failure, policy, moment),
    deny: (item, source, rule, moment) => readPageDenied(item, rule, { source, policy, moment }),
    continues,
    contentKey,
    orphan: (item, moment) => ({
      settlement: settle(item, moment, { dueAt: null }),
      fate:
        item.kind === 'page'
          ? { fate: 'dropped', reason: 'no-source', detail: `source ${item.sourceId} is not configured` }
          : undefined,
      found: [],
    }),
  });
}
