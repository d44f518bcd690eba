import { DamagedFile } from '../sqlite/damage.ts';
import { numberOf, numberOrNullOf, textOf, type Row } from '../sqlite/columns.ts';
import type { SqliteFile } from '../sqlite/sqlite-file.ts';
import { isAsWritten, sumOf } from './record-sum.ts';
import {
  checkRecordName,
  recordText,
  RegistryConflict,
  type PutOptions,
  type Registry,
  type RegistryRecord,
} from './registry.ts';

// Binary order of UTF-8 is that of code points, which the Elasticsearch form has too.
const schema = `
  CREATE TABLE IF NOT EXISTS record (kind TEXT NOT NULL, id TEXT NOT NULL, value TEXT NOT NULL, revision INTEGER NOT NULL, expires_at INTEGER, sum TEXT, PRIMARY KEY (kind, id)) WITHOUT ROWID;
  CREATE INDEX IF NOT EXISTS record_expires ON record (expires_at) WHERE expires_at IS NOT NULL;
  CREATE TABLE IF NOT EXISTS revision (last INTEGER NOT NULL);
  INSERT INTO revision (last) SELECT (SELECT coalesce(max(revision), 0) FROM record) WHERE NOT EXISTS (SELECT 1 FROM revision);
`;
const isLiving = '(expires_at IS NULL OR expires_at > ?)';
const pageOfExport = 500;

export interface SqliteRegistryOptions {
  /** Closed by the caller, after the registry. Several processes may have it open. */
  readonly db: SqliteFile;
  /** Epoch milliseconds. */
  readonly now?: () => number;
}

/** The embedded registry: a table in a file. */
export function openSqliteRegistry({ db, now = Date.now }: SqliteRegistryOptions): Registry {
  return new SqliteRegistry(db, now);
}

/** Throws DamagedFile where the text is no JSON, or the record not as it was written. */
function recordOf(row: Row, path: string): RegistryRecord {
  const [kind, id, text] = [textOf(row, 'kind'), textOf(row, 'id'), textOf(row, 'value')];
  const [revision, expiresAt] = [numberOf(row, 'revision'), numberOrNullOf(row, 'expires_at')];
  const damaged = (what: string): DamagedFile =>
    new DamagedFile(
      path,
      `the ${kind} ${id} ${what}`,
      'stop the mill, then take such records out (newsmill recover) or restore a backup (newsmill restore)',
    );
  if (!isAsWritten(row, text)) throw damaged('is not as it was written');
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw damaged('cannot be read');
  }
  return { id, value, revision: String(revision), ...(expiresAt === null ? {} : { expiresAt }) };
}

class SqliteRegistry implements Registry {
  readonly #file: SqliteFile;
  readonly #now: () => number;
  #isClosed = false;

  constructor(file: SqliteFile, now: () => number) {
    this.#file = file;
    this.#now = now;
    file.execute(schema);
    // Records of an earlier release get a sum when they are next written.
    file.addColumn('record', 'sum', 'TEXT');
  }

  async get(kind: string, id: string): Promise<RegistryRecord | undefined> {
    this.#requireOpen();
    checkRecordName(kind, id);
    return this.#read(kind, id);
  }

  async put(
    kind: string,
    id: string,
    value: unknown,
    { ifRevision, expiresAt }: PutOptions = {},
  ): Promise<string> {
    this.#requireOpen();
    const text = recordText(kind, id, value);
    return this.#file.write(() => {
      this.#check(kind, id, ifRevision);
      const record = { kind, id, value: text, revision: this.#nextRevision(), expiresAt: expiresAt ?? null };
      this.#file
        .statement(
          'INSERT INTO record (kind, id, value, revision, expires_at, sum) VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (kind, id) DO UPDATE SET value = excluded.value, revision = excluded.revision, expires_at = excluded.expires_at, sum = excluded.sum',
        )
        .run(kind, id, text, record.revision, record.expiresAt, sumOf(record));
      return String(record.revision);
    });
  }

  async remove(
    kind: string,
    id: string,
    { ifRevision }: { readonly ifRevision?: string } = {},
  ): Promise<boolean> {
    this.#requireOpen();
    checkRecordName(kind, id);
    return this.#file.write(() => {
      this.#check(kind, id, ifRevision);
      return (
        this.#file
          .statement(`DELETE FROM record WHERE kind = ? AND id = ? AND ${isLiving}`)
          .run(kind, id, this.#now()).changes > 0
      );
    });
  }

  async list(
    kind: string,
    { after, limit }: { readonly after?: string; readonly limit: number },
  ): Promise<{ readonly items: readonly RegistryRecord[]; readonly next?: string }> {
    this.#requireOpen();
    checkRecordName(kind);
    const rows = this.#file
      .statement(`SELECT * FROM record WHERE kind = ? AND id > ? AND ${isLiving} ORDER BY id LIMIT ?`)
      .all(kind, after ?? '', this.#now(), limit + 1);
    const items = rows.slice(0, limit).map((row) => recordOf(row, this.#file.path));
    const next = items.at(-1)?.id;
    return rows.length > limit && next !== undefined ? { items, next } : { items };
  }

  async prune(now: number): Promise<number> {
    this.#requireOpen();
    return this.#file.write(() =>
      Number(this.#file.statement('DELETE FROM record WHERE expires_at <= ?').run(now).changes),
    );
  }

  async *exportRecords(): AsyncGenerator<RegistryRecord & { readonly kind: string }> {
    let last: readonly [string, string] = ['', ''];
    for (;;) {
      this.#requireOpen();
      const rows = this.#file
        .statement(`SELECT * FROM record WHERE (kind, id) > (?, ?) AND ${isLiving} ORDER BY kind, id LIMIT ?`)
        .all(...last, this.#now(), pageOfExport);
      for (const row of rows) yield { kind: textOf(row, 'kind'), ...recordOf(row, this.#file.path) };
      const end = rows.at(-1);
      if (end === undefined) return;
      last = [textOf(end, 'kind'), textOf(end, 'id')];
    }
  }

  async prepare(): Promise<void> {
    this.#requireOpen();
  }

  async close(): Promise<void> {
    this.#isClosed = true;
  }

  #read(kind: string, id: string): RegistryRecord | undefined {
    const row = this.#file
      .statement(`SELECT * FROM record WHERE kind = ? AND id = ? AND ${isLiving}`)
      .get(kind, id, this.#now());
    return row === undefined ? undefined : recordOf(row, this.#file.path);
  }

  #check(kind: string, id: string, ifRevision: string | null | undefined): void {
    if (ifRevision === undefined) return;
    if ((this.#read(kind, id)?.revision ?? null) !== ifRevision) throw new RegistryConflict(kind, id);
  }

  /** Never the same twice, not even for a record that was removed and made again. */
  #nextRevision(): number {
    return Number(this.#file.statement('UPDATE revision SET last = last + 1 RETURNING last').get()?.['last']);
  }

  #requireOpen(): void {
    if (this.#isClosed) throw new Error('the registry is closed');
  }
}
