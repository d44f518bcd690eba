import type { CleanArticle, DeadLetterFacts } from '@newsmill/contracts';

/** Which letters are meant; all where nothing narrows it. */
export interface DeadFilter {
  /** Id of a cause. */
  readonly group?: string | undefined;
  readonly reason?: string | undefined;
  readonly source?: string | undefined;
  readonly stage?: string | undefined;
  /** When they failed, epoch milliseconds, inclusive. */
  readonly from?: number | undefined;
  /** Exclusive. */
  readonly to?: number | undefined;
}

export interface DeadLetterView extends DeadLetterFacts {
  /** Id of its cause. */
  readonly group: string;
  readonly bytes: number;
}

export interface DeadView {
  /** Of all. */
  readonly total: number;
  /** Of those that are meant. */
  readonly found: number;
  readonly reasons: readonly { readonly reason: string; readonly count: number }[];
  /** Newest first. */
  readonly letters: readonly DeadLetterView[];
  readonly reason?: string;
  /** Where the next page begins. */
  readonly next?: string;
  /**
   * Places of the topic that are still being read, at most: counts leave them out, and letters may be among them.
   * Absent once all is read.
   */
  readonly unread?: number;
}

/** Letters of one cause. */
export interface DeadGroup {
  readonly id: string;
  readonly stage: string;
  readonly reason: string;
  /** What their details have in common. */
  readonly title: string;
  /** The function at the top of the stack. */
  readonly frame?: string;
  readonly count: number;
  readonly firstSeen: number;
  readonly lastSeen: number;
  /** How many sources are touched, and those with most of the letters. */
  readonly sources: number;
  readonly topSources: readonly { readonly source: string; readonly count: number }[];
  /** Letters in equal parts of the time from the first to the last of all groups. */
  readonly overTime: readonly number[];
  /** The newest letter. */
  readonly example: DeadLetterView;
}

export interface DeadGroupsView {
  readonly total: number;
  readonly found: number;
  /** The time that `overTime` of the groups divides. */
  readonly from: number;
  readonly to: number;
  /** Those with most letters first. */
  readonly groups: readonly DeadGroup[];
  /** Groups beyond those. */
  readonly more: number;
  readonly reasons: readonly { readonly reason: string; readonly count: number }[];
  readonly stages: readonly string[];
  readonly sources: readonly string[];
  /** As of DeadView. */
  readonly unread?: number;
}

/** A place in the message of a letter that its schema does not take. */
export interface LetterFault {
  /** JSON pointer into the message, such as `#/blocks/0/text`. */
  readonly pointer: string;
  readonly detail: string;
}

export interface DeadLetterDetail extends DeadLetterView {
  readonly headers: Readonly<Record<string, string>>;
  /** The message as text, where it is UTF-8 and at most 64 KiB. */
  readonly text?: string;
  /** Otherwise the bytes, up to 64 KiB of them. */
  readonly base64?: string;
  /** What the schema of its topic says against it today. */
  readonly faults: readonly LetterFault[];
  /** What of it can be edited, as JSON; absent where nothing can. */
  readonly editable?: string;
  /** By this an edit says what it is an edit of. */
  readonly edition: string;
  /** Id of its article, where one is in the library by the ledger. */
  readonly articleId?: string;
}

/** What today's code makes of a letter. */
export interface LetterTrial {
  readonly id: string;
  /**
   * `passes`: it would go on; `dropped`: it would be left out, as expected; `fails`: it would be a dead letter again;
   * `asks`: it is a request, and only asking shows it; `unknown`: only the mill that has it can tell.
   */
  readonly outcome: 'passes' | 'dropped' | 'fails' | 'asks' | 'unknown';
  /** The stage that has the last word. */
  readonly stage: string;
  readonly reason?: string;
  readonly detail?: string;
  readonly article?: Pick<CleanArticle, 'title' | 'text' | 'finalUrl' | 'authors' | 'published' | 'language'>;
}

export interface TrialsView {
  /** Letters that are meant, and those of them that were tried. */
  readonly found: number;
  readonly tried: number;
  readonly passes: number;
  readonly dropped: number;
  readonly fails: number;
  /** Requests, and what only the mill can tell. */
  readonly untold: number;
  readonly trials: readonly LetterTrial[];
}
