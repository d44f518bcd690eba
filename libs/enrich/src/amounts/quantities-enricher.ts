import { listed, type Enricher } from '../enricher.ts';
import { findQuantities, quantitiesRule } from './find-quantities.ts';

export const quantitiesEnricher: Enricher = {
  name: 'quantities',
  version: '1',
  about: 'Lengths, weights, temperatures, shares, numbers of people, in numbers with their unit.',
  facts: ['quantities'],
  isUsual: false,
  models: [],
  enrich: ({ article, language: tag }) =>
    listed('quantities', findQuantities({ text: article.text, language: tag }), quantitiesRule),
};
