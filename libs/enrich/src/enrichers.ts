import type { Enricher } from './enricher.ts';
import { languageOf } from './language-of.ts';
import type { Vectors } from './vectors/create-vectors.ts';
import { packVector } from './vectors/pack-vector.ts';
import { hasVectors } from './vectors/vector-languages.ts';

/** What an operator can change in newsmill's own enrichers. */
export interface EnricherOptions {
  /** Text of a topic model of the operator's own. */
  readonly topicModel?: string;
  /** The table of word vectors; with it articles get vectors. */
  readonly vectors?: Vectors;
}

const language: Enricher = {
  name: 'language',
  version: '1',
  about: 'The language that the article is written in.',
  facts: ['language'],
  isUsual: true,
  enrich({ article }) {
    const { tag, confidence, by } = languageOf(article);
    return [{ name: 'language', value: tag, by, confidence }];
  },
};

function vectorEnricher(vectors: Vectors): Enricher {
  return {
    name: 'vector',
    version: '1',
    about: 'What the article means as a direction in space, for hybrid search (English).',
    facts: ['vector'],
    isUsual: true,
    enrich({ article, language: tag }) {
      const vector = hasVectors(tag) ? vectors.articleVector(article) : undefined;
      return vector === undefined ? [] : [{ name: 'vector', value: packVector(vector), by: vectors.name }];
    },
  };
}

/** Every enricher of newsmill, in the order in which they run: a later one may read the facts of an earlier one. */
export function listEnrichers({ vectors }: EnricherOptions = {}): readonly Enricher[] {
  return [language, ...(vectors === undefined ? [] : [vectorEnricher(vectors)])];
}

/** Those that run unless the operator says otherwise. */
export const usualEnrichers: readonly Enricher[] = listEnrichers().filter((enricher) => enricher.isUsual);
