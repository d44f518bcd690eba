const scripts: readonly (readonly [string, RegExp])[] = [
  ['Latin', /\p{Script=Latin}/gu],
  ['Cyrillic', /\p{Script=Cyrillic}/gu],
  ['Arabic', /\p{Script=Arabic}/gu],
  ['Hangul', /\p{Script=Hangul}/gu],
  ['Kana', /[\p{Script=Hiragana}\p{Script=Katakana}]/gu],
  ['Han', /\p{Script=Han}/gu],
  ['Greek', /\p{Script=Greek}/gu],
  ['Hebrew', /\p{Script=Hebrew}/gu],
  ['Thai', /\p{Script=Thai}/gu],
  ['Devanagari', /\p{Script=Devanagari}/gu],
];

/** Letters of Latin script below U+0250; no other script has letters there, nor in General Punctuation. */
const isLatin = Uint8Array.from({ length: 0x250 }, (_, code) =>
  /\p{Script=Latin}/u.test(String.fromCharCode(code)) ? 1 : 0,
);

/** How many letters a text has, where none can be of another script than Latin; else -1. */
function countLatin(text: string): number {
  let count = 0;
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    if (code < 0x250) count += isLatin[code] as number;
    else if (code < 0x2000 || code > 0x206f) return -1;
  }
  return count;
}

/**
 * The script that most letters of a text belong to; empty when it has fewer than four letters. Japanese
 * counts as Kana.
 */
export function scriptOf(text: string): string {
  const sample = text.slice(0, 400);
  const latin = countLatin(sample);
  if (latin >= 0) return latin > 3 ? 'Latin' : '';
  let best = '';
  let most = 3;
  let kana = 0;
  for (const [name, pattern] of scripts) {
    // A syllable or ideograph says as much as two letters.
    const count = (sample.match(pattern)?.length ?? 0) * (name === 'Han' || name === 'Hangul' ? 2 : 1);
    if (name === 'Kana') kana = count;
    if (count <= most) continue;
    most = count;
    best = name;
  }
  return best === 'Han' && kana * 8 > most ? 'Kana' : best;
}

const commonWords: Record<string, string> = {
  en: 'the of and to in is that for was with are this have from they which said will not his her their been has were it at by on as an be or but who',
  de: 'der die das und den von mit für ist nicht ein eine auch sich auf dem werden wird bei nach einer wurde sind aus im zu des am hat',
  fr: 'le les des est une dans pour qui par sur avec pas plus aux ont été cette son ses mais du et la que en au ce',
  es: 'el los las del una por con para que su más como pero este esta fue son entre ha sobre y en es se lo al',
  it: 'il che della per non una sono con del nel alla dei gli anche come più questo ha dal nella di da si',
  pt: 'os uma com não para por mais dos das foi são ao pela seu sua que de em um do da no na',
  nl: 'het een van dat op te voor met zijn niet aan ook maar bij door naar uit wordt deze en de in is',
  id: 'yang dan di dengan untuk dari pada ini itu dalam tidak akan juga oleh telah bisa adalah atau ke',
  tr: 've bir bu için ile olarak da de çok daha gibi sonra olan en kadar göre ise',
  pl: 'w i na z do że się nie jest to po jak od za przez oraz dla są był',
  sv: 'i och att det som på är av för med den till inte har ett om från',
  no: 'og i at det er på til av som en for med den har ikke om et fra jeg vi han hun her kan de var seg',
  ru: 'и в на не что с по как это из за от для его но был также при',
};
const languages = Object.keys(commonWords);
const languagesByWord = new Map<string, number[]>();
languages.forEach((language, number) => {
  for (const word of (commonWords[language] ?? '').split(' '))
    languagesByWord.set(word, [...(languagesByWord.get(word) ?? []), number]);
});
const longestCommon = Math.max(...[...languagesByWord.keys()].map((word) => word.length));

/** Characters of a text that are read for its language. */
const mostRead = 1_000;

/** Texts whose letters are all Latin, and words of them in small letters: the quick way to the same words. */
const latinText = /^[\u0000-\u024f\u2000-\u206f]*$/;
const latinWords = /[a-zªµºß-öø-ɏ]+/g;

/** Words at the beginning of a text, in small letters. */
function firstWords(text: string): readonly string[] {
  const sample = text.slice(0, mostRead).toLowerCase();
  return sample.match(latinText.test(sample) ? latinWords : /\p{L}+/gu) ?? [];
}

/**
 * Language of a text by its commonest words, where two different ones are there and one language clearly
 * leads; else empty.
 */
export function languageOf(text: string): string {
  const counts = new Uint16Array(languages.length);
  const first: string[] = [];
  const hasTwo = new Uint8Array(languages.length);
  for (const word of firstWords(text)) {
    if (word.length > longestCommon) continue;
    for (const language of languagesByWord.get(word) ?? []) {
      counts[language] = (counts[language] ?? 0) + 1;
      first[language] ??= word;
      if (first[language] !== word) hasTwo[language] = 1;
    }
  }
  let best = 0;
  let second = 0;
  for (let language = 1; language < languages.length; language += 1)
    if ((counts[language] ?? 0) > (counts[best] ?? 0)) best = language;
  for (let language = 0; language < languages.length; language += 1)
    if (language !== best) second = Math.max(second, counts[language] ?? 0);
  return hasTwo[best] === 1 && (counts[best] ?? 0) >= second * 2 ? (languages[best] ?? '') : '';
}

/**
 * The same for a single line: single letters such as the Polish `i` and `w` stand in lines of every language
 * and do not count.
 */
export function languageOfLine(line: string): string {
  return languageOf(line.replace(/(?<!\p{L})\p{L}(?!\p{L})/gu, ' '));
}

/**
 * Language of a text where it is another than `language`; empty too where a word of the text is common in
 * that one alone: few words tell kindred languages apart badly.
 */
export function foreignLanguageOf(text: string, language: string): string {
  const spoken = languageOf(text);
  if (spoken === '' || language === '' || spoken === language) return '';
  const own = languages.indexOf(language);
  const other = languages.indexOf(spoken);
  const isOwn = (word: string): boolean => {
    const of = languagesByWord.get(word) ?? [];
    return of.includes(own) && !of.includes(other);
  };
  return firstWords(text).some(isOwn) ? '' : spoken;
}

const spam =
  /\b(?:slot\s?(?:gacor|online|machine)|casinos?|cassinos?|kasyno|judi|togel|poker online|sbobet|viagra|cialis|levitra|payday loans?|replica (?:watch|watches|bags?)|porn(?:o|hub)?|xxx|escort(?:s)? service|online betting|bet365|1xbet|free spins|gambling|canadian pharmacy|buy followers|cheap (?:pills|meds|viagra)|pills online|essay writing service)\b|博彩|赌场|賭場|六合彩|彩票网|카지노|바카라|토토사이트|슬롯|كازينو|казино|オンラインカジノ/i;

/** Whether a text speaks of what injected spam speaks of: gambling, pills, loans, copies. */
export function hasSpamWords(text: string): boolean {
  return spam.test(text);
}
