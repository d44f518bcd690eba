import type { EnrichedArticle, Outcome } from '@newsmill/contracts';
import { primaryLanguage } from '../detect-language.ts';
import type { Vectors } from './create-vectors.ts';
import { packVector } from './pack-vector.ts';

/** The languages whose words the table knows. */
const languages: ReadonlySet<string> = new Set(['en']);

/** Whether articles in this language (BCP 47) get a vector: the words of others are unknown to the table, and letters in common are no meaning. */
export function hasVectors(language: string): boolean {
  return languages.has(primaryLanguage(language) ?? '');
}

/** The outcome with the fact `vector`, where the language of the article is one that has vectors. */
export function addVector(outcome: Outcome<EnrichedArticle>, vectors: Vectors): Outcome<EnrichedArticle> {
  if (outcome.kind !== 'pass') return outcome;
  const article = outcome.value;
  if (!hasVectors(article.languageDetected ?? article.language ?? '')) return outcome;
  const vector = vectors.articleVector(article);
  if (vector === undefined) return outcome;
  return { ...outcome, value: { ...article, facts: [...article.facts, { name: 'vector', value: packVector(vector), by: vectors.name }] } };
}
