import { correctionHeads, correctionWords, retractionHeads, retractionWords } from './notice-words.ts';
import { readingKey } from './reading-key.ts';

/** No longer beginning of a sentence is read. */
const longest = 400;
/** Signs that stand before a head: brackets, stars, quotes. */
const before = /^[\s([{*•"'【［（]+/u;
/** What ends a head: a sign, or the end; a word that goes on makes it a sentence like any other. */
const after = /^\s*(?:[:：.．。)\]】］）]|- |\/|$)/u;

function hasHead(text: string, heads: readonly string[]): boolean {
  return heads.some((head) => text.startsWith(head) && after.test(text.slice(head.length, head.length + 8)));
}

/**
 * Whether a sentence (or a headline) is a notice that the article was corrected or withdrawn: it begins with the
 * head of one, such as `Correction:`, or speaks of an earlier version of the article. Some thirty languages.
 */
export function noticeOf(sentence: string): 'correction' | 'retraction' | undefined {
  const text = readingKey(sentence.slice(0, longest)).toLowerCase().replace(before, '');
  if (hasHead(text, retractionHeads) || retractionWords.some((words) => text.includes(words)))
    return 'retraction';
  if (hasHead(text, correctionHeads) || correctionWords.some((words) => text.includes(words)))
    return 'correction';
  return undefined;
}
