import { listedKind, mayBeListed } from '../gazetteer/listed-names.ts';
import { mayBeOrganisation, organisationNamed } from '../gazetteer/organisations.ts';
import { mayBePlace, placesNamed } from '../gazetteer/places.ts';
import { hashText, hashUnit } from './hash-text.ts';
import { mayBeName } from './may-be-name.ts';
import { sure } from './sureness.ts';
import type { Mention } from './mention.ts';

const longestName = 14;
/** A place of two characters is believed only when many people live there: short names are also words. */
const shortNamePeople = 300_000;

/** Two countries by a character each, and no place: China and America. */
const pairOfCountries = /^[日中美米韓韩朝露俄英法仏独德印台欧歐澳豪加越伊以]{2}$/u;
/** A day, a year or a number, which towns are called by, too; and a language, which gazetteers have for a place. */
const noName = /^(?:[一二三四五六七八九十百千]{1,4}[日月年人]|.{2,12}[語语])$/u;
/** A name in few katakana is also a word unless many people live there. */
const shortKatakana = 4;
const shortKatakanaPeople = 500_000;

const isBetween = (character: string, first: number, last: number): boolean => {
  const code = character.charCodeAt(0);
  return code >= first && code <= last;
};
export const isHan = (character: string): boolean =>
  isBetween(character, 0x3400, 0x9fff) || isBetween(character, 0xf900, 0xfaff) || character === '々';
export const isKatakana = (character: string): boolean => isBetween(character, 0x30a1, 0x30ff);
const isHiragana = (character: string): boolean => isBetween(character, 0x3041, 0x309f);

/** Kana, Han and the point between the parts of a foreign name. */
const isInName = (unit: number): boolean =>
  (unit >= 0x3041 && unit <= 0x9fff) || (unit >= 0xf900 && unit <= 0xfaff) || unit === 0xb7;

/** What a run of characters names: a place or an organisation of the gazetteers, or nothing. */
export function nameOf(text: string, language: string): 'LOC' | 'ORG' | undefined {
  const listed = listedKind(text, language);
  if (listed !== undefined) return listed;
  if (!mayBeName(text) || pairOfCountries.test(text) || noName.test(text)) return undefined;
  const fewest =
    text.length <= shortKatakana && isKatakana(text.charAt(0))
      ? shortKatakanaPeople
      : text.length > 2
        ? 0
        : shortNamePeople;
  if (placesNamed(text).some((place) => place.population >= fewest)) return 'LOC';
  return organisationNamed(text) === undefined ? undefined : 'ORG';
}

/**
 * The longest name of the gazetteers that begins at `at`. These scripts have no capitals, so that hashes can
 * grow by one character a step.
 */
function longestAt(
  text: string,
  at: number,
  language: string,
): { end: number; kind: 'LOC' | 'ORG' } | undefined {
  // Names in hiragana are words, too: only those of the lists by hand are believed.
  const isKana = isHiragana(text.charAt(at));
  const ends: number[] = [];
  let hash = hashText(text.charAt(at));
  const limit = Math.min(text.length, at + longestName);
  for (let end = at + 1; end < limit; end += 1) {
    const unit = text.charCodeAt(end);
    if (!isInName(unit)) break;
    hash = hashUnit(unit, hash);
    if (mayBeListed(hash) || (!isKana && (mayBePlace(hash) || mayBeOrganisation(hash)))) ends.push(end + 1);
  }
  for (const end of ends.reverse()) {
    const kind = nameOf(text.slice(at, end), language);
    if (kind !== undefined) return { end, kind };
  }
  return undefined;
}

/** The longest names of the gazetteers in a text that parts no words, from left to right. */
export function knownInRuns(text: string, language: string): Mention[] {
  const mentions: Mention[] = [];
  for (let at = 0; at < text.length; at += 1) {
    const character = text.charAt(at);
    const isKana = isKatakana(character);
    if (!isKana && !isHan(character) && !isHiragana(character)) continue;
    // A name in katakana is not the middle of a longer word.
    if (isKana && isKatakana(text.charAt(at - 1))) continue;
    const found = longestAt(text, at, language);
    if (found === undefined || (isKana && isKatakana(text.charAt(found.end)))) continue;
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
