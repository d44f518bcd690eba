/** Sightings of one host that are kept. */
const most = 64;
/** So many of the last sightings decide about a sudden change. */
const recent = 8;
/** A host is never so sound that fewer than this could not be single pages that were taken away. */
const alwaysPossible = 3;

/**
 * Key of what the state keeps of a host: whether its known pages were there when they were asked for again,
 * one character each, newest last.
 */
export function sightingsKey(host: string): string {
  return `sightings:${host}`;
}

/**
 * The sightings with one more: a page that was there before is there still (`0`) or gone (`1`). A page that
 * stays gone is no sighting again.
 */
export function withSighting(sightings: string | undefined, isGone: boolean): string {
  return `${sightings ?? ''}${isGone ? '1' : '0'}`.slice(-most);
}

function goneIn(sightings: string): number {
  return sightings.split('1').length - 1;
}

/**
 * Whether single pages of the host are gone, and not the host itself (an outage, a paywall, new addresses for
 * everything): of its last eight known pages at most half are gone, and so of the last 64. Up to three gone
 * pages say nothing against a host.
 */
export function isHostSound(sightings: string): boolean {
  const last = sightings.slice(-recent);
  if (goneIn(last) > recent / 2) return false;
  const gone = goneIn(sightings);
  return gone <= alwaysPossible || gone * 2 <= sightings.length;
}
