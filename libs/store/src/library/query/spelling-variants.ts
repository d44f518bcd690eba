/*
 * Words that are spelt in two ways, by rules of their language: a query asks for both, so nothing of it stands
 * in the index. A rule may make words that nobody writes; those find nothing.
 */

type Rule = readonly [from: RegExp, to: string];

/** Of pairs that no rule makes: the beginning of a word, as the two norms of English spell it. */
// biome-ignore format: a table, read by its rows
const englishPairs: readonly (readonly [string, string])[] = [
  ['defenc', 'defens'], ['offenc', 'offens'], ['pretenc', 'pretens'], ['licenc', 'licens'], ['practic', 'practis'],
  ['programme', 'program'], ['grey', 'gray'], ['aluminium', 'aluminum'], ['plough', 'plow'], ['sceptic', 'skeptic'],
  ['moustache', 'mustache'], ['judgement', 'judgment'], ['acknowledgement', 'acknowledgment'], ['ageing', 'aging'],
  ['cosy', 'cozy'], ['cosi', 'cozi'], ['pyjama', 'pajama'], ['mould', 'mold'], ['sulph', 'sulf'],
  ['artefact', 'artifact'], ['jewellery', 'jewelry'], ['woollen', 'woolen'], ['fulfil', 'fulfill'],
  ['enrol', 'enroll'], ['instalment', 'installment'], ['skilful', 'skillful'], ['wilful', 'willful'],
  ['anaem', 'anem'], ['anaesth', 'anesth'], ['paediatr', 'pediatr'], ['paedo', 'pedo'], ['haemo', 'hemo'],
  ['haema', 'hema'], ['leukaem', 'leukem'], ['foet', 'fet'], ['oesoph', 'esoph'], ['oestr', 'estr'],
  ['encyclopaed', 'encycloped'], ['mediaev', 'mediev'], ['archaeo', 'archeo'], ['gynaec', 'gynec'],
  ['orthopaed', 'orthoped'], ['diarrhoea', 'diarrhea'], ['manoeuvr', 'maneuver'], ['palaeo', 'paleo'],
];

// Each expression begins at the end of a word or of its stem and repeats nothing. bounded: a query holds 1,000 characters
const englishRules: readonly Rule[] = [
  [/(?<=[aeiouy][^aeiouy]{1,3})our(?=$|s|ed|in|er|ful|ab|it|ist|ho|le|ly)/u, 'or'],
  [/(?<=[aeiouy][^aeiouy]{1,3})or(?=$|s|ed|in|er|ful|ab|it|ho|le|ly)/u, 'our'],
  [/(?<=...)is(?=e$|ed$|es$|er$|ers$|ing$|ation$|ations$|able$)/u, 'iz'],
  [/(?<=...)iz(?=e$|ed$|es$|er$|ers$|ing$|ation$|ations$|able$)/u, 'is'],
  [/(?<=l)ys(?=e$|ed$|es$|er$|ers$|ing$)/u, 'yz'],
  [/(?<=l)yz(?=e$|ed$|es$|er$|ers$|ing$)/u, 'ys'],
  [/(?<=[aeiouy].?[tb])re(?=s?$|d$)/u, 'er'],
  [/(?<=[aeiouy].?[tb])er(?=s?$)/u, 're'],
  [/(?<=[aeiou][lg]og)ue(?=s?$)/u, ''],
  [/(?<=[aeiou][lg]og)(?=s?$)/u, 'ue'],
];

/** Letters that stand for others where these are not at hand, or were given up by a reform. */
const danish: readonly Rule[] = [
  [/aa/gu, 'å'],
  [/å/gu, 'aa'],
  [/oe/gu, 'ø'],
  [/ø/gu, 'oe'],
  [/ae/gu, 'æ'],
  [/æ/gu, 'ae'],
];

const hindiNasals: readonly Rule[] = [
  [/[ङञणनम]्(?=[क-म])/gu, 'ं'],
  [/ं(?=[क-घ])/gu, 'ङ्'],
  [/ं(?=[च-झ])/gu, 'ञ्'],
  [/ं(?=[ट-ढ])/gu, 'ण्'],
  [/ं(?=[त-ध])/gu, 'न्'],
  [/ं(?=[प-भ])/gu, 'म्'],
];

const rules: Readonly<Record<string, readonly Rule[]>> = {
  da: danish,
  no: danish,
  // The reform of 1996 lets words of Greek with these parts have an f.
  de: [
    [/ph(?=oto|on|in$|ine$)|(?<=gra)ph/gu, 'f'],
    [/f(?=oto|on|in$|ine$)|(?<=gra)f/gu, 'ph'],
  ],
  en: englishRules,
  fr: [
    [/œ/gu, 'oe'],
    [/oe/gu, 'œ'],
    [/æ/gu, 'ae'],
    [/ae/gu, 'æ'],
  ],
  hi: hindiNasals,
  // The agreement of 1990: a c or p that nobody speaks falls; before t only where the word stays a long one.
  pt: [
    [/(?<=[aeiou])[cp](?=ç)/gu, ''],
    [/(?<=[aeiou])(?=ç)/gu, 'c'],
    [/(?<=[aeéoó]..?|..[aeéoó])c(?=t[aeiouãõ])/gu, ''],
    [/(?<=..[aeé])(?=t[aeiouãõ])/gu, 'c'],
    [/^ópti/u, 'óti'],
    [/^óti/u, 'ópti'],
  ],
  sv: [
    [/aa/gu, 'å'],
    [/å/gu, 'aa'],
    [/oe/gu, 'ö'],
    [/ö/gu, 'oe'],
    [/ae/gu, 'ä'],
    [/ä/gu, 'ae'],
  ],
};

/** The other spellings of a word (lower case) in a language of `stemLanguage`, without the word itself. */
export function spellingVariants(word: string, language: string): readonly string[] {
  const ruled = (rules[language] ?? []).map(([from, to]) => word.replace(from, to));
  return [...new Set([...ruled, ...(language === 'en' ? pairedForms(word) : [])])].filter(
    (variant) => variant !== word,
  );
}

function pairedForms(word: string): string[] {
  return englishPairs.flatMap(([one, other]) => [
    ...(word.startsWith(one) ? [`${other}${word.slice(one.length)}`] : []),
    ...(word.startsWith(other) ? [`${one}${word.slice(other.length)}`] : []),
  ]);
}
