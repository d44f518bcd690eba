import type { ChangeFilter, LibraryChange } from '../library.ts';
import { indexedTexts } from '../sqlite/write/word-table.ts';
import { compileSearch, type CompiledSearch, type ReadArticle } from './compile-search.ts';
import { TermReader } from './term-reader.ts';

interface Kept extends CompiledSearch {
  readonly id: string;
}

type DocumentChange = Extract<LibraryChange, { readonly kind: 'document' }>;

/** Articles that are read at a time, so that the event loop is not held for long. */
const mostAtATime = 10;

/**
 * Which of many searches find an article, at a cost that hardly grows with their number: a search is kept
 * under the terms of which an article must have one, and only those are tried whose terms it has. Finds
 * exactly what the library finds. No files.
 */
export class SearchMatcher {
  readonly #terms = new TermReader();
  readonly #searches = new Map<string, Kept>();
  readonly #byTerm = new Map<string, Set<Kept>>();
  /** By the length of the beginning of a term, and the beginning. */
  readonly #byStart = new Map<number, Map<string, Set<Kept>>>();
  /** Those that ask for no term. */
  readonly #open = new Set<Kept>();

  /**
   * Keeps a search in the place of the one of that id. False, and none is kept, where an article by itself
   * does not tell whether it is found: the library is to be asked. Throws RangeError for a query beyond all
   * measure.
   */
  put(id: string, filter: ChangeFilter): boolean {
    this.remove(id);
    const search = compileSearch(filter, (text) => this.#terms.termsOf(text));
    if (search === undefined) return false;
    const kept: Kept = { ...search, id };
    this.#searches.set(id, kept);
    if (kept.key === undefined) this.#open.add(kept);
    for (const { term, isPrefix } of kept.key ?? []) {
      const places = this.#placesOf(term, isPrefix);
      places.set(term, (places.get(term) ?? new Set()).add(kept));
    }
    return true;
  }

  remove(id: string): void {
    const kept = this.#searches.get(id);
    if (kept === undefined) return;
    this.#searches.delete(id);
    this.#open.delete(kept);
    for (const { term, isPrefix } of kept.key ?? []) {
      const places = this.#placesOf(term, isPrefix);
      const place = places.get(term);
      if (place?.delete(kept) === true && place.size === 0) places.delete(term);
    }
  }

  close(): void {
    this.#terms.close();
  }

  /** The ids of the articles that each search finds, by its id; `now`: what relative bounds begin from. */
  async match(
    changes: readonly DocumentChange[],
    now: number,
  ): Promise<ReadonlyMap<string, ReadonlySet<string>>> {
    const found = new Map<string, Set<string>>();
    if (this.#searches.size === 0) return found;
    for (const [place, change] of changes.entries()) {
      if (place % mostAtATime === mostAtATime - 1) await new Promise((resolve) => setImmediate(resolve));
      const article = this.#read(change);
      for (const { id } of this.#finds(article, now))
        found.set(id, (found.get(id) ?? new Set()).add(article.document.id));
    }
    return found;
  }

  #read({ document, indexed }: DocumentChange): ReadArticle {
    const columns = indexedTexts(document).map((text) => this.#terms.termsOf(text));
    const masks = new Map<string, number>();
    for (const [column, terms] of columns.entries())
      for (const term of terms) masks.set(term, (masks.get(term) ?? 0) | (1 << column));
    return { document, indexed: Date.parse(indexed), masks, columns };
  }

  #finds(article: ReadArticle, now: number): Set<Kept> {
    const tried = new Set<Kept>();
    const finds = new Set<Kept>();
    const tryAll = (searches: ReadonlySet<Kept>) => {
      for (const search of searches) {
        if (tried.has(search)) continue;
        tried.add(search);
        if (search.finds(article, now)) finds.add(search);
      }
    };
    tryAll(this.#open);
    for (const term of article.masks.keys()) {
      const searches = this.#byTerm.get(term);
      if (searches !== undefined) tryAll(searches);
      for (const [length, starts] of this.#byStart) {
        const begun = term.length < length ? undefined : starts.get(term.slice(0, length));
        if (begun !== undefined) tryAll(begun);
      }
    }
    return finds;
  }

  #placesOf(term: string, isPrefix: boolean): Map<string, Set<Kept>> {
    if (!isPrefix) return this.#byTerm;
    const starts = this.#byStart.get(term.length) ?? new Map<string, Set<Kept>>();
    this.#byStart.set(term.length, starts);
    return starts;
  }
}
