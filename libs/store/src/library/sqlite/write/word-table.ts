import { namedFields, type ArticleDocument } from '@newsmill/contracts';
import { countedLanguage } from '@newsmill/text';
import { textOf } from '../../../sqlite/columns.ts';
import { exactMarks } from '../../query/exact-marks.ts';
import { indexText } from '../../query/index-tokens.ts';
import { stemLanguage, stemmedText } from '../../query/stems.ts';
import {
  everyMark,
  goneMarks,
  languageMark,
  nameMarks,
  sourceMark,
  stemColumns,
  textColumns,
} from '../search/match-expression.ts';
import type { LibraryStatement } from '../library-statement.ts';

/** What a table needs of its file. */
interface Statements {
  statement(sql: string): LibraryStatement;
  exec(sql: string): void;
}

type TableName = 'words' | 'words_next';

const columns: readonly string[] = [...textColumns, ...stemColumns];

/** How the index cuts texts into terms, as FTS5 is told. */
export const tokenizer = `tokenize = "unicode61 remove_diacritics 2 categories 'L* N* Co Mn Mc'"`;

function makeTable(name: TableName): string {
  return `CREATE VIRTUAL TABLE IF NOT EXISTS ${name} USING fts5 (${columns.join(', ')}, content = '', contentless_delete = 1, ${tokenizer})`;
}

/**
 * The full-text index: which words and stems stand in which article. It keeps no text. A file of an earlier
 * version has a table without stems; it works as it is, until every article was written once between `begin`
 * and `finish`.
 */
export class WordTable {
  readonly #file: Statements;
  /** Languages whose stems are in the table. */
  #stemmed: ReadonlySet<string> = new Set();
  #columns: readonly string[] = [];
  /** A table in the order of now is being filled beside an older one. */
  #hasNext = false;

  constructor(file: Statements) {
    this.#file = file;
    file.exec(
      `${makeTable('words')}; CREATE TABLE IF NOT EXISTS stem_language (language TEXT PRIMARY KEY) WITHOUT ROWID`,
    );
    this.read();
  }

  /** Reads what the file says of the table: at the start, and after a transaction that was rolled back. */
  read(): void {
    this.#columns = this.#columnsOf('words');
    this.#stemmed = new Set(
      this.#file
        .statement('SELECT language FROM stem_language')
        .all()
        .map((row) => textOf(row, 'language')),
    );
    this.#hasNext = this.#columnsOf('words_next').length > 0;
  }

  /** Languages whose stems a query can look for. */
  get stemmed(): readonly string[] {
    return this.#columns.length === columns.length ? [...this.#stemmed] : [];
  }

  #columnsOf(table: TableName): string[] {
    return this.#file
      .statement(`SELECT name FROM pragma_table_info('${table}')`)
      .all()
      .map((row) => textOf(row, 'name'));
  }

  /** `gone`: what earlier versions said. */
  insert(id: number, document: ArticleDocument, gone: string): void {
    const texts = indexedTexts(document, gone);
    this.#insertInto('words', this.#columns, { id, document, texts });
    if (this.#hasNext) this.#insertInto('words_next', columns, { id, document, texts });
  }

  delete(id: number): void {
    this.#file.statement('DELETE FROM words WHERE rowid = ?').all(id);
    if (this.#hasNext) this.#file.statement('DELETE FROM words_next WHERE rowid = ?').all(id);
  }

  #insertInto(
    table: TableName,
    names: readonly string[],
    {
      id,
      document,
      texts,
    }: { readonly id: number; readonly document: ArticleDocument; readonly texts: readonly string[] },
  ): void {
    const language = stemLanguage(document.language);
    if (language !== undefined && !this.#stemmed.has(language)) {
      this.#file.statement('INSERT OR IGNORE INTO stem_language (language) VALUES (?)').all(language);
      this.#stemmed = new Set([...this.#stemmed, language]);
    }
    this.#file
      .statement(`INSERT INTO ${table} (rowid, ${names.join(', ')}) VALUES (?${', ?'.repeat(names.length)})`)
      .all(id, ...texts.slice(0, names.length));
  }

  /**
   * From now on every article goes into a table with all columns too, where the file has an older one; in the
   * transaction of the caller.
   */
  begin(): void {
    if (this.#columns.length === columns.length) return;
    this.#file.exec(`DROP TABLE IF EXISTS words_next; ${makeTable('words_next')}`);
    this.#hasNext = true;
  }

  /** The new table takes the place of the older one: every article was written since `begin`. */
  finish(): void {
    if (!this.#hasNext) return;
    this.#file.exec('DROP TABLE words; ALTER TABLE words_next RENAME TO words');
    this.read();
  }
}

/** Texts of an article in the order of the columns. */
export function indexedTexts(document: ArticleDocument, gone = ''): string[] {
  const primary = countedLanguage(document.language);
  const { sourceId, sources = [sourceId] } = document;
  const meta = [everyMark, ...sources.map(sourceMark), languageMark(document.language)];
  if (document.sourceName !== undefined) meta.push(sourceMark(document.sourceName));
  if (primary !== document.language) meta.push(languageMark(primary));
  const { people = [], organisations = [], places = [], topics = [], subtopics = [], storyId } = document;
  const names = {
    person: people,
    organisation: organisations,
    place: places,
    topic: topics,
    subtopic: subtopics,
    story: storyId === undefined ? [] : [storyId],
  };
  for (const field of namedFields) for (const name of names[field]) meta.push(...nameMarks(field, name));
  meta.push(...exactMarks(document), ...goneMarks(gone));
  const texts = [
    document.title,
    document.summary ?? '',
    document.content,
    document.authors.join(' . '),
    document.section ?? '',
    document.keywords.join(' . '),
    document.tags.join(' . '),
    document.url,
  ];
  const stems = [document.title, document.summary ?? '', document.content].map((text) =>
    stemmedText(text, document.language),
  );
  return [...texts.map(indexText), meta.join(' '), ...stems];
}
