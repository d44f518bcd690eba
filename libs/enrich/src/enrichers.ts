import type { Enricher } from './enricher.ts';
import { languageOf } from './language-of.ts';

/** What an operator can change in newsmill's own enrichers. */
export interface EnricherOptions {
  /** Text of a topic model of the operator's own. */
  readonly topicModel?: string;
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

/** Every enricher of newsmill, in the order in which they run: a later one may read the facts of an earlier one. */
export function listEnrichers(_options: EnricherOptions = {}): readonly Enricher[] {
  return [language];
}

/** Those that run unless the operator says otherwise. */
export const usualEnrichers: readonly Enricher[] = listEnrichers().filter((enricher) => enricher.isUsual);
