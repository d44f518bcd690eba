import { plainStart } from './plain-start.ts';

/** The beginning of a text, plain; undefined where that is empty. */
export function shortText(html: string | undefined, limit: number): string | undefined {
  if (html === undefined) return undefined;
  const text = plainStart(html, limit);
  return text === '' ? undefined : detached(text.toWellFormed());
}

/**
 * A copy of a text that does not hold on to the chunk it was cut from, so that kept entries keep nothing else
 * in memory.
 */
export function detached(text: string): string {
  return ` ${text}`.slice(1);
}
