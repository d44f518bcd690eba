import { ownerOf } from '@newsmill/text';

interface Found {
  readonly url: string;
  /** Addresses that it names. */
  readonly links: readonly string[];
}

function owner(address: string): string | undefined {
  const url = URL.parse(address);
  return url === null ? undefined : ownerOf(url);
}

/**
 * Domains that a source must name: that of the page which a person gave, where channels lie elsewhere. The
 * page has named them, so they are of its house.
 */
export function domainsOfSource(asked: string, channels: readonly Pick<Found, 'url'>[]): string[] {
  const own = owner(asked);
  return own === undefined ||
    channels.some(({ url }) => url === asked) ||
    channels.every(({ url }) => owner(url) === own)
    ? []
    : [own];
}

/**
 * The domain of most pages that a channel names, where it is another than its own and than those named:
 * whether that is the same house, a person must say.
 */
export function domainToAskFor({ url, links }: Found, named: readonly string[]): string | undefined {
  const counts = new Map<string, number>();
  for (const link of links) {
    const of = owner(link);
    if (of !== undefined) counts.set(of, (counts.get(of) ?? 0) + 1);
  }
  const [most] = [...counts].sort((a, b) => b[1] - a[1]);
  return most === undefined ||
    most[1] * 2 <= links.length ||
    most[0] === owner(url) ||
    named.includes(most[0])
    ? undefined
    : most[0];
}
