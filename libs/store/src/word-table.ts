import type { StatementSync } from 'node:sqlite';
import type { ArticleDocument } from '@newsmill/contracts';
import { numberOf, textOf, type Row } from './columns.ts';
import { exactMarks } from './exact-marks.ts';
import { indexText } from './index-tokens.ts';
import { everyMark, languageMark, nameMarks, sourceMark, stemColumns, textColumns } from './match-expression.ts';
import { stemLanguage, stemmedText } from './stems.ts';

/** What a table needs of its file. */
interface Statements {
  statement(sql: string): StatementSync;
  exec(sql: string): void;
}

type TableName = 'words' | 'words_next';

const columns: readonly string[] = [...textColumns, ...stemColumns];

function makeTable(name: TableName): string {
  return `CREATE VIRTUAL TABLE IF NOT EXISTS ${name} USING fts5 (${columns.join(', ')}, content = '', contentless_delete = 1, tokenize = "unicode61 remove_diacritics 2 categories 'L* N* Co Mn Mc'")`;
}

/**
 * The full-text index: which words and stems stand in which article. It keeps no text. A file of an earlier version has a table without
 * stems; it works as it is, and `rebuild` makes the new one beside it.
 */
export class WordTable {
  readonly #file: Statements;
  /** Languages whose stems are in the table. */
  #stemmed: ReadonlySet<string> = new Set();
  #columns: readonly string[] = [];
  /** The last row that a rebuild under way has done. */
  #rebuiltTo: number | undefined;

  constructor(file: Statements) {
    this.#file = file;
    file.exec(`${makeTable('words')}; CREATE TABLE IF NOT EXISTS stem_language (language TEXT PRIMARY KEY) WITHOUT ROWID`);
    this.read();
  }

  /** Reads what the file says of the table: at the start, and after a transaction that was rolled back. */
  read(): void {
    this.#columns = this.#columnsOf('words');
    this.#stemmed = new Set(this.#file.statement('SELECT language FROM stem_language').all().map((row) => textOf(row, 'language')));
    this.#rebuiltTo = this.#columnsOf('words_next').length === 0 ? undefined : this.#lastRowOfNext();
  }

  #lastRowOfNext(): number {
    const row = this.#file.statement('SELECT rowid AS id FROM words_next ORDER BY rowid DESC LIMIT 1').get();
    return row === undefined ? Number.MIN_SAFE_INTEGER : numberOf(row, 'id');
  }

  /** Languages whose stems a query can look for. */
  get stemmed(): readonly string[] {
    return this.#columns.length === columns.length ? [...this.#stemmed] : [];
  }

  #columnsOf(table: TableName): string[] {
    return this.#file.statement(`SELECT name FROM pragma_table_info('${table}')`).all().map((row) => textOf(row, 'name'));
  }

  insert(id: number, document: ArticleDocument): void {
    this.#insertInto('words', this.#columns, id, document);
    if (this.#isRebuilt(id)) this.#insertInto('words_next', columns, id, document);
  }

  delete(id: number): void {
    this.#file.statement('DELETE FROM words WHERE rowid = ?').run(id);
    if (this.#isRebuilt(id)) this.#file.statement('DELETE FROM words_next WHERE rowid = ?').run(id);
  }

  #insertInto(table: TableName, names: readonly string[], id: number, document: ArticleDocument): void {
    const language = stemLanguage(document.language);
    if (language !== undefined && !this.#stemmed.has(language)) {
      this.#file.statement('INSERT OR IGNORE INTO stem_language (language) VALUES (?)').run(language);
      this.#stemmed = new Set([...this.#stemmed, language]);
    }
    this.#file.statement(`INSERT INTO ${table} (rowid, ${names.join(', ')}) VALUES (?${', ?'.repeat(names.length)})`).run(id, ...indexedTexts(document).slice(0, names.length));
  }

  #isRebuilt(id: number): boolean {
    return this.#rebuiltTo !== undefined && id <= this.#rebuiltTo;
  }

  /**
   * One step of making the table anew from the documents, in the transaction of the caller; searches see the old one until the last step.
   * Answers how many articles it did: 0 when the new table has taken the place of the old one.
   */
  rebuild(limit: number, readDocument: (row: Row) => ArticleDocument): number {
    if (this.#rebuiltTo === undefined) {
      this.#file.exec(makeTable('words_next'));
      this.#rebuiltTo = Number.MIN_SAFE_INTEGER;
    }
    const rows = this.#file.statement('SELECT id, document FROM article_document WHERE id > ? ORDER BY id LIMIT ?').all(this.#rebuiltTo, limit);
    for (const row of rows) {
      const id = numberOf(row, 'id');
      this.#insertInto('words_next', columns, id, readDocument(row));
      this.#rebuiltTo = id;
    }
    if (rows.length > 0) return rows.length;
    this.#file.exec('DROP TABLE words; ALTER TABLE words_next RENAME TO words');
    this.read();
    return 0;
  }
}

/** Texts of an article in the order of the columns. */
function indexedTexts(document: ArticleDocument): string[] {
  const primary = document.language.split('-')[0] ?? '';
  const meta = [everyMark, sourceMark(document.sourceId), languageMark(document.language)];
  if (document.sourceName !== undefined) meta.push(sourceMark(document.sourceName));
  if (primary !== document.language) meta.push(languageMark(primary));
  const { people = [], organisations = [], places = [], topics = [], storyId } = document;
  const names = { person: people, organisation: organisations, place: places, topic: topics, story: storyId === undefined ? [] : [storyId] };
  for (const field of ['person', 'organisation', 'place', 'topic', 'story'] as const) for (const name of names[field]) meta.push(...nameMarks(field, name));
  meta.push(...exactMarks(document));
  const texts = [document.title, document.summary ?? '', document.content, document.authors.join(' . '), document.section ?? '', document.keywords.join(' . '), document.tags.join(' . '), document.url];
  const stems = [document.title, document.summary ?? '', document.content].map((text) => stemmedText(text, document.language));
  return [...texts.map(indexText), meta.join(' '), ...stems];
}
