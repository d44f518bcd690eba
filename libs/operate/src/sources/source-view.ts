import type {
  ChannelState,
  FaultName,
  PaywallCount,
  QuotaKind,
  Source,
  SourceQuota,
  SourceState,
} from '@newsmill/contracts';
import type { VisitsAtAge } from '@newsmill/fetch';

/** Entries that become no item: why (entryFaults), how many, and the first link of them. */
export interface LeftOutEntries {
  readonly reason: string;
  readonly count: number;
  readonly example?: string | undefined;
}

/** Why something is as it is, and what can be done about it. Times in epoch milliseconds. */
export interface Judgement<S extends SourceState> {
  readonly state: S;
  /** What is so, with the numbers and times that show it. */
  readonly reason: string;
  /** What the keeper of the sources can do; absent where nothing is to be done. */
  readonly next?: string;
  /** The line of the source file that would mend it. */
  readonly line?: string;
}

export interface ChannelView extends Judgement<ChannelState> {
  readonly kind: string;
  readonly url: string;
  /** The cause in the table of faults, where one is known. */
  readonly fault?: FaultName;
  readonly lastStatus?: number;
  readonly lastAt?: number;
  readonly lastSuccessAt?: number;
  readonly lastError?: string;
  readonly entries?: number;
  readonly newEntries?: number;
  /** How many it usually lists, where that is known. */
  readonly usualEntries?: number;
  /** When something new came last, and the longest quiet time before, milliseconds. */
  readonly lastNewAt?: number;
  readonly quietMs?: number;
  /** Since when it is not asked because this machine has no network, epoch milliseconds. */
  readonly awaySince?: number;
  /** Where it redirects to for good. */
  readonly movedTo?: string;
  /** Entries of the last answer that became no item, by their reason. */
  readonly leftOut?: readonly LeftOutEntries[];
  /** Entries of the last answer whose turn comes at later polls. */
  readonly waiting?: number;
  /** Failed tries since the last success. */
  readonly attempt: number;
  readonly nextAt?: number;
  /** Why the next poll is then. */
  readonly why?: string;
}

/** How often pages of a source change after their first visit, and how they are visited again for it. */
export interface RevisitsView {
  /** Visits by age of late, and those of them that found another text. */
  readonly observed: number;
  readonly changed: number;
  /** By the age of the pages, the youngest first. */
  readonly byAge: readonly VisitsAtAge[];
  /** All of that in words. */
  readonly says: string;
}

/** What was used of a source on the day of now (UTC), against what it may use. */
export interface UseView {
  /** Such as 2026-11-29. */
  readonly day: string;
  readonly bytes: number;
  /** Requests for pages. */
  readonly pages: number;
  /** CPU time of reading channels, cleaning and enriching, milliseconds. */
  readonly cpuMs: number;
  /** What it may use; without end where a kind is absent. */
  readonly quota: SourceQuota;
  /** Quotas that are used up; absent where there is none. */
  readonly usedUp?: readonly QuotaKind[];
  /** When its pages go on, epoch milliseconds; absent where they do not wait for that. */
  readonly waitsUntil?: number;
  /** Whether somebody has lifted its quotas for today. */
  readonly isLifted?: boolean;
  /** All of that in words. */
  readonly says: string;
}

export interface SourceView extends Judgement<SourceState> {
  readonly id: string;
  readonly name: string;
  readonly language?: string;
  readonly country?: string;
  readonly tags: readonly string[];
  readonly licence?: string;
  /** What the operator allows against the pages, and on what ground. */
  readonly rights?: Source['rights'];
  /** Items known from this source. */
  readonly items: number;
  readonly indexed: number;
  /**
   * Articles in the library that another source told of first and this one too; absent where the library
   * cannot be asked.
   */
  readonly shared?: number;
  /** Items whose first fetch has not come. */
  readonly waiting: number;
  readonly dead: number;
  /** Of the items of the last seven days that are finished: how many, and how many became articles. */
  readonly recent: { readonly finished: number; readonly articles: number };
  /**
   * Of its newest articles on a site, those that the publisher marks as ones for subscribers; absent where that is not
   * so of most.
   */
  readonly paywall?: Pick<PaywallCount, 'site' | 'marked' | 'of' | 'words'>;
  /** Absent where its pages are handled; how they wait, where page after page took too much computing. */
  readonly brake?: {
    readonly until: number;
    readonly strikes: number;
    readonly stages: readonly string[];
  };
  /** What was used of it today; absent in answers of older mills. */
  readonly today?: UseView;
  /** Absent where no page was visited twice of late. */
  readonly revisits?: RevisitsView;
  readonly channels: readonly ChannelView[];
}

export interface SourceProblem {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  /** The field, such as `channels[0].url`; empty for the whole file. */
  readonly path: string;
  readonly message: string;
  readonly found?: string | undefined;
  readonly allowed?: string | undefined;
  /** What was probably meant. */
  readonly suggestion?: string | undefined;
  /**
   * `kept`: the source stays as the file had it before; `out`: there is no such source until the file is
   * mended.
   */
  readonly effect: 'kept' | 'out';
}

export interface SourcesView {
  readonly sources: readonly SourceView[];
  /** Mistakes in source files; each concerns the source of its file alone. */
  readonly problems: readonly SourceProblem[];
}

export interface Overview {
  readonly articles: number;
  readonly sources: number;
  readonly states: Readonly<Record<SourceState, number>>;
  readonly waiting: number;
  readonly dead: number;
}
