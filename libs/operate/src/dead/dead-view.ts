import type { DeadLetterFacts } from '@newsmill/contracts';

export interface DeadLetterView extends DeadLetterFacts {
  readonly bytes: number;
}

export interface DeadView {
  readonly total: number;
  readonly reasons: readonly { readonly reason: string; readonly count: number }[];
  /** Newest first. */
  readonly letters: readonly DeadLetterView[];
  readonly reason?: string;
}

export interface DeadLetterDetail extends DeadLetterView {
  readonly headers: Readonly<Record<string, string>>;
  /** The message as text, where it is UTF-8 and at most 64 KiB. */
  readonly text?: string;
  /** Otherwise the bytes, up to 64 KiB of them. */
  readonly base64?: string;
}
