import { isTracking } from './tracking-names.ts';
import { urlKey } from './url-key.ts';

function decoded(part: string): string {
  try {
    return decodeURIComponent(part.replaceAll('+', ' '));
  } catch {
    return part;
  }
}

function isTrackingPair(pair: string, host: string): boolean {
  const at = pair.indexOf('=');
  const [name, value] = at < 0 ? [pair, ''] : [pair.slice(0, at), pair.slice(at + 1)];
  return pair === '' || isTracking(decoded(name), decoded(value), host);
}

/**
 * An address without what only tells where a reader came from, or which place of the page is shown: tracking
 * parameters, and fragments by which the page does not route. All else stays as it is written, in its order. It
 * has the key of the given one (see urlKey); where that would change, or for what is no http(s) URL, the given
 * address is the answer.
 */
export function plainAddress(address: string): string {
  const url = URL.parse(address);
  const key = urlKey(address);
  if (url === null || key === undefined) return address;
  const pairs = url.search.slice(1).split('&');
  const kept = pairs.filter((pair) => !isTrackingPair(pair, url.hostname));
  if (kept.length === pairs.length && url.hash === '') return address;
  url.search = kept.join('&');
  if (!key.includes('#')) url.hash = '';
  return urlKey(url.href) === key ? url.href : address;
}
