import { foreignOrganisationWords } from '../gazetteer/foreign-name-words.ts';
import { nameClass } from '../gazetteer/name-classes.ts';
import { placesNamed } from '../gazetteer/places.ts';
import { wordList } from '../gazetteer/word-list.ts';
import { commonWordsOf } from '../phrases/stop-words.ts';
import { classesOfWord } from './classes-of-word.ts';
import type { MentionGroup } from './group-mentions.ts';
import { natureHeads } from './names-in-capitals.ts';

/** How sure the tagger must be of what the rules of the language find as well. */
const leastAgreed = { PER: 0.7, ORG: 0.7, LOC: 0.6 } as const;
/** The same of what the tagger alone finds: of organisations it is the least often right. */
const leastAlone = { PER: 0.75, ORG: 0.9, LOC: 0.75 } as const;

/** Letters that stand for a thing, a form of a company or a remark of the editors, never for a body. */
const noBodies = wordList(
  'NDLR NDLT IGP AOP AOC AOT RER TGV TER TVA IVA PIB PIL AIF ADN ARN DNA RNA DNS RNS VIH SIDA HIV AIDS CDI CDD SMIC RTT PME TPE HLM ZAC PLU IRM IA KI AI SI ' +
    'USG PKB VAT DPH HDP BTW BBP MWST DSGVO GPS USB CO2 LED PDF SMS QR TV PC SUV VIP ID FAQ CEO CFO PR HR IT VR AR 3D ' +
    'ВИЧ СПИД ДНК РНК ДТП ЧП ЧС ЕГЭ ОГЭ НДС НДФЛ ЖКХ ЖК МРТ КТ УЗИ ПЦР ИП ООО АО ПАО ЗАО ОАО ТЭЦ ГЭС АЭС ТЭС СМИ ВВП ПДД ТВ ИИ ДК БПЛА ПВО СВО РСЗО ФЗ УК КоАП ' +
    'ВІЛ СНІД ЗНО НМТ ПДВ ЖКГ ТЕЦ АЕС ГЕС ЗМІ ДНЗ ОСББ ТОВ ПДР ШІ ППО ΦΠΑ ΑΕΠ ΑΦΜ DNR',
);
/** Roman numerals up to 39: of kings, centuries and leagues. */
const numeral = /^(?=..)X{0,3}(?:IX|IV|V?I{0,3})$/;
/** Adjectives that Slavic languages make of places, without the noun they belong to: Челябинской, Warszawskiego. */
const adjective =
  /^\p{Lu}[\p{Ll}-]{2,30}(?:ск(?:ая|ое|ие|ой|ом|ого|ому|ую|им|их|ими)|ськ(?:а|е|і|ої|ому|ого|у|им|их)|skie(?:go|j|mu)|skim|skich|ském|ského|ským|ských)$/u;

/** Whether a name is that of a way between two towns: Paris-Lille. */
function isWay(name: string): boolean {
  const [from = '', to = '', ...more] = name.split(/ ?[-–—] ?/);
  return (
    more.length === 0 &&
    to !== '' &&
    from !== to &&
    placesNamed(name).length === 0 &&
    placesNamed(from).length > 0 &&
    placesNamed(to).length > 0
  );
}

/** Whether a name in one word is none: letters for a thing, a common word for a body, an adjective. */
function isNoName(name: string, kind: MentionGroup['kind'], language: string): boolean {
  if (kind === 'PER') return false;
  if (noBodies.has(name) || numeral.test(name) || adjective.test(name)) return true;
  const lower = name.toLowerCase();
  return (
    kind === 'ORG' &&
    (foreignOrganisationWords.has(lower) ||
      (classesOfWord(name) & nameClass.organisationHead) !== 0 ||
      (name !== name.toUpperCase() && commonWordsOf(language).has(lower)))
  );
}

/**
 * Whether a name of a text in another language than English is told: what the rules of the language find as well needs
 * less to be believed.
 */
export function isBelievedAbroad(group: MentionGroup, confidence: number, language: string): boolean {
  const { kind, mentions, forms } = group;
  const agreed = mentions.filter(({ isByRules }) => isByRules === true).length * 2 >= mentions.length;
  if (confidence < (agreed ? leastAgreed : leastAlone)[kind]) return false;
  if (agreed) return true;
  const [name = ''] = forms.keys();
  // The forms that no mention counts for are those that the text has of an inflected name.
  const written = [...forms].flatMap(([form, count]) => (count === 0 ? [form] : []));
  if (
    (kind !== 'PER' && isWay(name)) ||
    (kind === 'PER' && natureHeads.has(name.split(' ', 1)[0]?.toLowerCase() ?? ''))
  )
    return false;
  return name.includes(' ') || ![name, ...written].some((form) => isNoName(form, kind, language));
}
