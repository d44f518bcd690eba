import { arabicPrefixes } from '../gazetteer/foreign-name-words.ts';
import { organisationNamed } from '../gazetteer/organisations.ts';
import { placesNamed } from '../gazetteer/places.ts';
import { mayBeName } from './may-be-name.ts';
import { sure } from './sureness.ts';
import type { Mention } from './mention.ts';

const longestName = 5;
const sureTown = 200_000;

function kindOf(name: string): 'LOC' | 'ORG' | undefined {
  if (name.length < 3 || !mayBeName(name)) return undefined;
  if (placesNamed(name).some((place) => place.population >= sureTown)) return 'LOC';
  return organisationNamed(name) === undefined ? undefined : 'ORG';
}

/** How many letters of a word belong to no name: what Arabic writes together with the next word. */
function prefixLengths(word: string): number[] {
  return [
    0,
    ...arabicPrefixes
      .filter((prefix) => word.startsWith(prefix) && word.length - prefix.length >= 3)
      .map((prefix) => prefix.length),
  ];
}

/**
 * Names in scripts that part words but have no capitals (Persian, Hebrew, Bengali): the longest names of
 * the gazetteers.
 */
export function namesInWords(text: string): Mention[] {
  const words = [...text.matchAll(/[\p{L}\p{M}\p{N}'’-]{1,40}/gu)].map((match) => ({
    text: match[0],
    start: match.index,
    end: match.index + match[0].length,
  }));
  const mentions: Mention[] = [];
  const joined = (from: number, to: number): boolean =>
    text.slice(words[from]?.end ?? 0, words[to]?.start ?? 0).trim() === '';
  for (let index = 0; index < words.length; ) {
    const first = words[index];
    if (first === undefined) break;
    let step = 1;
    for (let to = Math.min(words.length, index + longestName); to > index; to -= 1) {
      if (to - 1 > index && !joined(to - 2, to - 1)) continue;
      const end = words[to - 1]?.end ?? first.end;
      const skipped = prefixLengths(first.text).find(
        (length) => kindOf(text.slice(first.start + length, end).replace(/\s+/g, ' ')) !== undefined,
      );
      if (skipped === undefined) continue;
      const kind = kindOf(text.slice(first.start + skipped, end).replace(/\s+/g, ' '));
      if (kind === undefined) continue;
      mentions.push({
        start: first.start + skipped,
        end,
        kind,
        confidence: skipped === 0 ? sure.gazetteer : sure.inflected,
      });
      step = to - index;
      break;
    }
    index += step;
  }
  return mentions;
}
