import type { ModelName } from '@newsmill/models';

/**
 * The models that the stage reads where nobody chose enrichers, as `modelsOf([])` tells them: known without loading
 * the enrichers, which threads alone run.
 */
export const usualModels = [
  'word-rarities',
  'language',
  'topics',
  'name-tagger',
  'word-classes',
  'name-classes',
  'places',
  'organisations',
  'foreign-people',
  'phrase-words',
] as const satisfies readonly ModelName[];
