import { DatabaseSync, type SQLInputValue, type SQLOutputValue } from 'node:sqlite';
import { isDamage } from './damage.ts';
import { pageKeys } from './page-keys.ts';

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
  readonly #path: string;
  readonly #from: DatabaseSync;
  readonly #into: DatabaseSync;
  readonly #table: string;
  readonly #columns: readonly string[];
  /** Whether the row was not there. */
  readonly #insert: (row: Row) => boolean;
  #rows = 0;
  #gaps = 0;

  constructor(
    path: string,
    {
      from,
      into,
      table,
    }: { readonly from: DatabaseSync; readonly into: DatabaseSync; readonly table: string },
  ) {
    this.#path = path;
    this.#from = from;
    this.#into = into;
    this.#table = table;
    const columnsOf = (file: DatabaseSync): string[] =>
      file
        .prepare('SELECT name FROM pragma_table_info(?)')
        .all(table)
        .map(({ name }) => String(name));
    // A file of an earlier version lacks columns, which stay empty.
    const theirs = new Set(columnsOf(from));
    this.#columns = columnsOf(into).filter((name) => theirs.has(name));
    const statement = into.prepare(
      `INSERT OR IGNORE INTO ${quoted(table)} (${this.#columns.map(quoted).join(', ')}) VALUES (${this.#columns.map(() => '?').join(', ')})`,
    );
    this.#insert = (row) => {
      const values = this.#columns.map((column): SQLInputValue => row[column] ?? null);
      const { changes } = statement.run(...values);
      this.#rows += Number(changes);
      if (changes > 0 && this.#rows % rowsInCommit === 0) into.exec('COMMIT; BEGIN');
      return changes > 0;
    };
  }

  copy(): ReadableTable {
    this.#into.exec(`BEGIN; DELETE FROM ${quoted(this.#table)}`);
    const hasRowIds =
      this.#into.prepare('SELECT wr FROM pragma_table_list(?)').get(this.#table)?.['wr'] === 0;
    if (hasRowIds) this.#copyByRowIds();
    else this.#copyByKeys();
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

  /**
   * A table whose key is text: it is read on from every place that a page of the file names. That a row is there is
   * what SQLite says, so none that was removed comes back from an old page.
   */
  #copyByKeys(): void {
    const key = this.#into
      .prepare('SELECT name FROM pragma_table_info(?) WHERE pk > 0 ORDER BY pk')
      .all(this.#table)
      .map(({ name }) => quoted(String(name)));
    const order = key.join(', ');
    const marks = key.map(() => '?').join(', ');
    const all = `${this.#select} FROM ${quoted(this.#table)}`;
    if (!this.#copyOn(`${all} ORDER BY ${order}`, [])) return;
    const onwards = `${all} WHERE (${order}) >= (${marks}) ORDER BY ${order}`;
    // SQLite looks for what lies between two leaves on the left one, on the way back on the right one.
    const back = `${all} WHERE (${order}) <= (${marks}) ORDER BY ${key.map((name) => `${name} DESC`).join(', ')} LIMIT 1`;
    const { page_size: bytes } = this.#from.prepare('PRAGMA page_size').get() ?? {};
    for (const place of pageKeys(this.#path, key.length, Number(bytes)))
      for (const sql of [onwards, back]) this.#copyOn(sql, place);
  }

  /** Copies rows until one is there already, which others came behind. Whether it met damage. */
  #copyOn(sql: string, place: readonly SQLInputValue[]): boolean {
    let copied = 0;
    const whole = unlessDamaged(() => {
      for (const row of this.#from.prepare(sql).iterate(...place)) {
        if (!this.#insert(row)) return;
        copied += 1;
      }
    });
    if (whole !== undefined) return false;
    if (copied > 0 || place.length === 0) this.#gaps += 1;
    return true;
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
        .map((name) => new TableCopy(damaged, { from, into: target, table: name }).copy());
    } finally {
      target.close();
    }
  } finally {
    from.close();
  }
}
