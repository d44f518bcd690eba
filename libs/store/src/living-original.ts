import type { ArticleDocument } from '@newsmill/contracts';
import { everyVersion } from './library.ts';

/** What is known of an article that others are copies of. */
export interface OriginalMarks {
  readonly buried?: number;
  readonly link?: { readonly duplicateOf: string };
}

/**
 * What stands in for the original of a copy. An article that was taken down leaves its place to the first of its copies, which its own
 * link names; where it had none, the copy itself is the first: the answer is its own id then.
 */
export function livingOriginal(id: string, duplicateOf: string, marks: OriginalMarks | undefined): string {
  return marks?.buried === everyVersion ? (marks.link?.duplicateOf ?? id) : duplicateOf;
}

/** The document as a copy of `original`; of its own id: as no copy at all. */
export function withOriginal(document: ArticleDocument, original: string): ArticleDocument {
  if (document.duplicateOf === undefined || document.duplicateOf === original) return document;
  const { duplicateOf: _duplicateOf, familyId: _familyId, similarity, ...own } = document;
  return original === document.id ? own : { ...own, duplicateOf: original, familyId: original, similarity };
}
