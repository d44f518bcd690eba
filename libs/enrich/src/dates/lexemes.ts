import type { Meaning } from './date-table.ts';

/**
 * A text as the grammar reads it: one code for each word, number or sign, and what stands behind each code.
 */
export interface Lexemes {
  readonly codes: string;
  readonly meanings: readonly Meaning[];
  readonly starts: readonly number[];
  readonly ends: readonly number[];
}

/** Collects lexemes. */
export class LexemeList {
  #codes = '';
  /** Kept beside the codes: to look into a string that grows is to copy it. */
  #last = '|';
  readonly meanings: Meaning[] = [];
  readonly starts: number[] = [];
  readonly ends: number[] = [];

  add(meaning: Meaning, start: number, end: number): void {
    this.#codes += meaning.code;
    this.#last = meaning.code;
    this.meanings.push(meaning);
    this.starts.push(start);
    this.ends.push(end);
  }

  /** Code of the last lexeme. */
  get last(): string {
    return this.#last;
  }

  get codes(): string {
    return this.#codes;
  }
}

const signs: ReadonlyMap<string, Meaning> = new Map(
  [
    ...[...'-–—‐‑−~～〜∼'].map((sign) => [sign, '-'] as const),
    ...[...',،、，'].map((sign) => [sign, ','] as const),
    ...[...'!?。！？\n'].map((sign) => [sign, '|'] as const),
    ...[...'(（'].map((sign) => [sign, '('] as const),
    ...[...')）'].map((sign) => [sign, ')'] as const),
    ['.', '.'] as const,
    [':', ':'] as const,
    ['/', '/'] as const,
  ].map(([sign, code]) => [sign, { code, value: 0 }]),
);

/** What a sign says to the grammar; quotation marks, apostrophes and spaces say nothing. */
export function meaningOfSign(sign: string): Meaning | undefined {
  return signs.get(sign);
}

/** What a word says that no table knows. */
export const unknown: Meaning = { code: 'x', value: 0 };
/** The end of a sentence. */
export const sentenceEnd: Meaning = { code: '|', value: 0 };
