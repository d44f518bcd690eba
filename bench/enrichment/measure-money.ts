// Money and quantities found in the labelled sentences: precision and recall over value, end of range and
// currency or unit.
import { readFileSync } from 'node:fs';
import { findMoney, findQuantities } from '@newsmill/enrich';

interface Item {
  readonly start: number;
  readonly end: number;
  readonly value: number;
  readonly to?: number;
  readonly currency?: string;
  readonly unit?: string;
}

interface Row {
  readonly id: string;
  readonly lang: string;
  readonly text: string;
  readonly items: readonly Item[];
}

const sets = [
  { name: 'money', find: ({ text, lang }: Row): Item[] => findMoney({ text, language: lang }) },
  { name: 'money-fresh', find: ({ text, lang }: Row): Item[] => findMoney({ text, language: lang }) },
  { name: 'quantities', find: ({ text, lang }: Row): Item[] => findQuantities({ text, language: lang }) },
];
const same = (one: Item, other: Item) =>
  one.value === other.value &&
  one.to === other.to &&
  one.currency === other.currency &&
  one.unit === other.unit &&
  one.start < other.end &&
  other.start < one.end;

for (const { name, find } of sets) {
  const rows = readFileSync(new URL(`sets/${name}.jsonl`, import.meta.url), 'utf8')
    .trim()
    .split('\n')
    .map((line): Row => JSON.parse(line));
  let [found, right, expected] = [0, 0, 0];
  for (const row of rows) {
    const items = find(row);
    const hits = row.items.filter((gold) => items.some((item) => same(item, gold))).length;
    [found, right, expected] = [found + items.length, right + hits, expected + row.items.length];
    if (hits < row.items.length || items.length > row.items.length)
      console.log(`${row.id}: ${row.text}\n    found ${JSON.stringify(items)}`);
  }
  console.log(
    `${name}: ${rows.length} sentences, precision ${(right / found).toFixed(3)}, recall ${(right / expected).toFixed(3)} (${right} of ${expected}, ${found} found)`,
  );
}
