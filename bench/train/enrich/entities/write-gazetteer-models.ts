/**
 * Writes the gazetteers as the package ships them: their lines, and where a name stands in them. Usage: node
 * --conditions=newsmill-source write-gazetteer-models.ts FOLDER VERSION   (FOLDER is what write_gazetteer.py
 * wrote; people.txt beside this script is written by it too)
 */
import { readFileSync } from 'node:fs';
import { hashPart, hashParts, hashText } from '../../../../libs/enrich/src/entities/hash-text.ts';
import { HashIndex } from '../../../../libs/enrich/src/gazetteer/hash-index.ts';
import { nameClass } from '../../../../libs/enrich/src/gazetteer/name-classes.ts';
import { readRegions } from '../../../../libs/enrich/src/gazetteer/places.ts';
import { lineTensors, textTensor, writeModel, type About } from '../../models/write-model.ts';
import { people } from './names.ts';

const [folder = '', version = ''] = process.argv.slice(2);
const blocks = (name: string): string[] => readFileSync(`${folder}/${name}.txt`, 'utf8').split('\n\n');
const linesOf = (block: string | undefined): string[] => (block ?? '').split('\n');
const [places, regions, organisations] = [
  linesOf(blocks('place-lines')[0]),
  blocks('region-lines'),
  linesOf(blocks('organisation-lines')[0]),
];
const lower = (lines: readonly string[]): string[] => lines.join('\n').toLowerCase().split('\n');

/** Ranks up to which a given or family name is common. */
const commonGivenNames = 2_000;
const commonFamilyNames = 5_000;
/** From this many thousand people on a town is a big city. */
const bigCity = 100;
const latin = /^[\p{Script=Latin}\d .,'’&/+-]+$/u;

function placeNumbers(): HashIndex {
  const numbers = HashIndex.for(150_000);
  lower(places).forEach((line, number) => {
    numbers.add(hashPart(line, 0, line.indexOf('\t')), number);
    hashParts(line, '|', line.lastIndexOf('\t') + 1, line.length, (hash, start, end) => {
      if (end - start > 1) numbers.add(hash, number);
    });
  });
  readRegions(regions.join('\n\n')).forEach((place, number) => {
    numbers.add(hashText(place.name.toLowerCase()), places.length + number);
    for (const other of [...place.usual, ...place.others])
      numbers.add(hashText(other.toLowerCase()), places.length + number);
  });
  return numbers;
}

function organisationNumbers(): HashIndex {
  const numbers = HashIndex.for(40_000);
  lower(organisations).forEach((line, number) => {
    numbers.add(hashPart(line, 0, line.indexOf('\t')), number);
    hashParts(line, '|', line.lastIndexOf('\t') + 1, line.length, (hash) => numbers.add(hash, number));
  });
  return numbers;
}

function addPlaces(index: HashIndex): void {
  for (const line of lower(places)) {
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
  for (const line of lower(linesOf(regions[0]))) {
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
  for (const line of lower(linesOf(regions[1])))
    index.join(hashPart(line, 0, line.indexOf('\t')), nameClass.region);
}

function addOrganisations(index: HashIndex): void {
  for (const line of lower(organisations)) {
    index.join(hashPart(line, 0, line.indexOf('\t')), nameClass.organisation);
    hashParts(line, '|', line.lastIndexOf('\t') + 1, line.length, (hash, start, end) => {
      if (latin.test(line.slice(start, end))) index.join(hash, nameClass.organisation);
    });
  }
}

function addPeople(index: HashIndex): void {
  const { given, family } = people();
  lower(given).forEach((name, rank) =>
    index.join(hashText(name), rank < commonGivenNames ? nameClass.commonGiven : nameClass.rareGiven),
  );
  lower(family).forEach((name, rank) =>
    index.join(hashText(name), rank < commonFamilyNames ? nameClass.commonFamily : nameClass.rareFamily),
  );
}

const about = (description: string, sources: string): About => ({
  version: Number(version),
  description,
  sources,
  madeBy: 'bench/train/enrich/entities',
});
const geography =
  'GeoNames (CC BY 4.0), CLDR (Unicode-3.0), ids of Wikidata by name-suggestion-index (BSD-3-Clause)';
const companies = 'name-suggestion-index (BSD-3-Clause)';
const classes = HashIndex.for(160_000);
for (const add of [addPlaces, addRegions, addOrganisations, addPeople]) add(classes);
writeModel('places', about('Towns, regions and countries by their names.', `${geography}, iso-3166 (MIT)`), {
  ...lineTensors('towns', places),
  regions: textTensor(regions.join('\n\n')),
  ...placeNumbers().tensors,
});
writeModel('organisations', about('Organisations by their names.', companies), {
  ...lineTensors('organisations', organisations),
  ...organisationNumbers().tensors,
});
writeModel(
  'name-classes',
  about(
    'Whether a name is that of a town, a country, a company, or a given or family name.',
    `${geography}, ${companies}, census of the United States 1990 (public domain), stdlib (CC0), faker (MIT)`,
  ),
  classes.tensors,
);
process.stdout.write('places, organisations, name-classes; run npm run gen\n');
