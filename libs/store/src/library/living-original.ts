import type { ArticleDocument } from '@newsmill/contracts';

/** What is known of an article that others are copies of. */
export interface OriginalMarks {
  /** Whether it left the library and has not come back. */
  readonly isGone: boolean;
  readonly link?: { readonly duplicateOf: string } | undefined;
}

/** Steps from a copy to the head of its family at most: each leads to an earlier article. */
export const mostSteps = 64;

/**
 * The head of the family of which `id` is a copy: the article that links lead to from `duplicateOf`, step by
 * step. An article that has left the library names its heir by its own link, and the copies of the heir may
 * lead back to it: there the heir is the head. Where it names none, the copy itself is the first. The answer
 * is `id` for an article that is the head itself.
 */
export function livingOriginal(
  id: string,
  duplicateOf: string,
  marksOf: (id: string) => OriginalMarks | undefined,
): string {
  const seen = new Set<string>();
  let heir: string | undefined;
  for (let head = duplicateOf; ; ) {
    if (head === id || seen.has(head) || seen.size === mostSteps) return heir ?? head;
    seen.add(head);
    const marks = marksOf(head);
    const next = marks?.link?.duplicateOf;
    if (next === undefined) return marks?.isGone === true ? id : head;
    if (marks?.isGone === true) heir = next;
    head = next;
  }
}

/** The document as a copy of `original`; of its own id: as no copy at all. */
export function withOriginal(document: ArticleDocument, original: string): ArticleDocument {
  if (document.duplicateOf === undefined || document.duplicateOf === original) return document;
  const { duplicateOf: _duplicateOf, familyId: _familyId, similarity, ...own } = document;
  return original === document.id ? own : { ...own, duplicateOf: original, familyId: original, similarity };
}
