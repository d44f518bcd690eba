/** What is older than this when it is found is no news: the first look at a channel, an archive. Milliseconds. */
export const newsMs = 7 * 86_400_000;

/** How exact a date of publication must be for delays to be measured from it. */
const timedPrecisions: ReadonlySet<string | undefined> = new Set(['second', 'minute']);

/**
 * From publication to discovery, milliseconds; undefined where that cannot be told, for the date is not exact or lies
 * in the future, or where it was no news any more. `firstSeen` in epoch milliseconds.
 */
export function discoveryDelay(
  published: string | undefined,
  precision: string | undefined,
  firstSeen: number,
): number | undefined {
  const at = timedPrecisions.has(precision) ? Date.parse(published ?? '') : Number.NaN;
  return at <= firstSeen && firstSeen - at <= newsMs ? firstSeen - at : undefined;
}
