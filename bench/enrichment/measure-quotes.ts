// Quotes and speakers in the labelled passages: precision and recall of the quotes, and of the speakers that
// are named.
import { readFileSync } from 'node:fs';
import { findQuotes } from '@newsmill/enrich';

interface Row {
  readonly id: string;
  readonly lang: string;
  readonly text: string;
  readonly quotes: readonly {
    readonly text: string;
    readonly start: number;
    readonly end: number;
    readonly speaker: string | null;
  }[];
}

const path = process.argv[2] ?? new URL('sets/quotes.jsonl', import.meta.url).pathname;
const rows = readFileSync(path, 'utf8')
  .trim()
  .split('\n')
  .map((line): Row => JSON.parse(line));
let [found, hits, expected, named, right, nameable] = [0, 0, 0, 0, 0, 0];
for (const row of rows) {
  const quotes = findQuotes({ text: row.text, language: row.lang });
  const notes: string[] = [];
  for (const quote of quotes) {
    const gold = row.quotes.find(({ start, end }) => start < quote.end && quote.start < end);
    found += 1;
    if (gold !== undefined) hits += 1;
    else notes.push(`no quote: ${quote.text}`);
    if (quote.speaker === undefined) continue;
    named += 1;
    if (quote.speaker === gold?.speaker) right += 1;
    else notes.push(`speaker ${quote.speaker}, not ${gold?.speaker}: ${quote.text}`);
  }
  for (const gold of row.quotes) {
    expected += 1;
    if (gold.speaker !== null) nameable += 1;
    const quote = quotes.find(({ start, end }) => start < gold.end && gold.start < end);
    if (quote === undefined) notes.push(`missed: ${gold.text}`);
    else if (quote.speaker === undefined && gold.speaker !== null)
      notes.push(`no speaker, not ${gold.speaker}: ${gold.text}`);
  }
  if (notes.length > 0) console.log(`${row.id}: ${notes.join('\n    ')}`);
}
console.log(
  `quotes: precision ${(hits / found).toFixed(3)}, recall ${(hits / expected).toFixed(3)}; speakers: precision ${(right / named).toFixed(3)} (${right} of ${named}), recall ${(right / nameable).toFixed(3)} (of ${nameable})`,
);
