import { discoveryDelay, type ArticleDocument, type NamedField } from '@newsmill/contracts';
import { editedBy, type EditHistory } from '../../edit-history.ts';
import { sourcesOf } from '../../other-tellers.ts';
import { directionOf } from '../../rank/nearness.ts';
import { firstRowOf, rowsPerSecond } from '../search/sql-condition.ts';
import { packJson, type StoredArticle } from '../stored-document.ts';
import { writeFacts } from './article-facts.ts';
import type { Vocabulary } from './vocabulary.ts';
import type { WordTable } from './word-table.ts';
import type { LibraryStatement } from '../library-statement.ts';

/** What of the library's file is needed to keep an article. */
interface ArticleFile {
  statement(sql: string): LibraryStatement;
  readonly words: WordTable;
  readonly vocabulary: Vocabulary;
}

/**
 * A document as it is taken in: its JSON, when, and when for the first time (epoch ms), the article whose place it
 * takes, the head of the family
 * that its link leads to, if it has one, the sources that told of it besides its own, and its earlier versions.
 */
export interface Taken {
  readonly json: string;
  readonly indexed: number;
  readonly entered: number;
  readonly replaced: StoredArticle | undefined;
  readonly original: string | undefined;
  readonly told: readonly string[];
  readonly history: EditHistory;
}

/** Everything that is kept of a document, in a row that is free: that of the one before was cleared. */
export function insertArticle(
  file: ArticleFile,
  id: number,
  document: ArticleDocument,
  { json, indexed, entered, replaced, original, told, history }: Taken,
): void {
  const { edits, gone } = editedBy(history, document.version);
  file
    .statement(
      'INSERT INTO article (id, name, version, published, month, source, language, section, authors, duplicate, named, indexed, told, edits, spelled, found, entered) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 1, ?, ?)',
    )
    .all(
      id,
      document.id,
      document.version,
      Date.parse(document.published),
      document.firstSeen.slice(0, 7),
      document.sourceId,
      document.language,
      document.section ?? '',
      JSON.stringify(document.authors),
      (document.duplicateOf ?? original) === undefined ? 0 : 1,
      JSON.stringify(namesOf(document)),
      indexed,
      JSON.stringify(told),
      JSON.stringify(edits ?? []),
      discoveryDelay(document.published, document.publishedPrecision, Date.parse(document.firstSeen)) ?? null,
      entered,
    );
  file.statement('INSERT INTO article_document (id, document) VALUES (?, ?)').all(id, packJson(json));
  file.vocabulary.replace(replaced, document);
  file.words.insert(id, { ...document, edits, sources: sourcesOf(document.sourceId, told) }, gone);
  writeFacts(file, id, document, { indexed, original });
  const vector = directionOf(document.vector);
  if (vector !== undefined)
    file.statement('INSERT INTO article_vector (id, vector) VALUES (?, ?)').all(id, vector);
}

/** Deletes everything that is kept in a row, but for what the article gave to completions. */
export function clearRow(file: ArticleFile, id: number): void {
  file.words.delete(id);
  for (const sql of [
    'DELETE FROM article_document WHERE id = ?',
    'DELETE FROM article_vector WHERE id = ?',
    'DELETE FROM article_fact WHERE id = ?',
    'DELETE FROM article WHERE id = ?',
  ])
    file.statement(sql).all(id);
}

/** A row of that second: one by the hash of the id, or the next that is free. */
export function freeRow(file: ArticleFile, name: string, published: number): number {
  const first = firstRowOf(published);
  let low = hash(name) % rowsPerSecond;
  while (file.statement('SELECT 1 FROM article WHERE id = ?').get(first + low) !== undefined)
    low = (low + 1) % rowsPerSecond;
  return first + low;
}

/** Names that are searched and counted whole, by the facet or field. */
function namesOf({
  people: person,
  organisations: organisation,
  places: place,
  topics: topic,
  subtopics: subtopic,
  extensionFacts: fact,
}: ArticleDocument): Partial<Record<NamedField | 'fact', readonly string[]>> {
  return { person, organisation, place, topic, subtopic, fact };
}

/** FNV-1a, 32 bits. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let i = 0; i < text.length; i += 1) value = Math.imul(value ^ text.charCodeAt(i), 0x01000193);
  return value >>> 0;
}
