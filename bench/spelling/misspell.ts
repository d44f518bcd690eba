import { randomFrom } from '../../libs/store/src/testing/news-corpus.ts';

/** Rows of keys side by side, of the layouts that most people write these scripts with. */
const keyboards = [
  'qwertyuiop',
  'asdfghjkl',
  'zxcvbnm',
  'йцукенгшщзхъ',
  'фывапролджэ',
  'ячсмитьбю',
  'ςερτυθιοπ',
  'ασδφγηξκλ',
  'ζχψωβνμ',
  'קראטוןםפ',
  'שדגכעיחלךף',
  'זסבהנמצתץ',
  'ضصثقفغعهخحج',
  'شسيبلاتنمك',
  'ئءؤرىةوزظ',
];
/** Letters that sound alike. */
const sounds: readonly (readonly [string, string])[] = [
  ['ph', 'f'],
  ['f', 'ph'],
  ['c', 'k'],
  ['k', 'c'],
  ['ie', 'ei'],
  ['ei', 'ie'],
  ['s', 'z'],
  ['z', 's'],
  ['v', 'w'],
  ['i', 'y'],
  ['y', 'i'],
  ['е', 'и'],
  ['о', 'а'],
  ['а', 'о'],
  ['и', 'е'],
  ['η', 'ι'],
  ['ι', 'η'],
  ['ω', 'ο'],
  ['ο', 'ω'],
  ['ט', 'ת'],
  ['כ', 'ק'],
  ['س', 'ص'],
  ['ت', 'ط'],
  ['ि', 'ी'],
  ['ी', 'ि'],
  ['ु', 'ू'],
  ['a', 'e'],
  ['e', 'a'],
];

type Random = () => number;
const pick = <T>(from: readonly T[], random: Random): T | undefined =>
  from[Math.floor(random() * from.length)];

/** Ways to write a word wrong; undefined where the word gives no occasion. */
const mistakes: Readonly<Record<string, (word: string, random: Random) => string | undefined>> = {
  dropped: (word, random) => {
    const at = 1 + Math.floor(random() * (word.length - 1));
    return word.slice(0, at) + word.slice(at + 1);
  },
  doubled: (word, random) => {
    const at = Math.floor(random() * word.length);
    return word.slice(0, at + 1) + word.slice(at);
  },
  swapped: (word, random) => {
    const at = Math.floor(random() * (word.length - 1));
    return word.slice(0, at) + word.charAt(at + 1) + word.charAt(at) + word.slice(at + 2);
  },
  neighbour: (word, random) => {
    const at = Math.floor(random() * word.length);
    const row = keyboards.find((keys) => keys.includes(word.charAt(at)));
    const key = row?.indexOf(word.charAt(at)) ?? 0;
    const other = pick(
      [row?.charAt(key - 1) ?? '', row?.charAt(key + 1) ?? ''].filter((one) => one !== ''),
      random,
    );
    return other === undefined ? undefined : word.slice(0, at) + other + word.slice(at + 1);
  },
  heard: (word, random) => {
    const [from, to] =
      pick(
        sounds.filter(([one]) => word.includes(one)),
        random,
      ) ?? [];
    return from === undefined || to === undefined ? undefined : word.replace(from, to);
  },
  twice: (word, random) => {
    const once = mistakes['dropped']?.(word, random);
    return word.length < 8 || once === undefined ? undefined : mistakes['neighbour']?.(once, random);
  },
};

/** So many misspellings of words, each of another kind than the one before. */
export function misspell(
  words: readonly string[],
  count: number,
  seed: number,
): { readonly word: string; readonly typed: string }[] {
  const random = randomFrom(seed);
  const kinds = Object.keys(mistakes);
  const made: { readonly word: string; readonly typed: string }[] = [];
  for (let tries = 0; made.length < count && tries < count * 20; tries += 1) {
    const kind = kinds[made.length % kinds.length] ?? '';
    const word = pick(words, random) ?? '';
    const typed = mistakes[kind]?.(word, random);
    if (typed !== undefined && typed !== word) made.push({ word, typed });
  }
  return made;
}
