import type { DateLexicon, Entry } from './date-lexicon.ts';
import { LexemeList, meaningOfSign, unknown, type Lexemes } from './lexemes.ts';
import { readDigits } from './read-digits.ts';
import { readHanNumber } from '../amounts/read-han-number.ts';

const numeral = /[〇零一二三四五六七八九十百千两兩]{1,12}/y;

/** The longest entry that stands there; spaces inside a phrase are allowed, as Korean writes them or not. */
function entryAt(
  text: string,
  at: number,
  entries: readonly Entry[] | undefined,
): { entry: Entry; end: number } | undefined {
  for (const entry of entries ?? []) {
    let end = at + 1;
    let matches = true;
    for (const character of entry.rest) {
      if (text[end] === ' ') end += 1;
      if (text[end] !== character) {
        matches = false;
        break;
      }
      end += 1;
    }
    if (matches) return { entry, end };
  }
  return undefined;
}

function addNumeral(list: LexemeList, text: string, at: number): number {
  numeral.lastIndex = at;
  const digits = numeral.exec(text)?.[0] ?? '';
  const value = readHanNumber(digits);
  if (value === undefined) return 0;
  const code = value < 100 ? 'd' : value >= 1000 && value <= 2999 && digits.length === 4 ? 'Y' : 'n';
  list.add({ code, value }, at, at + digits.length);
  return at + digits.length;
}

const han = /[〇零一二三四五六七八九十百千两兩]/u;

/**
 * Reads a text without spaces between the words: the longest entry of the table at each place, numbers,
 * signs.
 */
export function lexJoined(text: string, lexicon: DateLexicon): Lexemes {
  const list = new LexemeList();
  let at = 0;
  while (at < text.length) {
    const code = text.charCodeAt(at);
    const character = text[at] ?? '';
    if (code >= 48 && code <= 57) {
      const { meaning, end } = readDigits(text, at, lexicon.table.order);
      list.add(/[%％]/u.test(text[end] ?? '') ? unknown : meaning, at, end);
      at = end;
      continue;
    }
    const found = entryAt(text, at, lexicon.entries.get(character));
    if (found !== undefined) {
      list.add(found.entry.meaning, at, found.end);
      at = found.end;
      continue;
    }
    const end = han.test(character) ? addNumeral(list, text, at) : 0;
    if (end > 0) {
      at = end;
      continue;
    }
    const sign = meaningOfSign(character);
    if (sign !== undefined) list.add(sign, at, at + 1);
    // One code for a run of unknown characters keeps the grammar's view short.
    else if (character !== ' ' && (list.last !== 'x' || list.ends.at(-1) !== at))
      list.add(unknown, at, at + 1);
    else if (character !== ' ') list.ends[list.ends.length - 1] = at + 1;
    at += 1;
  }
  return list;
}
