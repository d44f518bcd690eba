import { listed, type Enricher } from '../enricher.ts';
import { findMoney, moneyRule } from './find-money.ts';

export const moneyEnricher: Enricher = {
  name: 'money',
  version: '1',
  about: 'Sums of money, in numbers with their currency.',
  facts: ['money'],
  isUsual: false,
  models: [],
  enrich: ({ article, language: tag }) =>
    listed(
      'money',
      findMoney({ text: article.text, language: tag, country: article.sourceCountry }),
      moneyRule,
    ),
};
