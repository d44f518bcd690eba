import { getDomain } from 'tldts';

/**
 * Who answers for an address: the domain that one owner registered, also below the names of hosting services
 * (`paper.github.io`); host and port where the host is no such name.
 */
export function ownerOf({ hostname, host }: URL): string {
  return getDomain(hostname, { allowPrivateDomains: true }) ?? host;
}
