import { DatabaseSync } from 'node:sqlite';
import type { ArticleDocument, ArticleVersion } from '@newsmill/contracts';
import { numberOf, textOf, type Row } from '../../sqlite/columns.ts';
import { makePrivateFile } from '../../sqlite/private-file.ts';
import { compareVersions } from '../compare-versions.ts';
import { documentProblem } from '../document-problem.ts';
import { withKept, withVersion, type EditHistory } from '../edit-history.ts';
import {
  type Page,
  type PageRequest,
  everyVersion,
  type ArticleLink,
  type LibraryRecord,
  type Deletion,
  type Telling,
  type WriteResult,
} from '../library.ts';
import { layOutTables } from './library-schema.ts';
import { headOf, linkedDocument } from './linked-document.ts';
import { originOf } from '../origin.ts';
import { exportRecords, pageOf, recordRows } from './record-pages.ts';
import { RecentOrders } from './search/recent-orders.ts';
import { readDocument, storedArticle, storedDocuments, type StoredArticle } from './stored-document.ts';
import { factSchema, lacksFacts, linkFacts, writeFacts } from './write/article-facts.ts';
import { clearRow, freeRow, insertArticle, type Taken } from './write/article-rows.ts';
import { forgetVersions, historyOf, keepHistory } from './write/edits.ts';
import {
  descendantsOf,
  livingDocument,
  hasNoHeir,
  liftTombstone,
  nameHeir,
  promoteCopy,
  reclaimPlace,
} from './write/sweep.ts';
import { countTold, keepTelling, othersWhoTold } from './write/tellings.ts';
import { Vocabulary } from './write/vocabulary.ts';
import { WordTable } from './write/word-table.ts';
import type { LibraryStatement } from './library-statement.ts';

/** The file of the embedded library. Synchronous; lives in the child process. */
export class LibraryDatabase {
  readonly #database: DatabaseSync;
  readonly #statements = new Map<string, LibraryStatement>();
  /** Which words stand in which article. */
  readonly words: WordTable;
  /** Which words and names there are. */
  readonly vocabulary: Vocabulary;
  /** Orders that readers turn the pages of. */
  readonly orders = new RecentOrders();

  constructor(path: string) {
    makePrivateFile(path);
    // No statement reaches another file: what confines the process does not cover what SQLite opens.
    this.#database = new DatabaseSync(path, { timeout: 5_000, limits: { attach: 0 } });
    this.#database.exec(
      'PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA cache_size = -32000; PRAGMA journal_size_limit = 67108864; PRAGMA temp_store = MEMORY',
    );
    layOutTables(this.#database);
    this.words = new WordTable({
      statement: (sql) => this.statement(sql),
      exec: (sql) => this.#database.exec(sql),
    });
    this.vocabulary = new Vocabulary(this);
    this.#database.exec(factSchema);
    if (lacksFacts(this)) this.#transaction(() => this.#addFacts());
  }

  /** Languages whose stems a query can look for. */
  get stemmed(): readonly string[] {
    return this.words.stemmed;
  }

  /** Reads the facts of every article of a file from an earlier version. */
  #addFacts(): void {
    for (const row of this.statement(storedDocuments).iterate()) {
      const document: ArticleDocument = JSON.parse(readDocument(row));
      writeFacts(this, numberOf(row, 'id'), document, {
        indexed: numberOf(row, 'indexed'),
        original: headOf(this, document.id),
      });
    }
  }

  statement(sql: string): LibraryStatement {
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
    const buried = this.#buriedUpTo(document.id);
    const newest = Math.max(stored === undefined ? -1 : numberOf(stored, 'version'), buried);
    if (!isAmend && newest === everyVersion) return { kind: 'taken-down' };
    if (isAmend ? stored === undefined || newest !== document.version : newest >= document.version)
      return isAmend || stored === undefined
        ? { kind: 'stale' }
        : this.#compare(document, numberOf(stored, 'id'), { indexed, buried });
    const replaced = stored === undefined ? undefined : this.#storedIn(numberOf(stored, 'id'));
    const before = historyOf(this, document.id);
    const history =
      replaced === undefined || isAmend ? before : withVersion(before, replaced.document, document);
    keepHistory(this, document.id, { before, after: history });
    if (stored !== undefined) clearRow(this, numberOf(stored, 'id'));
    const isBack = stored === undefined && reclaimPlace(this, document.id);
    const entered = replaced?.entered ?? indexed;
    this.#insert(freeRow(this, document.id, published), document, {
      json,
      indexed,
      entered,
      replaced,
      history,
    });
    if (isBack) for (const copy of descendantsOf(this, document.id)) this.#tellFamily(copy, indexed);
    return { kind: 'written' };
  }

  #insert(row: number, document: ArticleDocument, taken: Omit<Taken, 'original' | 'told'>): void {
    insertArticle(this, row, document, {
      ...taken,
      original: headOf(this, document.id),
      told: othersWhoTold(this, document.id, document.sourceId),
    });
  }

  /** The version up to which a tombstone keeps an article away; -1: there is none. */
  #buriedUpTo(name: string): number {
    const row = this.statement('SELECT version FROM tombstone WHERE name = ?').get(name);
    return row === undefined ? -1 : numberOf(row, 'version');
  }

  /**
   * The version alone does not say that the document is stored: only the stored one does. What comes late finds
   * its place among the earlier versions.
   */
  #compare(
    document: ArticleDocument,
    row: number,
    { indexed, buried }: { readonly indexed: number; readonly buried: number },
  ): WriteResult {
    const stored = this.#storedIn(row)?.document;
    if (stored === undefined) return { kind: 'stale' };
    if (document.version > buried)
      this.#changeHistory(document.id, (history) => withVersion(history, document, stored), indexed);
    return compareVersions(document, stored);
  }

  #storedIn(row: number): StoredArticle | undefined {
    const stored = this.statement(`${storedDocuments} WHERE a.id = ?`).get(row);
    return stored === undefined ? undefined : storedArticle(stored);
  }

  /** Gives an article another history; where that differs, it says something else. */
  #changeHistory(name: string, next: (history: EditHistory) => EditHistory, indexed: number): void {
    const before = historyOf(this, name);
    if (keepHistory(this, name, { before, after: next(before) })) this.#keepAnew(name, indexed);
  }

  /** Takes back versions that were kept before, such as those of a backup. */
  keep(versions: readonly ArticleVersion[]): void {
    this.#transaction(() => {
      const indexed = this.#stamp();
      for (const [id, kept] of Map.groupBy(versions, ({ id }) => id)) {
        const buried = this.#buriedUpTo(id);
        const living = kept.filter(({ version }) => version > buried);
        this.#changeHistory(id, (history) => withKept(history, living), indexed);
      }
    });
  }

  /** The earlier versions of an article that is there, the oldest first. */
  versions(name: string): readonly ArticleVersion[] {
    const row = this.statement('SELECT version FROM article WHERE name = ?').get(name);
    if (row === undefined) return [];
    return historyOf(this, name).filter(({ version }) => version < numberOf(row, 'version'));
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
        const written = this.statement(
          'INSERT INTO link (name, original, since, similarity) VALUES (?, ?, ?, ?) ON CONFLICT (name) DO UPDATE SET original = excluded.original, since = excluded.since, similarity = excluded.similarity WHERE (excluded.since, excluded.original) < (since, original) RETURNING name',
        ).all(link.id, link.duplicateOf, link.since, link.similarity);
        if (written.length === 0) continue;
        for (const member of [link.id, ...descendantsOf(this, link.id)]) this.#tellFamily(member, indexed);
      }
    });
  }

  /** Writes down of which family an article is now. */
  #tellFamily(name: string, indexed: number): void {
    const head = headOf(this, name);
    this.statement('UPDATE article SET duplicate = ?, indexed = ? WHERE name = ?').all(
      head === undefined ? 0 : 1,
      indexed,
      name,
    );
    linkFacts(this, { name, family: head ?? name }, indexed);
  }

  /** Who told of what stands beside the documents, as links do. */
  tell(tellings: readonly Telling[]): void {
    this.#transaction(() => {
      const indexed = this.#stamp();
      const names = new Set(tellings.flatMap((telling) => keepTelling(this, telling)));
      for (const name of names) {
        const row = this.statement('SELECT source, told FROM article WHERE name = ?').get(name);
        if (row === undefined) continue;
        const told = JSON.stringify(othersWhoTold(this, name, textOf(row, 'source')));
        if (told !== textOf(row, 'told')) this.#keepAnew(name, indexed);
      }
    });
  }

  countTold(): readonly (readonly [source: string, count: number])[] {
    return countTold(this);
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
    const row = this.statement(`${storedDocuments} WHERE a.name = ?`).get(name);
    if (row === undefined) return;
    const stored = storedArticle(row);
    const document = livingDocument(this, stored.document);
    clearRow(this, stored.row);
    this.#insert(stored.row, document, {
      json: JSON.stringify(document),
      indexed,
      entered: stored.entered,
      replaced: stored,
      history: historyOf(this, name),
    });
  }

  remove(entries: readonly Deletion[]): void {
    this.#transaction(() => {
      const indexed = this.#stamp();
      const deleted: ArticleDocument[] = [];
      for (const { id, version, reason, heir } of entries) {
        this.statement(
          'INSERT INTO tombstone (name, version, indexed, reason) VALUES (?, ?, ?, ?) ON CONFLICT (name) DO UPDATE SET version = excluded.version, indexed = excluded.indexed, reason = excluded.reason WHERE excluded.version > version',
        ).all(id, version, indexed, reason ?? null);
        const stored = this.statement('SELECT id FROM article WHERE name = ? AND version <= ?').get(
          id,
          version,
        );
        if (stored !== undefined) {
          const article = this.#storedIn(numberOf(stored, 'id'));
          clearRow(this, numberOf(stored, 'id'));
          if (article !== undefined) {
            this.vocabulary.remove(article);
            deleted.push(article.document);
          }
        }
        const isThere = this.statement('SELECT 1 FROM article WHERE name = ?').get(id) !== undefined;
        const isForgotten = forgetVersions(this, id, isThere ? version : everyVersion);
        if (isThere && isForgotten) this.#keepAnew(id, indexed);
        if (!isThere) for (const name of promoteCopy(this, id, heir)) this.#keepAnew(name, indexed);
      }
      this.vocabulary.dropUnused(deleted);
    });
  }

  get(name: string): string | undefined {
    const row = this.statement(`${storedDocuments} WHERE a.name = ?`).get(name);
    return row === undefined ? undefined : linkedDocument(this, row);
  }

  /** The documents of these articles as they were written, each as JSON. */
  written(names: readonly string[]): readonly string[] {
    return names.flatMap((name) => {
      const row = this.statement(`${storedDocuments} WHERE a.name = ?`).get(name);
      return row === undefined ? [] : [readDocument(row)];
    });
  }

  /** The document in a row; undefined when the row is gone. */
  at(id: number): string | undefined {
    const row = this.statement(`${storedDocuments} WHERE a.id = ?`).get(id);
    return row === undefined ? undefined : linkedDocument(this, row);
  }

  list(request: PageRequest): Page<string> {
    return this.#documents(request, (row) => linkedDocument(this, row));
  }

  origins(request: PageRequest): Page<string> {
    return this.#documents(request, (row) => JSON.stringify(originOf(JSON.parse(readDocument(row)))));
  }

  #documents({ after = '', limit }: PageRequest, write: (row: Row) => string): Page<string> {
    return pageOf(this.statement(recordRows.document).iterate(after, limit + 1), limit, write);
  }

  /** Records of one kind after a name, in order of names, each as JSON. */
  export(
    part: LibraryRecord['kind'],
    after: string,
    limit: number,
  ): { readonly records: readonly string[]; readonly next?: string } {
    return exportRecords(this, part, { after, limit });
  }

  /**
   * Makes everything again that is derived from documents, after a name, in order of names; one transaction.
   */
  rebuild(after: string, limit: number): { readonly rebuilt: number; readonly next?: string } {
    return this.#transaction(() => {
      if (after === '') this.words.begin();
      const rows = this.statement(recordRows.document).all(after, limit);
      for (const row of rows) {
        const stored = storedArticle(row);
        const { document, json, indexed, entered } = stored;
        // Taken back and counted again, so that what the table lacks comes in.
        this.vocabulary.remove(stored);
        clearRow(this, stored.row);
        this.#insert(stored.row, document, {
          json,
          indexed,
          entered,
          replaced: undefined,
          history: historyOf(this, document.id),
        });
      }
      const last = rows.at(-1);
      if (rows.length < limit) this.words.finish();
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
      this.words.read();
      this.vocabulary.forget();
      throw error;
    }
  }
}
