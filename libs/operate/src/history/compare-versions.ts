import type { EditClass } from '@newsmill/contracts';
import {
  compareSentences,
  compareWords,
  judgeEdit,
  type SentenceChange,
  type WordPiece,
} from '@newsmill/text';
import { Refusal } from '../refusal.ts';
import type { History, HistoryVersion } from './read-history.ts';

/** A sentence of two versions; `words`: what differs within one that was reworded. */
export type ComparedSentence =
  | Exclude<SentenceChange, { readonly kind: 'changed' }>
  | (Extract<SentenceChange, { readonly kind: 'changed' }> & { readonly words: readonly WordPiece[] });

/** What differs between two versions of an article. */
export interface Comparison {
  readonly id: string;
  readonly from: HistoryVersion;
  readonly to: HistoryVersion;
  readonly classes: readonly EditClass[];
  readonly title: readonly WordPiece[];
  readonly sentences: readonly ComparedSentence[];
}

/** The version of a number, or that of now. Refuses with unknown-version. */
function versionOf(history: History, version: number | undefined): HistoryVersion {
  const found = history.versions.findLast((one) => version === undefined || one.version === version);
  if (found === undefined)
    throw new Refusal(
      'unknown-version',
      `The article has no version ${version}; it has ${history.versions.map((one) => one.version).join(', ')}.`,
    );
  return found;
}

/**
 * What differs between two versions. Without `to`: the one of now; without `from`: the one before that. An
 * article of one version is compared with itself. Refuses with unknown-version.
 */
export function compareVersions(
  history: History,
  asked: { readonly from?: number | undefined; readonly to?: number | undefined },
): Comparison {
  const to = versionOf(history, asked.to);
  const before = history.versions[history.versions.indexOf(to) - 1] ?? to;
  const from = asked.from === undefined ? before : versionOf(history, asked.from);
  return {
    id: history.id,
    from,
    to,
    classes: judgeEdit(from, to)?.classes ?? [],
    title: compareWords(from.title, to.title),
    sentences: compareSentences(from.content, to.content, to.language).map((change) =>
      change.kind === 'changed' ? { ...change, words: compareWords(change.before, change.after) } : change,
    ),
  };
}
