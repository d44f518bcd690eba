import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Measured } from './measure.ts';
import { lessIsBetter } from './score-rows.ts';
import type { Figures } from './score-run.ts';

/**
 * What the cleaner reached on a corpus: each row may be better, never worse. Rows of which less is better
 * hold ceilings.
 */
export interface Floors {
  /** SHA-256 of manifest and gold. */
  readonly corpus: string;
  readonly outOfFold: Readonly<Record<string, number>>;
  /**
   * Of the shipped models, which have seen the pages: apart, because it says how well they are fitted and
   * nothing of new sites.
   */
  readonly shipped: Readonly<Record<string, number>>;
}

const file = fileURLToPath(new URL('floors.json', import.meta.url));
/**
 * Rows of the table. What makes them up (precision, recall, identical pages) may be traded, and Readability's
 * own output is no gold.
 */
const pinned =
  /^(?:news_|body\.|snippets\.|title\.|date\.|authors\.|author_noise\.|authors_beyond_gold\.|kind\.|language\.|thrown$|empty$)/;
const isPinned = (row: string) => pinned.test(row) && row !== 'body.readability';

/** The committed floors; undefined before the first measurement. */
export function readFloors(): Floors | undefined {
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined;
}

/** Writes the floors for the next measurement to be compared with. */
export function writeFloors(floors: Floors): void {
  writeFileSync(file, `${JSON.stringify(floors, null, 1)}\n`);
}

/** Four decimals, rounded towards what is easier to reach. */
function rounded(row: string, value: number): number {
  return (
    (lessIsBetter.test(row) ? Math.ceil(value * 10_000 - 1e-6) : Math.floor(value * 10_000 + 1e-6)) / 10_000
  );
}

function isWorse(row: string, value: number, floor: number): boolean {
  return lessIsBetter.test(row) ? value > floor + 1e-9 : value < floor - 1e-9;
}

/** Rows that are worse than their floor, or no longer measured, each as a sentence. */
export function fallen(floors: Readonly<Record<string, number>>, figures: Figures): readonly string[] {
  return Object.entries(floors).flatMap(([row, floor]) => {
    const value = figures[row]?.value;
    if (value === undefined) return [`${row} is no longer measured; its floor is ${floor}`];
    return isWorse(row, rounded(row, value), floor)
      ? [`${row} is ${value.toFixed(4)}, its floor ${floor}`]
      : [];
  });
}

function floorsOf(figures: Figures): Record<string, number> {
  return Object.fromEntries(
    Object.entries(figures)
      .filter(([row]) => isPinned(row))
      .sort()
      .map(([row, { value }]) => [row, rounded(row, value)]),
  );
}

/**
 * The floors after a measurement: the measured values. Refuses another corpus and every row that would be
 * lowered.
 */
export function raiseFloors(floors: Floors | undefined, corpus: string, measured: Measured): Floors {
  if (floors !== undefined && floors.corpus !== corpus)
    throw new Error(
      `the floors were measured on corpus ${floors.corpus.slice(0, 12)}, this is ${corpus.slice(0, 12)}: figures of two corpora are not compared`,
    );
  const worse =
    floors === undefined
      ? []
      : [
          ...fallen(floors.outOfFold, measured.outOfFold).map((text) => `out of fold: ${text}`),
          ...fallen(floors.shipped, measured.shipped).map((text) => `shipped: ${text}`),
        ];
  if (worse.length > 0) throw new Error(`floors only rise:\n  ${worse.join('\n  ')}`);
  return { corpus, outOfFold: floorsOf(measured.outOfFold), shipped: floorsOf(measured.shipped) };
}
