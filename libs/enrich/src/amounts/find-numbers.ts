import { multipliersOf } from './multipliers.ts';
import { readAmountDigits } from './read-amount-digits.ts';
import { readHanNumber } from './read-han-number.ts';
import { numberNamesOf, readNumberWord } from './read-number-word.ts';
import { isDigit, isLetter, wordEnd } from './word-end.ts';

/** A number in a text, with the words that multiply it. */
export interface NumberFound {
  readonly start: number;
  readonly end: number;
  readonly value: number;
  /** What the multipliers multiplied with: 1 where there are none. */
  readonly factor: number;
  readonly inDigits: boolean;
}

/** Texts are read to this length, and no more numbers than this are returned. */
const numberLimit = 2_000;

const gap = /[ \u00a0\u202f-]{0,2}/y;

function afterGap(text: string, at: number): number {
  gap.lastIndex = at;
  return at + (gap.exec(text)?.[0].length ?? 0);
}

/**
 * Multipliers behind a number, several of them as in `mil millones`; a full stop of a short form is taken
 * along.
 */
function readFactor(text: string, from: number, language: string): { factor: number; end: number } {
  const multipliers = multipliersOf(language);
  let [factor, end] = [1, from];
  for (let count = 0; count < 2; count += 1) {
    const start = afterGap(text, end);
    const stop = wordEnd(text, start);
    const word = stop === start || stop - start > 12 ? '' : text.slice(start, stop).toLowerCase();
    const power = multipliers.get(word);
    // A letter that is a word of its own may be a unit (mi, cr, m): at least two letters, and parted or short
    // forms with a dot.
    if (power === undefined || word.length < 2) break;
    factor *= power;
    end =
      text[stop] === '.' &&
      /^(?:mio|mrd|mill|tsd|bio|mln|mld|тыс|млн|млрд|трлн|tys|cr|mds|tis|mil)$/u.test(word)
        ? stop + 1
        : stop;
  }
  return { factor, end };
}

interface WordsRead {
  readonly value: number;
  readonly end: number;
}

const barelyNumbers: ReadonlySet<string> = new Set(['en', 'ru', 'uk', 'pl', 'cs', 'sv', 'ar']);

/** A run of number words: two hundred and fifty, vingt-deux, doscientos mil. */
function readWords(text: string, at: number, language: string): WordsRead | undefined {
  const names = numberNamesOf(language);
  if (names === undefined) return undefined;
  let [total, current, end, start, count] = [0, 0, -1, at, 0];
  while (count < 8) {
    const stop = wordEnd(text, start);
    const word = stop - start > 40 ? '' : text.slice(start, stop).toLowerCase();
    const value = readNumberWord(word, language);
    if (value === undefined) {
      if (end < 0 || !names.and.has(word)) break;
    } else {
      // Smaller numbers follow larger ones; two of a size are two numbers.
      const rest = current % 100;
      const isFrench =
        language === 'fr' &&
        ((rest >= 60 && value < 20) ||
          (rest === 10 && value >= 7 && value < 10) ||
          (rest === 4 && value === 20));
      if (value < 100 && rest !== 0 && (value >= 20 || rest < 20) && !isFrench) break;
      if (isFrench && value === 20) current += 76;
      else if (value === 100) current = (current === 0 ? 1 : current) * 100;
      else if (value === 1000) [total, current] = [total + (current === 0 ? 1 : current) * 1000, 0];
      else current += value;
      end = stop;
    }
    count += 1;
    start = afterGap(text, stop);
    if (start === stop) break;
  }
  // Hundreds of thousands: the bare word is no number where the language says a thousand.
  const isBare =
    count === 1 && end > 0 && [100, 1000].includes(total + current) && barelyNumbers.has(language);
  return end < 0 || isBare ? undefined : { value: total + current, end };
}

function numberAt(text: string, at: number, language: string): NumberFound | undefined | number {
  if (isDigit(text.charCodeAt(at))) {
    const { value, end } = readAmountDigits(text, at, language);
    if (value === undefined) return end;
    const multiplied = readFactor(text, end, language);
    return {
      start: at,
      end: multiplied.end,
      value: value * multiplied.factor,
      factor: multiplied.factor,
      inDigits: true,
    };
  }
  const words = readWords(text, at, language);
  if (words === undefined) return undefined;
  const multiplied = readFactor(text, words.end, language);
  return {
    start: at,
    end: multiplied.end,
    value: words.value * multiplied.factor,
    factor: multiplied.factor,
    inDigits: false,
  };
}

function findSpaced(text: string, language: string): NumberFound[] {
  const found: NumberFound[] = [];
  let at = 0;
  while (at < text.length && found.length < numberLimit) {
    const code = text.charCodeAt(at);
    if (!isDigit(code) && !isLetter(code)) {
      at += 1;
      continue;
    }
    const read = numberAt(text, at, language);
    if (typeof read === 'object') found.push(read);
    at =
      read === undefined ? Math.max(at + 1, wordEnd(text, at)) : typeof read === 'number' ? read : read.end;
  }
  return found;
}

const groups: ReadonlyMap<string, number> = new Map([
  ['千', 1e3],
  ['천', 1e3],
  ['百', 1e2],
  ['万', 1e4],
  ['萬', 1e4],
  ['만', 1e4],
  ['億', 1e8],
  ['亿', 1e8],
  ['억', 1e8],
  ['兆', 1e12],
  ['조', 1e12],
]);
const hanRun = /[〇零一二三四五六七八九十百千两兩]{1,16}/y;
const joinedDigits = /\d+(?:,\d{3})*(?:\.\d+)?/y;

function joinedPart(text: string, at: number): { value: number; end: number } | undefined {
  joinedDigits.lastIndex = at;
  const digits = joinedDigits.exec(text)?.[0];
  if (digits !== undefined) return { value: Number(digits.replaceAll(',', '')), end: at + digits.length };
  hanRun.lastIndex = at;
  const han = hanRun.exec(text)?.[0];
  const value = han === undefined ? undefined : readHanNumber(han);
  return han === undefined || value === undefined ? undefined : { value, end: at + han.length };
}

/** 4億5000万, 1万2千, 三百万: parts with a power of ten thousand each, summed. */
function joinedAt(text: string, at: number): NumberFound | undefined {
  let [total, factor, end] = [0, 1, -1];
  for (let start = at, count = 0; count < 5; count += 1) {
    const part = joinedPart(text, start);
    if (part === undefined) break;
    let power = 1;
    let stop = part.end;
    for (
      let group = groups.get(text[stop] ?? '');
      group !== undefined && stop < part.end + 2;
      group = groups.get(text[stop] ?? '')
    ) {
      power *= group;
      stop += 1;
    }
    if (end >= 0 && power >= factor && factor > 1) break;
    total += part.value * power;
    [factor, end, start] = [Math.max(factor, power), stop, text[stop] === ' ' ? stop + 1 : stop];
    if (power === 1) break;
  }
  return end < 0
    ? undefined
    : { start: at, end, value: total, factor, inDigits: isDigit(text.charCodeAt(at)) };
}

function findJoined(text: string): NumberFound[] {
  const found: NumberFound[] = [];
  const starts = /[\d〇零一二三四五六七八九十百千两兩]/gu;
  for (
    let match = starts.exec(text);
    match !== null && found.length < numberLimit;
    match = starts.exec(text)
  ) {
    const read = joinedAt(text, match.index);
    if (read === undefined) continue;
    found.push(read);
    starts.lastIndex = read.end;
  }
  return found;
}

/** The numbers of a text in digits and in words, in their order. */
export function findNumbers(text: string, language: string): NumberFound[] {
  return ['ja', 'zh', 'ko'].includes(language) ? findJoined(text) : findSpaced(text, language);
}
