import { listed, type Enricher } from '../enricher.ts';
import { findKeyPhrases, keyPhraseRule } from './find-key-phrases.ts';

export const keyPhrasesEnricher: Enricher = {
  name: 'key-phrases',
  version: '1',
  about: 'Words and phrases of the text that tell best what it is about.',
  facts: ['key-phrases'],
  isUsual: true,
  models: ['phrase-words'],
  enrich: ({ article: { title, text }, language: tag }) =>
    listed('key-phrases', findKeyPhrases({ title, text, language: tag }), keyPhraseRule),
};
