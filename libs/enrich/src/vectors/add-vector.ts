import type { EnrichedArticle, Outcome } from '@newsmill/contracts';
import { articleVector, articleVectorModel, hasVectors, packVector } from './article-vector.ts';

/** The outcome with the fact `vector`, where the language of the article is one that has vectors. */
export function addVector(outcome: Outcome<EnrichedArticle>): Outcome<EnrichedArticle> {
  if (outcome.kind !== 'pass') return outcome;
  const article = outcome.value;
  if (!hasVectors(article.languageDetected ?? article.language ?? '')) return outcome;
  const vector = articleVector(article);
  if (vector === undefined) return outcome;
  return { ...outcome, value: { ...article, facts: [...article.facts, { name: 'vector', value: packVector(vector), by: articleVectorModel }] } };
}
