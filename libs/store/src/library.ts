import type { ArticleDocument, SearchPage, SearchRequest } from '@newsmill/contracts';

/** `stale`: the stored version is equal or newer, which is success. `rejected`: again would not help. */
export type WriteResult = { readonly kind: 'written' } | { readonly kind: 'stale' } | { readonly kind: 'rejected'; readonly detail: string };

/** `id` is a copy of `duplicateOf`; `similarity` lies between 0 and 1. */
export interface ArticleLink {
  readonly id: string;
  readonly duplicateOf: string;
  readonly since: number;
  readonly similarity: number;
}

/**
 * Articles: write, search, delete. The monthly index of an article is chosen by firstSeen alone, so an id lives in one index.
 * Two forms: Elasticsearch and SQLite, held to library.contract.ts.
 * Errors: LibraryTimeout when a search takes longer than 2 s (it was ended); BadCursor.
 */
export interface Library {
  /** Writes with external versions; answers in the order of `documents`. Resolves when durable. */
  write(documents: readonly ArticleDocument[]): Promise<readonly WriteResult[]>;
  /** Deletes; a tombstone keeps versions up to `version` from coming back. */
  remove(entries: readonly { readonly id: string; readonly version: number }[]): Promise<void>;
  /**
   * Marks articles as copies of others, whether they are already here or come later. Of several links for one id that with
   * the smallest `since` (epoch ms, publication of the original) holds. Versions stay as they are.
   */
  link(links: readonly ArticleLink[]): Promise<void>;
  get(id: string): Promise<ArticleDocument | undefined>;
  search(request: SearchRequest): Promise<SearchPage>;
  /** All ids with their versions, in pages, for audits and exports. */
  list(options: { readonly after?: string; readonly limit: number }): Promise<{ readonly items: readonly ArticleDocument[]; readonly next?: string }>;
  count(): Promise<number>;
  /** Makes what was written visible to searches (Elasticsearch refreshes by itself each second). */
  refresh(): Promise<void>;
  close(): Promise<void>;
}

/** The search took longer than its limit and was ended. */
export class LibraryTimeout extends Error {
  override readonly name = 'LibraryTimeout';
  constructor(limitMs: number) {
    super(`the search took longer than ${limitMs} ms and was ended; ask for fewer or rarer words, or a shorter span of time`);
  }
}

/** The cursor was not made by this library for this query. */
export class BadCursor extends Error {
  override readonly name = 'BadCursor';
  constructor(cursor: string) {
    super(`the cursor ${JSON.stringify(cursor.slice(0, 80))} is not one of ours; start again without it`);
  }
}
