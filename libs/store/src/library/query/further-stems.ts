import { inflectionStems } from './inflections.ts';
import { irregularStems } from './irregular-forms.ts';
import { bareArabic, bareGerman, stemArabic } from './light-stemmers.ts';

/** A word that stems are made of. */
export interface StemmedWord {
  /** In lower case. */
  readonly word: string;
  /** Begins with a small letter. */
  readonly isSmall: boolean;
  /** A word of a text stands for more than one that is sought: articles and particles begin it. */
  readonly isSought: boolean;
}

/**
 * Stems of a word beside the one of its stemmer (`first`, where its language has one): where one stemmer
 * parts what belongs together, the other need not. Two words are forms of one where they have a stem in
 * common.
 */
export function furtherStems(
  sought: StemmedWord,
  language: string,
  first: string | undefined,
): readonly string[] {
  const stems = byLanguage(sought, language, first);
  // Nouns look like tenses of verbs (Band, Bund, Lage), and so do other verbs without their dots (führen).
  if (language === 'de' && (!sought.isSmall || /[äöü]/u.test(sought.word))) return stems;
  return [
    ...stems,
    ...(first === undefined ? stems : [first, ...stems]).flatMap((stem) => irregularStems(stem, language)),
  ];
}

function byLanguage(sought: StemmedWord, language: string, first: string | undefined): readonly string[] {
  switch (language) {
    case 'ar':
      return arabicStems(sought);
    case 'de':
      return germanStems(sought);
    case 'hi':
      return hindiStems(sought.word);
    case 'he':
      return hebrewStems(sought);
    case 'nl':
      return dutchStems(sought.word);
    case 'ru':
      return first === undefined ? [] : inflectionStems(first, language);
    default:
      return inflectionStems(sought.word, language);
  }
}

const germanParticiple =
  /^((?:ab|an|auf|aus|bei|durch|ein|fest|fort|frei|her|hin|los|mit|nach|statt|teil|um|unter|vor|weg|wieder|zurück|zusammen)?)(?:ge(?=.{3}.*(?:t|en)(?:e[mnrs]?)?$)|zu(?=.{3}.*en$))/u;

/** Of words that are no nouns also without the ge and zu of verbs: `angekündigt`, `anzukündigen`. */
function germanStems({ word, isSmall }: StemmedWord): readonly string[] {
  const stems = inflectionStems(bareGerman(word), 'de');
  if (!isSmall) return stems;
  const verb = word.replace(germanParticiple, '$1');
  return verb === word || verb.length < 5 ? stems : [...stems, ...inflectionStems(bareGerman(verb), 'de')];
}

const dutchParticiple = /^((?:aan|af|in|mee|na|om|op|toe|uit|voor)?)ge(?=.{3}.*(?:[dt]|en)e?$)/u;

/** A long vowel is written once where a syllable ends with it: `manen` of `maan`. */
const openSyllable = /(^|[^aeiou])([aeou])([bdfgklmnprstvz])(?=en?$)/u;

function dutchStems(word: string): readonly string[] {
  const verb = word.replace(dutchParticiple, '$1');
  const forms = verb === word || verb.length < 5 ? [word] : [word, verb];
  return forms.flatMap((form) => {
    const long = form.replace(openSyllable, '$1$2$2$3');
    return (long === form ? [form] : [form, long]).flatMap((one) => inflectionStems(one, 'nl'));
  });
}

/** Endings of the infinitive and of the present, which nouns have too. */
const hindiVerb = /(?<=.{2})(?:ना|नी|ने|ता|ती|ते)$/u;

/** Adjectives and participles have a form in -ā for men and one in -ī for women. */
function hindiStems(word: string): readonly string[] {
  const stems = [...inflectionStems(word, 'hi'), ...inflectionStems(word.replace(hindiVerb, ''), 'hi')];
  return word.endsWith('\u093e') ? [...stems, ...stems.map((stem) => `${stem}\u0940`)] : stems;
}

/** Particles that are written with the next word: and, the, in, to, as, from, that. */
const hebrewParticles = /^(?:ו?[כש]?ש?[הבלכמ]|ו[שכ]?|כש|ש)/u;
const leastHebrew = 3;

/** With and without one and two particles; a word that is sought has none but "the" and "and". */
function hebrewStems({ word, isSought }: StemmedWord): readonly string[] {
  const bases = [word];
  const most = isSought ? /^[הו]/u.exec(word)?.[0].length : hebrewParticles.exec(word)?.[0].length;
  for (const cut of new Set([1, most ?? 0]))
    if (most !== undefined && cut > 0 && cut <= most && word.length - cut >= leastHebrew)
      bases.push(word.slice(cut));
  return bases.flatMap((base) => {
    const stems = inflectionStems(base, 'he');
    return base.length > leastHebrew && /[היי]$/u.test(base)
      ? [...stems, ...inflectionStems(base.slice(0, -1), 'he')]
      : stems;
  });
}

const arabicStart = /^(?:[وف]?(?:[بك]?ال|لل)|[وف](?=.{4}))/u;
const arabicParticle = /^[بلفكس](?=.{4})/u;
const arabicPossessive = /(?:هما|هم|هن|ها|كم|نا|ه)$/u;

/**
 * Without the article alone, so that what only looks like an ending stays; without the endings of "their" and
 * "our" and of two; a word of a text also without "by", "for", "so", "as" and "will" before it.
 */
function arabicStems({ word, isSought }: StemmedWord): readonly string[] {
  const plain = word.replace(arabicStart, '');
  const owned = plain.replace(arabicPossessive, '');
  const forms = [
    plain,
    owned.length >= 3 && owned.endsWith('ت') ? `${owned.slice(0, -1)}ة` : owned,
    plain.replace(/ت(?:ين|ان)$/u, 'ة'),
    ...(isSought ? [] : [word.replace(arabicParticle, '')]),
  ].filter((form) => form.length >= 3);
  return [...forms.map(stemArabic), ...forms.slice(0, 2).map(bareArabic)];
}
