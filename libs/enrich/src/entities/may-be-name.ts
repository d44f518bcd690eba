import { mayBeOrganisation } from '../gazetteer/organisations.ts';
import { mayBePlace } from '../gazetteer/places.ts';
import { hashText } from './hash-text.ts';

/** Whether the gazetteers may know a text with this hash in small letters. */
export function mayBeHashOfName(lowerHash: number): boolean {
  return mayBePlace(lowerHash) || mayBeOrganisation(lowerHash);
}

/** Whether the gazetteers may know a text; quick, for the many texts that they do not. */
export function mayBeName(text: string): boolean {
  return mayBeHashOfName(hashText(text.toLowerCase()));
}
