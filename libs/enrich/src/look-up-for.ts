import type { CleanArticle } from '@newsmill/contracts';
import { hashKey, itemOf, newsKey } from '@newsmill/text';
import type { Candidate } from './find-duplicate.ts';
import { writeMember } from './find-family.ts';
import { bandsOf, sketchOf, type Sketch } from './text-sketch.ts';

/** What the stage asks about one article before it runs. */
export interface LookUp {
  readonly claim: { readonly item: string; readonly ownId: string; readonly canonicalId?: string };
  readonly fingerprint: { readonly bands: readonly string[]; readonly payload: string; readonly ttlMs: number };
}

/** The answers. `owner` is the item that the article belongs to; empty when nothing was asked. Candidates: in the order in which they were recorded. */
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

const sketches = new WeakMap<CleanArticle, Sketch>();

/** The sketch of an article; looking up and enriching need the same one. */
export function sketchOfArticle(article: CleanArticle): Sketch {
  const known = sketches.get(article);
  if (known !== undefined) return known;
  const sketch = sketchOf(article.title, article.text);
  sketches.set(article, sketch);
  return sketch;
}

/** A date this much older than the first sight of an article says nothing about who of several published first: it may be that of the site, of a picture, of an earlier text. */
const staleMs = 30 * 86_400_000;

/** When the article was published, as far as its date can be believed among copies; else when it was seen first. Epoch milliseconds. */
export function sinceOf(article: Pick<CleanArticle, 'published' | 'firstSeen'>): number {
  const published = article.published === undefined ? Number.NaN : Date.parse(article.published);
  return Number.isNaN(published) || published < article.firstSeen - staleMs ? article.firstSeen : published;
}

/** What must be known of an article: who owns its address, and which texts are like it. */
export function lookUpFor(article: CleanArticle): LookUp {
  const ownId = ownIdOf(article);
  const canonicalId = article.canonicalUrl === undefined ? undefined : itemOf(article.canonicalUrl);
  const sketch = sketchOfArticle(article);
  return {
    claim: canonicalId === undefined || canonicalId === ownId ? { item: article.item, ownId } : { item: article.item, ownId, canonicalId },
    fingerprint: fingerprintOf({ sketch, since: sinceOf(article), url: article.finalUrl }),
  };
}

/**
 * What is remembered of a text to find its copies. `since`: its publication, epoch milliseconds. Mobile, AMP and shared forms of one
 * address have a band in common too; whether their texts are copies, the texts say.
 */
export function fingerprintOf({ sketch, since, url }: { readonly sketch: Sketch; readonly since: number; readonly url: string }): LookUp['fingerprint'] {
  const key = newsKey(url);
  return { bands: key === undefined ? bandsOf(sketch) : [...bandsOf(sketch), `u${hashKey(key).slice(0, 16)}`], payload: writeMember({ since, sketch }), ttlMs: memoryMs };
}
