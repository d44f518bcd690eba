import type { EditClass } from '@newsmill/contracts';
import { compareSentences } from '@newsmill/text';
import type { History } from './read-history.ts';

/** One edit of an article: when it was first read so, and what differs. */
export interface EditLines {
  readonly at: string;
  readonly classes: readonly EditClass[];
  /** `-` before what stood there, `+` before what stands there now: headline, then sentences. */
  readonly lines: readonly string[];
}

/** The edits of an article, the oldest first, at most the newest `most` of them. */
export function editLines(history: History, most: number): EditLines[] {
  return history.versions
    .slice(1)
    .map((to, place) => ({ from: history.versions[place] ?? to, to }))
    .slice(-most)
    .map(({ from, to }) => {
      const headline = from.title === to.title ? [] : [`- ${from.title}`, `+ ${to.title}`];
      const changed = compareSentences(from.content, to.content, to.language).flatMap((change) => {
        if (change.kind === 'changed') return [`- ${change.before}`, `+ ${change.after}`];
        return change.kind === 'same' ? [] : [`${change.kind === 'removed' ? '-' : '+'} ${change.text}`];
      });
      return { at: to.from, classes: to.classes, lines: [...headline, ...changed] };
    });
}
