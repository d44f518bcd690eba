import type { CleanArticle, Known } from '@newsmill/contracts';
import { memberOf } from '../look-up-for.ts';
import { findFamily, type Family, type OwnMember } from './find-family.ts';

/** An article as a member of its family. */
interface Placed {
  readonly article: CleanArticle;
  readonly own: OwnMember & { readonly text: string };
  readonly family: Family;
}

const families = new WeakMap<Known, Placed>();

/** The family of an article among what is known; asked for the same once more, it is not found again. */
export function familyOf(article: CleanArticle, id: string, known: Known): Placed {
  const before = families.get(known);
  if (before?.article === article) return before;
  const own = { ...memberOf(article, id, known), text: article.text };
  const placed = { article, own, family: findFamily(own, known.candidates) };
  families.set(known, placed);
  return placed;
}
