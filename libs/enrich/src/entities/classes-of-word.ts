import { classesOfName, nameClass } from '../gazetteer/name-classes.ts';
import { hashText } from './hash-text.ts';

/** Classes of what is somebody's given name. */
export const givenNames = nameClass.commonGiven | nameClass.rareGiven;
/** The same of any name of somebody, given or family. */
export const anyNames = givenNames | nameClass.commonFamily | nameClass.rareFamily;
/** Classes of words that end the names of bodies and firms. */
export const organisationHeads = nameClass.organisationHead | nameClass.company;

/** The classes of a word of a name in whatever case; 0 for one that no gazetteer has. */
export function classesOfWord(word: string): number {
  return classesOfName(hashText(word.toLowerCase()));
}

/** Whether a name has its head in one of the classes: its last word, or the one before of or for. */
export function hasHead(words: readonly string[], classes: number): boolean {
  const link = words.findIndex((word) => word === 'of' || word === 'for');
  return [words.at(-1) ?? '', words[link - 1] ?? ''].some((word) => (classesOfWord(word) & classes) !== 0);
}
