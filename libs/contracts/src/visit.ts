import type { FetchedPage } from './fetched-page.ts';
import type { FrontierItem, Settlement } from './frontier-item.ts';
import type { Fate } from './ledger-event.ts';
import type { RejectReason } from './outcome.ts';

/** What follows from one visit; the runtime carries it out in this order: archive, ledger and page, discoveries, settlement. */
export interface Visit {
  readonly settlement: Settlement;
  readonly fate?: { readonly fate: Fate; readonly reason?: string; readonly detail?: string };
  readonly page?: FetchedPage;
  readonly found: readonly FrontierItem[];
  readonly dead?: { readonly reason: RejectReason; readonly detail: string };
}

/** Time and chance arrive as arguments: `now` in epoch milliseconds, `chance` in [0, 1). */
export interface Moment {
  readonly now: number;
  readonly chance: number;
  /** Pause that the host asks for (source limit or Crawl-delay), milliseconds. */
  readonly delayMs: number;
}
