import { isDay } from './calendar.ts';
import type { DateTable, Meaning } from './date-table.ts';

/** A lexeme that begins with a digit, and where it ends. */
export interface DigitsRead {
  readonly meaning: Meaning;
  readonly end: number;
}

const yearFirst = /(\d{4})([-/.])(\d{1,2})\2(\d{1,2})(?![\d])/y;
const yearLast = /(\d{1,2})([./-])(\d{1,2})\2(\d{4}|\d\d)(?!\d|[./-]\d)/y;
const dayAndMonth = /(\d{1,2})\.(\d{1,2})\.(?!\d)/y;
const clock = /(\d{1,2})(?:[:：]|\s?h\s?)(\d\d)(?!\d|[:.,]\d)/y;
const dotted = /(\d{1,2})\.(\d\d)(?!\d|[.,]\d)/y;
const grouped = /\d{1,3}(?:[.,'’ \u00a0\u202f]\d{3})+(?!\d)/y;
const decimal = /\d+(?:[.,:/]\d+)+/y;
const plain = /\d+/y;

function execAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}

/** A whole date as one number: year * 10000 + month * 100 + day. */
function wholeDate(year: number, month: number, day: number, end: number): DigitsRead | undefined {
  return isDay({ year, month, day })
    ? { meaning: { code: 'K', value: year * 10_000 + month * 100 + day }, end }
    : undefined;
}

function readYearLast(found: RegExpExecArray, order: DateTable['order']): DigitsRead | undefined {
  const [whole, first = '', sign, second = '', digits = ''] = found;
  // 3.4.26 may be a version, 1-2-03 a score: a short year needs two digits everywhere, or slashes.
  if (digits.length === 2 && (sign === '-' || (sign === '.' && (first.length < 2 || second.length < 2))))
    return undefined;
  const year = digits.length === 4 ? Number(digits) : Number(digits) + (Number(digits) < 70 ? 2000 : 1900);
  const end = found.index + whole.length;
  const monthFirst = order === 'mdy' && sign !== '.';
  const likely = monthFirst
    ? wholeDate(year, Number(first), Number(second), end)
    : wholeDate(year, Number(second), Number(first), end);
  return (
    likely ??
    (monthFirst
      ? wholeDate(year, Number(second), Number(first), end)
      : wholeDate(year, Number(first), Number(second), end))
  );
}

function readDate(text: string, at: number, order: DateTable['order']): DigitsRead | undefined {
  const first = execAt(yearFirst, text, at);
  if (first !== null)
    return wholeDate(Number(first[1]), Number(first[3]), Number(first[4]), at + first[0].length);
  const last = execAt(yearLast, text, at);
  if (last !== null) return readYearLast(last, order);
  if (order !== 'dmy') return undefined;
  const short = execAt(dayAndMonth, text, at);
  return short === null || !isDay({ year: 2000, month: Number(short[2]), day: Number(short[1]) })
    ? undefined
    : { meaning: { code: 'N', value: Number(short[2]) * 100 + Number(short[1]) }, end: at + short[0].length };
}

function readClock(text: string, at: number): DigitsRead | undefined {
  const colon = execAt(clock, text, at);
  const found = colon ?? execAt(dotted, text, at);
  if (found === null) return undefined;
  const [hour, minute] = [Number(found[1]), Number(found[2])];
  const end = at + found[0].length;
  if (hour > 24 || minute > 59) return { meaning: { code: 'x', value: 0 }, end };
  return { meaning: { code: colon === null ? 'z' : 'c', value: hour * 60 + minute }, end };
}

/**
 * Reads what begins with the digit at that place: a date, a clock, a year, a small number, or a number that
 * is none of these.
 */
export function readDigits(text: string, at: number, order: DateTable['order']): DigitsRead {
  const known = readDate(text, at, order) ?? readClock(text, at);
  if (known !== undefined) return known;
  const large = execAt(grouped, text, at);
  if (large !== null)
    return { meaning: { code: 'n', value: Number(large[0].replace(/\D/gu, '')) }, end: at + large[0].length };
  const broken = execAt(decimal, text, at);
  if (broken !== null) return { meaning: { code: 'x', value: 0 }, end: at + broken[0].length };
  const digits = execAt(plain, text, at)?.[0] ?? '0';
  const value = Number(digits.slice(0, 15));
  const code = digits.length <= 2 ? 'd' : digits.length === 4 && value >= 1000 && value <= 2999 ? 'Y' : 'n';
  return { meaning: { code, value }, end: at + digits.length };
}
