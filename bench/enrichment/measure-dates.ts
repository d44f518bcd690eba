// Dates found in the labelled sentences, by language: a sentence is right when every expected date is found
// with its value and no other is.
import { readFileSync } from 'node:fs';
import { findDates } from '@newsmill/enrich';

interface Row {
  readonly id: string;
  readonly lang: string;
  readonly text: string;
  readonly reference: string;
  readonly dates: readonly {
    readonly start: number;
    readonly end: number;
    readonly from: readonly string[];
    readonly to?: string;
  }[];
}

const path = process.argv[2] ?? new URL('sets/dates-200.jsonl', import.meta.url).pathname;
const rows = readFileSync(path, 'utf8')
  .trim()
  .split('\n')
  .map((line): Row => JSON.parse(line));
const byGroup = new Map<string, { right: number; all: number }>();
let [found, right, expected] = [0, 0, 0];
for (const row of rows) {
  const dates = findDates({ text: row.text, language: row.lang, published: row.reference });
  const matches = row.dates.map((gold) =>
    dates.some(
      (date) =>
        date.start < gold.end &&
        date.end > gold.start &&
        gold.from.includes(date.from) &&
        date.to === gold.to,
    ),
  );
  const hits = matches.filter(Boolean).length;
  [found, right, expected] = [found + dates.length, right + hits, expected + row.dates.length];
  const isRight = hits === row.dates.length && dates.length === row.dates.length;
  const group = row.dates.length === 0 ? 'none' : row.lang;
  const counts = byGroup.get(group) ?? { right: 0, all: 0 };
  byGroup.set(group, { right: counts.right + (isRight ? 1 : 0), all: counts.all + 1 });
  if (!isRight)
    console.log(
      `${row.id}: ${row.text}\n    found ${JSON.stringify(dates.map(({ text, from, to }) => [text, from, to].join(' ')))}`,
    );
}
for (const [group, counts] of byGroup) console.log(`${group}: ${counts.right} of ${counts.all}`);
const sentences = rows.filter((row) => row.dates.length > 0).length;
const positive = [...byGroup]
  .filter(([group]) => group !== 'none')
  .reduce((sum, [, counts]) => sum + counts.right, 0);
console.log(
  `sentences ${positive} of ${sentences} (${((100 * positive) / sentences).toFixed(1)} %), dates: precision ${(right / found).toFixed(3)}, recall ${(right / expected).toFixed(3)}`,
);
