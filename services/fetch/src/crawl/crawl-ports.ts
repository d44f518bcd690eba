import type { FetchItem, FetchSettlement, Source, SourceQuota } from '@newsmill/contracts';
import type { FetchPolicy } from '@newsmill/fetch';
import type { HttpClient } from '@newsmill/http';
import type { SourceUsage, StagePorts } from '@newsmill/runtime';
import type { ReadingThread } from '@newsmill/reading';
import type { Secrets } from '@newsmill/source-files';

/** The world as the crawl may use it, and the rules that it obeys. */
export interface CrawlPorts
  extends Pick<
    StagePorts,
    'bus' | 'state' | 'archive' | 'note' | 'metrics' | 'health' | 'now' | 'random' | 'passing' | 'tracing'
  > {
  readonly http: HttpClient;
  readonly policy: FetchPolicy;
  readonly secrets: Secrets;
  /** Reads what publishers send. */
  readonly thread: ReadingThread;
  /** The configured source of that id, as loaded last. */
  readonly sourceOf: (id: string) => Source | undefined;
  /** Whether a source that is not there may come back: its file has a mistake. Its items wait. */
  readonly isUnsure?: (id: string) => boolean;
  /** Counts what is used of each source today. */
  readonly usage: Pick<SourceUsage, 'spent' | 'today'>;
  /** What a source may use a day whose file says nothing of it. */
  readonly quota: SourceQuota;
  readonly concurrency: number;
  /**
   * Messages of the next stage above which only pages of sources that take little are fetched; above twice as
   * many, none.
   */
  readonly maxQueuedPages: number;
  /** Bytes of large bodies that are on their way or worked on at a time; the others wait. */
  readonly bytesFetched: number;
  /** Group whose lag is watched. */
  readonly nextGroup: string;
  /**
   * Whether the ledger keeps what the frontier knows of a found page: where the state can be lost without it.
   */
  readonly ledgerKeepsFrontier: boolean;
  /**
   * Called after a poll while its channel is still claimed, with the number of found pages that were not
   * known; answers how it is settled.
   */
  readonly follow?: (
    item: FetchItem,
    source: Source,
    settlement: FetchSettlement,
    fresh: number,
  ) => Promise<FetchSettlement>;
  /**
   * Works on a channel that is no address to ask (an archive of old pages) and answers how it is settled;
   * undefined for every other item.
   */
  readonly workOff?: (
    item: FetchItem,
    source: Source,
    signal: AbortSignal,
  ) => Promise<FetchSettlement | undefined>;
}
