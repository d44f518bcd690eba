import type { Money } from '@newsmill/contracts';
import { primaryLanguage } from '@newsmill/text';
import { countryOfAdjective, currencyNamesOf, type CurrencyName } from './currency-names.ts';
import {
  currencyByLanguage,
  currencyCodes,
  currencyOfCountry,
  currencySigns,
  currencyWithoutCountry,
} from './currency-tables.ts';
import { findNumbers } from './find-numbers.ts';
import { makesRange, rangeOf, single, type AmountRange } from './number-ranges.ts';
import { wordEnd } from './word-end.ts';

/** Names the rules in a fact. */
export const moneyRule = 'money-rules/1';

export interface MoneyInput {
  readonly text: string;
  /** BCP 47. */
  readonly language?: string | undefined;
  /** ISO 3166-1 alpha-2 of the publisher: a bare $ or peso is its own. */
  readonly country?: string | undefined;
}

interface Setting {
  readonly text: string;
  readonly language: string;
  readonly country: string | undefined;
}

interface Currency {
  readonly code: string;
  /** Where the name or sign begins (in front) or ends (behind). */
  readonly edge: number;
  readonly factor: number;
}

const readLimit = 100_000;
const moneyLimit = 200;

const escaped = Object.keys(currencySigns)
  .sort((a, b) => b.length - a.length)
  .map((sign) => RegExp.escape(sign));
const signBefore = new RegExp(`(?:^|[^\\p{L}])(${escaped.join('|')}|[A-Z]{3})[ \\u00a0\\u202f]?$`, 'u');
const signBehind = new RegExp(`^[ \\u00a0\\u202f]?(${escaped.join('|')}|[A-Z]{3})(?![\\p{L}\\p{N}])`, 'u');
/** Short multipliers glued to the number: $20m, 25M€, $1.2bn. */
const shortFactor = /^[ \u00a0]?(k|K|m|M|mn|mln|mio|Mio|bn|b|B|Md|Mds|Mrd|tn|trn|T)(?=[^\p{L}\p{N}]|$)/u;
const factorOfShort: Readonly<Record<string, number>> = {
  k: 1e3,
  m: 1e6,
  mn: 1e6,
  mln: 1e6,
  mio: 1e6,
  bn: 1e9,
  b: 1e9,
  md: 1e9,
  mds: 1e9,
  mrd: 1e9,
  tn: 1e12,
  trn: 1e12,
  t: 1e12,
};

function ofKind(
  kind: string,
  country: string | undefined,
  { country: publisher, language }: Setting,
): string | undefined {
  const byCountry = currencyOfCountry[kind];
  if (byCountry === undefined) return kind;
  if (country !== undefined) return byCountry[country];
  return (
    (publisher === undefined ? undefined : byCountry[publisher]) ??
    currencyByLanguage[`${kind}-${language}`] ??
    currencyWithoutCountry[kind]
  );
}

function ofSign(sign: string, setting: Setting): string | undefined {
  const code = currencySigns[sign];
  if (code === undefined) return currencyCodes.has(sign) ? sign : undefined;
  if (code === '$')
    return ofKind('dollar', undefined, setting) === 'USD' && setting.country !== undefined
      ? (currencyOfCountry.peso?.[setting.country] ?? 'USD')
      : ofKind('dollar', undefined, setting);
  if (code === '¥') return currencyByLanguage[`¥-${setting.language}`] ?? 'JPY';
  return code === '' ? undefined : code;
}

function before(start: number, setting: Setting): Currency | undefined {
  const front = setting.text.slice(Math.max(0, start - 8), start);
  // 3.190$00: the Portuguese way of writing a price, the sign between its parts.
  const found = /\d\$$/u.test(front) ? null : signBefore.exec(front);
  const code = found === null ? undefined : ofSign(found[1] ?? '', setting);
  return found === null || code === undefined
    ? undefined
    : { code, edge: start - (found[0].length - found[0].indexOf(found[1] ?? '')), factor: 1 };
}

const connector = /^(?:de|d|di|of|of_the|von)$/u;
/** Pounds beside these are a weight. */
const weightCue =
  /(?<!\p{L})(?:weigh|heav|weight|lighter|overweight|wog|wieg|schwer|pesa|peso|weegt|woog|poids|pèse)/iu;
const moneyCue =
  /(?<!\p{L})(?:pay|paid|pric|cost|worth|prize|fine|fee|salar|bill|debt|spen|profit|budget|loan|fund|earn|money|cash|£|kost|preis|zahl|prix|coût|pay|euro|precio|pag|oferta|ofrec|ofert|club|prijs|betaal|bood)/iu;

/**
 * A name behind the number with adjectives on either side: million US dollars, francs suisses, pesos
 * mexicanos.
 */
function named(from: number, isLarge: boolean, setting: Setting): Currency | undefined {
  const { text, language } = setting;
  const names = currencyNamesOf(language);
  let country: string | undefined;
  for (let at = from, count = 0; count < 4; count += 1) {
    while (/[ \u00a0\u202f'’-]/u.test(text[at] ?? 'x') && at < from + 60) at += 1;
    const end = wordEnd(text, at);
    if (end === at || end - at > 24) return undefined;
    const word = text.slice(at, end).toLowerCase();
    const name = names.get(word);
    if (name !== undefined) return finished(name, end, country, isLarge, setting);
    const adjective = connector.test(word) ? undefined : countryOfAdjective(word);
    if (adjective === undefined && !connector.test(word)) return undefined;
    country = adjective ?? country;
    at = text[end] === '.' && adjective !== undefined ? end + 1 : end;
  }
  return undefined;
}

const isMoneyNearby = (around: string) => moneyCue.test(around) && !weightCue.test(around);

function finished(
  name: CurrencyName,
  end: number,
  country: string | undefined,
  isLarge: boolean,
  setting: Setting,
): Currency | undefined {
  const { text } = setting;
  const nextEnd = wordEnd(text, end + 1);
  const next = text.slice(end + 1, nextEnd);
  const behind =
    country === undefined && currencyOfCountry[name.kind] !== undefined && text[end] === ' '
      ? countryOfAdjective(next)
      : undefined;
  if (
    name.needsCue &&
    !isLarge &&
    behind === undefined &&
    country === undefined &&
    !isMoneyNearby(text.slice(Math.max(0, end - 60), end + 40))
  )
    return undefined;
  const known =
    country ??
    (behind !== undefined && currencyOfCountry[name.kind]?.[behind] !== undefined ? behind : undefined);
  const code = ofKind(name.kind, known, setting);
  return code === undefined
    ? undefined
    : { code, edge: known === undefined || known !== behind ? end : nextEnd, factor: name.isCent ? 0.01 : 1 };
}

/** Names behind a number in scripts without spaces: the longest that stands there. */
function joined(from: number, { text, language }: Setting): Currency | undefined {
  const names = currencyNamesOf(language);
  const start = text[from] === ' ' || text[from] === '多' || text[from] === '余' ? from + 1 : from;
  for (let length = 5; length > 0; length -= 1) {
    const name = names.get(text.slice(start, start + length));
    if (name !== undefined && !/^[老素宵旦首帅件角]/u.test(text.slice(start + length, start + length + 1)))
      return { code: name.kind, edge: start + length, factor: 1 };
  }
  return undefined;
}

function behind(range: AmountRange, setting: Setting): Currency | undefined {
  const rest = setting.text.slice(range.end, range.end + 14);
  const short = range.isLarge ? null : shortFactor.exec(rest);
  const glued = /^[ \u00a0\u202f]?(?:k|K|m|M|mn|mln|mio|Mio|bn|Md|Mds|Mrd) ?(?=[€$£])/u.exec(rest);
  const factor = glued === null ? 1 : (factorOfShort[glued[0].trim().toLowerCase()] ?? 1);
  const skip = glued === null ? 0 : glued[0].length;
  const sign = signBehind.exec(rest.slice(skip));
  const code = sign === null ? undefined : ofSign(sign[1] ?? '', setting);
  if (sign !== null && code !== undefined && (sign[1] !== '$' || range.inDigits))
    return { code, edge: range.end + skip + sign[0].length, factor };
  if (['ja', 'zh', 'ko'].includes(setting.language)) return joined(range.end, setting);
  const shortEnd =
    short === null || !/^(?:bn|mn|mln|mio|tn|trn|md|mds|mrd|m)$/iu.test(short[1] ?? '') ? 0 : short[0].length;
  const name = named(range.end + shortEnd, range.isLarge || shortEnd > 0, setting);
  return name === undefined
    ? undefined
    : {
        ...name,
        factor: name.factor * (shortEnd === 0 ? 1 : (factorOfShort[(short?.[1] ?? '').toLowerCase()] ?? 1)),
      };
}

const clean = (value: number) => Number(value.toPrecision(15));

function moneyOf(range: AmountRange, setting: Setting): Money | undefined {
  const { text } = setting;
  const front = before(range.start, setting);
  const short =
    front === undefined || range.isLarge ? null : shortFactor.exec(text.slice(range.end, range.end + 6));
  const back = front === undefined ? behind(range, setting) : undefined;
  const currency = front ?? back;
  if (currency === undefined) return undefined;
  const factor = short === null ? currency.factor : (factorOfShort[(short[1] ?? '').toLowerCase()] ?? 1);
  const start = front?.edge ?? range.start;
  const end = back?.edge ?? range.end + (short?.[0].length ?? 0);
  return {
    text: text.slice(start, end),
    start,
    end,
    value: clean(range.value * factor),
    ...(range.to === undefined ? {} : { to: clean(range.to * factor) }),
    currency: currency.code,
  };
}

/**
 * Rose from $3 to $5: two sums, no range. Only sums of a size make one with `to`, and nothing in front may
 * speak of a change.
 */
function isChange(text: string, first: Money, second: Money): boolean {
  if (!/^ (?:to|bis|à|a|tot|до) $/u.test(text.slice(first.end, second.start))) return false;
  return (
    second.value > 3 * first.value ||
    /(?:from|rose|rise|fell|fall|up|down|rais|cut|increas|grow|grew|jump|climb|drop|gain|von|de|von|van|с|lost)[^.]{0,30}$/iu.test(
      text.slice(Math.max(0, first.start - 40), first.start),
    )
  );
}

/** between $20m and $30m: two sums of one currency make a range. */
function merged(list: readonly Money[], text: string): Money[] {
  const result: Money[] = [];
  for (const money of list) {
    const last = result.at(-1);
    const isRange =
      last !== undefined &&
      last.to === undefined &&
      money.to === undefined &&
      last.currency === money.currency &&
      last.value < money.value &&
      !isChange(text, last, money) &&
      makesRange(text, last.start, last.end, money.start);
    if (isRange)
      result[result.length - 1] = {
        ...last,
        text: text.slice(last.start, money.end),
        end: money.end,
        to: money.value,
      };
    else result.push(money);
  }
  return result;
}

/**
 * Sums of money with their ISO 4217 code, in full units, ranges as ranges: signs and codes on either side,
 * names with adjectives of countries, multipliers of the language (crore, Mrd., mil millones, 億). What names
 * no currency is not money.
 */
export function findMoney({ text: whole, language, country }: MoneyInput): Money[] {
  const text = whole.slice(0, readLimit);
  const setting = {
    text,
    language: primaryLanguage(language ?? 'en') ?? 'und',
    country: country?.toUpperCase(),
  };
  const numbers = findNumbers(text, setting.language);
  const found: Money[] = [];
  for (let index = 0; index < numbers.length && found.length < moneyLimit; index += 1) {
    const [first, second] = [numbers[index], numbers[index + 1]];
    if (first === undefined) continue;
    const range =
      second !== undefined && makesRange(text, first.start, first.end, second.start)
        ? rangeOf(first, second)
        : undefined;
    const ranged = range === undefined ? undefined : moneyOf(range, setting);
    const money = ranged ?? moneyOf(single(first), setting);
    if (money !== undefined) found.push(money);
    if (ranged !== undefined) index += 1;
  }
  return merged(found, text);
}
