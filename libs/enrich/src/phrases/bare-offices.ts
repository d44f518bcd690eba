import type { Token } from './read-tokens.ts';

/** How a language calls those who hold an office, and what of it says neither whose it is nor who has it. */
interface Offices {
  /** A word for an office in any of its forms, in small letters. */
  readonly office: RegExp;
  /** Fields, ranks and places that any country has, in small letters. */
  readonly fields: ReadonlySet<string>;
  /** A state and those who rule one, which every country has, and a rank without its office, in small letters. */
  readonly bodies: ReadonlySet<string>;
}

const wordsOf = (list: string): ReadonlySet<string> => new Set(list.split(' '));

// bounded: 60, no longer word is read. Readers of Portuguese news (PTBN) call offices key words: they have no row.
const offices: Readonly<Partial<Record<string, Offices>>> = {
  en: {
    office:
      /^(?:vice-)?(?:ministers?|presidents?|attorneys?|lawmakers?|chancellors?|premiers?|senators?|governors?|mayors?|ambassadors?|secretar(?:y|ies)|commissioners?|congress(?:wo)?m[ae]n|spokes(?:wo)?m[ae]n|spokespersons?|chair(?:wo)?m[ae]n)$/u,
    fields: wordsOf(
      'prime vice deputy chief former acting health foreign finance interior home defence defense education justice energy environment transport trade labour labor agriculture press cabinet state general',
    ),
    bodies: wordsOf('prime vice deputy'),
  },
  de: {
    office:
      /^(?:\p{L}+)?(?:minister|ministerpräsident|präsident|kanzler|bürgermeister|staatssekretär|botschafter|gouverneur)(?:in|innen|s|en)?$/u,
    fields: wordsOf(''),
    bodies: wordsOf('regierung parlament staat'),
  },
  fr: {
    office:
      /^(?:vice-)?(?:ministres?|présidente?s?|maires?|préf[eè]te?s?|sénat(?:eur|rice)s?|députée?s?|secrétaires?|gouverneure?s?|ambassad(?:eur|rice)s?|chanceli(?:er|ère)s?|porte-parole|procureure?s?)$/u,
    fields: wordsOf(
      'premier première intérieur république etat état défense justice santé économie finances travail éducation culture agriculture conseil assemblée sénat parlement gouvernement département région ville commune mairie',
    ),
    bodies: wordsOf('etat état gouvernement parlement'),
  },
  es: {
    office:
      /^(?:vice)?(?:ministr[oa]s?|president[ea]s?|alcalde(?:sa)?s?|gobernador(?:a|es|as)?|senador(?:a|es|as)?|diputad[oa]s?|secretari[oa]s?|canciller(?:es)?|portavo(?:z|ces)|embajador(?:a|es|as)?)$/u,
    fields: wordsOf(
      'primer primera interior república estado defensa justicia salud sanidad economía hacienda trabajo educación cultura agricultura consejo congreso senado parlamento gobierno exteriores',
    ),
    bodies: wordsOf('estado gobierno parlamento'),
  },
  it: {
    office:
      /^(?:vice|sotto)?(?:ministr[oaie]|president[ei]|premier|sindac[oahi]{1,2}|governator[ei]|senator[ei]|deputat[oaie]|segretari[oae]?|assessor[ei]|portavoce|ambasciator[ei])$/u,
    fields: wordsOf(
      'primo prima interno interni repubblica stato difesa giustizia salute sanità economia lavoro istruzione cultura agricoltura consiglio senato camera parlamento governo esteri',
    ),
    bodies: wordsOf('stato governo parlamento'),
  },
  nl: {
    office:
      /^(?:vice-?|staats)?(?:ministers?|premiers?|presidente?n?|burgemeesters?|secretaris(?:sen)?|wethouders?|gouverneurs?|ambassadeurs?|woordvoerders?)$/u,
    fields: wordsOf(
      'financiën defensie justitie veiligheid volksgezondheid onderwijs landbouw economische binnenlandse buitenlandse zaken',
    ),
    bodies: wordsOf('staat regering parlement'),
  },
  pl: {
    office:
      /^(?:wice)?(?:minist(?:er|r)|prezyden[tc]|burmistrz|wojewod|ambasador|senator|rzeczni[kc]|marszał[ek]{1,2})\p{L}{0,4}$/u,
    fields: wordsOf(''),
    bodies: wordsOf('rząd rządu państwo państwa parlament parlamentu'),
  },
  ru: {
    office:
      /^(?:вице-|экс-)?(?:министр|премьер-министр|президент|губернатор|мэр|сенатор|депутат|посол|пресс-секретар)\p{L}{0,3}$/u,
    fields: wordsOf(''),
    bodies: wordsOf('государство государства правительство правительства парламент парламента'),
  },
};

/**
 * Whether a phrase says an office, or the state, and neither whose nor of whom: `prime minister`, `ministre de
 * l'intérieur`, `Etat`. Every country has them.
 */
export function isBareOffice(words: readonly Token[], language: string): boolean {
  const known = offices[language];
  if (known === undefined) return false;
  const keys = words.filter(({ word }) => word.isMatter).map(({ word }) => word.key);
  const isOffice = (key: string): boolean => known.office.test(key);
  if (keys.length === 1 && known.bodies.has(keys[0] ?? '')) return true;
  return keys.some(isOffice) && keys.every((key) => isOffice(key) || known.fields.has(key));
}
