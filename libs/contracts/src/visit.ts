import type { FetchedPage } from './fetched-page.ts';
import type { FetchItem, FetchSettlement } from './fetch-item.ts';
import type { Fate, LedgerEvent } from './ledger-event.ts';
import type { DropReason, RejectReason } from './outcome.ts';

/**
 * What follows from one visit; the crawl carries it out in this order: archive, ledger and messages,
 * discoveries, settlement.
 */
export interface Visit {
  readonly settlement: FetchSettlement;
  readonly fate?: {
    readonly fate: Fate;
    readonly reason?: string;
    readonly detail?: string;
    readonly articleId?: string;
  };
  readonly page?: FetchedPage;
  /** Pages that became part of the article of this one. */
  readonly joined?: readonly { readonly item: string; readonly url: string; readonly articleId: string }[];
  readonly found: readonly FetchItem[];
  /** Keys of found pages that are left as they are where they are known. */
  readonly onlyIfNew?: ReadonlySet<string>;
  /** Keys of found pages that their channel did not tell of before, and that its source takes by its rules. */
  readonly told?: ReadonlySet<string>;
  readonly dead?: { readonly reason: RejectReason; readonly detail: string };
  /** The article that leaves the library with this visit. */
  readonly gone?: {
    readonly articleId: string;
    readonly detail: string;
    readonly reason?: DropReason;
    readonly movedTo?: string | undefined;
  };
  /** Why an article stays in the library although its page is away. */
  readonly kept?: string;
  /** Whole texts of entries that the channel carries, by key of the found page. */
  readonly contents?: ReadonlyMap<string, string>;
  /** Entries of the state to keep with the visit; null deletes. Times in epoch milliseconds. */
  readonly remember?: readonly {
    readonly key: string;
    readonly value: string | null;
    readonly expiresAt?: number;
  }[];
}

/** What a visit must know before it can be decided; the crawl asks the state, and only then. */
export interface VisitQuestion {
  /** Entries of the state. */
  readonly values: readonly string[];
  /** Items of the frontier, by key. */
  readonly items: readonly string[];
  /** Whether the ledger events of the visited item are wanted. */
  readonly events: boolean;
  /** Whether they must hold all that was said of the item before this time, epoch milliseconds. */
  readonly heardSince?: number;
  readonly answer: (known: VisitKnown) => Visit;
}

/** Items in the order of their keys. */
export interface VisitKnown {
  readonly values: ReadonlyMap<string, string>;
  readonly items: readonly (FetchItem | undefined)[];
  readonly events: readonly LedgerEvent[];
  /** Whether the ledger has heard all that it was asked for; where nothing was asked for, it has. */
  readonly isHeard: boolean;
}

/** Time and chance arrive as arguments: `now` in epoch milliseconds, `chance` in [0, 1). */
export interface Moment {
  readonly now: number;
  readonly chance: number;
  /** Pause that the host asks for (source limit or Crawl-delay), milliseconds. */
  readonly delayMs: number;
}
