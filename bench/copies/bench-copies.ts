import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { withSqlite } from '../enrichment/with-sqlite.ts';
import { fallen } from '../extraction/floors.ts';
import { packFolder } from '../extraction/pack.ts';
import type { Figures } from '../extraction/score-run.ts';
import { labeller } from './label-pair.ts';
import { fileText, makeCorpus, readings } from './make-corpus.ts';
import { answersOf, scoreCopies, scoreStories, type Wrong } from './measure-copies.ts';
import { readRealPages } from './read-pages.ts';

const file = fileURLToPath(new URL('floors.json', import.meta.url));

/** What was reached on a corpus, by row. */
interface Floors {
  readonly corpus: string;
  readonly rows: Readonly<Record<string, number>>;
}

/** The committed floors. */
export function readCopyFloors(): Floors {
  return JSON.parse(readFileSync(file, 'utf8'));
}

/** Where the public cases are; undefined where they are not. */
export function copyCases(): string | undefined {
  const extraction = packFolder();
  const folder = extraction === undefined ? undefined : join(extraction, '..');
  return folder !== undefined && existsSync(join(folder, 'wild/manifest.jsonl')) ? folder : undefined;
}

/** Lets the mill judge the real pages and their made copies, once for each reading of a page. */
export async function measureCopies(folder: string): Promise<{
  readonly corpus: string;
  readonly figures: Figures;
  readonly wrong: readonly Wrong[];
}> {
  const { pages, corpus } = readRealPages(folder);
  const figures: Record<string, { value: number; pages: number }> = {};
  const wrong: Wrong[] = [];
  const made = makeCorpus(pages);
  const label = labeller(made);
  for (const reading of readings) {
    const filed = made.map((text) => fileText(text, reading));
    const answers = await withSqlite((state) => answersOf(filed, state));
    const copies = scoreCopies(answers, reading, label);
    const stories = scoreStories(answers, reading, label);
    for (const [row, { right, all }] of [...copies.counts, ...stories.counts])
      figures[`${reading}, ${row}`] = { value: right / all, pages: all };
    wrong.push(...copies.wrong, ...stories.wrong);
  }
  return { corpus, figures, wrong };
}

/**
 * Copies among real pages, and made of them: precision of `duplicateOf` and recall of each kind of copy, and how many
 * stories are right, by reading of the page and half of the sites. `--wrong` prints what was put together wrongly, `--raise-floors` writes the
 * floors and refuses to lower one.
 */
export async function benchCopies(words: readonly string[]): Promise<void> {
  const folder = copyCases();
  if (folder === undefined) {
    console.log(
      'the public cases are not here: put them beside the project as ../shared/bench, or name them in NEWSMILL_BENCH',
    );
    process.exitCode = 1;
    return;
  }
  const { corpus, figures, wrong } = await measureCopies(folder);
  for (const [row, { value, pages }] of Object.entries(figures).sort(([a], [b]) => a.localeCompare(b)))
    console.log(`${value.toFixed(3)} of ${String(pages).padStart(4)}  ${row}`);
  if (words.includes('--wrong'))
    for (const { one, other } of wrong)
      console.log(`wrong: ${one.site} ${one.id} ${one.title} | ${other.site} ${other.id} ${other.title}`);
  if (!words.includes('--raise-floors')) return;
  const floors = existsSync(file) ? readCopyFloors() : undefined;
  const worse = floors?.corpus === corpus ? fallen(floors.rows, figures) : [];
  if (worse.length > 0) throw new Error(`floors only rise:\n  ${worse.join('\n  ')}`);
  const rows = Object.entries(figures)
    // Single kinds have some twenty cases each: they may be traded.
    .filter(([row]) => /(?:precision|recall|stories|pairs)$/.test(row))
    .sort()
    .map(([row, { value }]) => [row, Math.floor(value * 1_000) / 1_000] as const);
  writeFileSync(file, `${JSON.stringify({ corpus, rows: Object.fromEntries(rows) }, null, 1)}\n`);
}
