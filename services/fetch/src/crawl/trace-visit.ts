import type { FetchItem, FrontierItem, Visit } from '@newsmill/contracts';
import {
  currentTraceparent,
  newTraceId,
  ownAttributes as own,
  rootTraceparent,
  spanAttributes,
  spanUrl,
  traceOfVisit,
} from '@newsmill/runtime';
import type { CrawlPorts } from './crawl-ports.ts';

type TracePorts = Pick<CrawlPorts, 'tracing'>;

/** The beginning of the trace of a visit, as its spans and messages carry it. */
export function visitTraceparent(
  item: Pick<FrontierItem, 'key' | 'firstSeen' | 'fetchedAt'>,
  { tracing }: TracePorts,
): string {
  const traceId = traceOfVisit(item);
  return rootTraceparent(traceId, tracing?.samples(traceId) === true);
}

/** What a message about an item carries: the trace of the visit under way, or else that of the item. */
export function traceparentFor(
  item: Pick<FrontierItem, 'key' | 'firstSeen' | 'fetchedAt'>,
  ports: TracePorts,
): string {
  return currentTraceparent() ?? visitTraceparent(item, ports);
}

/** A visit under way, as its trace has it. */
export interface TracedVisit {
  /** What is done for it goes on below this; none where a channel is polled and traces are off. */
  readonly traceparent: string | undefined;
  end(visit: Visit): void;
}

function attributesOf({ sourceId, url, key, attempt }: FetchItem) {
  return {
    [own.stage]: 'fetch',
    [own.source]: sourceId,
    [own.item]: key,
    [own.attempt]: attempt,
    [spanAttributes.urlFull]: spanUrl(url),
  };
}

/** The word for why a visit has failed; undefined where it has not. */
function failureOf({ fate, dead }: Visit): string | undefined {
  return dead?.reason ?? (fate?.fate === 'retrying' ? (fate.reason ?? 'retrying') : undefined);
}

/**
 * Begins the trace of a visit. That of a page begins with its discovery, or with the first try to fetch it once
 * more; a poll has a trace of its own.
 */
export function traceVisit(
  item: FetchItem,
  { tracing, random, now }: Pick<CrawlPorts, 'tracing' | 'random' | 'now'>,
): TracedVisit {
  if (tracing === undefined)
    return {
      traceparent: item.kind === 'page' ? visitTraceparent(item, {}) : undefined,
      end: () => undefined,
    };
  const startTime = now();
  const traceId = item.kind === 'page' ? traceOfVisit(item) : newTraceId(random);
  const parent = rootTraceparent(traceId, tracing.samples(traceId));
  const start = {
    name: item.kind === 'page' ? 'fetch page' : 'poll channel',
    kind: 'internal',
    parent,
    isRoot: item.kind === 'channel' || (item.fetchedAt > 0 && item.attempt === 0),
    attributes: attributesOf(item),
    startTime,
  } as const;
  const span = tracing.begin(start);
  return {
    traceparent: span?.traceparent ?? parent,
    end(visit) {
      const failure = failureOf(visit);
      const ended =
        span ?? (failure === undefined ? undefined : tracing.begin({ ...start, isFailure: true }));
      const { fate, dead } = visit;
      ended?.set({ [own.fate]: fate?.fate, [own.reason]: fate?.reason ?? dead?.reason });
      ended?.end(failure);
    },
  };
}

/** The trace of each page begins where it is discovered, with a link to the poll that found it. */
export function traceDiscoveries(
  found: readonly FrontierItem[],
  poll: FetchItem,
  { tracing }: TracePorts,
): void {
  if (tracing === undefined) return;
  const from = currentTraceparent();
  for (const item of found) {
    const span = tracing.begin({
      name: 'discover page',
      kind: 'internal',
      parent: visitTraceparent({ ...item, fetchedAt: 0 }, { tracing }),
      isRoot: true,
      links: from === undefined ? [] : [from],
      attributes: {
        [own.stage]: 'discover',
        [own.source]: item.sourceId,
        [own.item]: item.key,
        [spanAttributes.urlFull]: spanUrl(item.url),
        'newsmill.channel.url': spanUrl(poll.url),
      },
    });
    span?.end();
  }
}
