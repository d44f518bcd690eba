import { factOf } from '@newsmill/contracts';
import { registrableDomain } from '@newsmill/text';
import { listed, type Enricher } from '../enricher.ts';
import { findKeyPhrases, keyPhraseRule } from './find-key-phrases.ts';

/** What the site of an article calls itself: its publisher, its domain and the name in that. */
function ownNames({ finalUrl, publisher }: { finalUrl: string; publisher?: string | undefined }): string[] {
  const domain = URL.canParse(finalUrl) ? registrableDomain(new URL(finalUrl).hostname) : undefined;
  return [publisher, domain, domain?.split('.')[0]].filter((name) => name !== undefined);
}

export const keyPhrasesEnricher: Enricher = {
  name: 'key-phrases',
  version: '14',
  about: 'Words and phrases of the text that tell best what it is about.',
  facts: ['key-phrases'],
  isUsual: true,
  models: ['phrase-words', 'word-rarities', 'name-classes', 'organisations', 'places'],
  enrich: ({ article, language, facts }) =>
    listed(
      'key-phrases',
      findKeyPhrases({
        title: article.title,
        text: article.text,
        language,
        names: factOf(facts, 'entities') ?? [],
        own: ownNames(article),
      }),
      keyPhraseRule,
    ),
};
