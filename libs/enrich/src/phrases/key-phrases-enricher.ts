import { factOf } from '@newsmill/contracts';
import { listed, type Enricher } from '../enricher.ts';
import { findKeyPhrases, keyPhraseRule } from './find-key-phrases.ts';

export const keyPhrasesEnricher: Enricher = {
  name: 'key-phrases',
  version: '2',
  about: 'Words and phrases of the text that tell best what it is about.',
  facts: ['key-phrases'],
  isUsual: true,
  models: ['phrase-words', 'word-rarities'],
  enrich: ({ article: { title, text }, language, facts }) =>
    listed(
      'key-phrases',
      findKeyPhrases({ title, text, language, names: factOf(facts, 'entities') ?? [] }),
      keyPhraseRule,
    ),
};
