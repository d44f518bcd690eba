import { organisationNamed } from '../gazetteer/organisations.ts';
import { englishNameOf } from '../gazetteer/foreign-organisations.ts';
import { sure } from './sureness.ts';
import type { Mention } from './mention.ts';

/**
 * Organisations that a text of another script writes in Latin letters: known names, and of brands only letters such as
 * HTC.
 */
export function organisationsInLatin(text: string): Mention[] {
  // bounded: 24, a name that is longer is read in parts
  return [...text.matchAll(/[A-Z][A-Za-z&]{1,24}/g)].flatMap(({ 0: word, index }) => {
    if (/[A-Za-z\d-]/.test(text.charAt(index - 1)) || /[\d-]/.test(text.charAt(index + word.length)))
      return [];
    const known = organisationNamed(word);
    const isKnown =
      englishNameOf(word) !== undefined ||
      (known !== undefined && (known.isWorldwide || (word.length > 3 && word === word.toUpperCase())));
    return isKnown
      ? [{ start: index, end: index + word.length, kind: 'ORG', confidence: sure.shortName } as const]
      : [];
  });
}
