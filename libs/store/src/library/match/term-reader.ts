import { DatabaseSync } from 'node:sqlite';
import { numberOf, textOf } from '../../sqlite/columns.ts';
import { tokenizer } from '../sqlite/write/word-table.ts';

/** Letters and digits of ASCII, and whatever lies beyond it: FTS5 parts texts at all other characters. */
const run = /[0-9A-Za-z\u0080-\u{10ffff}]+/gu;
/** ASCII and the private letters of stems, of which FTS5 changes nothing but the case. */
const plain = /^[\x00-\x7f\ue500-\uf8ff]*$/;
/** Runs whose terms are remembered. */
const mostKnown = 200_000;

/** Which terms the full-text index makes of texts: asked of FTS5 itself, in memory, and remembered. */
export class TermReader {
  readonly #database = new DatabaseSync(':memory:');
  readonly #known = new Map<string, readonly string[]>();

  constructor() {
    this.#database.exec(
      `CREATE VIRTUAL TABLE runs USING fts5 (run, content = '', ${tokenizer}); CREATE VIRTUAL TABLE run_terms USING fts5vocab (runs, 'instance')`,
    );
  }

  /** The terms of a text, in order. */
  termsOf(text: string): readonly string[] {
    const runs = text.match(run) ?? [];
    this.#learn(runs);
    const terms: string[] = [];
    for (const one of runs) {
      const found = this.#known.get(one);
      if (found === undefined) terms.push(one.toLowerCase());
      else terms.push(...found);
    }
    return terms;
  }

  close(): void {
    this.#database.close();
  }

  #learn(runs: readonly string[]): void {
    const unknown = new Set(runs.filter((one) => !plain.test(one) && !this.#known.has(one)));
    if (unknown.size === 0) return;
    if (this.#known.size > mostKnown) {
      this.#known.clear();
      return this.#learn(runs);
    }
    const fresh = [...unknown];
    const terms: string[][] = fresh.map(() => []);
    this.#database.exec('BEGIN');
    const insert = this.#database.prepare('INSERT INTO runs (rowid, run) VALUES (?, ?)');
    for (const [place, one] of fresh.entries()) insert.run(place + 1, one);
    const found = this.#database.prepare('SELECT doc, term FROM run_terms ORDER BY doc, offset');
    for (const row of found.iterate()) terms[numberOf(row, 'doc') - 1]?.push(textOf(row, 'term'));
    this.#database.exec('ROLLBACK');
    for (const [place, one] of fresh.entries()) this.#known.set(one, terms[place] ?? []);
  }
}
