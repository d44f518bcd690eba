import { isUsualName, placesNamed, stateByCode, type Place } from '../gazetteer/places.ts';
import type { MentionGroup } from './group-mentions.ts';

/** What speaks for a place beside the number of its people, in powers of ten. */
const sameCountryNamed = 1;
const sameStateNamed = 1.2;
const namedRightAfter = 4;
/** A town that bears the name comes before a country that another language calls so: Columbia. */
const usualName = 3;

/** What a text says right after a mention, as in "Paris, Texas". */
function nameAfter(text: string, end: number): string | undefined {
  return /^,\s+(\p{Lu}[\p{L}.]*(?:\s\p{Lu}[\p{L}.]*){0,2})/u.exec(text.slice(end, end + 60))?.[1];
}

function regionsOf(name: string): Place[] {
  const words = name.split(' ');
  const state = stateByCode(words[0] ?? '');
  if (state !== undefined) return [state];
  for (let length = words.length; length > 0; length -= 1) {
    const found = placesNamed(words.slice(0, length).join(' ')).filter((place) => place.kind !== 'town');
    if (found.length > 0) return found;
  }
  return [];
}

const isIn = (place: Place, region: Place): boolean =>
  place.country === region.country && (region.state === undefined || place.state === region.state);

/** Countries and states that an article names, by the group that names them. */
function readNamedRegions(groups: readonly MentionGroup[]): Place[] {
  return groups
    .filter((group) => group.kind === 'LOC')
    .flatMap((group) => {
      const [name = ''] = group.forms.keys();
      return placesNamed(name).filter((place) => place.kind === 'country' || place.state !== undefined);
    });
}

/**
 * The place of the gazetteer that each group of mentions means. Of several that bear the name: the one in the
 * state or country named right after it, in a country that the article names, with the most people.
 */
export function linkPlaces(text: string, groups: readonly MentionGroup[]): ReadonlyMap<MentionGroup, Place> {
  const named = readNamedRegions(groups);
  const links = new Map<MentionGroup, Place>();
  for (const group of groups) {
    if (group.kind !== 'LOC') continue;
    const names = new Set([...group.forms.keys()].map((form) => form.toLowerCase()));
    const candidates = [...group.forms.keys()].flatMap(placesNamed);
    const after = group.mentions.flatMap(({ end }) => {
      const name = nameAfter(text, end);
      return name === undefined ? [] : regionsOf(name);
    });
    let best: Place | undefined;
    let top = -Infinity;
    for (const place of candidates) {
      const score =
        Math.log10(Math.max(1_000, place.population)) +
        ([...names].some((name) => isUsualName(place, name)) ? usualName : 0) +
        (place.kind === 'town' && after.some((region) => isIn(place, region)) ? namedRightAfter : 0) +
        (named.some(
          (region) => region !== place && region.kind === 'country' && region.country === place.country,
        )
          ? sameCountryNamed
          : 0) +
        (named.some(
          (region) =>
            (region !== place || place.kind === 'town') &&
            region.state !== undefined &&
            region.state === place.state &&
            place.country === 'US',
        )
          ? sameStateNamed
          : 0);
      if (score > top) {
        top = score;
        best = place;
      }
    }
    if (best !== undefined) links.set(group, best);
  }
  return links;
}
