import type { VectorTableName } from '@newsmill/contracts';
import type { Enricher, EnricherDeclaration } from '../enricher.ts';
import type { Vectors } from './create-vectors.ts';
import { vectorModels } from './load-vectors.ts';
import { packVector } from './pack-vector.ts';

/** What is known of it before its table is read. */
const vectorDeclaration: EnricherDeclaration = {
  name: 'vector',
  version: '1',
  about:
    'What the article means as a direction in space, for search by meaning and to find it in other languages.',
  facts: ['vector'],
  isUsual: true,
};

/** The same for a table, with its model. */
export function declareVectors(table: VectorTableName): EnricherDeclaration {
  return { ...vectorDeclaration, models: [vectorModels[table]] };
}

export function vectorEnricher(vectors: Vectors): Enricher {
  return {
    ...vectorDeclaration,
    enrich({ article, language: tag }) {
      const vector = vectors.knows(tag) ? vectors.articleVector(article) : undefined;
      return vector === undefined ? [] : [{ name: 'vector', value: packVector(vector), by: vectors.name }];
    },
  };
}
