import { isMostlyPaywalled, paywallNewest, type PaywallCount } from '@newsmill/contracts';
import type { ArticleShape } from './article-shape.ts';
import type { SourceShapes } from './judge-drift.ts';
import { medianOf } from './read-signs.ts';

/** How many of the newest articles of a source on a site are marked as ones for subscribers, this one among them. */
export function countPaywalled(
  site: string,
  newest: ArticleShape,
  { usual, odd }: SourceShapes,
): PaywallCount {
  const before = [...usual, ...odd].toSorted((a, b) => a.at - b.at);
  // An item counts once, as it was seen last.
  const byItem = new Map(before.map((shape) => [shape.item, shape]));
  byItem.delete(newest.item);
  const last = [...[...byItem.values()].toSorted((a, b) => a.at - b.at), newest].slice(-paywallNewest);
  const marked = last.filter(({ isPaywalled }) => isPaywalled);
  return { site, marked: marked.length, of: last.length, words: medianOf(marked.map(({ words }) => words)) };
}

/** What the state is to keep: a count that tells of a paywall, and the first that no longer does. */
export function keptPaywall(
  count: PaywallCount,
  standing: PaywallCount | undefined,
): PaywallCount | undefined {
  const isOver = standing !== undefined && standing.site === count.site && isMostlyPaywalled(standing);
  return isMostlyPaywalled(count) || isOver ? count : undefined;
}
