import type { ArticleDocument, Completion, CompletionRequest, LikeWord } from '@newsmill/contracts';
import { numberOf, textOf } from '../../../sqlite/columns.ts';
import { mostCountedLike, mostEdits, nearestWords } from '../../query/near-words.ts';
import {
  completionEntries,
  completionKey,
  completionsOf,
  entriesEach,
  foldedWords,
  spelledWord,
} from '../../query/vocabulary.ts';
import type { StoredArticle } from '../stored-document.ts';
import type { LibraryStatement } from '../library-statement.ts';

/*
 * known_word: every word that stands in an article, as the index folds it, by its letters; how many articles
 * have it is asked of the index. completion: what the beginning of a word may be completed to, with the
 * articles that have it (see completionEntries). `spelled` of an article says that both have its words.
 */
export const vocabularySchema = `
  CREATE TABLE IF NOT EXISTS known_word (letters INTEGER NOT NULL, word TEXT NOT NULL, PRIMARY KEY (letters, word)) WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS completion (entry TEXT PRIMARY KEY, articles INTEGER NOT NULL) WITHOUT ROWID;
`;

/** Words, as texts spell them, that are known to stand in the table: most words of an article are frequent ones. */
const mostRemembered = 50_000;
const addWord = 'INSERT OR IGNORE INTO known_word (letters, word) VALUES (?, ?)';

/** What words and names there are in the articles of a library. */
export class Vocabulary {
  readonly #file: { statement(sql: string): LibraryStatement };
  readonly #known = new Set<string>();

  constructor(file: { statement(sql: string): LibraryStatement }) {
    this.#file = file;
  }

  /** After a transaction that was rolled back: the table may have less than was written to it. */
  forget(): void {
    this.#known.clear();
  }

  /**
   * Takes up the words of an article, whose row says that it is `spelled`, in the place of those that it had before.
   * Completions alone forget what it no longer has: see dropUnused.
   */
  replace(before: StoredArticle | undefined, document: ArticleDocument): void {
    if (this.#known.size > mostRemembered) this.#known.clear();
    for (const word of foldedWords(document, this.#known))
      this.#file.statement(addWord).all(word.length, word);
    this.#count(before, completionEntries(document));
  }

  /** Takes back what an article gave to completions that is deleted. */
  remove(before: StoredArticle): void {
    this.#count(before, new Set());
  }

  #count(before: StoredArticle | undefined, entries: ReadonlySet<string>): void {
    const counted = before?.isSpelled === true ? completionEntries(before.document) : new Set<string>();
    for (const entry of counted) {
      if (entries.has(entry)) continue;
      this.#file.statement('UPDATE completion SET articles = articles - 1 WHERE entry = ?').all(entry);
      this.#file.statement('DELETE FROM completion WHERE entry = ? AND articles < 1').all(entry);
    }
    const count = this.#file.statement(
      'INSERT INTO completion (entry, articles) VALUES (?, 1) ON CONFLICT (entry) DO UPDATE SET articles = articles + 1',
    );
    for (const entry of entries) if (!counted.has(entry)) count.all(entry);
  }

  /** Drops the words that stand in no article any more of some that were deleted. */
  dropUnused(deleted: readonly ArticleDocument[]): void {
    const passed = new Set<string>();
    const words = new Set(deleted.flatMap((document) => [...foldedWords(document, passed)]));
    for (const word of words) {
      if (this.#articlesWith(word, 1) > 0) continue;
      this.#file.statement('DELETE FROM known_word WHERE letters = ? AND word = ?').all(word.length, word);
      this.#known.clear();
    }
  }

  #articlesWith(word: string, most: number): number {
    const row = this.#file
      .statement('SELECT count(*) AS count FROM (SELECT 1 FROM words WHERE words MATCH ? LIMIT ?)')
      .get(`{title summary content} : "${word}"`, most);
    return numberOf(row ?? {}, 'count');
  }

  complete(request: CompletionRequest): readonly Completion[] {
    const key = completionKey(request.start);
    if (key === '') return [];
    const rows = this.#file
      .statement(
        'SELECT entry, articles FROM completion WHERE entry >= ? AND entry < ? ORDER BY articles DESC, entry LIMIT ?',
      )
      .all(key, `${key}\u{10ffff}`, request.limit * entriesEach);
    return completionsOf(
      rows.map((row) => [textOf(row, 'entry'), numberOf(row, 'articles')]),
      request,
    );
  }

  /**
   * Of words that begin as the sought one does all that are of about its length; of others those that differ in
   * the first letter alone.
   */
  wordsLike(text: string): readonly LikeWord[] {
    const asked = spelledWord(text);
    const most = asked === undefined ? 0 : mostEdits(asked);
    if (asked === undefined || most === 0) return [];
    const [first = ''] = asked;
    const words = new Set<string>();
    for (let letters = asked.length - most; letters <= asked.length + most; letters += 1)
      for (const row of this.#file
        .statement('SELECT word FROM known_word WHERE letters = ? AND word >= ? AND word < ?')
        .iterate(letters, first, `${first}\u{10ffff}`))
        words.add(textOf(row, 'word'));
    for (const other of this.#startsLike(asked)) if (this.#knows(other)) words.add(other);
    return nearestWords(asked, words).flatMap(({ word, cost }) => {
      const articles = this.#articlesWith(word, mostCountedLike);
      return articles === 0 ? [] : [{ word, cost, articles }];
    });
  }

  #knows(word: string): boolean {
    return (
      this.#file
        .statement('SELECT 1 FROM known_word WHERE letters = ? AND word = ?')
        .get(word.length, word) !== undefined
    );
  }

  /** A word without its first letter, with its first two swapped, with another one in its place or before it. */
  #startsLike(word: string): string[] {
    const [first = '', second = '', ...rest] = word;
    const tail = `${second}${rest.join('')}`;
    return [
      tail,
      `${second}${first}${rest.join('')}`,
      ...this.#firstLetters(word.length).map((letter) => `${letter}${tail}`),
      ...this.#firstLetters(word.length + 1).map((letter) => `${letter}${word}`),
    ];
  }

  /** The first letters of the words of a length: each is sought behind the one before. */
  #firstLetters(length: number): string[] {
    const next = this.#file.statement('SELECT word FROM known_word WHERE letters = ? AND word > ? LIMIT 1');
    const found: string[] = [];
    for (let row = next.get(length, ''); row !== undefined; ) {
      const [letter = ''] = textOf(row, 'word');
      found.push(letter);
      row = next.get(length, `${letter}\u{10ffff}`);
    }
    return found;
  }
}
