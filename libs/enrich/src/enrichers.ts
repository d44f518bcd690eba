import type { VectorTableName } from '@newsmill/contracts';
import type { ModelName } from '@newsmill/models';
import { moneyEnricher } from './amounts/money-enricher.ts';
import { quantitiesEnricher } from './amounts/quantities-enricher.ts';
import { chooseEnrichers } from './choose-enrichers.ts';
import { datelineEnricher } from './dateline/dateline-enricher.ts';
import { datesEnricher } from './dates/dates-enricher.ts';
import { duplicatesEnricher } from './duplicates/duplicates-enricher.ts';
import type { Enricher } from './enricher.ts';
import { entitiesEnricher } from './entities/entities-enricher.ts';
import { languageEnricher } from './language/language-enricher.ts';
import { paragraphLanguagesEnricher } from './language/paragraph-languages-enricher.ts';
import { lookUpModels } from './look-up-for.ts';
import { keyPhrasesEnricher } from './phrases/key-phrases-enricher.ts';
import { quotesEnricher } from './quotes/quotes-enricher.ts';
import { storyEnricher } from './stories/story-enricher.ts';
import { readabilityEnricher } from './summary/readability-enricher.ts';
import { summaryEnricher } from './summary/summary-enricher.ts';
import { readTopicModel, type TopicModel } from './topics/topic-model.ts';
import { topicsEnricher } from './topics/topics-enricher.ts';
import type { Vectors } from './vectors/create-vectors.ts';
import { declareVectors, vectorEnricher } from './vectors/vector-enricher.ts';

/** What an operator can change in newsmill's own enrichers. */
export interface EnricherOptions {
  /** Text of a topic model of the operator's own. */
  readonly topicModel?: string;
  /** The table of word vectors; with it articles get vectors. */
  readonly vectors?: Vectors;
}

/** In the order in which they run: a later one may read the facts of an earlier one. */
const inOrder = (ownTopics: TopicModel | undefined): readonly Enricher[] => [
  languageEnricher,
  paragraphLanguagesEnricher,
  duplicatesEnricher,
  storyEnricher,
  topicsEnricher(ownTopics),
  entitiesEnricher,
  keyPhrasesEnricher,
  summaryEnricher,
  readabilityEnricher,
  datelineEnricher,
  datesEnricher,
  moneyEnricher,
  quantitiesEnricher,
  quotesEnricher,
];

/** Every enricher of newsmill, in the order in which they run. */
export function listEnrichers({ topicModel: own, vectors }: EnricherOptions = {}): readonly Enricher[] {
  return [
    ...inOrder(own === undefined ? undefined : readTopicModel(own)),
    ...(vectors === undefined ? [] : [vectorEnricher(vectors)]),
  ];
}

/** Those that run unless the operator says otherwise. */
export const usualEnrichers: readonly Enricher[] = listEnrichers().filter((enricher) => enricher.isUsual);

/**
 * The models that the stage reads with a choice of enrichers, none of which is read for that. Throws
 * BadEnrichers.
 */
export function modelsOf(
  words: readonly string[],
  { vectors, ownTopics }: { readonly vectors: VectorTableName | undefined; readonly ownTopics: boolean },
): readonly ModelName[] {
  const chosen = chooseEnrichers(
    [...inOrder(undefined), ...(vectors === undefined ? [] : [declareVectors(vectors)])],
    words,
  );
  const read = [...lookUpModels, ...chosen.flatMap(({ models = [] }) => models)];
  return [...new Set(read)].filter((model) => !(ownTopics && model === 'topics'));
}
