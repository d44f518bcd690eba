import { centWords, countryStems, currencyWords, joinedCurrencies } from './currency-tables.ts';

/** What a word says about money. */
export interface CurrencyName {
  /** A code, or a kind (dollar, peso) whose country decides. */
  readonly kind: string;
  /** Other meanings are likelier without a sign of money nearby. */
  readonly needsCue: boolean;
  readonly isCent: boolean;
}

function addNames(map: Map<string, CurrencyName>, table: string, isCent: boolean): void {
  for (const line of table.split(';')) {
    const [kind = '', words = ''] = line.trim().split('=');
    for (const word of words.split(' ')) {
      const needsCue = word.startsWith('?');
      const name = (needsCue ? word.slice(1) : word).replaceAll('_', ' ');
      if (name !== '') map.set(name, { kind, needsCue, isCent });
    }
  }
}

const opened = new Map<string, ReadonlyMap<string, CurrencyName>>();

/** The currency names of a language, opened once. */
export function currencyNamesOf(language: string): ReadonlyMap<string, CurrencyName> {
  const known = opened.get(language);
  if (known !== undefined) return known;
  const map = new Map<string, CurrencyName>();
  addNames(map, currencyWords[language] ?? '', false);
  addNames(map, centWords[language] ?? '', true);
  addNames(map, joinedCurrencies[language] ?? '', false);
  opened.set(language, map);
  return map;
}

const stems = Object.entries(countryStems)
  .flatMap(([country, list]) => list.split(' ').map((stem) => [stem, country] as const))
  .sort((a, b) => b[0].length - a[0].length);

/** Country of an adjective in any of the languages: Swiss, suisses, швейцарских. */
export function countryOfAdjective(word: string): string | undefined {
  const plain = word.toLowerCase();
  return plain.length < 2
    ? undefined
    : stems.find(([stem]) => (stem.length < 4 ? plain === stem : plain.startsWith(stem)))?.[1];
}
