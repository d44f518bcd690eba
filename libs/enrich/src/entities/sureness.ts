/** Names that are believed less are none. */
export const leastConfidence = 0.3;

/**
 * How sure names found without a model are; never above what the model calls likely, but for those that the rules alone
 * tell.
 */
export const sure = {
  gazetteer: 0.6,
  shortName: 0.5,
  office: 0.5,
  givenName: 0.55,
  headWord: 0.5,
  inflected: 0.5,
  rulesAlone: 0.7,
  bodyByWords: 0.9,
} as const;
