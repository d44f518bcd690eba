import type { CleanArticle } from '@newsmill/contracts';
import { itemOf } from '@newsmill/text';
import type { Candidate } from './find-duplicate.ts';
import { bandsOf, sketchOf, writeSketch } from './text-sketch.ts';

/** What the stage asks about one article before it runs. */
export interface LookUp {
  readonly claim: { readonly item: string; readonly ownId: string; readonly canonicalId?: string };
  readonly fingerprint: { readonly bands: readonly string[]; readonly payload: string; readonly ttlMs: number };
}

/** The answers. `owner` is the item that the article belongs to; empty when nothing was asked. Candidates: oldest first. */
export interface Known {
  readonly articleId: string;
  readonly owner: string;
  readonly candidates: readonly Candidate[];
  readonly values: ReadonlyMap<string, string>;
}

/** Copies are looked for among the articles of the last fourteen days. */
const memoryMs = 14 * 86_400_000;

/** Id of the article by its own address after redirects. */
export function ownIdOf(article: CleanArticle): string {
  return itemOf(article.finalUrl) ?? article.item;
}

/** What must be known of an article: who owns its address, and which texts are like it. */
export function lookUpFor(article: CleanArticle): LookUp {
  const ownId = ownIdOf(article);
  const canonicalId = article.canonicalUrl === undefined ? undefined : itemOf(article.canonicalUrl);
  const sketch = sketchOf(article.title, article.text);
  return {
    claim: canonicalId === undefined || canonicalId === ownId ? { item: article.item, ownId } : { item: article.item, ownId, canonicalId },
    fingerprint: { bands: bandsOf(sketch), payload: writeSketch(sketch), ttlMs: memoryMs },
  };
}
