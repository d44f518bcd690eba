import { diffLists, type ListPart } from './diff-lists.ts';
import { readingKey } from './reading-key.ts';

/** A piece of a sentence, with its spaces: in both versions, only in the earlier or only in the later one. */
export interface WordPiece {
  readonly kind: 'same' | 'removed' | 'added';
  readonly text: string;
}

/** Words removed and added of one sentence that are told apart; where more differ, all of it was replaced. */
const mostChanges = 100;

/** Scripts without spaces between words: each character by itself. */
const unspaced =
  '\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Thai}\\p{Script=Lao}\\p{Script=Khmer}\\p{Script=Myanmar}';
const wordLetter = `[[\\p{L}\\p{M}\\p{N}]--[${unspaced}]]`;
/** A word (with apostrophes, hyphens and separators of digits within), a character, a sign, or spaces. */
const token = new RegExp(`${wordLetter}+(?:['’.,\\-]${wordLetter}+)*|\\s+|[^\\s]`, 'gv');

/** The words, signs and spaces of a sentence, in order; nothing is left out. */
function wordTokens(sentence: string): string[] {
  return sentence.match(token) ?? [];
}

/** The words and signs of a sentence, without its spaces. */
export function wordsIn(sentence: string): string[] {
  return wordTokens(sentence).filter((part) => part.trim() !== '');
}

/** Words and signs that differ between two sentences, as lists without spaces. */
export function diffWords(before: string, after: string): ListPart<string>[] {
  return diffLists(wordsIn(before), wordsIn(after), { keyOf: readingKey, mostChanges });
}

/** What differs between two sentences, word by word, to be shown: all pieces together are both texts. */
export function compareWords(before: string, after: string): WordPiece[] {
  return diffLists(wordTokens(before), wordTokens(after), {
    keyOf: (part) => (part.trim() === '' ? ' ' : readingKey(part)),
    mostChanges: mostChanges * 2,
  }).map(({ kind, members }) => ({ kind, text: members.join('') }));
}
