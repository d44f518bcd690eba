import { editClassNames, type EditClass } from '@newsmill/contracts';
import { compareSentences, type SentenceChange } from './compare-sentences.ts';
import { judgeRewording } from './judge-rewording.ts';
import { noticeOf } from './notice-of.ts';
import { readingKey } from './reading-key.ts';

/** What a reader reads of an article. `language` is a BCP 47 tag. */
export interface ReadText {
  readonly title: string;
  readonly content: string;
  readonly language: string;
}

/** What an edit changed, and what stood in the earlier version and not in the later one: headline, sentences. */
export interface Edit {
  readonly classes: readonly EditClass[];
  readonly gone: readonly string[];
}

function classesOf(change: SentenceChange): readonly EditClass[] {
  if (change.kind === 'same') return [];
  if (change.kind === 'changed') {
    const notice = noticeOf(change.after);
    return notice === undefined || notice === noticeOf(change.before)
      ? judgeRewording(change.before, change.after)
      : [notice];
  }
  return [(change.kind === 'added' ? noticeOf(change.text) : undefined) ?? 'text'];
}

function looksSame(before: string, after: string): boolean {
  return before === after || readingKey(before) === readingKey(after);
}

/** Whether two versions read the same: quotes, dashes and spaces do not count. */
function readsSame(before: ReadText, after: ReadText): boolean {
  return looksSame(before.title, after.title) && looksSame(before.content, after.content);
}

/**
 * What changed between two versions of an article. undefined: they read the same. The time is bounded by the
 * length of the texts (compare-sentences.ts).
 */
export function judgeEdit(before: ReadText, after: ReadText): Edit | undefined {
  if (readsSame(before, after)) return undefined;
  const found = new Set<EditClass>();
  const gone: string[] = [];
  if (!looksSame(before.title, after.title)) {
    found.add('headline');
    gone.push(before.title);
    const notice = noticeOf(after.title);
    if (notice !== undefined && notice !== noticeOf(before.title)) found.add(notice);
  }
  for (const change of compareSentences(before.content, after.content, after.language)) {
    for (const name of classesOf(change)) found.add(name);
    if (change.kind === 'removed') gone.push(change.text);
    if (change.kind === 'changed') gone.push(change.before);
  }
  // Sentences that are only parted otherwise.
  if (found.size === 0) found.add('typo');
  return { classes: editClassNames.filter((name) => found.has(name)), gone };
}
