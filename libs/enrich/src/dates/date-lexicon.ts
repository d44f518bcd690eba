import { numberNames } from '../amounts/number-names.ts';
import { units, type DateTable, type Meaning, type Unit } from './date-table.ts';

/** One word or phrase of a lexicon. */
export interface Entry {
  /** The words behind the first one; in a joined script the characters behind the first one. */
  readonly rest: readonly string[];
  /** Counts only with a capital (true), only without one (false), always (undefined). */
  readonly capital: boolean | undefined;
  readonly meaning: Meaning;
}

/** A table, opened for reading: entries by their first word or character, the longest first. */
export interface DateLexicon {
  readonly table: DateTable;
  readonly entries: ReadonlyMap<string, readonly Entry[]>;
  readonly suffixes: ReadonlyMap<string, string>;
  readonly prefixes: readonly string[];
  readonly futureEndings: readonly string[];
  readonly pastEndings: readonly string[];
}

const listOf = (words: string | undefined) => (words ?? '').split(' ').filter((word) => word !== '');

/** `январ(ь|я)` as its forms. */
function formsOf(pattern: string): string[] {
  const [, stem = pattern, endings] = /^([^(]*)\((.*)\)$/u.exec(pattern) ?? [];
  return endings === undefined ? [pattern] : endings.split('|').map((ending) => `${stem}${ending}`);
}

function isUnit(name: string): name is Unit {
  return units.some((unit) => unit === name);
}

/** `Vyear-1` as code V, unit year, value -1. */
function meaningOf(role: string): Meaning {
  const [, code = 'x', unit = '', value = ''] = /^(.)([a-z]*)(-?\d*)$/u.exec(role) ?? [];
  return { code, value: Number(value), unit: isUnit(unit) ? unit : undefined };
}

/** Small letters, ё as е: the form in which words are compared. */
export function plainWord(word: string): string {
  const lower = word.toLowerCase();
  return lower.includes('ё') ? lower.replaceAll('ё', 'е') : lower;
}

function addWord(entries: Map<string, Entry[]>, joined: boolean, pattern: string, meaning: Meaning): void {
  const mark = pattern[0];
  const capital = mark === '^' ? true : mark === '=' ? false : undefined;
  for (const form of formsOf(capital === undefined ? pattern : pattern.slice(1))) {
    const words = joined
      ? [...form.replaceAll('_', '')]
      : plainWord(form)
          .split(/[_\-'’]/u)
          .filter((word) => word !== '');
    const [first, ...rest] = words;
    if (first === undefined) continue;
    const known = entries.get(first) ?? [];
    // The first role of a word stands; a table lists the likelier one first.
    if (known.some((entry) => entry.capital === capital && entry.rest.join(' ') === rest.join(' '))) continue;
    entries.set(
      first,
      [...known, { rest, capital, meaning }].sort((a, b) => b.rest.length - a.rest.length),
    );
  }
}

/** Roles that go first where a word has several: the borders of ranges. */
const early = ['b', 'f', 't'];

function rolesOf({ roles }: DateTable): [string, string][] {
  const all = Object.entries(roles);
  return [
    ...early.flatMap((code) => all.filter(([role]) => role === code)),
    ...all.filter(([role]) => !early.includes(role)),
  ];
}

function addNumbers(entries: Map<string, Entry[]>, language: string): void {
  const names = numberNames[language];
  if (names === undefined) return;
  const add = (group: string, value: number) =>
    group.split('/').forEach((word) => addWord(entries, false, word, { code: 'v', value }));
  names.upToTwenty.split(' ').forEach(add);
  names.tens.split(' ').forEach((group, index) => add(group, 30 + index * 10));
  for (const [, word = '', value = ''] of (names.more ?? '').matchAll(/(?<![^\s:])([^\s:]+):(\d+)/gu))
    if (Number(value) < 100) add(word, Number(value));
}

/** The table of a language, opened; callers keep it, for opening costs a millisecond. */
export function openLexicon(language: string, table: DateTable): DateLexicon {
  const entries = new Map<string, Entry[]>();
  const joined = table.joined === true;
  const addAll = (words: string, meaning: Meaning) =>
    listOf(words).forEach((word) => addWord(entries, joined, word, meaning));
  table.months.split(';').forEach((words, index) => addAll(words, { code: 'M', value: index + 1 }));
  table.weekdays.split(';').forEach((words, index) => addAll(words, { code: 'W', value: index + 1 }));
  for (const [role, words] of rolesOf(table)) addAll(words, meaningOf(role));
  addNumbers(entries, language);
  const suffixes = new Map(
    Object.entries(table.suffixes).flatMap(([role, words]) =>
      listOf(words).map((word) => [word, role] as const),
    ),
  );
  return {
    table,
    entries,
    suffixes,
    prefixes: listOf(table.prefixes),
    futureEndings: listOf(table.futureEndings),
    pastEndings: listOf(table.pastEndings),
  };
}
