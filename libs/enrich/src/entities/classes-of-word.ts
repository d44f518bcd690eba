import { classesOfName, nameClass } from '../gazetteer/name-classes.ts';
import { hashText } from './hash-text.ts';

/** Classes of what is somebody's given name. */
export const givenNames = nameClass.commonGiven | nameClass.rareGiven;
/** Classes of words that end the names of bodies and firms. */
export const organisationHeads = nameClass.organisationHead | nameClass.company;

/** The classes of a word of a name in whatever case; 0 for one that no gazetteer has. */
export function classesOfWord(word: string): number {
  return classesOfName(hashText(word.toLowerCase()));
}
