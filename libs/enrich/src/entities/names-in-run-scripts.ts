import {
  chineseAfterNames,
  chineseOffices,
  chineseSurnames,
  japaneseOffices,
  koreanOffices,
  koreanParticles,
  koreanSurnames,
} from '../gazetteer/foreign-name-words.ts';
import { mayBeOrganisation, organisationNamed } from '../gazetteer/organisations.ts';
import { mayBePlace, placesNamed } from '../gazetteer/places.ts';
import { hashText } from './hash-text.ts';
import { mayBeName } from './may-be-name.ts';
import { sure } from './sureness.ts';
import type { Mention } from './mention.ts';

const longestName = 14;
/** A place of two characters is believed only when many people live there: short names are also words. */
const shortNamePeople = 300_000;

/** What a run of characters names: a place or an organisation of the gazetteers, or nothing. */
function nameOf(text: string): 'LOC' | 'ORG' | undefined {
  if (!mayBeName(text)) return undefined;
  if (placesNamed(text).some((place) => text.length > 2 || place.population >= shortNamePeople)) return 'LOC';
  return organisationNamed(text) === undefined ? undefined : 'ORG';
}

/**
 * The longest name of the gazetteers that begins at `at`. These scripts have no capitals, so that hashes can
 * grow by one character a step.
 */
function longestAt(
  text: string,
  at: number,
  limit: number,
): { end: number; kind: 'LOC' | 'ORG' } | undefined {
  const ends: number[] = [];
  let hash = hashText(text.charAt(at));
  for (let end = at + 1; end < Math.min(limit, at + longestName); end += 1) {
    hash = hashText(text.charAt(end), hash);
    if (mayBePlace(hash) || mayBeOrganisation(hash)) ends.push(end + 1);
  }
  for (const end of ends.reverse()) {
    const kind = nameOf(text.slice(at, end));
    if (kind !== undefined) return { end, kind };
  }
  return undefined;
}

const isHan = (character: string): boolean => /\p{Script=Han}/u.test(character);
const isKatakana = (character: string): boolean => /[\p{Script=Katakana}ー・]/u.test(character);

/**
 * The name of a person before an office: kanji or katakana back to where the script changes, four kanji at
 * most.
 */
function japanesePerson(text: string, office: number): number | undefined {
  const before = text.charAt(office - 1);
  if (!isHan(before) && !isKatakana(before)) return undefined;
  const belongs = isHan(before) ? isHan : isKatakana;
  const most = isHan(before) ? 4 : 14;
  let start = office;
  while (start > 0 && office - start <= most && belongs(text.charAt(start - 1))) start -= 1;
  const length = office - start;
  return length >= 2 && length <= most ? start : undefined;
}

/** Chinese given names have one or two characters; what comes after decides. */
function endOfChineseName(text: string, start: number): number | undefined {
  if (!chineseSurnames.has(text.charAt(start))) return undefined;
  for (const end of [start + 3, start + 2]) {
    const after = text.charAt(end);
    if ([...text.slice(start, end)].every(isHan) && (after === '' || chineseAfterNames.includes(after)))
      return end;
  }
  return undefined;
}

function personAt(text: string, at: number, language: string): { start: number; end: number } | undefined {
  const offices = language === 'ja' ? japaneseOffices : chineseOffices;
  const office = offices.find((word) => text.startsWith(word, at));
  if (office === undefined) return undefined;
  if (language === 'ja') {
    const start = japanesePerson(text, at);
    return start === undefined || nameOf(text.slice(start, at)) !== undefined
      ? undefined
      : { start, end: at };
  }
  const end = endOfChineseName(text, at + office.length);
  if (end !== undefined) return { start: at + office.length, end };
  const start = [at - 3, at - 2].find(
    (from) =>
      from >= 0 && chineseSurnames.has(text.charAt(from)) && (from === 0 || !isHan(text.charAt(from - 1))),
  );
  return start === undefined ? undefined : { start, end: at };
}

/**
 * Names in Chinese and Japanese, which part no words: the longest names of the gazetteers, and people by
 * their offices.
 */
export function namesInRunningText(text: string, language: string): Mention[] {
  const mentions: Mention[] = [];
  const isWordy = (character: string): boolean => isHan(character) || isKatakana(character);
  for (let at = 0; at < text.length; at += 1) {
    if (!isWordy(text.charAt(at))) continue;
    const person = personAt(text, at, language);
    if (person !== undefined && person.start >= (mentions.at(-1)?.end ?? 0)) {
      mentions.push({ ...person, kind: 'PER', confidence: sure.office });
      at = Math.max(at, person.end - 1);
      continue;
    }
    // A name in katakana is not the middle of a longer word.
    if (isKatakana(text.charAt(at)) && isKatakana(text.charAt(at - 1))) continue;
    const found = longestAt(text, at, text.length);
    if (found === undefined || (isKatakana(text.charAt(at)) && isKatakana(text.charAt(found.end)))) continue;
    mentions.push({
      start: at,
      end: found.end,
      kind: found.kind,
      confidence: found.end - at > 2 ? sure.gazetteer : sure.shortName,
    });
    at = found.end - 1;
  }
  return mentions;
}

function koreanPerson(word: string, next: string): number | undefined {
  const own = koreanOffices.find(
    (office) => word.length > office.length && word.indexOf(office) >= 2 && word.indexOf(office) <= 4,
  );
  const length =
    own !== undefined
      ? word.indexOf(own)
      : koreanOffices.some((office) => next.startsWith(office))
        ? word.length
        : 0;
  return length >= 2 && length <= 4 && koreanSurnames.has(word.charAt(0)) ? length : undefined;
}

/**
 * Names in Korean: a name of the gazetteers at the beginning of a word with nothing but a particle after it,
 * and people by their offices.
 */
export function namesInKorean(text: string): Mention[] {
  const mentions: Mention[] = [];
  const words = [...text.matchAll(/[\p{Script=Hangul}A-Za-z0-9]{1,40}/gu)];
  words.forEach((match, number) => {
    const word = match[0];
    const start = match.index;
    if (!/\p{Script=Hangul}/u.test(word) || start < (mentions.at(-1)?.end ?? 0)) return;
    for (let length = Math.min(word.length, longestName); length >= 2; length -= 1) {
      const rest = word.slice(length);
      if (rest !== '' && !koreanParticles.has(rest)) continue;
      const kind = nameOf(word.slice(0, length));
      if (kind === undefined) continue;
      mentions.push({
        start,
        end: start + length,
        kind,
        confidence: length > 2 ? sure.gazetteer : sure.shortName,
      });
      return;
    }
    const length = koreanPerson(word, words[number + 1]?.[0] ?? '');
    if (length !== undefined)
      mentions.push({ start, end: start + length, kind: 'PER', confidence: sure.office });
  });
  return mentions;
}
