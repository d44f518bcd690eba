import { joinedUnits, unitWords } from './unit-tables.ts';

/** What a word says about a unit. */
export interface UnitName {
  readonly code: string;
  /** The words behind the first one. */
  readonly rest: readonly string[];
  /** Has other meanings (degrees of an angle), so only likely values count. */
  readonly isWeak: boolean;
}

const opened = new Map<string, ReadonlyMap<string, readonly UnitName[]>>();

function open(table: string): ReadonlyMap<string, readonly UnitName[]> {
  const map = new Map<string, readonly UnitName[]>();
  for (const line of table.split(';')) {
    const [code = '', words = ''] = line.trim().split('=');
    for (const phrase of words.split(' ')) {
      const isWeak = phrase.startsWith('?');
      const [first = '', ...rest] = (isWeak ? phrase.slice(1) : phrase).split('_');
      if (first !== '' && code !== '')
        map.set(
          first,
          [...(map.get(first) ?? []), { code, rest, isWeak }].sort((a, b) => b.rest.length - a.rest.length),
        );
    }
  }
  return map;
}

/** The unit names of a language by their first word, the longest first. */
export function unitNamesOf(language: string): ReadonlyMap<string, readonly UnitName[]> {
  const known = opened.get(language);
  if (known !== undefined) return known;
  const map = open(unitWords[language] ?? joinedUnits[language] ?? '');
  opened.set(language, map);
  return map;
}
