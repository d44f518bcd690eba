import { polishGivenNames } from '../gazetteer/foreign-name-words.ts';
import { foreignNames } from '../gazetteer/foreign-people.ts';
import { nameClass } from '../gazetteer/name-classes.ts';
import { wordList } from '../gazetteer/word-list.ts';
import { classesOfWord } from './classes-of-word.ts';

/** Endings of Slavic cases and what a name may end in instead. */
const caseEndings = /(?:ами|ого|ому|ом|ой|ою|ах|ям|ях|ов|ем|ей|ию|ии|ия|а|у|е|ы|и|ю|я|і|ї)$/;
const baseEndings = ['', 'а', 'я', 'ь', 'й', 'ия', 'ий', 'о', 'ы', 'ія'];
/** Adjectives: that of a town is no form of its name. */
const adjectiveEndings = /[сцз]к(?:ого|ому|ой|ая|ую|ий|ое|ие|их|ими)$/;
const firstCyrillic = 0x400;
const cyrillicWord = /^\p{Script=Cyrillic}{4,30}$/u;

/** The forms that a word of Slavic case may be a form of; the word itself first. */
export function baseForms(word: string): string[] {
  if (word.charCodeAt(0) < firstCyrillic) return [word];
  if (!cyrillicWord.test(word) || adjectiveEndings.test(word)) return [word];
  const stem = word.replace(caseEndings, '');
  return stem.length < 2 || stem === word
    ? [word]
    : [...new Set([word, ...baseEndings.map((ending) => stem + ending)])];
}

/** Family names in -ов, -ев and -ин: the end of the stem, then that of the case. */
const familyCase = /(ов|ев|ёв|ин|ын)(?:а|у|ым|е|ой|ою)?$/u;
const shortestStem = 3;

/** What the cases of a word have in common; of the names of a family also those of the other sex. */
function stemOf(word: string, isOfFullName: boolean): string {
  if (!cyrillicWord.test(word)) return word;
  if (isOfFullName && familyCase.test(word)) return word.replace(familyCase, '$1');
  const stem = word.replace(/(?:ым|им|ая|ую|ий)$/u, '').replace(caseEndings, '');
  if (!isOfFullName) return stem;
  const short = stem.replace(/[аеийоуыьюяії]{1,2}$/u, '');
  return short.length < shortestStem ? word : short;
}

/** What the forms of one name have in common: each word in small letters without its ending. */
export function stemsOf(name: string): string {
  const words = name.toLowerCase().split(' ');
  return words.map((word) => stemOf(word, words.length > 1)).join(' ');
}

/** Family names in the nominative, by sex; how many letters their stem is shorter, and how the other cases end. */
const families: readonly (readonly [nominative: RegExp, cut: number, cases: readonly string[]])[] = [
  [/(?:ов|ев|ёв|ин|ын)$/u, 0, ['а', 'у', 'ым', 'е']],
  [/(?:ов|ев|ёв|ин|ын)а$/u, 1, ['ой', 'ою', 'у']],
  [/[сц]кий$/u, 2, ['ого', 'ому', 'им', 'ом']],
  [/[сц]кая$/u, 2, ['ой', 'ою', 'ую']],
];

/** Whether a word is another case of a family name in the nominative, both in small letters: ларионова, of ларионов. */
export function isCaseOfFamily(word: string, family: string): boolean {
  if (word.charCodeAt(0) < firstCyrillic || !word.startsWith(family.slice(0, shortestStem))) return false;
  return families.some(
    ([nominative, cut, cases]) =>
      nominative.test(family) &&
      cases.some((ending) => word === family.slice(0, family.length - cut) + ending),
  );
}

/** The given name in the nominative that a capitalised word is a form of; undefined for no given name. */
export function givenNameOf(word: string): string | undefined {
  const ru = foreignNames('ru', 'given');
  const uk = foreignNames('uk', 'given');
  // The instrumental in -ом and -ем is of men: Валерием is no form of Валерия.
  const isOfMan = /(?:ом|ем)$/u.test(word);
  return baseForms(word).find((form) => (ru.has(form) || uk.has(form)) && !(isOfMan && /[ая]$/u.test(form)));
}

/** Whether a word is a form of a family name of the lists. */
export function isFamilyName(word: string): boolean {
  const families = foreignNames('ru', 'family');
  return baseForms(word).some((form) => families.has(form));
}

/** Names of men that end as those of women do. */
const menInA = wordList('Илья Никита Данила Фома Лука Кузьма Савва Микола Мыкола Лёва Миша Саша');

/** A family name in the nominative, from the form beside the given name of a man or a woman. */
function familyInNominative(word: string, isWoman: boolean): string {
  if (isWoman) return word.replace(/(ов|ев|ёв|ин|ын)(?:ой|у)$/u, '$1а').replace(/(ск|цк)(?:ой|ую)$/u, '$1ая');
  return word
    .replace(/(ов|ев|ёв|ин|ын)(?:а|у|ым|е)$/u, '$1')
    .replace(/(ск|цк)(?:ого|ому|им|ом)$/u, '$1ий')
    .replace(/([бгджзклмнпрстфхцчш])(?:а|у|ом|е)$/u, '$1');
}

/**
 * The nominative of a person's name that begins with an inflected given name (`Владимира Путина`); undefined
 * where the given name stands in the nominative already.
 */
export function personInNominative(name: string): string | undefined {
  const [given = '', ...rest] = name.split(' ');
  const base = givenNameOf(given);
  if (base === undefined || base === given || rest.length === 0) return undefined;
  const isWoman = /[ая]$/u.test(base) && !menInA.has(base);
  return [base, ...rest.map((word) => familyInNominative(word, isWoman))].join(' ');
}

/** Polish given names: how their cases end, what stands there in the nominative, and whether it is that of a woman. */
const polishGiven: readonly (readonly [ending: RegExp, instead: string, isWoman: boolean])[] = [
  [/i[ię]$|ią$/u, 'ia', true],
  [/i$/u, 'ia', true],
  [/[yęą]$/u, 'a', true],
  [/k(?:a|iem|owi)$/u, 'ek', false],
  [/ł(?:a|em|owi)$/u, 'eł', false],
  [/(?:a|em|owi)$/u, '', false],
];
/** How the cases of a Polish family name end, what stands there in the nominative, and whether nothing else ends so. */
interface FamilyRule {
  readonly cases: RegExp;
  readonly instead: string;
  readonly isSure: boolean;
}
const polishFamily: Readonly<Record<'woman' | 'man', readonly FamilyRule[]>> = {
  woman: [
    { cases: /(?<=[sc]k|dzk)(?:iej|ą)$/u, instead: 'a', isSure: true },
    { cases: /(?<=[nwł])(?:ej|ą)$/u, instead: 'a', isSure: true },
    { cases: /ę$/u, instead: 'a', isSure: true },
  ],
  man: [
    { cases: /(?<=[sc]k|dzk)(?:iego|iemu|im)$/u, instead: 'i', isSure: true },
    { cases: /(?<=[nwł])(?:ego|emu|ym)$/u, instead: 'y', isSure: true },
    { cases: /(?<=[bdfghlmnprtwzłs]|cz|sz|rz)(?:a|em|owi)$/u, instead: '', isSure: false },
    { cases: /(?<=sk)(?:a|iem|owi)$/u, instead: '', isSure: false },
  ],
};
const isName = (word: string): boolean =>
  polishGivenNames.has(word) || (classesOfWord(word) & nameClass.commonGiven) !== 0;

/** The given name in the nominative that a Polish one in another case may be a form of, and whether it is a woman's. */
function polishBaseOf(given: string): { readonly base: string; readonly isWoman: boolean } | undefined {
  for (const [ending, instead, isWoman] of polishGiven) {
    const base = given.replace(ending, instead);
    if (base !== given && polishGivenNames.has(base)) return { base, isWoman };
  }
  return undefined;
}

/**
 * The nominative of a Polish name of two words that begins with an inflected given name (`Ewy Gajewskiej`); undefined
 * where the given name is one as it stands and the family name does not tell its case (`Roberta Flack`).
 */
export function polishInNominative(name: string): string | undefined {
  const [given = '', family = '', ...more] = name.split(' ');
  const found = family === '' || more.length > 0 ? undefined : polishBaseOf(given);
  if (found === undefined) return undefined;
  const rule = polishFamily[found.isWoman ? 'woman' : 'man'].find(({ cases }) => cases.test(family));
  // Roberta Flack; Marka Zuckerberga may be Mark.
  const isDoubtful = isName(given) || /^Mark(?:a|iem|owi)$/u.test(given);
  if (isDoubtful && rule?.isSure !== true) return undefined;
  // Marka Kaczmarka is Kaczmarek, Jana Wilka is Wilk, Andrzeja Dudy is Duda.
  if (rule === undefined)
    return /[aeiouyąęó]$|em$|ego$|emu$/u.test(family) ? undefined : `${found.base} ${family}`;
  const nominative = family.replace(rule.cases, rule.instead);
  // Adama Wróbla is Wróbel.
  return /[^aeiouyąęó][lł]$/u.test(nominative) ? undefined : `${found.base} ${nominative}`;
}

const adjective = /^(\p{Lu}\p{Ll}{2,24}[сц]к)(?:ий|ого|ому|им|ом|ая|ой|ую)$/u;
/**
 * Words of lower case that end the name of a region or an organisation behind an adjective: their stem, nominative and
 * gender.
 */
// biome-ignore format: a table, read by its rows
const heads = [
  ['област', 'область', 'f', 'LOC'], ['губерни', 'губерния', 'f', 'LOC'], ['республик', 'республика', 'f', 'LOC'],
  ['кра', 'край', 'm', 'LOC'], ['район', 'район', 'm', 'LOC'],
  ['университет', 'университет', 'm', 'ORG'], ['институт', 'институт', 'm', 'ORG'], ['академи', 'академия', 'f', 'ORG'],
] as const;

/** The region or university that an adjective and a common word name together, in the nominative. */
export function nameByAdjective(
  first: string,
  second: string,
): { kind: 'LOC' | 'ORG'; base: string } | undefined {
  const stem = adjective.exec(first)?.[1];
  if (stem === undefined) return undefined;
  for (const [head, nominative, gender, kind] of heads) {
    if (!second.startsWith(head) || !/^[ьияейюуаом]{0,3}$/u.test(second.slice(head.length))) continue;
    return { kind, base: `${stem}${gender === 'f' ? 'ая' : 'ий'} ${nominative}` };
  }
  return undefined;
}

/** What a place of Polish, Czech or Slovak may end in where it is in another case, and in the nominative. */
const westSlavicEndings: readonly (readonly [ending: RegExp, instead: readonly string[]])[] = [
  [/sce$/, ['ska', 'sko']],
  [/dze$/, ['ga', 'g']],
  [/ze$/, ['ha', 'h', 'za']],
  [/ce$/, ['ka', 'ca']],
  [/rze$/, ['ra', 'r']],
  [/dzie$/, ['d', 'da']],
  [/cie$/, ['t', 'ta']],
  [/ie$/, ['', 'a', 'o', 'ia']],
  [/ii$/, ['ia']],
  [/ię$/, ['ia']],
  [/ią$/, ['ia']],
  [/(?:em|ie|owi|u|a)$/, ['']],
  [/(?:y|i|ę|ą|u|ou|e|ě)$/, ['a', 'o', '']],
];
const westSlavic = new Set(['pl', 'cs', 'sk']);
/** Languages that write the s of the genitive to a name without a mark. */
const withGenitive = new Set(['de', 'sv', 'da', 'nb', 'no', 'nn', 'nl']);

/** The names in the nominative that a place of a text in Latin letters may be a form of. */
export function placeForms(word: string, language: string): string[] {
  if (withGenitive.has(language)) return /\p{Ll}s$/u.test(word) ? [word.slice(0, -1)] : [];
  if (!westSlavic.has(language) || word.length < 4) return [];
  return westSlavicEndings.flatMap(([ending, instead]) =>
    ending.test(word) ? instead.map((end) => word.replace(ending, end)) : [],
  );
}
