import type { Mention } from './mention.ts';

/** Names found by several rules, the surest rule first: of those that overlap the first stays. In order of the text. */
export function pickSpans(text: string, found: readonly Mention[]): Mention[] {
  const taken = new Uint8Array(text.length);
  const kept = found.filter(({ start, end }) => {
    for (let at = start; at < end; at += 1) if (taken[at] === 1) return false;
    taken.fill(1, start, end);
    return end > start;
  });
  return kept.sort((a, b) => a.start - b.start);
}
