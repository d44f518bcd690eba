import { editDistance } from '../edit-distance.ts';
import { diffWords } from './compare-words.ts';

/** How the wording of one sentence changed. */
export type Rewording = 'number' | 'typo' | 'text';

const hasDigit = /\p{Nd}/u;
const hasLetter = /\p{L}/u;
/** Longer words are not compared letter by letter. */
const longestWord = 40;
/** Letters of a word for one that may be wrong in it; of a shorter one than the first, none may be. */
const lettersForOne = 4;
const lettersForTwo = 9;

/**
 * Whether one word is the other, spelled wrongly: few letters differ, and not the first, which is seldom the
 * wrong one (Yannakoudakis and Fawthrop, The Rules of Spelling Errors, 1983) and often that of another word.
 */
function isSpelling(before: string, after: string): boolean {
  const [old, now] = [before.toLowerCase(), after.toLowerCase()];
  const length = Math.min(old.length, now.length);
  if (length < lettersForOne || Math.max(old.length, now.length) > longestWord) return false;
  if (old.charAt(0) !== now.charAt(0)) return false;
  return editDistance(old, now, 2) <= (length < lettersForTwo ? 1 : 2);
}

/** Letters and digits alone: what is left when signs, spaces and capitals count for nothing. */
function lettersOf(words: readonly string[]): string {
  return words
    .join('')
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, '')
    .toLowerCase();
}

/** One place of a sentence: the words that stood there, and those that stand there now. */
function judgePlace(removed: readonly string[], added: readonly string[]): Rewording {
  const [old, now] = [lettersOf(removed), lettersOf(added)];
  const [figures, letters] = [hasDigit.test(old) || hasDigit.test(now), hasLetter.test(old + now)];
  if (old === now && !figures) return 'typo';
  if (hasDigit.test(old) && hasDigit.test(now) && old.replace(/\p{Nd}/gu, '') === now.replace(/\p{Nd}/gu, ''))
    return 'number';
  if (figures || !letters) return figures ? 'text' : 'typo';
  const isEach =
    removed.length === added.length &&
    removed.every((word, i) => word === added[i] || isSpelling(word, added[i] ?? ''));
  return isEach ? 'typo' : 'text';
}

/** What changed where a sentence was reworded, place by place; each kind once. */
export function judgeRewording(before: string, after: string): readonly Rewording[] {
  const found = new Set<Rewording>();
  const parts = diffWords(before, after);
  for (const [i, { kind, members }] of parts.entries()) {
    if (kind === 'removed') {
      const next = parts[i + 1];
      found.add(judgePlace(members, next?.kind === 'added' ? next.members : []));
    } else if (kind === 'added' && parts[i - 1]?.kind !== 'removed') found.add(judgePlace([], members));
  }
  return [...found];
}
