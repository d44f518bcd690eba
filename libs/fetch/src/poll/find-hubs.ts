import { absoluteUrl } from '../absolute-url.ts';

/**
 * Where a feed can be subscribed to (W3C WebSub): the hubs it names, and the address that they know it by.
 */
export interface FeedHubs {
  readonly hubs: readonly string[];
  readonly topic: string;
}

export interface HubEvidence {
  /** Address that answered. */
  readonly url: string;
  /** The Link header of the answer. */
  readonly link?: string | undefined;
  /** What the document itself names. */
  readonly hubUrl?: string | undefined;
  readonly selfUrl?: string | undefined;
}

const longestAddress = 2_000;
const mostHubs = 4;

/** Addresses of a Link header (RFC 8288) with that relation. Several headers come joined by a comma. */
export function linksOf(header: string, relation: string, base: string): string[] {
  return [
    ...header
      .slice(0, 16_384)
      .matchAll(/<([^<>]{1,4000})>((?:\s*;\s*[\w*!#$%&'+.^`|~-]+(?:\s*=\s*(?:"[^"]*"|[^\s",;]+))?)*)/g),
  ].flatMap(([, address = '', parameters = '']) => {
    const rel = /;\s*rel\s*=\s*(?:"([^"]*)"|([^\s",;]*))/i.exec(parameters);
    const relations = (rel?.[1] ?? rel?.[2] ?? '').toLowerCase().split(/\s+/);
    const url = relations.includes(relation) ? absoluteUrl(address.trim(), base) : undefined;
    return url === undefined || !/^https?:/i.test(url) || url.length > longestAddress ? [] : [url];
  });
}

/** The hubs of a feed; headers go before what the document says (WebSub, 4). undefined when it names none. */
export function findHubs({ url, link = '', hubUrl, selfUrl }: HubEvidence): FeedHubs | undefined {
  const named = linksOf(link, 'hub', url);
  const hubs =
    named.length > 0 ? named : hubUrl === undefined || hubUrl.length > longestAddress ? [] : [hubUrl];
  if (hubs.length === 0) return undefined;
  const topic = linksOf(link, 'self', url)[0] ?? selfUrl ?? url;
  return { hubs: [...new Set(hubs)].slice(0, mostHubs), topic: topic.length > longestAddress ? url : topic };
}
