import { matchLength } from '../robots/read-robots.ts';

/** The one of the parts of a site that matches an address most exactly; of several the first. */
export function closestPart<T>(
  parts: readonly T[],
  patternOf: (part: T) => string,
  url: string,
): T | undefined {
  let best: { readonly part: T; readonly length: number } | undefined;
  for (const part of parts) {
    const pattern = patternOf(part);
    const length = pattern === '' ? 0 : matchLength(pattern, url);
    if (length !== undefined && length > (best?.length ?? -1)) best = { part, length };
  }
  return best?.part;
}
