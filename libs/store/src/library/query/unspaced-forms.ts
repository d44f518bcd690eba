import traditionalToSimplified from 'opencc-js/dict/TSCharacters';
import { finalConsonantOf } from '@newsmill/text';

/*
 * Other ways in which a word of a script without spaces may stand in a text. They are sought beside the word:
 * the index has the characters as they were written, in pairs.
 */

const mostForms = 16;
const han = /\p{Script=Han}/u;

interface Characters {
  readonly simplified: ReadonlyMap<string, string>;
  readonly traditional: ReadonlyMap<string, readonly string[]>;
}

let characters: Characters | undefined;

/** The table of OpenCC, `traditional simplified|…`, both ways. */
function readCharacters(): Characters {
  const simplified = new Map<string, string>();
  const traditional = new Map<string, string[]>();
  for (const row of traditionalToSimplified.split('|')) {
    const [from = '', to = ''] = row.split(' ');
    simplified.set(from, to);
    traditional.set(to, [...(traditional.get(to) ?? []), from]);
  }
  return { simplified, traditional };
}

/** A text in simplified characters, and as it may have been written in traditional ones. */
export function chineseForms(text: string): readonly string[] {
  if (!han.test(text)) return [];
  characters ??= readCharacters();
  const { simplified, traditional } = characters;
  const plain = Array.from(text, (character) => simplified.get(character) ?? character);
  let forms = [''];
  for (const character of plain) {
    const writings = [...(traditional.get(character) ?? []), character];
    forms = writings.flatMap((writing) => forms.map((form) => `${form}${writing}`)).slice(0, mostForms);
  }
  return [plain.join(''), ...forms];
}

const rows = [
  'あいうえお',
  'かきくけこ',
  'がぎぐげご',
  'さしすせそ',
  'たちつてと',
  'なにぬねの',
  'ばびぶべぼ',
  'まみむめも',
  'らりるれろ',
  'わいうえお',
];
/** The kana before the past and the gerund, of verbs whose last kana is one of the row of u. */
const past: Readonly<Record<string, string>> = {
  う: 'っ',
  く: 'い',
  ぐ: 'い',
  す: 'し',
  つ: 'っ',
  ぬ: 'ん',
  ぶ: 'ん',
  む: 'ん',
  る: 'っ',
};
/** Forms of "to do" behind a noun. */
const doing =
  /^(.*[\p{Script=Han}\p{Script=Katakana}ー]{2})(?:する|して|した|します|しました|している|していた|しない|され|される|された|されて|させる|できる)$/u;
/** Adjectives: new, was new, newly. */
const describing = /^(.+)(?:い|く|くて|かった|くない|ければ)$/u;
/** Endings of verbs whose stem ends with a kana of the rows of i and e, as it stands in every form. */
const standing =
  /^(.*\p{Script=Han}[いきしちにみりぎじびえけせてねめれげぜべ])(?:る|た|て|ます|ました|ない|られる|よう|ている|ていた)$/u;

/** Forms of a Japanese word that ends with kana: their common part where it tells the word, else the forms. */
export function japaneseForms(word: string): readonly string[] {
  if (!han.test(word) || !/\p{Script=Hiragana}$/u.test(word)) return [];
  const noun = doing.exec(word)?.[1] ?? standing.exec(word)?.[1];
  if (noun !== undefined) return [noun];
  const adjective = describing.exec(word)?.[1];
  if (adjective !== undefined && /\p{Script=Hiragana}$/u.test(adjective)) return [adjective];
  if (adjective !== undefined && /\p{Script=Han}い$/u.test(word))
    return ['い', 'く', 'か'].map((kana) => `${adjective}${kana}`);
  const [last = '', stem] = [word.at(-1), word.slice(0, -1)];
  const row = rows.find((kana) => kana.charAt(2) === last);
  return row === undefined ? [] : [...row, past[last] ?? ''].map((kana) => `${stem}${kana}`);
}

const firstSyllable = 0xac00;
const finals = 28;
const vowels = 21;
/** Places of the final consonants of endings: -n, -l, -m, -p, -ss. */
const endingFinals = [0, 4, 8, 16, 17, 20];
/** Vowels before the past, by place: a stays, o becomes wa, u wo, i yo, eu o; that of "to do" ae. */
const pastVowels: Readonly<Record<number, readonly number[]>> = {
  8: [9],
  13: [14],
  20: [6],
  18: [4, 0],
  11: [10],
};

/** Particles of two and more syllables, and those of one that the syllable before them allows. */
const longParticle =
  /^(.{2,})(?:에서는|에서도|에서|에게서|에게|으로는|으로|까지|부터|들은|들이|들을|들의|들에게|들|이라고|라고|처럼|보다)$/u;
const afterConsonant = /^(.{2,})[은을]$/u;
const afterVowel = /^(.{2,})[는를]$/u;
const doingKorean = /^(.{2,})(?:하다|되다|했다|됐다|한다|된다|하는|되는|하고|되고)$/u;

/** A Korean noun without its particles, or what the forms of a verb (`-다`) begin with. */
export function koreanForms(word: string): readonly string[] {
  if (!/^\p{Script=Hangul}{3,}$/u.test(word)) return [];
  const noun = doingKorean.exec(word)?.[1] ?? longParticle.exec(word)?.[1];
  if (noun !== undefined) return [noun];
  const bare = afterConsonant.exec(word)?.[1] ?? afterVowel.exec(word)?.[1];
  if (bare !== undefined) {
    const hasFinal = (finalConsonantOf(bare.at(-1) ?? '') ?? 0) > 0;
    return hasFinal === afterConsonant.test(word) ? [bare] : [];
  }
  return word.endsWith('다') ? verbForms(word.slice(0, -1)) : [];
}

function verbForms(stem: string): readonly string[] {
  const last = stem.at(-1) ?? '';
  const final = finalConsonantOf(last);
  if (final === undefined) return [];
  if (final > 0) return [stem];
  const begin = stem.slice(0, -1);
  const code = last.charCodeAt(0) - firstSyllable;
  const vowel = Math.floor(code / finals) % vowels;
  const initial = Math.floor(code / finals / vowels);
  return [vowel, ...(pastVowels[vowel] ?? [])].flatMap((one) =>
    endingFinals.map(
      (place) => `${begin}${String.fromCharCode(firstSyllable + (initial * vowels + one) * finals + place)}`,
    ),
  );
}
