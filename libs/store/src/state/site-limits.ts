import { longestSighting, type SiteSighting } from '@newsmill/contracts';

/** A site that shows no article for so long is forgotten, milliseconds. */
export const siteAgeMs = 30 * 86_400_000;
/** Sites that one call forgets at most. */
export const mostSitesForgotten = 64;

/** The sightings, none longer than it may be. Throws RangeError. */
export function fittingSightings(sightings: readonly SiteSighting[]): readonly SiteSighting[] {
  const long = sightings.find(({ lines }) => lines.length > longestSighting);
  if (long !== undefined)
    throw new RangeError(
      `the lines of ${long.item} have ${long.lines.length} characters, more than ${longestSighting}`,
    );
  return sightings;
}
