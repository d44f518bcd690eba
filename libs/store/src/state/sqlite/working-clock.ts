import { numberOf } from '../../sqlite/columns.ts';
import type { SqliteFile } from '../../sqlite/sqlite-file.ts';

/** A clock that goes back by more was set; less is the work of what keeps it right, milliseconds. */
const setBackMs = 60_000;
/** A longer time in which nothing was asked counts as so much: the clock was set ahead, or the mill was off. */
const longestMs = 86_400_000;
/** How often the clock is written down while it goes as it should, milliseconds. */
const writeEveryMs = 60_000;

interface Reading {
  /** The clock of the machine when it was looked at last. */
  readonly at: number;
  /** By how much it is ahead of the time that has passed. */
  readonly skipped: number;
}

/**
 * The time in which a file was worked with, by the clock of the machine without its jumps: what is to be remembered for
 * two weeks is not forgotten because that clock was for a moment in the year 2100. Kept in a table of the file.
 */
export class WorkingClock {
  readonly #file: SqliteFile;
  readonly #table: string;
  #reading: Reading | undefined;

  /** `table`: a name of its own, which is no text of others. */
  constructor(file: SqliteFile, table: string) {
    this.#file = file;
    this.#table = table;
    file.execute(
      `CREATE TABLE IF NOT EXISTS ${table} (id INTEGER PRIMARY KEY, at INTEGER NOT NULL, skipped INTEGER NOT NULL)`,
    );
  }

  /** The time worked, when the clock of the machine says `now`; both epoch milliseconds. Notices a jump. */
  look(now: number): number {
    const known = this.#known();
    if (known === undefined || now < known.at - setBackMs)
      this.#write({ at: now, skipped: (known?.skipped ?? 0) + now - (known?.at ?? now) });
    else if (now > known.at + longestMs)
      this.#write({ at: now, skipped: known.skipped + now - known.at - longestMs });
    else if (now >= known.at + writeEveryMs) this.#write({ ...known, at: now });
    return this.worked(now);
  }

  /** A time by the clock of the machine, as the time worked. */
  worked(time: number): number {
    return time - (this.#known()?.skipped ?? 0);
  }

  /** The time worked, as a time by the clock of the machine. */
  told(worked: number): number {
    return worked + (this.#known()?.skipped ?? 0);
  }

  #known(): Reading | undefined {
    if (this.#reading !== undefined) return this.#reading;
    const row = this.#file.statement(`SELECT at, skipped FROM ${this.#table}`).get();
    if (row !== undefined) this.#reading = { at: numberOf(row, 'at'), skipped: numberOf(row, 'skipped') };
    return this.#reading;
  }

  #write(reading: Reading): void {
    this.#file
      .statement(`INSERT OR REPLACE INTO ${this.#table} (id, at, skipped) VALUES (1, ?, ?)`)
      .run(reading.at, reading.skipped);
    this.#reading = reading;
  }
}
