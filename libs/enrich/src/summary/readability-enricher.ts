import type { Enricher } from '../enricher.ts';
import { measureReadability, readabilityRule } from './measure-readability.ts';

export const readabilityEnricher: Enricher = {
  name: 'readability',
  version: '1',
  about: 'How easy the text is to read: Flesch reading ease in the form of its language.',
  facts: ['readability'],
  isUsual: false,
  models: [],
  enrich({ article, language: tag }) {
    const found = measureReadability(article.text, tag);
    return found === undefined ? [] : [{ name: 'readability', value: found, by: readabilityRule }];
  },
};
