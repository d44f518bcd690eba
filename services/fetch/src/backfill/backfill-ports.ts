import type { HttpClient } from '@newsmill/http';
import type { ReadingThread } from '@newsmill/reading';
import type { SourceUsage, StagePorts } from '@newsmill/runtime';
import type { Secrets } from '@newsmill/source-files';
import type { StateKeeper, StateReader } from '@newsmill/store';

/** What reading an archive of old pages needs. */
export interface BackfillPorts
  extends Pick<
    StagePorts,
    'bus' | 'archive' | 'note' | 'metrics' | 'health' | 'now' | 'random' | 'retryLadder' | 'tracing'
  > {
  readonly state: Pick<StateReader, 'knows'> & Pick<StateKeeper, 'importRecords'>;
  readonly http: HttpClient;
  readonly secrets: Secrets;
  readonly thread: ReadingThread;
  /** Counts what is used of each source today. */
  readonly usage: Pick<SourceUsage, 'spent'>;
  readonly pollMin: number;
  readonly pollMax: number;
  readonly maxQueuedPages: number;
  /** Product token of the crawler. */
  readonly agent: string;
  /** Whether the ledger keeps what the frontier knows of a page: where the state can be lost without it. */
  readonly ledgerKeepsFrontier: boolean;
}
