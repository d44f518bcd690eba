import { describeFamily, familyModel } from './duplicates/describe-family.ts';
import { familyOf } from './duplicates/family-of.ts';
import type { Enricher, MadeFact } from './enricher.ts';
import { languageOf } from './language-of.ts';
import { memberOf, storyMemberOf } from './look-up-for.ts';
import { placeInStory, storyModel } from './stories/place-in-story.ts';
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
    const described = describeFamily({ ...memberOf(article, id), text: article.text, agencies: article.agencies }, family, known.candidates);
    const facts: MadeFact[] = [];
    if (family.original !== undefined) facts.push({ name: 'duplicate-of', value: family.original.id, by: familyModel, confidence: family.original.similarity });
    if (described !== undefined) facts.push({ name: 'family', value: described, by: familyModel, confidence: described.similarity });
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
    const fact = placeInStory(storyMemberOf(article, id), known.candidates);
    return [{ name: 'story', value: fact, by: storyModel, confidence: fact.similarity }];
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
export function listEnrichers({ vectors }: EnricherOptions = {}): readonly Enricher[] {
  return [language, duplicates, story, ...(vectors === undefined ? [] : [vectorEnricher(vectors)])];
}

/** Those that run unless the operator says otherwise. */
export const usualEnrichers: readonly Enricher[] = listEnrichers().filter((enricher) => enricher.isUsual);
