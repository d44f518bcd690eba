import type { Enricher } from '../enricher.ts';
import { datelineRule, findDateline } from './find-dateline.ts';

export const datelineEnricher: Enricher = {
  name: 'dateline',
  version: '2',
  about: 'Where and when the text says that it was written, and for which agency.',
  facts: ['dateline'],
  isUsual: true,
  models: ['places'],
  enrich({ article, language: tag }) {
    const found = findDateline({ text: article.text, language: tag, published: article.published });
    return found === undefined ? [] : [{ name: 'dateline', value: found, by: datelineRule }];
  },
};
