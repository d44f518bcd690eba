import { organisationNamed } from '../gazetteer/organisations.ts';
import { placesNamed } from '../gazetteer/places.ts';
import { longestKnown, prefixLengths, readWords } from './known-in-words.ts';
import { mayBeName } from './may-be-name.ts';
import type { Mention } from './mention.ts';

const longestName = 5;
const sureTown = 200_000;

function kindOf(name: string): 'LOC' | 'ORG' | undefined {
  if (name.length < 3 || !mayBeName(name)) return undefined;
  if (placesNamed(name).some((place) => place.population >= sureTown)) return 'LOC';
  return organisationNamed(name) === undefined ? undefined : 'ORG';
}

/**
 * Names in scripts that part words but have no capitals (Persian, Hebrew, Bengali): the longest names of
 * the gazetteers.
 */
export function namesInWords(text: string): Mention[] {
  const words = readWords(text, /[\p{L}\p{M}\p{N}'’-]{1,40}/gu);
  const search = {
    text,
    words,
    most: longestName,
    joined: (at: number) => text.slice(words[at - 1]?.end ?? 0, words[at]?.start ?? 0).trim() === '',
    skips: (word: string) => prefixLengths(word, 3),
    kindOf: (name: string) => kindOf(name.replace(/\s+/g, ' ')),
  };
  const mentions: Mention[] = [];
  for (let at = 0; at < words.length; ) {
    const known = longestKnown(search, at);
    if (known !== undefined) mentions.push(known.mention);
    at = known?.to ?? at + 1;
  }
  return mentions;
}
