import { DatabaseSync, type SQLInputValue, type SQLOutputValue } from 'node:sqlite';
import { isDamage } from './damage.ts';

/** What of a table could be read. */
export interface ReadableTable {
  readonly table: string;
  readonly rows: number;
  /** Places at which some rows in a row could not be read. */
  readonly gaps: number;
}

type Row = Readonly<Record<string, SQLOutputValue>>;

const rowsInCommit = 5_000;
const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;

/** Damage, or a number that nothing of ours has written. */
function isUnreadable(error: unknown): boolean {
  return (
    error instanceof Error && (isDamage(error) || ('code' in error && error.code === 'ERR_OUT_OF_RANGE'))
  );
}

/** The answer, or undefined where damage is met. */
function unlessDamaged<T>(look: () => T): { readonly value: T } | undefined {
  try {
    return { value: look() };
  } catch (error) {
    if (isUnreadable(error)) return undefined;
    throw error;
  }
}

/**
 * Row ids are looked for along the tree of a table, so those behind a damaged page are found past it: the smallest id
 * from which on something can be read again. Undefined: there is nothing behind.
 */
function nextReadable(damaged: DatabaseSync, table: string, after: number): number | undefined {
  const sql = `SELECT rowid AS id FROM ${quoted(table)} WHERE rowid >= ? ORDER BY rowid LIMIT 1`;
  const idFrom = (from: number) => unlessDamaged(() => damaged.prepare(sql).get(from)?.['id']);
  let [low, high] = [after, after];
  for (let step = 1; ; step *= 2) {
    high = after + step;
    if (high > Number.MAX_SAFE_INTEGER) return undefined;
    if (idFrom(high) !== undefined) break;
    low = high;
  }
  while (high - low > 1) {
    const middle = low + Math.floor((high - low) / 2);
    if (idFrom(middle) === undefined) low = middle;
    else high = middle;
  }
  const id = idFrom(high)?.value;
  return typeof id === 'number' ? id : undefined;
}

/** One table on its way from a damaged file into another one. */
class TableCopy {
  readonly #from: DatabaseSync;
  readonly #into: DatabaseSync;
  readonly #table: string;
  readonly #columns: readonly string[];
  readonly #insert: (row: Row) => void;
  #rows = 0;
  #gaps = 0;

  constructor(from: DatabaseSync, into: DatabaseSync, table: string) {
    this.#from = from;
    this.#into = into;
    this.#table = table;
    this.#columns = into
      .prepare('SELECT name FROM pragma_table_info(?)')
      .all(table)
      .map(({ name }) => String(name));
    const statement = into.prepare(
      `INSERT OR IGNORE INTO ${quoted(table)} (${this.#columns.map(quoted).join(', ')}) VALUES (${this.#columns.map(() => '?').join(', ')})`,
    );
    this.#insert = (row) => {
      const values = this.#columns.map((column): SQLInputValue => row[column] ?? null);
      this.#rows += Number(statement.run(...values).changes);
      if (this.#rows % rowsInCommit === 0) into.exec('COMMIT; BEGIN');
    };
  }

  copy(): ReadableTable {
    this.#into.exec(`BEGIN; DELETE FROM ${quoted(this.#table)}`);
    const hasRowIds =
      this.#into.prepare('SELECT wr FROM pragma_table_list(?)').get(this.#table)?.['wr'] === 0;
    if (hasRowIds) this.#copyByRowIds();
    else this.#copyFromBothEnds();
    this.#into.exec('COMMIT');
    return { table: this.#table, rows: this.#rows, gaps: this.#gaps };
  }

  get #select(): string {
    return `SELECT ${this.#columns.map(quoted).join(', ')}`;
  }

  #copyByRowIds(): void {
    const read = `${this.#select}, rowid AS "row id" FROM ${quoted(this.#table)} WHERE rowid >= ? ORDER BY rowid`;
    // Nothing of ours has a row id below 0.
    for (let from: number | undefined = 0; from !== undefined; ) {
      let next: number = from;
      const whole = unlessDamaged(() => {
        // A statement that has met damage meets it once more before it begins anew.
        for (const row of this.#from.prepare(read).iterate(next)) {
          this.#insert(row);
          next = Number(row['row id']) + 1;
        }
      });
      if (whole !== undefined) return;
      this.#gaps += 1;
      from = nextReadable(this.#from, this.#table, next);
    }
  }

  /** A table whose key is text: what lies between the first damaged page and the last one is not found. */
  #copyFromBothEnds(): void {
    const key = this.#into
      .prepare('SELECT name FROM pragma_table_info(?) WHERE pk > 0 ORDER BY pk')
      .all(this.#table)
      .map(({ name }) => quoted(String(name)));
    for (const way of ['ASC', 'DESC']) {
      const order = key.map((column) => `${column} ${way}`).join(', ');
      const whole = unlessDamaged(() => {
        const rows = this.#from.prepare(`${this.#select} FROM ${quoted(this.#table)} ORDER BY ${order}`);
        for (const row of rows.iterate()) this.#insert(row);
      });
      if (whole !== undefined) return;
    }
    this.#gaps = 1;
  }
}

/**
 * Copies what can still be read of a damaged SQLite file into another one, table by table: into all that the other
 * one has, whose rows it replaces. Nothing of the damaged file is changed. Throws the error of SQLite where not even
 * its list of tables can be read.
 */
export function copyReadable(damaged: string, into: string): readonly ReadableTable[] {
  const from = new DatabaseSync(damaged, { readOnly: true });
  try {
    from.exec('PRAGMA trusted_schema = OFF; PRAGMA cell_size_check = ON');
    const known = new Set(
      from
        .prepare("SELECT name FROM sqlite_schema WHERE type = 'table'")
        .all()
        .map(({ name }) => name),
    );
    const target = new DatabaseSync(into);
    try {
      return target
        .prepare(
          "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite~_%' ESCAPE '~'",
        )
        .all()
        .map(({ name }) => String(name))
        .filter((name) => known.has(name))
        .map((name) => new TableCopy(from, target, name).copy());
    } finally {
      target.close();
    }
  } finally {
    from.close();
  }
}
