import type { WordClass } from './lexicon.ts';

const hasHiragana = /\p{Script=Hiragana}/u;
/**
 * Verbs, adjectives and adverbs as they stand before a noun or by themselves, and particles that are read with a word.
 */
const verb = /^[をに]|[うくぐすつぬぶむるなにでばて]$/u;
/** What is written onto a noun and makes no noun of it: with, for, along. */
const suffix = /^(?:付き|向け|沿い|入り|込み|済み)$/u;

/**
 * The class of a Japanese word, which writes the endings of verbs and adjectives in hiragana: `n` without any, `v`
 * where they are such, `b` where what stands behind tells.
 */
export function japaneseClassOf(word: string): WordClass {
  if (!hasHiragana.test(word)) return 'n';
  return verb.test(word) || suffix.test(word) ? 'v' : 'b';
}
