import type { StoredMemory } from './item-memory.ts';

/** Something to fetch. Times in epoch milliseconds. */
export interface FrontierItem<Memory extends StoredMemory = StoredMemory> {
  /** hash(urlKey(url)); of a channel prefixed with `channel:`. */
  readonly key: string;
  readonly kind: 'channel' | 'page';
  readonly url: string;
  readonly sourceId: string;
  /** host:port; one request in flight for each. */
  readonly host: string;
  /** Registrable domain; a 429 slows all its hosts. */
  readonly domain: string;
  /** When it is to be fetched next; null: at rest. */
  readonly dueAt: number | null;
  /** Smaller goes first among due items of a host, and among hosts. */
  readonly priority: number;
  /** Failed tries since the last success. */
  readonly attempt: number;
  readonly firstSeen: number;
  /** When it was last fetched with success; 0: never. */
  readonly fetchedAt: number;
  /**
   * Of a page, what each channel said of it last (see page-stamp.ts); a change makes a known page due again.
   */
  readonly stamp: string;
  /** Validators, feed entry, channel settings (see item-memory.ts). */
  readonly data: Memory;
}

/** What became of a claimed item; releases its host. */
export interface Settlement<Memory extends StoredMemory = StoredMemory> {
  readonly key: string;
  readonly dueAt: number | null;
  readonly attempt: number;
  readonly fetchedAt: number;
  readonly data: Memory;
  /** Next request to the host not before. */
  readonly hostFreeAt: number;
  /** 429 or 503 with Retry-After: no request to any host of the domain before. */
  readonly domainFreeAt?: number;
}
