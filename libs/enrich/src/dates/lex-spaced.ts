import { isDigit, isLetter, wordEnd } from '../amounts/word-end.ts';
import type { DateLexicon, Entry } from './date-lexicon.ts';
import { plainWord } from './date-lexicon.ts';
import type { Meaning } from './date-table.ts';
import { LexemeList, meaningOfSign, sentenceEnd, unknown, type Lexemes } from './lexemes.ts';
import { readDigits } from './read-digits.ts';

/**
 * End of the other words of a phrase, or -1. Between two words stand at most two spaces, hyphens or
 * apostrophes.
 */
function phraseEnd(text: string, at: number, rest: readonly string[]): number {
  let end = at;
  for (const word of rest) {
    let start = end;
    while (start < end + 2 && /[\s\-'’‑.]/u.test(text[start] ?? 'x')) start += 1;
    if (start === end) return -1;
    end = wordEnd(text, start);
    if (end - start !== word.length || plainWord(text.slice(start, end)) !== word) return -1;
  }
  return end;
}

const roman = /^[IVXХ]{1,6}(?:e|è|ème|º|ª)?$/u;
const digitsOfRoman: Readonly<Record<string, number>> = { I: 1, V: 5, X: 10, Х: 10 };

function romanValue(word: string): number {
  const values = [...word].map((letter) => digitsOfRoman[letter] ?? 0).filter((value) => value > 0);
  return values.reduce(
    (sum, value, index) => (value < (values[index + 1] ?? 0) ? sum - value : sum + value),
    0,
  );
}

interface WordRead {
  readonly meaning: Meaning;
  readonly end: number;
}

function entryAt(
  text: string,
  end: number,
  capital: boolean,
  entries: readonly Entry[] | undefined,
): WordRead | undefined {
  for (const entry of entries ?? []) {
    if (entry.capital !== undefined && entry.capital !== capital) continue;
    const last = entry.rest.length === 0 ? end : phraseEnd(text, end, entry.rest);
    if (last >= 0) return { meaning: entry.meaning, end: last };
  }
  return undefined;
}

/** Tense by the ending of a verb: weak, but a sentence with no better sign has it. */
function cueOf(word: string, lexicon: DateLexicon): Meaning {
  if (word.length < 4) return unknown;
  if (lexicon.futureEndings.some((ending) => word.endsWith(ending))) return { code: '+', value: 0 };
  return lexicon.pastEndings.some((ending) => word.endsWith(ending)) ? { code: '<', value: 0 } : unknown;
}

function readWord(text: string, at: number, lexicon: DateLexicon): WordRead {
  const end = wordEnd(text, at);
  if (end - at > 24) return { meaning: unknown, end };
  const raw = text.slice(at, end);
  const word = plainWord(raw);
  const capital = raw[0] !== word[0] && word[0] !== 'е';
  const found = entryAt(text, end, capital || raw[0] === 'Е', lexicon.entries.get(word));
  if (found !== undefined) return found;
  for (const prefix of lexicon.prefixes) {
    const inner = word.startsWith(prefix)
      ? entryAt(text, end, false, lexicon.entries.get(word.slice(prefix.length)))
      : undefined;
    if (inner !== undefined) return inner;
  }
  if (capital && roman.test(raw)) return { meaning: { code: 'r', value: romanValue(raw) }, end };
  return { meaning: capital ? unknown : cueOf(word, lexicon), end };
}

const halfOfDay = /\s?([ap])\.?\s?m(?:\.|\b)/iy;
const priced = /[$€£¥₹₽₩#№]\s?$/u;
const amount = /\s?[%‰$€£¥₹₽°]/y;

/** A decade written as 1990s, 90s, 1990er, 1990-х. */
function decadeOf(value: number): number {
  if (value >= 100) return value - (value % 10);
  return value < 20 ? 2000 + value : 1900 + value;
}

/** Endings behind a hyphen: 1990-х, 1990-talet. */
const hyphenated = /^-(?:[а-яії]|tal)/iu;

/**
 * What letters right behind digits make of them: 3rd, 1990s, 17h. Unknown letters make it no date: 4x4, 5G.
 */
function addSuffixed(
  list: LexemeList,
  text: string,
  at: number,
  read: WordRead,
  lexicon: DateLexicon,
): number {
  let start = read.end;
  const hyphen = hyphenated.test(text.slice(start, start + 4));
  if (hyphen) start += 1;
  const end = wordEnd(text, start);
  const { value } = read.meaning;
  const suffix = text.slice(start, end).toLowerCase();
  const role = lexicon.suffixes.get(suffix);
  // The Russian е ends the second (2-е) and the nineties (90-е).
  const decade = role === 'D' || (suffix === 'е' && value >= 20);
  if (decade && value % 10 === 0 && (value >= 1000 || value >= 20) && value < 3000)
    list.add({ code: 'D', value: decadeOf(value) }, at, end);
  else if (role === 'o') list.add({ code: 'o', value }, at, end);
  else if (role === 'k') {
    list.add(read.meaning, at, read.end);
    list.add({ code: 'k', value: 0 }, start, end);
  } else if (hyphen) {
    list.add(read.meaning, at, read.end);
    return read.end;
  } else list.add(unknown, at, end);
  return end;
}

function addNumber(list: LexemeList, text: string, at: number, lexicon: DateLexicon): number {
  const read = readDigits(text, at, lexicon.table.order);
  if (priced.test(text.slice(Math.max(0, at - 2), at))) {
    list.add(unknown, at, read.end);
    return read.end;
  }
  halfOfDay.lastIndex = read.end;
  const half = lexicon.suffixes.has('am') && 'dcz'.includes(read.meaning.code) ? halfOfDay.exec(text) : null;
  if (half !== null) {
    list.add(read.meaning, at, read.end);
    list.add(
      { code: 'g', value: half[1]?.toLowerCase() === 'a' ? 1 : 2 },
      read.end,
      read.end + half[0].length,
    );
    return read.end + half[0].length;
  }
  amount.lastIndex = read.end;
  if (amount.test(text)) {
    list.add(unknown, at, read.end);
    return read.end;
  }
  const next = read.end < text.length ? text.charCodeAt(read.end) : 32;
  if (isLetter(next) || (next === 45 && hyphenated.test(text.slice(read.end, read.end + 4))))
    return addSuffixed(list, text, at, read, lexicon);
  list.add(read.meaning, at, read.end);
  return read.end;
}

/** A full stop ends a sentence when a capital follows, but not behind a number or a month. */
function isSentenceEnd(text: string, at: number, last: string): boolean {
  return (
    !'doM'.includes(last) && /^\.["”»’')]*(?:\s+["“«„‘'(]*[\p{Lu}\p{Lo}]|\s*$)/u.test(text.slice(at, at + 12))
  );
}

/** Reads a text whose words are parted by spaces. */
export function lexSpaced(text: string, lexicon: DateLexicon): Lexemes {
  const list = new LexemeList();
  let at = 0;
  while (at < text.length) {
    const code = text.charCodeAt(at);
    if (isDigit(code)) at = addNumber(list, text, at, lexicon);
    else if (isLetter(code)) {
      const { meaning, end } = readWord(text, at, lexicon);
      list.add(meaning, at, end);
      at = end;
    } else {
      const sign = code === 32 ? undefined : meaningOfSign(text[at] ?? '');
      if (sign !== undefined)
        list.add(sign.code === '.' && isSentenceEnd(text, at, list.last) ? sentenceEnd : sign, at, at + 1);
      at += 1;
    }
  }
  return list;
}
