import { factOf, type Entity } from '@newsmill/contracts';
import { listed, type Enricher } from '../enricher.ts';
import { findQuotes, quotesRule } from './find-quotes.ts';

/** Languages with tables of speech in which given names are known by their letters. */
const namesAreFound: ReadonlySet<string> = new Set(['en', 'de', 'fr', 'es', 'it', 'pt', 'nl']);

export const quotesEnricher: Enricher = {
  name: 'quotes',
  version: '6',
  about: 'What is quoted, and who said it.',
  facts: ['quotes'],
  isUsual: true,
  models: ['name-classes', 'phrase-words'],
  enrich({ article, language: tag, facts }) {
    const entities = factOf(facts, 'entities') ?? [];
    const of = (sought: Entity['kind']) =>
      entities.flatMap(({ kind, name }) => (kind === sought ? [name] : []));
    const people = of('person');
    // Where names are found, whoever speaks is one of them.
    const named =
      people.length > 0 && namesAreFound.has(tag)
        ? { people, organisations: of('organisation'), places: of('place') }
        : undefined;
    return listed('quotes', findQuotes({ text: article.text, language: tag, people, named }), quotesRule);
  },
};
