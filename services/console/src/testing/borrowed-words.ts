import { channelFacts, editClasses, fates, qualityFlags, sourceStates } from '@newsmill/contracts';

/** Texts of closed lists of others that the console says: names, meanings. */
export const borrowedWords: readonly string[] = [
  ...Object.values(channelFacts).map(({ name }) => name),
  ...Object.entries(editClasses).flat(),
  ...Object.entries(fates).flat(),
  ...Object.keys(qualityFlags).map((flag) => flag.replaceAll('-', ' ')),
  ...Object.values(qualityFlags),
  ...Object.values(sourceStates).flatMap(({ name, meaning }) => [name, meaning]),
];
