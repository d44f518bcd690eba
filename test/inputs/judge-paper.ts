import type { PaperInput } from './input-case.ts';
import type { Seen } from './paper-door.ts';

/** What of a paper is otherwise than its case says; undefined where nothing is. */
export function judgePaper(input: PaperInput, seen: Seen): string | undefined {
  const expected = input.articles ?? (input.outcome === 'CLEAN' ? 1 : 0);
  const found = (what: string) =>
    `${what}; seen: ${JSON.stringify({ ...seen, articles: seen.articles.map(({ id, title, url }) => [id, title, url]) }).slice(0, 2_500)}`;
  if (seen.insideHits > 0) return found('an address inside was asked');
  if (seen.articles.length !== expected)
    return found(`${seen.articles.length} articles instead of ${expected}`);
  const told = [...seen.dead, ...seen.channels, ...seen.fates].join('\n');
  if (input.told !== undefined && !input.told.test(told)) return found(`nothing tells ${String(input.told)}`);
  // What was refused for good is among the dead letters, or its channel says so: nothing vanishes.
  if (input.outcome === 'PARK' && input.told === undefined) return found('a case without its words');
  try {
    input.check?.(seen.articles);
  } catch (error) {
    return found(error instanceof Error ? error.message : String(error));
  }
  return undefined;
}
