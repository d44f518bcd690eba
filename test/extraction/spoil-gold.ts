import type { Gold } from '../../bench/extraction/pack.ts';
import type { Run, RunLine } from '../../bench/extraction/score-run.ts';

function spoilText(text: string, number: number): string {
  const parts = text.split(' ').filter((_, index) => (index + number) % 17 !== 0);
  return number % 11 === 0
    ? ''
    : `${parts.join(' ')}${number % 3 === 0 ? `\n\nShare this ${parts.slice(0, 5).join(' ')}` : ''}`;
}

function spoilPage(gold: Gold, number: number): RunLine {
  const snippets = [
    ...(gold.with ?? []).filter((_, index) => (index + number) % 4 !== 0),
    ...(gold.without ?? []).slice(0, number % 2),
  ].join('\n');
  return {
    id: gold.id,
    text: gold.body ? spoilText(gold.body, number) : snippets,
    title: number % 5 === 0 ? `${gold.title ?? ''} | Ledger` : (gold.title ?? '').toUpperCase(),
    authors: (gold.authors ?? ['Rena Holt'])
      .map((name, index) => (index % 2 === 0 ? `By ${name}` : name))
      .slice(0, 1 + (number % 3)),
    published: number % 7 === 0 ? null : `${gold.dates?.[0] ?? '2020-02-02'}T10:00:00Z`,
  };
}

/**
 * A run made of the gold itself, spoilt by the number of each page: always the same, good on some pages and
 * bad on others.
 */
export function spoilGold(gold: readonly Gold[]): Run {
  return new Map(
    gold.flatMap((page, number) => (number % 23 === 5 ? [] : [[page.id, spoilPage(page, number)] as const])),
  );
}
