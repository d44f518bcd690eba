import type { Enricher } from '../enricher.ts';
import { storyKey, storyMemberOf } from '../look-up-for.ts';
import { placeInStory, storyModel } from './place-in-story.ts';

export const storyEnricher: Enricher = {
  name: 'story',
  version: '1',
  about: 'Which event the article tells of, together with others.',
  facts: ['story'],
  isUsual: true,
  models: ['word-rarities'],
  asksState: true,
  enrich({ article, id, known }) {
    const fact = placeInStory(storyMemberOf(article, id, known), known.candidates, (other) =>
      known.values.get(`${storyKey}${other}`),
    );
    return [{ name: 'story', value: fact, by: storyModel, confidence: fact.similarity }];
  },
};
