import { characterKind, codeAt, kindsOf } from './character-kinds.ts';

const { letter, mark, number, ideograph, unspaced } = characterKind;
/** An apostrophe, a point or a hyphen, which join the parts of a word. */
const isJoiner = (code: number): boolean =>
  code === 0x27 || code === 0x2019 || code === 0x2e || code === 0x2d;

/** Units of a run of a script without spaces that count as a word. */
const unitsOfWord = 5;

/**
 * Number of words as readers count them. Han and Kana count one word for two characters, scripts of
 * South-East Asia one for five; everything else is counted between spaces.
 */
export function countWords(text: string): number {
  let ideographs = 0;
  let words = 0;
  let inWord = false;
  /** Units of the run of a script without spaces that goes on here. */
  let run = 0;
  for (let at = 0; at < text.length; ) {
    const code = codeAt(text, at);
    const size = code > 0xffff ? 2 : 1;
    at += size;
    const kinds = kindsOf(code);
    if ((kinds & unspaced) !== 0) {
      run += size;
      inWord = false;
      continue;
    }
    if (run > 0) words += wordsOfRun(run);
    run = 0;
    if ((kinds & ideograph) !== 0) {
      ideographs += 1;
      inWord = false;
    } else if (inWord) inWord = (kinds & (letter | number | mark)) !== 0 || isJoiner(code);
    else if ((kinds & (letter | number)) !== 0) {
      words += 1;
      inWord = true;
    }
  }
  return Math.ceil(ideographs / 2) + words + (run > 0 ? wordsOfRun(run) : 0);
}

function wordsOfRun(units: number): number {
  return Math.max(1, Math.round(units / unitsOfWord));
}
