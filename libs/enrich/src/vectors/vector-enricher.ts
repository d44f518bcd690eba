import type { Enricher, EnricherDeclaration } from '../enricher.ts';
import type { Vectors } from './create-vectors.ts';
import { packVector } from './pack-vector.ts';
import { hasVectors } from './vector-languages.ts';

/** What is known of it before its table is read. */
export const vectorDeclaration: EnricherDeclaration = {
  name: 'vector',
  version: '1',
  about: 'What the article means as a direction in space, for hybrid search (English).',
  facts: ['vector'],
  isUsual: true,
  models: ['word-pieces'],
};

export function vectorEnricher(vectors: Vectors): Enricher {
  return {
    ...vectorDeclaration,
    enrich({ article, language: tag }) {
      const vector = hasVectors(tag) ? vectors.articleVector(article) : undefined;
      return vector === undefined ? [] : [{ name: 'vector', value: packVector(vector), by: vectors.name }];
    },
  };
}
