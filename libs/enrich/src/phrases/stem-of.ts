/** Endings that nouns and adjectives of a language are bent by, the longest that fits first. */
const endings: Readonly<Partial<Record<string, RegExp>>> = {
  ru: /(?:иями|ями|ами|ого|его|ому|ему|ыми|ими|иях|иям|ый|ий|ой|ая|яя|ое|ее|ую|юю|ые|ие|ых|их|ым|им|ом|ем|ов|ев|ей|ах|ях|ам|ям|ию|ии|ия|ью|[аеиоуыюяьй])$/u,
  uk: /(?:ями|ами|ого|ому|ими|ій|ий|ої|ою|ею|ою|ів|їв|ей|ах|ях|ам|ям|ом|ем|им|их|ію|ії|ія|[аеиіїоуюяьй])$/u,
  pl: /(?:iami|ami|iach|ach|owi|iego|ego|iemu|emu|iej|ej|iem|em|iom|om|ych|ich|ymi|imi|ów|ym|im|ie|ia|ią|ię|iu|io|[aąeęiouy])$/u,
  es: /s$/u,
  pt: /s$/u,
  fr: /s$/u,
  ca: /s$/u,
};
const longestEnding = 4;
/** Letters that are left of a word at least: of a shorter one the ending is as often a part. */
const shortestStem = 4;

/** What the forms of a word in small letters have in common, in languages that bend nouns; else the word. */
export function stemOf(word: string, language: string): string {
  const ending = endings[language];
  if (ending === undefined || word.length <= shortestStem) return word;
  const length = word.length - (ending.exec(word.slice(-longestEnding))?.[0].length ?? 0);
  return length < shortestStem ? word : word.slice(0, length);
}
