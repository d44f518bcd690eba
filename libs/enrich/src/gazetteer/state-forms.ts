import { isCountryAbroad } from './country-abroad.ts';
import { isUsualName, placesNamed, stateByCode, type Place } from './places.ts';

/** Short forms of states of the United States as agencies write them, each with the code of its state. */
const states: ReadonlyMap<string, string> = new Map(
  (
    'Ala. AL|Ariz. AZ|Ark. AR|Calif. CA|Colo. CO|Conn. CT|Del. DE|Fla. FL|Ga. GA|Ill. IL|Ind. IN|Kan. KS|Ky. KY|La. LA|Mass. MA|Md. MD|' +
    'Mich. MI|Minn. MN|Miss. MS|Mo. MO|Mont. MT|Neb. NE|Nev. NV|Okla. OK|Ore. OR|Pa. PA|Tenn. TN|Tex. TX|Va. VA|Vt. VT|Wash. WA|Wis. WI|Wyo. WY|' +
    'N.H. NH|N.J. NJ|N.M. NM|N.Y. NY|N.C. NC|N.D. ND|S.C. SC|S.D. SD|R.I. RI|W.Va. WV'
  )
    .split('|')
    .map((row): [string, string] => {
      const [form = '', code = ''] = row.split(' ');
      return [form, code];
    }),
);
/** The same of provinces of Canada. */
const provinces: ReadonlySet<string> = new Set('Man. Ont. Que. Sask. Alta. N.S. N.B. B.C.'.split(' '));

/** Whether a word is short for a state or a province, as behind the name of a town: Calif., N.J. */
export const isStateForm = (word: string): boolean => states.has(word) || provinces.has(word);

/**
 * Names that news has for places, in small letters, which the gazetteer does not have, each with the one that it has.
 */
const otherNames: ReadonlyMap<string, string> = new Map(
  [
    ['New York City', 'NYC'],
    ['Washington', 'D.C.'],
    ['United States', 'Etats-Unis|EE.UU.|EE. UU.|EEUU'],
    [
      'United Kingdom',
      'Großbritannien|Grossbritannien|Grande-Bretagne|Grande Bretagne|Gran Bretaña|Gran Bretagna|Grã-Bretanha|Groot-Brittannië',
    ],
    [
      'Belarus',
      'Weißrussland|Weissrussland|Biélorussie|Bielorrusia|Bielorussia|Bielorrússia|Wit-Rusland|Белоруссия',
    ],
    ['Netherlands', 'Hollande|Holanda|Olanda|Голландия'],
    ['Ethiopia', 'Ethiopie'],
    ['Ecuador', 'Equateur'],
    ['Eritrea', 'Erythrée'],
    ['Palestinian Territories', 'Palestine|Palästina|Palestina|Palestyna|Палестина'],
    ['Beijing', 'Peking|Pechino|Pequim'],
    ['Shanghai', 'Schanghai'],
  ].flatMap(([name = '', forms = '']) =>
    forms.split('|').map((form): [string, string] => [form.toLowerCase(), name]),
  ),
);

/** Whether a name, in small letters, is one that news has for a place and the gazetteer does not. */
export const isOtherName = ({ name, kind }: Place, lower: string): boolean =>
  kind !== 'region' && otherNames.get(lower) === name;

/**
 * The places that a text of a language (BCP 47 primary tag; empty: any) may mean by a name, by another name of it, or
 * by the short form of a state.
 */
export function placesMeant(name: string, language = ''): readonly Place[] {
  const code = states.get(name);
  const state = code === undefined ? undefined : stateByCode(code);
  if (state !== undefined) return [state];
  const other = otherNames.get(name.toLowerCase());
  if (other !== undefined) return [...placesNamed(other), ...placesNamed(name)];
  const named = placesNamed(name);
  const isTown = named.some(({ kind }) => kind === 'town');
  // In English Europa is a world.
  const isForeign = (place: Place): boolean =>
    language === 'en' && place.kind === 'continent' && !isUsualName(place, name.toLowerCase());
  const isHere = (place: Place): boolean =>
    !isCountryAbroad(place, name, language, isTown) && !isForeign(place);
  return named.every(isHere) ? named : named.filter(isHere);
}
