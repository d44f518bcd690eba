import { commonWordsOf, stopWordsOf } from '../phrases/stop-words.ts';
import { hashText } from './hash-text.ts';
import type { Mention } from './mention.ts';
import { nameKinds } from './name-labels.ts';
import type { Tokens } from './read-tokens.ts';
import type { WordFacts } from './word-facts.ts';

/** What is known of a text in another language than English before the tagger reads it. */
export interface ForeignText {
  /** The primary subtag of BCP 47. */
  readonly language: string;
  /** What the rules find there, in the order of the text. */
  readonly mentions: readonly Mention[];
}

/** What the rules and lists of a language say of the words of a text. */
export interface Hints {
  /** A number of the language. */
  readonly language: number;
  /** By word, 0 for no name, else 1 + twice the number of the kind, and one more behind the first word of a name. */
  readonly rules: Uint8Array;
  /** By word, 1 for words of function, 2 for common words. */
  readonly common: Uint8Array;
}

export function readHints(
  tokens: Tokens,
  words: readonly WordFacts[],
  { language, mentions }: ForeignText,
): Hints {
  const rules = new Uint8Array(tokens.count);
  const common = new Uint8Array(tokens.count);
  const stop = stopWordsOf(language);
  const usual = commonWordsOf(language);
  for (let index = 0; index < tokens.count; index += 1) {
    const lower = words[index]?.lower ?? '';
    if (stop.has(lower)) common[index] = 1;
    else if (usual.has(lower)) common[index] = 2;
  }
  let index = 0;
  for (const { start, end, kind } of mentions) {
    while (index < tokens.count && (tokens.end[index] ?? 0) <= start) index += 1;
    const first = index;
    for (let at = first; at < tokens.count && (tokens.start[at] ?? 0) < end; at += 1)
      rules[at] = 1 + 2 * nameKinds.indexOf(kind) + Number(at > first);
  }
  return { language: hashText(language) | 0, rules, common };
}
