import { listed, type Enricher } from '../enricher.ts';
import { datesRule, findDates } from './find-dates.ts';

export const datesEnricher: Enricher = {
  name: 'dates',
  version: '1',
  about: 'Days, months, years and spans that the text names, resolved against the date of publication.',
  facts: ['dates'],
  isUsual: false,
  models: [],
  enrich: ({ article, language: tag }) =>
    listed(
      'dates',
      findDates({ text: article.text, language: tag, published: article.published }),
      datesRule,
    ),
};
