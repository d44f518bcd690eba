import {
  addCounts,
  seriesTiers,
  StepCounts,
  type KeptSteps,
  type ProcessCounts,
  type SeriesStep,
} from '@newsmill/contracts';
import { numberOf, textOf } from '../../sqlite/columns.ts';
import type { SqliteFile } from '../../sqlite/sqlite-file.ts';
import type { State } from '../state.ts';

/** A ring of steps for each fineness: a step has its place by its number, so the table cannot grow. */
const schema = `
CREATE TABLE IF NOT EXISTS series (step_ms INTEGER, place INTEGER, start INTEGER NOT NULL, counts TEXT NOT NULL, PRIMARY KEY (step_ms, place)) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS beat (id TEXT PRIMARY KEY, beat INTEGER NOT NULL, at INTEGER NOT NULL) WITHOUT ROWID;
`;
/** A process that has not been heard of for so long has gone, and sends nothing twice. */
const forgottenMs = 3_600_000;

/** The part of the state that keeps what the processes counted. */
export class SqliteSeries {
  readonly #file: SqliteFile;

  constructor(file: SqliteFile) {
    this.#file = file;
    file.execute(schema);
  }

  /** Adds what a process counted to the running step of each fineness, unless that beat is known. */
  add(id: string, { beat, sums, peaks }: ProcessCounts, now: number): void {
    const known = this.#file.statement('SELECT beat FROM beat WHERE id = ?').get(id);
    if (known !== undefined && numberOf(known, 'beat') >= beat) return;
    this.#file.statement('INSERT OR REPLACE INTO beat (id, beat, at) VALUES (?, ?, ?)').run(id, beat, now);
    this.#file.statement('DELETE FROM beat WHERE at < ?').run(now - forgottenMs);
    for (const { stepMs, steps } of seriesTiers) {
      const number = Math.floor(now / stepMs);
      const place = number % steps;
      const row = this.#file
        .statement('SELECT start, counts FROM series WHERE step_ms = ? AND place = ?')
        .get(stepMs, place);
      const isSame = row !== undefined && numberOf(row, 'start') === number * stepMs;
      const counts = addCounts(isSame ? readCounts(textOf(row, 'counts')) : {}, { ...sums, ...peaks });
      this.#file
        .statement('INSERT OR REPLACE INTO series (step_ms, place, start, counts) VALUES (?, ?, ?, ?)')
        .run(stepMs, place, number * stepMs, JSON.stringify(counts));
    }
  }

  read({ stepMs, steps }: Parameters<State['countedSteps']>[0], now: number): KeptSteps {
    const from = (Math.floor(now / stepMs) - steps + 1) * stepMs;
    const rows = this.#file
      .statement(
        'SELECT start, counts FROM series WHERE step_ms = ? AND start >= ? AND start <= ? ORDER BY start',
      )
      .all(stepMs, from, now);
    return {
      now,
      steps: rows.map(
        (row): SeriesStep => ({ start: numberOf(row, 'start'), counts: readCounts(textOf(row, 'counts')) }),
      ),
    };
  }

  forget(id: string): void {
    this.#file.statement('DELETE FROM beat WHERE id = ?').run(id);
  }

  clear(): void {
    this.#file.execute('DELETE FROM series; DELETE FROM beat');
  }
}

function readCounts(text: string): StepCounts {
  return StepCounts.parse(JSON.parse(text));
}
