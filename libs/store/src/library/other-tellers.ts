import { mostTellers } from './library.ts';

/** The sources that told of an article besides its own, in the order of their names. */
export function otherTellers(told: readonly string[], sourceId: string): readonly string[] {
  return [...new Set(told)]
    .filter((source) => source !== sourceId)
    .sort()
    .slice(0, mostTellers);
}

/** What an article says of those who told of it; nothing where its own source alone did. */
export function sourcesOf(sourceId: string, others: readonly string[]): string[] | undefined {
  return others.length === 0 ? undefined : [sourceId, ...others];
}
