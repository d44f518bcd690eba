import { z } from 'zod';
import { readJson } from './read-json.ts';

/** Of the newest articles of a source on a site, those that their publisher marks as ones for subscribers. */
export const PaywallCount = z.looseObject({
  /** Registrable domain. */
  site: z.string().max(253),
  marked: z.int().min(0),
  of: z.int().min(0),
  /** Words of the middle one of those that are marked: few where the text is a teaser. */
  words: z.int().min(0),
});
export type PaywallCount = z.output<typeof PaywallCount>;

/**
 * So many of the newest articles tell; of them at least so many are marked where the whole source is behind a paywall.
 */
export const paywallNewest = 10;
const paywallFewest = 8;

/** Whether that is so of most articles. */
export function isMostlyPaywalled({ marked, of }: Pick<PaywallCount, 'marked' | 'of'>): boolean {
  return of >= paywallNewest && marked >= paywallFewest;
}

/** Key of the count of a source in the state. */
export function paywallKey(sourceId: string): string {
  return `paywall:${sourceId}`;
}

/** A count as the state keeps it; undefined for none and for what cannot be read. */
export function readPaywallCount(value: string | undefined): PaywallCount | undefined {
  return readJson(PaywallCount, value);
}
