import type { Fate, FrontierItem, LedgerEvent, Settlement, StageName } from '@newsmill/contracts';

export type { FrontierItem, Settlement } from '@newsmill/contracts';

export type Added = 'new' | 'known' | 'changed';

export interface ArticleClaim {
  /** The item whose page this is. */
  readonly item: string;
  /** hash(urlKey(final URL)). */
  readonly ownId: string;
  /** hash(urlKey(same-site canonical URL)), where the page names one. */
  readonly canonicalId?: string;
}
/** `owner` is the first item that claimed the article; every other item is a duplicate of it. */
export interface ArticleClaimed {
  readonly articleId: string;
  readonly owner: string;
}

export interface FingerprintEntry {
  readonly id: string;
  /** Coarse keys: two texts that are near have one in common. */
  readonly bands: readonly string[];
  /** What the caller needs to compare exactly; at most 4 KB. */
  readonly payload: string;
  readonly expiresAt: number;
}
export interface FingerprintCandidate {
  readonly id: string;
  readonly payload: string;
}

export interface StateEntry {
  readonly key: string;
  /** null deletes. */
  readonly value: string | null;
  readonly expiresAt?: number;
}

/** The current fate of an item, with the newest event of each stage. */
export interface ItemFate {
  readonly current: LedgerEvent;
  readonly events: readonly LedgerEvent[];
}
export interface FateFilter {
  readonly fate?: Fate;
  readonly stage?: StageName;
  readonly sourceId?: string;
  /** Items whose firstSeen lies in [from, to). */
  readonly from?: number;
  readonly to?: number;
  readonly limit: number;
  readonly cursor?: string;
}
export interface FateCount {
  readonly sourceId: string;
  /** Start of the hour of firstSeen, epoch milliseconds. */
  readonly hour: number;
  readonly stage: StageName;
  readonly fate: Fate;
  readonly reason: string;
  readonly count: number;
}

/**
 * What the mill must know between messages. Only a cache of ledger and sources: it may be emptied at any time.
 * Two forms: Redis and SQLite, held to state.contract.ts. Each method is atomic and one round trip.
 */
export interface State {
  /** For each key whether the frontier has it. */
  knows(keys: readonly string[]): Promise<readonly boolean[]>;
  /** Puts items in that are not known. A known page with another stamp takes stamp and data.entry of the new one and becomes due at its dueAt (unless claimed: then right after). */
  addItems(items: readonly FrontierItem[]): Promise<readonly Added[]>;
  /** Due items whose host is free: one for each host, in order of priority, then dueAt. The claim ends by settle or after leaseMs. */
  claimItems(options: { readonly now: number; readonly limit: number; readonly leaseMs: number; readonly kinds?: readonly FrontierItem['kind'][] }): Promise<readonly FrontierItem[]>;
  settleItems(settlements: readonly Settlement[]): Promise<void>;
  /** Gives claims back unfetched; the host is free at once. */
  releaseItems(keys: readonly string[]): Promise<void>;
  /** Ends all claims at once: for a start-up that knows it is the only fetcher (the embedded form). */
  endClaims(): Promise<void>;
  /** Earliest time at which something can be claimed (ends of leases count); undefined when nothing is due ever. */
  nextClaimAt(): Promise<number | undefined>;
  getItems(keys: readonly string[]): Promise<readonly (FrontierItem | undefined)[]>;
  channels(): Promise<readonly FrontierItem[]>;
  /** Takes channels away that are no longer configured. */
  removeItems(keys: readonly string[]): Promise<void>;
  /** Due and waiting pages and channels, per source. */
  frontierCounts(): Promise<readonly { readonly sourceId: string; readonly kind: FrontierItem['kind']; readonly waiting: number; readonly claimed: number }[]>;

  read(keys: readonly string[], now: number): Promise<ReadonlyMap<string, string>>;
  write(entries: readonly StateEntry[]): Promise<void>;

  /** The article id of a page: the canonical one when that key is known to the frontier as a page, else its own. Same claim, same answer. */
  claimArticles(claims: readonly ArticleClaim[]): Promise<readonly ArticleClaimed[]>;
  /** Records all fingerprints (a known id keeps its place in the order), then answers for each the others that share a band, in the order of recording: at most 32, those that share the most bands. Entries of one call see each other. */
  matchFingerprints(entries: readonly FingerprintEntry[], now: number): Promise<readonly (readonly FingerprintCandidate[])[]>;

  /** Folds events in: for each item and stage the greatest is kept, whatever the order or repetition. */
  recordEvents(events: readonly LedgerEvent[]): Promise<void>;
  fateOf(item: string): Promise<ItemFate | undefined>;
  listFates(filter: FateFilter): Promise<{ readonly items: readonly LedgerEvent[]; readonly next?: string }>;
  countFates(filter: { readonly from?: number; readonly to?: number; readonly sourceId?: string }): Promise<readonly FateCount[]>;

  /** Empties everything. */
  clear(): Promise<void>;
  close(): Promise<void>;
}
