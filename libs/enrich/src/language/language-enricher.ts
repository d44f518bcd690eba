import type { Enricher } from '../enricher.ts';
import { languageOf } from './language-of.ts';

export const languageEnricher: Enricher = {
  name: 'language',
  version: '1',
  about: 'The language that the article is written in.',
  facts: ['language'],
  isUsual: true,
  models: ['language'],
  readsClaims: true,
  enrich({ article }) {
    const { tag, confidence, by } = languageOf(article);
    return [{ name: 'language', value: tag, by, confidence }];
  },
};
