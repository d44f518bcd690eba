import type { Source } from '@newsmill/contracts';
import { ownerOf } from '@newsmill/text';

function isListed({ hostname, host }: URL, domains: readonly string[]): boolean {
  return domains.some((domain) => host === domain || hostname === domain || hostname.endsWith(`.${domain}`));
}

/**
 * Whether an address is of the publication itself: of an owner of one of its channels, or of a domain that its
 * file names. What is secret of a source goes to no other.
 */
export function isOwnSite(source: Pick<Source, 'domains' | 'channels'>, url: string): boolean {
  return speaksFor(
    source,
    source.channels.map((channel) => channel.url),
    url,
  );
}

/**
 * Whether the site of one of the addresses `from` may speak of the page at `of`: it has the same owner, or
 * the source names its domain.
 */
export function speaksFor(
  { domains }: Pick<Source, 'domains'>,
  from: readonly string[],
  of: string,
): boolean {
  const page = URL.parse(of);
  if (page === null) return false;
  return (
    isListed(page, domains) ||
    from.some((address) => URL.canParse(address) && ownerOf(new URL(address)) === ownerOf(page))
  );
}
