/**
 * What the flag `unlikely` hides. Reads the lines that read-shapes.ts prints: of pages with a type in the gold
 * (pack `extraction`, set wcxb) how many of each type that were read as articles have the flag, and of the
 * other sets, whose pages are articles.
 * Usage: node --conditions=newsmill-source bench/drift/measure-floor.ts shapes.jsonl
 */
import { readFileSync } from 'node:fs';

interface Row {
  readonly set: string;
  readonly type?: string;
  readonly kind: string;
  readonly isUnlikely: boolean;
}

const rows: Row[] = readFileSync(process.argv[2] ?? '', 'utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line));
const groups = Map.groupBy(
  rows.filter(({ kind }) => kind === 'article'),
  ({ set, type = 'article' }) => `${set}, ${type}`,
);
for (const [name, pages] of [...groups].toSorted(([a], [b]) => (a < b ? -1 : 1)))
  process.stdout.write(
    `${name}: ${pages.filter(({ isUnlikely }) => isUnlikely).length} of ${pages.length} hidden\n`,
  );
