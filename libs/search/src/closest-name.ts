import { editDistance } from '@newsmill/text';

/**
 * The name of the list that was probably meant: at most a third of its letters differ. undefined when none is
 * near.
 */
export function closestName<N extends string>(typed: string, names: readonly N[]): N | undefined {
  const word = typed.slice(0, 40).toLowerCase();
  let best: { name: N; distance: number } | undefined;
  for (const name of names) {
    const distance = editDistance(word, name.toLowerCase());
    if (
      distance <= Math.max(1, Math.floor(name.length / 3)) &&
      distance < (best?.distance ?? Number.POSITIVE_INFINITY)
    )
      best = { name, distance };
  }
  return best?.name;
}
