import type { NameKind } from './name-labels.ts';

/** A name where it stands in a text: UTF-16 offsets, the end excluded. */
export interface Mention {
  readonly start: number;
  readonly end: number;
  readonly kind: NameKind;
  readonly confidence: number;
  /** The name as a dictionary has it, where the text inflects it. */
  readonly base?: string;
  /** Whether the rules of a language find the same as the tagger. */
  readonly isByRules?: boolean;
}

/** Whether the English article stands right before a place of a text. */
export const isBehindArticle = (text: string, start: number): boolean =>
  /\b[Tt]he $/.test(text.slice(Math.max(0, start - 5), start));
