import { splitSentences } from '../split-sentences.ts';
import { wordsIn } from './compare-words.ts';
import { diffLists } from './diff-lists.ts';
import { readingKey } from './reading-key.ts';

/** One sentence of two versions of a text. `changed`: it was reworded. */
export type SentenceChange =
  | { readonly kind: 'same' | 'removed' | 'added'; readonly text: string }
  | { readonly kind: 'changed'; readonly before: string; readonly after: string };

/** Sentences removed and added that are told apart. */
const mostChanges = 500;
/** Sentences further on among which the new wording of one is sought. */
const reach = 8;
/** Two sentences are one that was reworded when they have so much of their words in common. */
const likeness = 0.5;

/** Whether two sentences have enough words in common, wherever these stand; linear in their length. */
function isLike(before: string, after: string): boolean {
  const [old, now] = [wordsIn(before), wordsIn(after)];
  const left = new Map<string, number>();
  for (const word of old) left.set(word, (left.get(word) ?? 0) + 1);
  let common = 0;
  for (const word of now) {
    const count = left.get(word) ?? 0;
    if (count > 0) common += 1;
    left.set(word, count - 1);
  }
  return 2 * common >= likeness * (old.length + now.length);
}

/** Pairs what was removed in one place with what was added there, in order. */
function pairUp(removed: readonly string[], added: readonly string[]): SentenceChange[] {
  const changes: SentenceChange[] = [];
  let next = 0;
  for (const before of removed) {
    const place = added.slice(next, next + reach).findIndex((after) => isLike(before, after));
    const after = place < 0 ? undefined : added[next + place];
    if (after === undefined) {
      changes.push({ kind: 'removed', text: before });
      continue;
    }
    for (const text of added.slice(next, next + place)) changes.push({ kind: 'added', text });
    changes.push({ kind: 'changed', before, after });
    next += place + 1;
  }
  return [...changes, ...added.slice(next).map((text) => ({ kind: 'added', text }) as const)];
}

/**
 * Two versions of a text, sentence by sentence in their order. `language` is a BCP 47 tag. What only looks
 * otherwise (quotes, dashes, spaces) is the same. The time is bounded by the length of the texts: of those in
 * which more than some hundreds of sentences differ, what lies between their equal beginning and end was
 * replaced.
 */
export function compareSentences(before: string, after: string, language: string): SentenceChange[] {
  const sentences = (text: string): string[] => splitSentences(text, language).map(({ text: one }) => one);
  const parts = diffLists(sentences(before), sentences(after), { keyOf: readingKey, mostChanges });
  const changes: SentenceChange[] = [];
  for (let i = 0; i < parts.length; i += 1) {
    const [part, next] = [parts[i], parts[i + 1]];
    if (part === undefined) continue;
    const { kind, members } = part;
    const isPair = kind === 'removed' && next?.kind === 'added';
    if (isPair && members.length + next.members.length <= mostChanges) {
      changes.push(...pairUp(members, next.members));
      i += 1;
    } else changes.push(...members.map((text) => ({ kind, text })));
  }
  return changes;
}
