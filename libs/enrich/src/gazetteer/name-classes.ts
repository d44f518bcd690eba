import { loadModel } from '@newsmill/models';
import { hashText } from '../entities/hash-text.ts';
import { HashIndex } from './hash-index.ts';
import {
  calendarWords,
  companyWords,
  nationalityWords,
  organisationWords,
  placeWords,
  roleWords,
} from './name-words.ts';

/** What a gazetteer says of a name, as bits. */
// biome-ignore format: a table, read by its rows
export const nameClass = {
  bigCity: 1, town: 2, country: 4, region: 8, commonGiven: 16, rareGiven: 32, commonFamily: 64,
  rareFamily: 128, organisation: 256,
  role: 512, company: 1_024, organisationHead: 2_048, placeHead: 4_096, calendar: 8_192, nationality: 16_384,
} as const;
export const nameClassCount = 15;

/** The classes of the words that are listed by hand. */
function readWords(): HashIndex {
  const index = HashIndex.for(2_000);
  const lists = [
    [roleWords, nameClass.role],
    [companyWords, nameClass.company],
    [organisationWords, nameClass.organisationHead],
    [placeWords, nameClass.placeHead],
    [calendarWords, nameClass.calendar],
    [nationalityWords, nameClass.nationality],
  ] as const;
  for (const [words, bit] of lists) for (const word of words) index.join(hashText(word), bit);
  return index;
}

let classes: { readonly names: HashIndex; readonly words: HashIndex } | undefined;

/** The classes of a name by the hash of its lower-cased form; 0 for a name that no gazetteer has. */
export function classesOfName(hash: number): number {
  classes ??= { names: HashIndex.of(loadModel('name-classes')), words: readWords() };
  return Math.max(0, classes.names.first(hash)) | Math.max(0, classes.words.first(hash));
}
