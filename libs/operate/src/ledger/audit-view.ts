import type { Fate } from '@newsmill/contracts';

export interface AuditRow {
  readonly sourceId: string;
  readonly hour: number;
  readonly discovered: number;
  readonly indexed: number;
  readonly duplicate: number;
  readonly dropped: number;
  readonly gone: number;
  readonly denied: number;
  readonly dead: number;
  readonly underWay: number;
  /** The fates by themselves; those of items under way are one number above. */
  readonly fates: Readonly<Partial<Record<Fate, number>>>;
}

export interface UnbalancedView {
  readonly kind: 'missing' | 'stranger' | 'leftover' | 'unburied' | 'stranded';
  readonly total: number;
  /** What to do about them. */
  readonly next: string;
  readonly items: readonly {
    readonly item: string;
    readonly url: string;
    readonly sourceId: string;
    readonly articleId?: string | undefined;
  }[];
}

export interface AuditView {
  readonly balanced: boolean;
  /** What does not add up, or waits for too long. */
  readonly findings: readonly string[];
  /** What does not balance, item by item: all of a kind by number, the first hundred by name. */
  readonly unbalanced: readonly UnbalancedView[];
  /**
   * When the items were compared one by one; absent where the count is narrowed, and until that has been done
   * once.
   */
  readonly checkedAt?: number | undefined;
  readonly totals: Omit<AuditRow, 'sourceId' | 'hour' | 'fates'>;
  readonly documents: number;
  /** Of these, articles that are hidden: doubtful ones that nobody is shown who does not ask for them. */
  readonly hidden: number;
  readonly deadLetters: number;
  readonly rows: readonly AuditRow[];
  /** The `cursor` of the rows that follow. */
  readonly next?: string;
  readonly reasons: readonly { readonly fate: Fate; readonly reason: string; readonly count: number }[];
}
