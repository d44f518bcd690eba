import { DatabaseSync, type StatementSync } from 'node:sqlite';
import { zstdCompressSync, zstdDecompressSync } from 'node:zlib';
import type { ArticleDocument, NamedField } from '@newsmill/contracts';
import { numberOf, textOf, textOrNullOf, type Row } from '../../sqlite/columns.ts';
import { UnreadableDocument } from '../../sqlite/damage.ts';
import { makePrivateFile } from '../../sqlite/private-file.ts';
import { compareVersions } from '../compare-versions.ts';
import { documentProblem } from '../document-problem.ts';
import {
  everyVersion,
  type ArticleLink,
  type LibraryRecord,
  type Deletion,
  type WriteResult,
} from '../library.ts';
import { directionOf } from '../rank/nearness.ts';
import { RecentOrders } from './search/recent-orders.ts';
import { firstRowOf, rowsPerSecond } from './search/sql-condition.ts';
import { factSchema, lacksFacts, linkFacts, writeFacts } from './write/article-facts.ts';
import {
  descendantsOf,
  livingDocument,
  hasNoHeir,
  liftTombstone,
  nameHeir,
  originalNow,
  promoteCopy,
  reclaimPlace,
} from './write/sweep.ts';
import { WordTable } from './write/word-table.ts';

/*
 * article is narrow: filters and facets walk it. The document lies compressed in article_document; the index
 * of words (word-table.ts) keeps no text. month is that of firstSeen, as the monthly indices of the
 * distributed form have it.
 */
const schema = `
  CREATE TABLE IF NOT EXISTS article (
    id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE, version INTEGER NOT NULL, published INTEGER NOT NULL, month TEXT NOT NULL,
    source TEXT NOT NULL, language TEXT NOT NULL, section TEXT NOT NULL, authors TEXT NOT NULL, duplicate INTEGER NOT NULL, named TEXT NOT NULL DEFAULT '{}', indexed INTEGER NOT NULL DEFAULT 0);
  CREATE TABLE IF NOT EXISTS article_document (id INTEGER PRIMARY KEY, document BLOB NOT NULL);
  CREATE TABLE IF NOT EXISTS article_vector (id INTEGER PRIMARY KEY, vector BLOB NOT NULL);
  CREATE TABLE IF NOT EXISTS link (name TEXT PRIMARY KEY, original TEXT NOT NULL, since INTEGER NOT NULL, similarity REAL NOT NULL) WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS tombstone (name TEXT PRIMARY KEY, version INTEGER NOT NULL, indexed INTEGER NOT NULL DEFAULT 0, reason TEXT) WITHOUT ROWID;
`;

/** Columns that files of an earlier version lack. */
const laterColumns = [
  ['article', 'named', "TEXT NOT NULL DEFAULT '{}'"],
  ['article', 'indexed', 'INTEGER NOT NULL DEFAULT 0'],
  ['tombstone', 'indexed', 'INTEGER NOT NULL DEFAULT 0'],
  ['tombstone', 'reason', 'TEXT'],
] as const;
/** After the columns are there. */
const indices = `
  CREATE INDEX IF NOT EXISTS article_by_indexed ON article (indexed, name);
  CREATE INDEX IF NOT EXISTS link_by_original ON link (original);
  CREATE INDEX IF NOT EXISTS tombstone_by_indexed ON tombstone (indexed, name);
`;

const documents =
  'SELECT a.id, a.name, a.indexed, d.document FROM article a JOIN article_document d ON d.id = a.id';
const exports: Readonly<Record<LibraryRecord['kind'], string>> = {
  document: `${documents} WHERE a.name > ? ORDER BY a.name LIMIT ?`,
  link: 'SELECT name, original, since, similarity FROM link WHERE name > ? ORDER BY name LIMIT ?',
  tombstone: 'SELECT name, version, reason FROM tombstone WHERE name > ? ORDER BY name LIMIT ?',
};

/** A page is full at so many characters: a single article may have millions of them. */
const mostPageCharacters = 8_000_000;

/**
 * As many rows as go on one page, each as text; `next` is the name of the last of them where there are more.
 */
function pageOf(
  rows: Iterable<Row>,
  limit: number,
  write: (row: Row) => string,
): { readonly items: readonly string[]; readonly next?: string } {
  const items: string[] = [];
  let [characters, last] = [0, ''];
  for (const row of rows) {
    if (items.length === limit || characters >= mostPageCharacters) return { items, next: last };
    const text = write(row);
    items.push(text);
    characters += text.length;
    last = textOf(row, 'name');
  }
  return { items };
}

/** The file of the embedded library. Synchronous; lives in the child process. */
export class LibraryDatabase {
  readonly #database: DatabaseSync;
  readonly #statements = new Map<string, StatementSync>();
  readonly #words: WordTable;
  /** Orders that readers turn the pages of. */
  readonly orders = new RecentOrders();

  constructor(path: string) {
    makePrivateFile(path);
    this.#database = new DatabaseSync(path, { timeout: 5_000 });
    this.#database.exec(
      'PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA cache_size = -32000; PRAGMA journal_size_limit = 67108864; PRAGMA temp_store = MEMORY',
    );
    this.#database.exec(schema);
    this.#addColumns();
    this.#words = new WordTable({
      statement: (sql) => this.statement(sql),
      exec: (sql) => this.#database.exec(sql),
    });
    this.#database.exec(factSchema);
    if (lacksFacts(this)) this.#transaction(() => this.#addFacts());
  }

  /** Languages whose stems a query can look for. */
  get stemmed(): readonly string[] {
    return this.#words.stemmed;
  }

  /** Reads the facts of every article of a file from an earlier version. */
  #addFacts(): void {
    for (const row of this.statement(documents).iterate()) {
      const document: ArticleDocument = JSON.parse(readDocument(row));
      writeFacts(this, numberOf(row, 'id'), document, {
        indexed: numberOf(row, 'indexed'),
        original: this.#headOf(document.id),
      });
    }
  }

  /**
   * A file of an earlier version lacks columns that came later; articles get their values when they are
   * written again, the time they were taken in is told from their version.
   */
  #addColumns(): void {
    this.#transaction(() => {
      for (const [table, column, type] of laterColumns) {
        const has = this.#database
          .prepare('SELECT count(*) AS count FROM pragma_table_info(?) WHERE name = ?')
          .get(table, column);
        if (numberOf(has ?? {}, 'count') > 0) continue;
        this.#database.exec(`ALTER TABLE ${table} ADD COLUMN ${column} ${type}`);
        if (column === 'indexed')
          this.#database.prepare(`UPDATE ${table} SET indexed = min(version, ?)`).run(Date.now());
      }
      this.#database.exec(indices);
    });
  }

  statement(sql: string): StatementSync {
    const known = this.#statements.get(sql);
    if (known !== undefined) return known;
    const statement = this.#database.prepare(sql);
    this.#statements.set(sql, statement);
    return statement;
  }

  /** Documents as JSON; all in one transaction. `isAmend`: only over a document of the same version. */
  write(documents: readonly string[], isAmend: boolean): WriteResult[] {
    return this.#transaction(() => {
      const indexed = this.#stamp();
      return documents.map((json) => this.#writeOne(json, isAmend, indexed));
    });
  }

  /**
   * The time of a transaction: later than that of every one before, whatever the clock does, so that a reader
   * of changes misses nothing.
   */
  #stamp(): number {
    const last = this.statement(
      'SELECT max(coalesce((SELECT max(indexed) FROM article), 0), coalesce((SELECT max(indexed) FROM tombstone), 0)) AS last',
    ).get();
    return Math.max(Date.now(), numberOf(last ?? {}, 'last') + 1);
  }

  #writeOne(text: string, isAmend: boolean, indexed: number): WriteResult {
    const given: ArticleDocument = JSON.parse(text);
    const document = livingDocument(this, given);
    const json = document === given ? text : JSON.stringify(document);
    const published = Date.parse(document.published);
    const problem = documentProblem(document);
    if (problem !== undefined) return { kind: 'rejected', detail: problem };
    const stored = this.statement('SELECT id, version FROM article WHERE name = ?').get(document.id);
    const buried = this.statement('SELECT version FROM tombstone WHERE name = ?').get(document.id);
    const newest = Math.max(
      stored === undefined ? -1 : numberOf(stored, 'version'),
      buried === undefined ? -1 : numberOf(buried, 'version'),
    );
    if (!isAmend && newest === everyVersion) return { kind: 'taken-down' };
    if (isAmend ? stored === undefined || newest !== document.version : newest >= document.version)
      return isAmend || stored === undefined
        ? { kind: 'stale' }
        : this.#compare(document, numberOf(stored, 'id'));
    if (stored !== undefined) this.#delete(numberOf(stored, 'id'));
    const isBack = stored === undefined && reclaimPlace(this, document.id);
    this.#insert(this.#freeRow(document.id, published), document, { json, indexed });
    if (isBack) for (const copy of descendantsOf(this, document.id)) this.#tellFamily(copy, indexed);
    return { kind: 'written' };
  }

  /** Everything that is kept of a document, in a row that is free. */
  #insert(
    id: number,
    document: ArticleDocument,
    { json, indexed }: { readonly json: string; readonly indexed: number },
  ): void {
    const published = Date.parse(document.published);
    const original = this.#headOf(document.id);
    this.statement(
      'INSERT INTO article (id, name, version, published, month, source, language, section, authors, duplicate, named, indexed) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)',
    ).run(
      id,
      document.id,
      document.version,
      published,
      document.firstSeen.slice(0, 7),
      document.sourceId,
      document.language,
      document.section ?? '',
      JSON.stringify(document.authors),
      (document.duplicateOf ?? original) === undefined ? 0 : 1,
      JSON.stringify(namesOf(document)),
      indexed,
    );
    this.statement('INSERT INTO article_document (id, document) VALUES (?, ?)').run(
      id,
      zstdCompressSync(json),
    );
    this.#words.insert(id, document);
    writeFacts(this, id, document, { indexed, original });
    const vector = directionOf(document.vector);
    if (vector !== undefined)
      this.statement('INSERT INTO article_vector (id, vector) VALUES (?, ?)').run(id, vector);
  }

  /** The version alone does not say that the document is stored: only the stored one does. */
  #compare(document: ArticleDocument, row: number): WriteResult {
    const stored = this.statement(`${documents} WHERE a.id = ?`).get(row);
    return stored === undefined
      ? { kind: 'stale' }
      : compareVersions(document, JSON.parse(readDocument(stored)));
  }

  #linkOf(name: string): Row | undefined {
    return this.statement('SELECT original, similarity FROM link WHERE name = ?').get(name);
  }

  /** The head of the family that its link leads to; undefined for what is no copy. */
  #headOf(name: string): string | undefined {
    const link = this.#linkOf(name);
    const head = link === undefined ? name : originalNow(this, name, textOf(link, 'original'));
    return head === name ? undefined : head;
  }

  /**
   * The document of a row as readers see it: with the time it was taken in, and its link, whether that came
   * before the document or after.
   */
  #withLink(row: Row): string {
    const link = this.#linkOf(textOf(row, 'name'));
    const indexed = new Date(numberOf(row, 'indexed')).toISOString();
    const json = readDocument(row);
    if (link === undefined) return `${json.slice(0, -1)},"indexed":"${indexed}"}`;
    const document: ArticleDocument = JSON.parse(json);
    const original = originalNow(this, document.id, textOf(link, 'original'));
    if (original === document.id) return `${json.slice(0, -1)},"indexed":"${indexed}"}`;
    return JSON.stringify({
      ...document,
      indexed,
      duplicateOf: original,
      familyId: original,
      similarity: numberOf(link, 'similarity'),
    });
  }

  /**
   * Links stand beside the documents, which stay as they were written; one that changes what an article says
   * is a change of it.
   */
  link(links: readonly ArticleLink[]): void {
    this.#transaction(() => {
      const indexed = this.#stamp();
      for (const link of links) {
        // The first copy of an article that is gone takes its place.
        if (hasNoHeir(this, link.duplicateOf)) nameHeir(this, link.duplicateOf, link.id);
        const { changes } = this.statement(
          'INSERT INTO link (name, original, since, similarity) VALUES (?, ?, ?, ?) ON CONFLICT (name) DO UPDATE SET original = excluded.original, since = excluded.since, similarity = excluded.similarity WHERE (excluded.since, excluded.original) < (since, original)',
        ).run(link.id, link.duplicateOf, link.since, link.similarity);
        if (changes === 0) continue;
        for (const member of [link.id, ...descendantsOf(this, link.id)]) this.#tellFamily(member, indexed);
      }
    });
  }

  /** Writes down of which family an article is now. */
  #tellFamily(name: string, indexed: number): void {
    const head = this.#headOf(name);
    this.statement('UPDATE article SET duplicate = ?, indexed = ? WHERE name = ?').run(
      head === undefined ? 0 : 1,
      indexed,
      name,
    );
    linkFacts(this, { name, family: head ?? name }, indexed);
  }

  /** A row of that second: one by the hash of the id, or the next that is free. */
  #freeRow(name: string, published: number): number {
    const first = firstRowOf(published);
    let low = hash(name) % rowsPerSecond;
    while (this.statement('SELECT 1 FROM article WHERE id = ?').get(first + low) !== undefined)
      low = (low + 1) % rowsPerSecond;
    return first + low;
  }

  #delete(id: number): void {
    this.#words.delete(id);
    for (const sql of [
      'DELETE FROM article_document WHERE id = ?',
      'DELETE FROM article_vector WHERE id = ?',
      'DELETE FROM article_fact WHERE id = ?',
      'DELETE FROM article WHERE id = ?',
    ])
      this.statement(sql).run(id);
  }

  /** Deletes for good. */
  takeDown(ids: readonly string[]): void {
    this.remove(ids.map((id) => ({ id, version: everyVersion, reason: 'taken-down' })));
  }

  lift(ids: readonly string[]): void {
    this.#transaction(() => {
      for (const id of ids) liftTombstone(this, id);
    });
  }

  /** Everything that is kept of an article, from its document and the link that it has now. */
  #keepAnew(name: string, indexed: number): void {
    const row = this.statement(`${documents} WHERE a.name = ?`).get(name);
    if (row === undefined) return;
    const document = livingDocument(this, JSON.parse(readDocument(row)));
    this.#delete(numberOf(row, 'id'));
    this.#insert(numberOf(row, 'id'), document, { json: JSON.stringify(document), indexed });
  }

  documentOf(row: Row): string {
    return readDocument(row);
  }

  remove(entries: readonly Deletion[]): void {
    this.#transaction(() => {
      const indexed = this.#stamp();
      for (const { id, version, reason, heir } of entries) {
        this.statement(
          'INSERT INTO tombstone (name, version, indexed, reason) VALUES (?, ?, ?, ?) ON CONFLICT (name) DO UPDATE SET version = excluded.version, indexed = excluded.indexed, reason = excluded.reason WHERE excluded.version > version',
        ).run(id, version, indexed, reason ?? null);
        const stored = this.statement('SELECT id FROM article WHERE name = ? AND version <= ?').get(
          id,
          version,
        );
        if (stored !== undefined) this.#delete(numberOf(stored, 'id'));
        const isThere = this.statement('SELECT 1 FROM article WHERE name = ?').get(id) !== undefined;
        if (!isThere) for (const name of promoteCopy(this, id, heir)) this.#keepAnew(name, indexed);
      }
    });
  }

  get(name: string): string | undefined {
    const row = this.statement(`${documents} WHERE a.name = ?`).get(name);
    return row === undefined ? undefined : this.#withLink(row);
  }

  /** The document in a row; undefined when the row is gone. */
  at(id: number): string | undefined {
    const row = this.statement(`${documents} WHERE a.id = ?`).get(id);
    return row === undefined ? undefined : this.#withLink(row);
  }

  list(options: { readonly after?: string; readonly limit: number }): {
    readonly items: readonly string[];
    readonly next?: string;
  } {
    return pageOf(
      this.statement(exports.document).iterate(options.after ?? '', options.limit + 1),
      options.limit,
      (row) => this.#withLink(row),
    );
  }

  /** Records of one kind after a name, in order of names, each as JSON. */
  export(
    part: LibraryRecord['kind'],
    after: string,
    limit: number,
  ): { readonly records: readonly string[]; readonly next?: string } {
    const { items: records, ...rest } = pageOf(
      this.statement(exports[part]).iterate(after, limit + 1),
      limit,
      (row) => recordOf(part, row),
    );
    return { records, ...rest };
  }

  /**
   * Makes everything again that is derived from documents, after a name, in order of names; one transaction.
   */
  rebuild(after: string, limit: number): { readonly rebuilt: number; readonly next?: string } {
    return this.#transaction(() => {
      if (after === '') this.#words.begin();
      const rows = this.statement(exports.document).all(after, limit);
      for (const row of rows) {
        const [id, json] = [numberOf(row, 'id'), readDocument(row)];
        this.#delete(id);
        this.#insert(id, JSON.parse(json), { json, indexed: numberOf(row, 'indexed') });
      }
      const last = rows.at(-1);
      if (rows.length < limit) this.#words.finish();
      return rows.length < limit || last === undefined
        ? { rebuilt: rows.length }
        : { rebuilt: rows.length, next: textOf(last, 'name') };
    });
  }

  /** Throws when the file cannot be written now. */
  check(): void {
    this.#transaction(() => undefined);
  }

  count(): number {
    return numberOf(this.statement('SELECT count(*) AS count FROM article').get() ?? {}, 'count');
  }

  close(): void {
    this.#statements.clear();
    this.#database.close();
  }

  #transaction<T>(work: () => T): T {
    this.#database.exec('BEGIN IMMEDIATE');
    try {
      const answer = work();
      this.#database.exec('COMMIT');
      return answer;
    } catch (error) {
      if (this.#database.isTransaction) this.#database.exec('ROLLBACK');
      this.#words.read();
      throw error;
    }
  }
}

/** Names that are searched and counted whole, by the facet or field. */
function namesOf({
  people: person,
  organisations: organisation,
  places: place,
  topics: topic,
}: ArticleDocument): Partial<Record<NamedField, readonly string[]>> {
  return { person, organisation, place, topic };
}

/** FNV-1a, 32 bits. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let i = 0; i < text.length; i += 1) value = Math.imul(value ^ text.charCodeAt(i), 0x01000193);
  return value >>> 0;
}

function recordOf(part: LibraryRecord['kind'], row: Row): string {
  // Documents lie there as JSON already.
  if (part === 'document') return `{"kind":"document","document":${readDocument(row)}}`;
  return JSON.stringify(
    part === 'link'
      ? { kind: part, link: linkOf(row) }
      : {
          kind: part,
          id: textOf(row, 'name'),
          version: numberOf(row, 'version'),
          reason: textOrNullOf(row, 'reason') ?? undefined,
        },
  );
}

function linkOf(row: Row): ArticleLink {
  return {
    id: textOf(row, 'name'),
    duplicateOf: textOf(row, 'original'),
    since: numberOf(row, 'since'),
    similarity: numberOf(row, 'similarity'),
  };
}

function readDocument(row: Row): string {
  const value = row['document'];
  if (typeof value !== 'object' || value === null)
    throw new UnreadableDocument('a document is no longer there');
  try {
    return zstdDecompressSync(value).toString();
  } catch (error) {
    throw new UnreadableDocument(
      `a document cannot be unpacked: ${error instanceof Error ? error.message : String(error)}`,
      { cause: error },
    );
  }
}
