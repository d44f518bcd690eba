import type { CleanArticle, Known } from '@newsmill/contracts';
import { memberOf } from '../look-up-for.ts';
import { findFamily, type Family } from './find-family.ts';

const families = new WeakMap<Known, { readonly article: CleanArticle; readonly family: Family }>();

/** The family of an article among what is known; asked for the same once more, it is not found again. */
export function familyOf(article: CleanArticle, id: string, known: Known): Family {
  const before = families.get(known);
  if (before?.article === article) return before.family;
  const family = findFamily({ ...memberOf(article, id, known), text: article.text }, known.candidates);
  families.set(known, { article, family });
  return family;
}
