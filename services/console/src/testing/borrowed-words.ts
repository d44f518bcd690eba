import {
  channelFacts,
  channelFaults,
  dropReasons,
  editClasses,
  entryFaults,
  fates,
  qualityFlags,
  rejectReasons,
  sourceStates,
} from '@newsmill/contracts';
import { itemSteps, keptReasons, warningSteps } from '@newsmill/operate';

/** Texts of closed lists of others that the console says: names, meanings. */
export const borrowedWords: readonly string[] = [
  ...Object.values(channelFacts).map(({ name }) => name),
  ...Object.entries(editClasses).flat(),
  ...Object.entries(fates).flat(),
  ...Object.keys(qualityFlags).map((flag) => flag.replaceAll('-', ' ')),
  ...Object.values(qualityFlags),
  ...Object.values({ ...dropReasons, ...entryFaults, ...rejectReasons }),
  ...Object.values(channelFaults).flatMap(({ says, remedy }) => [says, remedy]),
  ...Object.values({ ...itemSteps, ...keptReasons }),
  ...Object.values(warningSteps),
  ...Object.values(sourceStates).flatMap(({ name, meaning }) => [name, meaning]),
];
