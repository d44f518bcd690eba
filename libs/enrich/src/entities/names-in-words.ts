import { arabicPrefixes, arabicRoles } from '../gazetteer/foreign-name-words.ts';
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
 * Names in scripts that part words but have no capitals (Arabic, Hebrew, Devanagari, Thai): the longest names
 * of the gazetteers, and people by the office before them.
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
    // Two words after an office: "الرئيس عبد الفتاح" is a name, one word may be an adjective.
    const isNamed = (mentions.at(-1)?.start ?? -1) >= first.start;
    const next = words[index + 1];
    const last = words[index + 2];
    if (
      !isNamed &&
      arabicRoles.has(first.text) &&
      next !== undefined &&
      last !== undefined &&
      joined(index, index + 1) &&
      joined(index + 1, index + 2) &&
      !next.text.startsWith('ال') &&
      next.text.length > 2 &&
      last.text.length > 2 &&
      kindOf(next.text) === undefined
    ) {
      mentions.push({ start: next.start, end: last.end, kind: 'PER', confidence: sure.office });
      step = 3;
    }
    index += step;
  }
  return mentions;
}
