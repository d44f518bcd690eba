import { mayBeOrganisation } from '../gazetteer/organisations.ts';
import { mayBePlace } from '../gazetteer/places.ts';
import { hashText } from './hash-text.ts';

/** Whether the gazetteers may know a text; quick, for the many texts that they do not. */
export function mayBeName(text: string): boolean {
  const hash = hashText(text.toLowerCase());
  return mayBePlace(hash) || mayBeOrganisation(hash);
}
