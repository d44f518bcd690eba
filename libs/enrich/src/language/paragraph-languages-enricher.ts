import { primaryLanguage } from '@newsmill/text';
import type { Enricher } from '../enricher.ts';
import { languageModelName } from './detect-language.ts';
import { detectParagraphLanguages } from './detect-paragraph-languages.ts';

export const paragraphLanguagesEnricher: Enricher = {
  name: 'paragraph-languages',
  version: '1',
  about: 'Paragraphs that are written in another language than the article.',
  facts: ['paragraph-languages'],
  isUsual: false,
  models: ['language'],
  enrich({ article, language: tag }) {
    const found = detectParagraphLanguages(article.blocks, tag);
    return found.some((paragraph) => primaryLanguage(paragraph.tag) !== primaryLanguage(tag))
      ? [{ name: 'paragraph-languages', value: found, by: languageModelName }]
      : [];
  },
};
