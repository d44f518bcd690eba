import { hashPart, hashParts, hashText } from '../entities/hash-text.ts';
import { HashIndex } from './hash-index.ts';
import {
  calendarWords,
  companyWords,
  nationalityWords,
  organisationWords,
  placeWords,
  roleWords,
} from './name-words.ts';
import { organisationLines } from './organisation-lines.ts';
import { peopleLines } from './people-lines.ts';
import { placeLines } from './place-lines.ts';
import { regionLines } from './region-lines.ts';
import { unpackLines, type PackedLines } from './unpack-lines.ts';

/** What a gazetteer says of a name, as bits. */
export const nameClass = {
  bigCity: 1,
  town: 2,
  country: 4,
  region: 8,
  commonGiven: 16,
  rareGiven: 32,
  commonFamily: 64,
  rareFamily: 128,
  organisation: 256,
  role: 512,
  company: 1_024,
  organisationHead: 2_048,
  placeHead: 4_096,
  calendar: 8_192,
  nationality: 16_384,
} as const;
export const nameClassCount = 15;

/** Ranks up to which a given or family name is common. */
const commonGivenNames = 2_000;
const commonFamilyNames = 5_000;
/** From this many thousand people on a town is a big city. */
const bigCity = 100;
const latin = /^[\p{Script=Latin}\d .,'’&/+-]+$/u;

/** Lines of a packed block, lower-cased all at once. */
function lowerLines(packed: PackedLines, block = 0): readonly string[] {
  return unpackLines(packed, true)[block] ?? [];
}

function addPlaces(index: HashIndex): void {
  for (const line of lowerLines(placeLines)) {
    const end = line.indexOf('\t');
    const othersAt = line.lastIndexOf('\t') + 1;
    const thousands = parseInt(line.slice(line.lastIndexOf('\t', othersAt - 2) + 1, othersAt - 1), 36);
    const bit = thousands >= bigCity ? nameClass.bigCity : nameClass.town;
    index.join(hashPart(line, 0, end), bit);
    // The first other name is the same without accents, where the name has any.
    const plainEnd = othersAt + end;
    if (
      othersAt < line.length &&
      (plainEnd === line.length || line.charAt(plainEnd) === '|') &&
      latin.test(line.slice(othersAt, plainEnd))
    )
      index.join(hashPart(line, othersAt, plainEnd), bit);
  }
  index.join(hashText('new york'), nameClass.bigCity);
}

function addRegions(index: HashIndex): void {
  for (const line of lowerLines(regionLines)) {
    index.join(hashPart(line, 0, line.indexOf('\t')), nameClass.country);
    const othersAt = line.lastIndexOf('\t');
    for (const [from, to] of [
      [line.lastIndexOf('\t', othersAt - 1) + 1, othersAt],
      [othersAt + 1, line.length],
    ] as const) {
      hashParts(line, '|', from, to, (hash, start, end) => {
        if (latin.test(line.slice(start, end))) index.join(hash, nameClass.country);
      });
    }
  }
  for (const line of lowerLines(regionLines, 1))
    index.join(hashPart(line, 0, line.indexOf('\t')), nameClass.region);
}

function addOrganisations(index: HashIndex): void {
  for (const line of lowerLines(organisationLines)) {
    index.join(hashPart(line, 0, line.indexOf('\t')), nameClass.organisation);
    hashParts(line, '|', line.lastIndexOf('\t') + 1, line.length, (hash, start, end) => {
      if (latin.test(line.slice(start, end))) index.join(hash, nameClass.organisation);
    });
  }
}

function addPeople(index: HashIndex): void {
  const [given = [], family = []] = unpackLines(peopleLines, true);
  given.forEach((name, rank) =>
    index.join(hashText(name), rank < commonGivenNames ? nameClass.commonGiven : nameClass.rareGiven),
  );
  family.forEach((name, rank) =>
    index.join(hashText(name), rank < commonFamilyNames ? nameClass.commonFamily : nameClass.rareFamily),
  );
}

function readClasses(): HashIndex {
  const index = new HashIndex(160_000);
  addPlaces(index);
  addRegions(index);
  addOrganisations(index);
  addPeople(index);
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

let classes: HashIndex | undefined;

/** The classes of a name by the hash of its lower-cased form; 0 for a name that no gazetteer has. */
export function classesOfName(hash: number): number {
  classes ??= readClasses();
  return Math.max(0, classes.first(hash));
}
