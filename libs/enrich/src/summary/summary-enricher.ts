import { listed, type Enricher } from '../enricher.ts';
import { summarize, summaryRule } from './summarize.ts';

export const summaryEnricher: Enricher = {
  name: 'summary',
  version: '5',
  about: 'Up to three sentences of the text that say most of it.',
  facts: ['summary'],
  isUsual: false,
  models: ['phrase-words', 'places'],
  enrich: ({ article: { title, text }, language: tag }) =>
    listed('summary', summarize({ title, text, language: tag }), summaryRule),
};
