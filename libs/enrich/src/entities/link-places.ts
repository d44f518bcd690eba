import { homesOfLanguage } from '../gazetteer/foreign-name-words.ts';
import { greatTown, isUsualName, stateByCode, type Place } from '../gazetteer/places.ts';
import { regionNames } from '../gazetteer/region-names.ts';
import { isOtherName, placesMeant } from '../gazetteer/state-forms.ts';
import { wordList } from '../gazetteer/word-list.ts';
import type { MentionGroup } from './group-mentions.ts';
import { isBehindArticle, type Mention } from './mention.ts';

/** What speaks for a place beside the number of its people, in powers of ten. */
const sameCountryNamed = 1;
const sameStateNamed = 1.2;
const namedRightAfter = 4;
/** A country where the language of the text is spoken. */
const atHome = 1;
/** Each of at most two other towns of the text in the same country. */
const nearOthers = 0.5;
/** A town that bears the name comes before a country that another language calls so: Columbia. */
const usualName = 3;
/** Whether the language calls a country so: Équateur in French. */
function isCountryIn(language: string, { kind, country }: Place, names: ReadonlySet<string>): boolean {
  if (kind !== 'country' || country === undefined || !/^[A-Z]{2}$/.test(country)) return false;
  const name = regionNames(language)?.of(country)?.toLowerCase();
  return name !== undefined && names.has(name);
}

/**
 * A town of so many people is meant by its name wherever an article is from, people. Those of the United States are
 * called by words and by the names of others more often: Corona, Orange, Oxford.
 */
const knownAbroad = { US: 300_000, elsewhere: 120_000 } as const;
/** Where English is at home, for what no article says. */
const homesOfEnglish = 'US GB';
/** Parts of a country that every country has: the gazetteer knows those of one of them. */
const directions = wordList(
  'north|south|east|west|northern|southern|eastern|western|northeast|northwest|southeast|southwest|north east|north west|south east|south west|' +
    'northeastern|northwestern|southeastern|southwestern|central|centre|center|capital|gulf|west coast|east coast|lakes|mountain|midlands|plateau|' +
    'nord|sud|est|ouest|norte|sur|este|oeste|centro|littoral',
  '|',
);

/**
 * Worlds that towns are called like, which nothing but a region right behind the name says to be one: Jupiter, Florida.
 */
const worlds = wordList(
  'mercury|venus|mars|jupiter|saturn|uranus|neptune|pluto|titan|europa|ganymede|triton',
  '|',
);

/**
 * Speaks for a state of the United States that a country is called like, in a text that is about others of its places.
 */
const stateOfName = 3;

/** Houses that governments are called by, which are no quarter of another town that is called so: Maison Blanche. */
const seats = wordList(
  'maison blanche|maison-blanche|casa blanca|casa bianca|casa branca|weißes haus|weiße haus|weißen haus|biały dom|białego domu|bílý dům|' +
    'белый дом|белого дома|білий дім|кремль|кремля|kreml|kremlin|cremlino|kremlj|λευκός οίκος|λευκού οίκου|elysée|élysée|eliseo|matignon|capitole|capitolio|blue house',
  '|',
);

/**
 * The state right behind a mention, short or whole: Hanover, N.H.; what is also a large town may go on a list of towns.
 */
const stateShort = /^,\s+((?:[A-Z]\.){2}|[A-Z]{2}(?![A-Za-z.])|[A-Z][a-z]{1,4}\.)/;
const stateWhole = /^,\s+([A-Z][a-z]+(?: [A-Z][a-z]+)?)(?=[,.;:)]|\s*$)/m;
const alsoTowns = wordList('new york|washington', '|');

function stateBehind(text: string, end: number): string | undefined {
  const behind = text.slice(end, end + 40);
  const short = stateShort.exec(behind)?.[1];
  if (short === 'D.C.' || short === 'DC') return 'DC';
  const whole = short === undefined ? stateWhole.exec(behind)?.[1] : undefined;
  if (whole !== undefined && alsoTowns.has(whole.toLowerCase())) return undefined;
  return placesMeant(short ?? whole ?? '')
    .concat(stateByCode(short ?? '') ?? [])
    .find(({ kind, state }) => kind === 'region' && state !== undefined)?.state;
}

/** What says around a name that a state is meant, not a town of its name: upstate New York, US-Bundesstaat New York. */
const stateAround = {
  before:
    /(?<!\p{L})(?:[Uu]pstate|[Rr]ural|(?:[Nn]orth|[Ss]outh|[Ee]ast|[Ww]est)ern|[Ss]tate of|[Gg]overnor of|[ÉEé]tat de|(?:US-)?(?:[Bb]undes|[Dd]eel)?[Ss]taat(?:es)?|[Ee]stado de|[Ss]tato di) $/u,
  after: /^(?: [Ss]tate\b|(?:[’']s)? (?:Gov\b|[Gg]overnor|[Aa]ttorney [Gg]eneral))/,
  /** The capital has these, too. */
  bodyAfter: /^(?:[’']s)? (?:[Ll]egislat|[Ll]awmakers|[Ss]enat|Assembly)/,
};

/** The towns that a name in front of a comma is said of first: of each of its ends the largest. */
function townsBefore(before: string): Place[] {
  const words = before.endsWith(', ') ? before.slice(0, -2).split(' ').slice(-2) : [];
  return words.flatMap((_, from) =>
    placesMeant(words.slice(from).join(' '))
      .filter(({ kind }) => kind === 'town')
      .toSorted((a, b) => b.population - a.population)
      .slice(0, 1),
  );
}

/** What stands between the names of a list, which are of one kind: Ohio, Texas and New York. */
const inList = /^(?:, (?:(?:and|or) )?| (?:and|or|&|et|ou|und|oder|y|o) )$/;
/** The capital behind its mark, whatever stands beside it. */
const districtBehind = /^,? D\.?C\b/;
/** The states that the capital lies between, which are named with it. */
const besideCapital = wordList('maryland|virginia', '|');

/** Names of places in the order of a text. */
interface PlacesInText {
  readonly text: string;
  readonly mentions: readonly Mention[];
}

const nameOf = ({ text }: PlacesInText, { start, end }: Mention): string =>
  text.slice(start, end).toLowerCase();

/** The names that a mention stands in a list with, in small letters. */
function namesBeside(places: PlacesInText, mention: Mention): string[] {
  const { text, mentions } = places;
  const at = mentions.indexOf(mention);
  const isJoined = (one: Mention | undefined, other: Mention | undefined): boolean =>
    one !== undefined && other !== undefined && inList.test(text.slice(one.end, other.start));
  let first = at;
  while (isJoined(mentions[first - 1], mentions[first])) first -= 1;
  let last = at;
  while (isJoined(mentions[last], mentions[last + 1])) last += 1;
  return mentions
    .slice(first, last + 1)
    .filter((other) => other !== mention)
    .map((other) => nameOf(places, other));
}

/** Whether a name is that of a state and of no town that many people live in. */
const isStateAlone = (name: string): boolean => {
  const named = placesMeant(name);
  return (
    named.some(({ kind, state }) => kind === 'region' && state !== undefined) &&
    named.every(
      ({ kind, state, population }) =>
        (kind === 'region' && state !== undefined) || (kind === 'town' && population < usualTown),
    )
  );
};

/**
 * Whether a name stands in a list of states: Rhode Island and New York. What may be a town there as well needs one more
 * of them.
 */
function isInListOfStates(places: PlacesInText, mention: Mention): boolean {
  const beside = namesBeside(places, mention);
  const isCapital = nameOf(places, mention) === 'washington';
  const others = beside.filter((name) => !(isCapital && besideCapital.has(name)));
  const states = others.filter((name) => !alsoTowns.has(name));
  return states.length > others.length - states.length && states.every(isStateAlone);
}

/**
 * Whether a text says mostly that a name is that of the state, by the words or the list around it or a town in front:
 * Albany, New York.
 */
function isSaidOfState(places: PlacesInText, { mentions }: MentionGroup, state: string): boolean {
  const { text } = places;
  const said = mentions.filter((mention) => {
    const before = text.slice(Math.max(0, mention.start - 40), mention.start);
    const behind = text.slice(mention.end, mention.end + 24);
    const isCapital = nameOf(places, mention) === 'washington';
    return (
      !districtBehind.test(behind) &&
      (stateAround.before.test(before) ||
        stateAround.after.test(behind) ||
        (!isCapital && stateAround.bodyAfter.test(behind)) ||
        townsBefore(before).some((town) => town.state === state) ||
        isInListOfStates(places, mention))
    );
  });
  return said.length * 2 > mentions.length;
}

/** The places of a name without its towns, where the text says that the state of that name is meant. */
function withoutTowns(
  places: PlacesInText,
  group: MentionGroup,
  candidates: readonly Place[],
  names: ReadonlySet<string>,
): readonly Place[] {
  const state = candidates.find(
    ({ kind, state: code, name }) => kind === 'region' && code !== undefined && names.has(name.toLowerCase()),
  )?.state;
  const hasTown = candidates.some(({ kind }) => kind === 'town');
  return state !== undefined && hasTown && isSaidOfState(places, group, state)
    ? candidates.filter(({ kind }) => kind !== 'town')
    : candidates;
}

/** Whether a great town is called like the state that it lies in, for short: New York. */
const isCalledLikeState = (place: Place, names: ReadonlySet<string>, candidates: readonly Place[]): boolean =>
  place.kind === 'town' &&
  place.population >= greatTown &&
  !names.has(place.name.toLowerCase()) &&
  candidates.some(
    ({ kind, state, name }) =>
      kind === 'region' && state !== undefined && state === place.state && names.has(name.toLowerCase()),
  );

/** A river that is called like a state, which has no article: the Missouri river, along the Missouri. */
const river = /^ [Rr]iver\b/;
const endsThere = /^(?:[.;:!?)]|$|\n| (?:is|was|at|from|near|to)\b)/;

/** Whether a text says of most mentions of a state that they are those of a river. */
function isRiver(text: string, { mentions }: MentionGroup, { kind, state }: Place): boolean {
  if (kind !== 'region' || state === undefined) return false;
  const said = mentions.filter(
    ({ start, end }) =>
      isBehindArticle(text, start) &&
      (river.test(text.slice(end, end + 7)) || endsThere.test(text.slice(end, end + 6))),
  );
  return said.length * 2 > mentions.length;
}

/** What a text says right after a mention, as in "Paris, Texas". */
function nameAfter(text: string, end: number): string | undefined {
  return /^,\s+(\p{Lu}[\p{L}.]*(?:\s\p{Lu}[\p{L}.]*){0,2})/u.exec(text.slice(end, end + 60))?.[1];
}

function regionsOf(name: string): Place[] {
  const words = name.split(' ');
  // The district of the capital is no state.
  if (/^D\.?C\.?$/.test(words[0] ?? '')) return [];
  const state = stateByCode(words[0] ?? '');
  if (state !== undefined) return [state];
  for (let length = words.length; length > 0; length -= 1) {
    // The full stop of the sentence: Cornwall, Ontario.
    const own = words.slice(0, length).join(' ');
    const found = [own, own.replace(/\.$/, '')]
      .flatMap((form) => placesMeant(form))
      .filter((place) => place.kind !== 'town');
    if (found.length > 0) return found;
  }
  return [];
}

const isIn = (place: Place, region: Place): boolean =>
  place.country === region.country && (region.state === undefined || place.state === region.state);

/** What a group of mentions says about where the others lie. */
interface NamedPlaces {
  /** Countries and states that it names. */
  readonly regions: readonly Place[];
  /** The town that it names, or the largest of those. */
  readonly town: Place | undefined;
  /** The country that the towns and regions of this name lie in. */
  readonly within: string | undefined;
}

/** A town with fewer people is not what a name is usually said of, where a state or another town bears it. */
const usualTown = 100_000;

/** The country that all places which a name is usually said of lie in; a capital stands for its government as often. */
function countryAround(name: string, places: readonly Place[]): string | undefined {
  const usual = places.filter(({ kind, population }) => kind !== 'town' || population >= usualTown);
  const meant = usual.length > 0 ? usual : places;
  const country = meant[0]?.country;
  return name !== 'Washington' &&
    meant.every((place) => place.country === country && place.kind !== 'country')
    ? country
    : undefined;
}

function readNamedPlaces(group: MentionGroup, language: string): NamedPlaces {
  const [name = ''] = group.forms.keys();
  const places = placesMeant(name, language);
  const towns = places.filter(({ kind }) => kind === 'town');
  return {
    within: countryAround(name, places),
    regions: places.filter(
      ({ kind, state }) => kind === 'country' || (kind === 'region' && state !== undefined),
    ),
    town:
      towns.length < places.length
        ? undefined
        : towns.reduce<Place | undefined>(
            (best, town) => (best === undefined || town.population > best.population ? town : best),
            undefined,
          ),
  };
}

/** What stands around a group of mentions. */
interface Surroundings {
  /** What the other groups say. */
  readonly around: readonly NamedPlaces[];
  /** Regions that are named right after it. */
  readonly after: readonly Place[];
  /** Codes of the countries where the language is spoken. */
  readonly homes: string;
}

/** Of a city that is its own country, as Hong Kong is, the city is meant. */
const isCityState = (place: Place, candidates: readonly Place[]): boolean =>
  place.kind === 'town' &&
  candidates.some(
    ({ kind, country, name }) =>
      kind === 'country' && country === place.country && name.startsWith(place.name),
  );

/**
 * Whether anything but its name says that a place is meant: its size, where other places lie, where the language is at
 * home.
 */
function isSupported(place: Place, { around, after, homes }: Surroundings): boolean {
  return (
    place.kind === 'country' ||
    place.kind === 'continent' ||
    (place.kind === 'region' && (place.state !== undefined || place.wikidata !== undefined)) ||
    (place.kind === 'town' && place.population >= knownAbroad[place.country === 'US' ? 'US' : 'elsewhere']) ||
    homes.includes(place.country ?? '?') ||
    after.some((region) => isIn(place, region)) ||
    around.some(
      ({ regions, town }) =>
        town?.country === place.country || regions.some(({ country }) => country === place.country),
    )
  );
}

/** Whether a text names places of countries, and of that of this one none: Yorkville, in a text on Toronto. */
const liesElsewhere = ({ country }: Place, around: readonly NamedPlaces[]): boolean => {
  const countries = around.flatMap(({ within }) => within ?? []);
  return countries.length > 0 && !countries.includes(country ?? '');
};

/**
 * Whether the states right behind a town of the United States are others than that of the one which the gazetteer has.
 */
function isInOtherState({ kind, country, state }: Place, text: string, { mentions }: MentionGroup): boolean {
  if (kind !== 'town' || country !== 'US') return false;
  const states = mentions.map(({ end }) => stateBehind(text, end)).filter((own) => own !== undefined);
  return states.length > 0 && !states.includes(state ?? '');
}

/** What speaks for a place in the text beside its name. */
function scoreAround(place: Place, around: readonly NamedPlaces[], homes: string): number {
  const isNamed = (test: (region: Place) => boolean): boolean =>
    around.some(({ regions }) => regions.some((region) => region !== place && test(region)));
  const neighbours = around.filter(({ town }) => town !== undefined && town.country === place.country).length;
  return (
    (isNamed(({ kind, country }) => kind === 'country' && country === place.country)
      ? sameCountryNamed
      : nearOthers * Math.min(2, neighbours)) +
    (place.country === 'US' && place.state !== undefined && isNamed(({ state }) => state === place.state)
      ? sameStateNamed
      : 0) +
    (place.country !== undefined && homes.includes(place.country) ? atHome : 0)
  );
}

/**
 * Whether a state of the United States is meant and not the country of its name: Georgia, beside Atlanta and not
 * Tbilisi.
 */
function isStateOfName(place: Place, candidates: readonly Place[], around: readonly NamedPlaces[]): boolean {
  if (place.state === undefined || place.kind !== 'region') return false;
  const rival = candidates.find(({ kind }) => kind === 'country')?.country;
  return (
    rival !== undefined &&
    around.some(({ within }) => within === 'US') &&
    !around.some(({ within }) => within === rival)
  );
}

/**
 * The place of the gazetteer that each group of mentions means. Of several that bear the name: the one in the
 * state or country named right after it, in a country that the article names or where its other places lie, in one
 * where the language is spoken, with the most people. A small town or a region that nothing but its name speaks for is
 * linked to none: another may bear it that no gazetteer has.
 */
export function linkPlaces(
  text: string,
  groups: readonly MentionGroup[],
  language: string,
): ReadonlyMap<MentionGroup, Place> {
  const places = groups.filter(({ kind }) => kind === 'LOC');
  const named = new Map(places.map((group) => [group, readNamedPlaces(group, language)]));
  const homes = homesOfLanguage[language] ?? '';
  const links = new Map<MentionGroup, Place>();
  const inText = {
    text,
    mentions: places.flatMap(({ mentions }) => mentions).toSorted((a, b) => a.start - b.start),
  };
  for (const group of places) {
    const names = new Set([...group.forms.keys()].map((form) => form.toLowerCase()));
    if ([...names].some((name) => seats.has(name) || directions.has(name))) continue;
    const around = [...named].flatMap(([other, told]) => (other === group ? [] : [told]));
    const after = group.mentions.flatMap(({ end }) => {
      const name = nameAfter(text, end);
      return name === undefined ? [] : regionsOf(name);
    });
    const isWorld = after.length === 0 && [...names].some((name) => worlds.has(name));
    const all = [...group.forms.keys()]
      .flatMap((form) => placesMeant(form, language))
      .filter(({ kind }) => !(isWorld && kind === 'town'));
    const candidates = withoutTowns(inText, group, all, names);
    const isCity = candidates.some((place) => isCityState(place, candidates));
    let best: Place | undefined;
    let top = -Infinity;
    // Parts of two countries of which the text says no more.
    let isOfTwo = false;
    for (const place of candidates) {
      const score =
        Math.log10(Math.max(1_000, place.population)) +
        ([...names].some((name) => isUsualName(place, name) || isOtherName(place, name)) ||
        isCalledLikeState(place, names, candidates) ||
        (!isCity && isCountryIn(language, place, names))
          ? usualName
          : 0) +
        (place.kind === 'town' && after.some((region) => isIn(place, region)) ? namedRightAfter : 0) +
        scoreAround(place, around, homes) +
        (isStateOfName(place, candidates, around) ? stateOfName : 0) +
        (isCityState(place, candidates) ? sameCountryNamed : 0);
      if (score === top && place.kind === 'region' && place.country !== best?.country) isOfTwo = true;
      if (score > top) {
        top = score;
        best = place;
        isOfTwo = false;
      }
    }
    if (best === undefined || isOfTwo || isInOtherState(best, text, group)) continue;
    if (language === 'en' && isRiver(text, group, best)) continue;
    const near = homes || (liesElsewhere(best, around) ? '' : homesOfEnglish);
    if (isSupported(best, { around, after, homes: near })) links.set(group, best);
  }
  return links;
}
