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
  /** The fate in a sentence. */
  readonly meaning: string;
  readonly next: string;
  readonly nextAt?: number;
  readonly events: readonly LedgerEvent[];
}
