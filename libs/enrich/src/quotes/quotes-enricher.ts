import { factOf } from '@newsmill/contracts';
import { listed, type Enricher } from '../enricher.ts';
import { findQuotes, quotesRule } from './find-quotes.ts';

export const quotesEnricher: Enricher = {
  name: 'quotes',
  version: '1',
  about: 'What is quoted, and who said it.',
  facts: ['quotes'],
  isUsual: true,
  models: [],
  enrich({ article, language: tag, facts }) {
    const people = (factOf(facts, 'entities') ?? []).flatMap(({ kind, name }) =>
      kind === 'person' ? [name] : [],
    );
    return listed('quotes', findQuotes({ text: article.text, language: tag, people }), quotesRule);
  },
};
