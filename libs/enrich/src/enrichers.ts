import { factOf } from '@newsmill/contracts';
import { findMoney, moneyRule } from './amounts/find-money.ts';
import { findQuantities, quantitiesRule } from './amounts/find-quantities.ts';
import { datelineRule, findDateline } from './dateline/find-dateline.ts';
import { datesRule, findDates } from './dates/find-dates.ts';
import { describeFamily, familyModel } from './duplicates/describe-family.ts';
import { familyOf } from './duplicates/family-of.ts';
import type { Enricher, MadeFact } from './enricher.ts';
import { entityMethod } from './entities/entity-spans.ts';
import { findEntities } from './entities/find-entities.ts';
import { languageModelName } from './language/detect-language.ts';
import { detectParagraphLanguages } from './language/detect-paragraph-languages.ts';
import { languageOf } from './language/language-of.ts';
import { primaryLanguage } from './language/language-tag.ts';
import { memberOf, storyKey, storyMemberOf } from './look-up-for.ts';
import { findKeyPhrases, keyPhraseRule } from './phrases/find-key-phrases.ts';
import { findQuotes, quotesRule } from './quotes/find-quotes.ts';
import { placeInStory, storyModel } from './stories/place-in-story.ts';
import { measureReadability, readabilityRule } from './summary/measure-readability.ts';
import { summarize, summaryRule } from './summary/summarize.ts';
import { findTopics, topicModel } from './topics/find-topics.ts';
import { readTopicModel, type TopicModel } from './topics/topic-model.ts';
import type { Vectors } from './vectors/create-vectors.ts';
import { packVector } from './vectors/pack-vector.ts';
import { hasVectors } from './vectors/vector-languages.ts';

/** What an operator can change in newsmill's own enrichers. */
export interface EnricherOptions {
  /** Text of a topic model of the operator's own. */
  readonly topicModel?: string;
  /** The table of word vectors; with it articles get vectors. */
  readonly vectors?: Vectors;
}

/** A fact that is a list; none for an empty one. */
function listed(name: string, value: readonly unknown[], by: string): MadeFact[] {
  return value.length === 0 ? [] : [{ name, value, by }];
}

const language: Enricher = {
  name: 'language',
  version: '1',
  about: 'The language that the article is written in.',
  facts: ['language'],
  isUsual: true,
  enrich({ article }) {
    const { tag, confidence, by } = languageOf(article);
    return [{ name: 'language', value: tag, by, confidence }];
  },
};

const paragraphLanguages: Enricher = {
  name: 'paragraph-languages',
  version: '1',
  about: 'Paragraphs that are written in another language than the article.',
  facts: ['paragraph-languages'],
  isUsual: false,
  enrich({ article, language: tag }) {
    const found = detectParagraphLanguages(article.blocks, tag);
    return found.some((paragraph) => primaryLanguage(paragraph.tag) !== primaryLanguage(tag))
      ? [{ name: 'paragraph-languages', value: found, by: languageModelName }]
      : [];
  },
};

export const duplicatesName = 'duplicates';

const duplicates: Enricher = {
  name: duplicatesName,
  version: '1',
  about: 'Whether the text was published before, by whom, how far it spread, and what was changed.',
  facts: ['duplicate-of', 'family'],
  isUsual: true,
  asksState: true,
  enrich({ article, id, known }) {
    const family = familyOf(article, id, known);
    const described = describeFamily(
      { ...memberOf(article, id, known), text: article.text, agencies: article.agencies },
      family,
      known.candidates,
    );
    const facts: MadeFact[] = [];
    if (family.original !== undefined)
      facts.push({
        name: 'duplicate-of',
        value: family.original.id,
        by: familyModel,
        confidence: family.original.similarity,
      });
    if (described !== undefined)
      facts.push({ name: 'family', value: described, by: familyModel, confidence: described.similarity });
    return facts;
  },
};

const story: Enricher = {
  name: 'story',
  version: '1',
  about: 'Which event the article tells of, together with others.',
  facts: ['story'],
  isUsual: true,
  asksState: true,
  enrich({ article, id, known }) {
    const fact = placeInStory(storyMemberOf(article, id, known), known.candidates, (other) =>
      known.values.get(`${storyKey}${other}`),
    );
    return [{ name: 'story', value: fact, by: storyModel, confidence: fact.similarity }];
  },
};

/** Topics by a model of the operator's own, or by the shipped one. */
function topicsEnricher(model: TopicModel | undefined): Enricher {
  return {
    name: 'topics',
    version: '1',
    about: 'IPTC Media Topics, by the section, the categories of the feed, the keywords and the text.',
    facts: ['topics'],
    isUsual: true,
    enrich({ article, language: tag }) {
      const { title, text, finalUrl: url, section, breadcrumb, keywords, entry } = article;
      return listed(
        'topics',
        findTopics(
          {
            title,
            text,
            language: tag,
            url,
            section,
            breadcrumb,
            keywords,
            feedCategories: entry?.categories,
          },
          model,
        ),
        topicModel,
      );
    },
  };
}

const keyPhrases: Enricher = {
  name: 'key-phrases',
  version: '1',
  about: 'Words and phrases of the text that tell best what it is about.',
  facts: ['key-phrases'],
  isUsual: true,
  enrich: ({ article: { title, text }, language: tag }) =>
    listed('key-phrases', findKeyPhrases({ title, text, language: tag }), keyPhraseRule),
};

const summary: Enricher = {
  name: 'summary',
  version: '1',
  about: 'Up to three sentences of the text that say most of it.',
  facts: ['summary'],
  isUsual: false,
  enrich: ({ article: { title, text }, language: tag }) =>
    listed('summary', summarize({ title, text, language: tag }), summaryRule),
};

const readability: Enricher = {
  name: 'readability',
  version: '1',
  about: 'How easy the text is to read: Flesch reading ease in the form of its language.',
  facts: ['readability'],
  isUsual: false,
  enrich({ article, language: tag }) {
    const found = measureReadability(article.text, tag);
    return found === undefined ? [] : [{ name: 'readability', value: found, by: readabilityRule }];
  },
};

const entities: Enricher = {
  name: 'entities',
  version: '1',
  about:
    'People, organisations and places: short forms with the full name, how much the article is about them, where they are, who they are.',
  facts: ['entities'],
  isUsual: true,
  enrich: ({ article, language: tag }) =>
    listed(
      'entities',
      findEntities({
        title: article.title,
        paragraphs: article.blocks.map(({ text }) => text),
        language: tag,
      }),
      entityMethod(tag),
    ),
};

const dateline: Enricher = {
  name: 'dateline',
  version: '1',
  about: 'Where and when the text says that it was written, and for which agency.',
  facts: ['dateline'],
  isUsual: true,
  enrich({ article, language: tag }) {
    const found = findDateline({ text: article.text, language: tag, published: article.published });
    return found === undefined ? [] : [{ name: 'dateline', value: found, by: datelineRule }];
  },
};

const dates: Enricher = {
  name: 'dates',
  version: '1',
  about: 'Days, months, years and spans that the text names, resolved against the date of publication.',
  facts: ['dates'],
  isUsual: false,
  enrich: ({ article, language: tag }) =>
    listed(
      'dates',
      findDates({ text: article.text, language: tag, published: article.published }),
      datesRule,
    ),
};

const money: Enricher = {
  name: 'money',
  version: '1',
  about: 'Sums of money, in numbers with their currency.',
  facts: ['money'],
  isUsual: false,
  enrich: ({ article, language: tag }) =>
    listed(
      'money',
      findMoney({ text: article.text, language: tag, country: article.sourceCountry }),
      moneyRule,
    ),
};

const quantities: Enricher = {
  name: 'quantities',
  version: '1',
  about: 'Lengths, weights, temperatures, shares, numbers of people, in numbers with their unit.',
  facts: ['quantities'],
  isUsual: false,
  enrich: ({ article, language: tag }) =>
    listed('quantities', findQuantities({ text: article.text, language: tag }), quantitiesRule),
};

const quotes: Enricher = {
  name: 'quotes',
  version: '1',
  about: 'What is quoted, and who said it.',
  facts: ['quotes'],
  isUsual: true,
  enrich({ article, language: tag, facts }) {
    const people = (factOf(facts, 'entities') ?? []).flatMap(({ kind, name }) =>
      kind === 'person' ? [name] : [],
    );
    return listed('quotes', findQuotes({ text: article.text, language: tag, people }), quotesRule);
  },
};

function vectorEnricher(vectors: Vectors): Enricher {
  return {
    name: 'vector',
    version: '1',
    about: 'What the article means as a direction in space, for hybrid search (English).',
    facts: ['vector'],
    isUsual: true,
    enrich({ article, language: tag }) {
      const vector = hasVectors(tag) ? vectors.articleVector(article) : undefined;
      return vector === undefined ? [] : [{ name: 'vector', value: packVector(vector), by: vectors.name }];
    },
  };
}

/** Every enricher of newsmill, in the order in which they run: a later one may read the facts of an earlier one. */
export function listEnrichers({ topicModel: own, vectors }: EnricherOptions = {}): readonly Enricher[] {
  const topics = topicsEnricher(own === undefined ? undefined : readTopicModel(own));
  return [
    language,
    paragraphLanguages,
    duplicates,
    story,
    topics,
    entities,
    keyPhrases,
    summary,
    readability,
    dateline,
    dates,
    money,
    quantities,
    quotes,
    ...(vectors === undefined ? [] : [vectorEnricher(vectors)]),
  ];
}

/** Those that run unless the operator says otherwise. */
export const usualEnrichers: readonly Enricher[] = listEnrichers().filter((enricher) => enricher.isUsual);
