import type { Fate, LedgerEvent, StageName } from '@newsmill/contracts';

/** Where an item is, how it came there and what comes next. */
export interface ItemView {
  readonly item: string;
  readonly url: string;
  readonly sourceId: string;
  readonly fate: Fate;
  readonly stage: StageName;
  readonly reason?: string;
  readonly articleId?: string;
  /** Trace of the newest visit (W3C trace context); spans of it are where traces are on. */
  readonly traceId?: string;
  /** Where a viewer shows it, where the settings name one. */
  readonly viewer?: string;
  /** The fate in a sentence. */
  readonly meaning: string;
  readonly next: string;
  readonly nextAt?: number;
  readonly events: readonly LedgerEvent[];
}
