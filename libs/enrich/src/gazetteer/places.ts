import { loadModel, type Lines } from '@newsmill/models';
import { hashText } from '../entities/hash-text.ts';
import { HashIndex } from './hash-index.ts';
import { rememberLast } from './remember-last.ts';

/** A town, region or country. */
export interface Place {
  readonly name: string;
  readonly kind: 'town' | 'country' | 'region' | 'continent';
  /** ISO 3166-1 alpha-2. */
  readonly country?: string;
  /** Code of the state, of towns and states of the United States. */
  readonly state?: string;
  readonly geonames?: number;
  readonly wikidata?: string;
  readonly latitude?: number;
  readonly longitude?: number;
  readonly population: number;
  /** Other names that English has for it. */
  readonly usual: readonly string[];
  /** Names in other languages and scripts. */
  readonly others: readonly string[];
}

interface PlaceIndex {
  readonly towns: Lines;
  readonly regions: readonly Place[];
  /** Numbers of towns; regions follow after them. */
  readonly numbers: HashIndex;
}

/**
 * People of a country or region for the choice between places of one name; GeoNames has them for towns alone.
 */
const peopleOfCountry = 30_000_000;
const peopleOfRegion = 400_000;

/** Codes that CLDR has for parts of countries, which are no codes of ISO 3166-1, each with that of its country. */
const partsOfCountries: Readonly<Record<string, string>> = {
  IC: 'ES',
  EA: 'ES',
  AC: 'SH',
  TA: 'SH',
  DG: 'IO',
  CP: 'FR',
  CQ: 'GG',
};

function readRegion(line: string, isPart: boolean): Place {
  const [name = '', code = '', geonames = '', wikidata = '', usual = '', others = ''] = line.split('\t');
  const id = parseInt(geonames, 36);
  return {
    name,
    kind: isPart ? 'region' : code === '' ? 'continent' : 'country',
    population: isPart ? peopleOfRegion : peopleOfCountry,
    usual: usual === '' || isPart ? [] : usual.split('|'),
    others: others === '' ? [] : others.split('|'),
    ...(code === '' ? {} : { country: partsOfCountries[code] ?? code }),
    ...(id > 0 ? { geonames: id } : {}),
    ...(wikidata === '' ? {} : { wikidata }),
    ...(isPart && usual !== '' ? { state: usual } : {}),
  };
}

function readTown(line: string): Place {
  const [name = '', code = '', id = '', latitude = '', longitude = '', thousands = '', others = ''] =
    line.split('\t');
  return {
    name,
    kind: 'town',
    country: code.slice(0, 2),
    geonames: parseInt(id, 36),
    latitude: Number(latitude) / 100,
    longitude: Number(longitude) / 100,
    population: parseInt(thousands, 36) * 1_000,
    usual: [],
    others: others === '' ? [] : others.split('|'),
    ...(code.length > 2 ? { state: code.slice(2) } : {}),
  };
}

/** Countries and regions of the world, then, behind an empty line, their parts; a line each. */
export function readRegions(text: string): Place[] {
  const [countries = '', parts = ''] = text.split('\n\n');
  return [
    ...countries.split('\n').map((line) => readRegion(line, false)),
    ...parts.split('\n').map((line) => readRegion(line, true)),
  ];
}

function readIndex(): PlaceIndex {
  const model = loadModel('places');
  return {
    towns: model.lines('towns'),
    regions: readRegions(model.text('regions')),
    numbers: HashIndex.of(model),
  };
}

let index: PlaceIndex | undefined;

/**
 * Whether the name, in lower case, is the place's own or English has it for the place; names in other
 * languages are not usual.
 */
export function isUsualName(place: Place, lower: string): boolean {
  return place.name.toLowerCase() === lower || place.usual.some((name) => name.toLowerCase() === lower);
}

/** A town of so many people is known everywhere by its name. */
export const greatTown = 1_000_000;

/** Whether a name is the usual one of a country or of a town with a million people. */
export function isGreatPlace(name: string): boolean {
  const lower = name.toLowerCase();
  return placesNamed(name).some(
    (place) =>
      isUsualName(place, lower) &&
      (place.kind === 'country' || (place.kind === 'town' && place.population >= greatTown)),
  );
}

/**
 * The state of the United States that a text means by two letters, with full stops or without: S.C., TX. As
 * names they stand for words too often.
 */
export function stateByCode(code: string): Place | undefined {
  index ??= readIndex();
  const letters = code.replace(/\./g, '');
  return /^[A-Z]{2}$/.test(letters) ? index.regions.find((place) => place.state === letters) : undefined;
}

function readPlaces(lower: string): readonly Place[] {
  index ??= readIndex();
  const { towns, regions, numbers } = index;
  const places: Place[] = [];
  for (const number of numbers.all(hashText(lower))) {
    const line = towns.at(number);
    const place = line === undefined ? regions[number - towns.count] : readTown(line);
    if (
      place !== undefined &&
      !places.includes(place) &&
      (isUsualName(place, lower) || place.others.some((other) => other.toLowerCase() === lower))
    )
      places.push(place);
  }
  return places;
}

/** Names kept in each of two generations; a name brings its places with all their names. */
const mostKept = 512;
const placesByName = rememberLast(readPlaces, mostKept);

/** Every place that bears the name (in any case), its own or another. */
export function placesNamed(name: string): readonly Place[] {
  return placesByName(name.toLowerCase());
}

/** Whether any place may bear the name; a quick look that errs once in ten million. */
export function mayBePlace(lowerHash: number): boolean {
  index ??= readIndex();
  return index.numbers.first(lowerHash) !== -1;
}
