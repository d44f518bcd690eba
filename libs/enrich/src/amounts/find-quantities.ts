import type { Quantity } from '@newsmill/contracts';
import { primaryLanguage } from '@newsmill/text';
import { findNumbers, type NumberFound } from './find-numbers.ts';
import { makesRange, rangeOf, single, type AmountRange } from './number-ranges.ts';
import { unitNamesOf, type UnitName } from './unit-names.ts';
import { unitSigns } from './unit-tables.ts';
import { wordEnd } from './word-end.ts';

/** Names the rules in a fact. */
export const quantitiesRule = 'quantity-rules/1';

export interface QuantitiesInput {
  readonly text: string;
  /** BCP 47. */
  readonly language?: string | undefined;
}

interface UnitFound {
  readonly code: string;
  readonly end: number;
}

const readLimit = 100_000;
const quantityLimit = 300;

const signs = Object.keys(unitSigns)
  .sort((a, b) => b.length - a.length)
  .map((sign) => RegExp.escape(sign));
const signBehind = new RegExp(`([ \\u00a0\\u202f-]?)(${signs.join('|')})(?![\\p{L}\\p{N}&/])`, 'uy');
/** Signs that are words, initials or grades unless digits touch them. */
const onlyGlued: ReadonlySet<string> = new Set(['C', 'F', 'l', 'L', 'W', '°', 'mi']);
/** Degrees without a C are ordinals (7° posto) below this. */
const fewestBareDegrees = 20;
const gluedIsOther: ReadonlySet<string> = new Set(['m', 'F']);

/** Degrees of the weather; 90, 180 and 360 are turns. */
const coldest = -60;
const hottest = 60;
const minus =
  /(?:(?<![\p{L}\p{N}])[-−–]|(?:minus|moins|menos|meno|min|минус|零下|氷点下|マイナス|영하)\s?)$/iu;

function signAt(text: string, at: number, value: number): UnitFound | undefined {
  signBehind.lastIndex = at;
  const found = signBehind.exec(text);
  const [whole = '', space, sign = ''] = found ?? [];
  const code = found === null ? undefined : unitSigns[sign];
  if (code === undefined || (space !== '' && onlyGlued.has(sign)) || (space === '' && gluedIsOther.has(sign)))
    return undefined;
  return sign === '°' && (value < fewestBareDegrees || value > hottest)
    ? undefined
    : { code, end: at + whole.length };
}

function restEnd(text: string, from: number, rest: readonly string[]): number {
  let end = from;
  for (const word of rest) {
    const start = end + 1;
    end = wordEnd(text, start);
    if (text.slice(start, end).toLowerCase() !== word) return -1;
  }
  return end;
}

/** Two millions of people, deux millions d'habitants. */
function afterOf(text: string, at: number): number {
  const found = /^ (?:de |di |d['’]|of )/u.exec(text.slice(at, at + 5));
  return found === null ? at : at + found[0].length - 1;
}

/** Between a number and people: other, Chinese, jeunes; no noun that is counted itself. */
const noAdjective =
  /(?:s|ing)$|^(?:while|with|when|that|many|from|over|into|than|para|con|avec|und|oder|mit|und|pour|dont|antal|crowd)$/u;

function fits(name: UnitName, value: number): boolean {
  return (
    !name.isWeak || (name.code === 'Cel' && value >= coldest && value <= hottest) || name.code === 'people'
  );
}

/** A name behind the number; words of people may stand behind one or two others (37 Chinese people). */
function nameAt(text: string, at: number, value: number, language: string): UnitFound | undefined {
  const names = unitNamesOf(language);
  for (let start = at, count = 0; count < 2; count += 1) {
    if (!/[ \u00a0\u202f'’-]/u.test(text[start] ?? 'x')) return undefined;
    const end = wordEnd(text, start + 1);
    if (end === start + 1) return undefined;
    const word = text.slice(start + 1, end).toLowerCase();
    for (const name of names.get(word) ?? []) {
      const stop = restEnd(text, end, name.rest);
      if (stop >= 0 && fits(name, value) && (count === 0 || name.code === 'people'))
        return { code: name.code, end: stop };
    }
    // Beyond a word that joins, what follows is counted by something else.
    if (word.length < 4 || noAdjective.test(word)) return undefined;
    start = end;
  }
  return undefined;
}

function joinedAt(text: string, at: number, value: number, language: string): UnitFound | undefined {
  const names = unitNamesOf(language);
  const start = text[at] === '多' || text[at] === '余' || text[at] === '餘' || text[at] === ' ' ? at + 1 : at;
  for (let length = 8; length > 0; length -= 1) {
    const found = names.get(text.slice(start, start + length))?.[0];
    // 3度目 the third time, 3名称: degrees and persons are short words that begin others.
    if (
      found !== undefined &&
      !/^[目々次称字前牌气氣気口工民種]/u.test(text.slice(start + length, start + length + 1)) &&
      !/[前第]..?$/u.test(text.slice(Math.max(0, at - 3), at)) &&
      (found.code !== 'Cel' || (value >= coldest && value <= hottest && value > 9))
    )
      return { code: found.code, end: start + length };
  }
  return undefined;
}

function unitBehind(range: AmountRange, text: string, language: string): UnitFound | undefined {
  const value = range.to ?? range.value;
  // A barrel, one person: the article is no count.
  if (!range.inDigits && value === 1) return undefined;
  const sign = range.inDigits ? signAt(text, range.end, value) : undefined;
  if (sign !== undefined) return sign;
  return ['ja', 'zh', 'ko'].includes(language)
    ? joinedAt(text, range.end, value, language)
    : nameAt(text, range.isLarge ? afterOf(text, range.end) : range.end, value, language);
}

function quantityOf(range: AmountRange, text: string, language: string): Quantity | undefined {
  const unit = unitBehind(range, text, language);
  if (unit === undefined || (unit.code === 'people' && !Number.isInteger(range.value))) return undefined;
  const sign =
    unit.code === 'Cel' || unit.code === '[degF]'
      ? minus.exec(text.slice(Math.max(0, range.start - 8), range.start))
      : null;
  const start = range.start - (sign?.[0].length ?? 0);
  return {
    text: text.slice(start, unit.end),
    start,
    end: unit.end,
    value: sign === null ? range.value : -range.value,
    ...(range.to === undefined ? {} : { to: range.to }),
    unit: unit.code,
  };
}

function quantityAt(
  numbers: readonly NumberFound[],
  index: number,
  text: string,
  language: string,
): { quantity: Quantity; taken: number } | undefined {
  const [first, second] = [numbers[index], numbers[index + 1]];
  if (first === undefined) return undefined;
  const range =
    second !== undefined && makesRange(text, first.start, first.end, second.start)
      ? rangeOf(first, second)
      : undefined;
  const ranged = range === undefined ? undefined : quantityOf(range, text, language);
  const quantity = ranged ?? quantityOf(single(first), text, language);
  return quantity === undefined ? undefined : { quantity, taken: ranged === undefined ? 1 : 2 };
}

/**
 * Lengths, areas, volumes, masses, temperatures, speeds, powers, energies, data, shares in percent and counts
 * of people, with UCUM codes where UCUM has one (GB and people are our own). Times and ages are no quantities
 * here.
 */
export function findQuantities({ text: whole, language }: QuantitiesInput): Quantity[] {
  const text = whole.slice(0, readLimit);
  const primary = primaryLanguage(language ?? 'en') ?? 'und';
  const numbers = findNumbers(text, primary);
  const found: Quantity[] = [];
  for (let index = 0; index < numbers.length && found.length < quantityLimit; ) {
    const next = quantityAt(numbers, index, text, primary);
    if (next !== undefined) found.push(next.quantity);
    index += next?.taken ?? 1;
  }
  return found;
}
