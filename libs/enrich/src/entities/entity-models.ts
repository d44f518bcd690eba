import type { ModelName } from '@newsmill/models';

/** The models that entities are found with. */
export const entityModels: readonly ModelName[] = [
  'name-tagger',
  'foreign-tagger',
  'word-classes',
  'name-classes',
  'places',
  'organisations',
  'foreign-people',
  'phrase-words',
];
