import { narrowerTopics } from '@newsmill/contracts';
import { foldName } from '@newsmill/text';
import { readStems, type StemTable } from './count-stems.ts';
import { subtopicWords } from './subtopic-words.ts';

/** Codes that an entry speaks for, as indices of `narrowerTopics`. */
export type Spoken = readonly number[];

/** What a word of the table says alone and in a pair; `firsts` and `seconds` are its numbers as a part of pairs. */
export interface SubtopicWord {
  readonly alone: Spoken;
  readonly firsts: readonly number[];
  readonly seconds: readonly number[];
}

/** The words of a language that part topics. */
export interface SubtopicTable {
  /** Gives each word its number, from 1. */
  readonly stems: StemTable;
  /** By number. */
  readonly words: readonly SubtopicWord[];
  /** By `pairKey`. */
  readonly pairs: ReadonlyMap<number, Spoken>;
}

const wholeMark = '|';
const joined = '_';
/** More words than a table has. */
const mostStems = 1 << 16;

/** The key of two words that stand together, by their numbers. */
export function pairKey(first: number, second: number): number {
  return first * mostStems + second;
}

/** Entries with the codes that each speaks for. */
function entriesOf(rows: Readonly<Record<string, string>>): ReadonlyMap<string, number[]> {
  const entries = new Map<string, number[]>();
  for (const [index, { code }] of narrowerTopics.entries())
    for (const entry of (rows[code.slice(code.indexOf(':') + 1)] ?? '').split(' ')) {
      const plain = foldName(entry);
      if (plain !== '') entries.set(plain, [...(entries.get(plain) ?? []), index]);
    }
  return entries;
}

/** The beginnings of a word that are words of the table too, itself first, then the longest. */
function formsOf(stem: string, numbers: ReadonlyMap<string, number>): string[] {
  const letters = stem.endsWith(wholeMark) ? stem.slice(0, -1) : stem;
  const forms = stem === letters ? [] : [stem];
  for (let size = letters.length; size > 0; size -= 1)
    if (numbers.has(letters.slice(0, size))) forms.push(letters.slice(0, size));
  return forms;
}

function makeTable(rows: Readonly<Record<string, string>>): SubtopicTable {
  const entries = entriesOf(rows);
  const pairs = [...entries].flatMap(([entry, spoken]) => {
    const [first = '', second] = entry.split(joined);
    return second === undefined ? [] : [{ first, second, spoken }];
  });
  const firsts = new Set(pairs.map(({ first }) => first));
  const seconds = new Set(pairs.map(({ second }) => second));
  const singles = [...entries.keys()].filter((entry) => !entry.includes(joined));
  const stems = [...new Set([...singles, ...firsts, ...seconds])];
  const numbers = new Map(stems.map((stem, index) => [stem, index + 1]));
  const numberOf = (stem: string): number => numbers.get(stem) ?? 0;
  const nothing: SubtopicWord = { alone: [], firsts: [], seconds: [] };
  return {
    stems: readStems(numbers),
    words: [
      nothing,
      ...stems.map((stem) => {
        const forms = formsOf(stem, numbers);
        return {
          alone: forms.flatMap((form) => [entries.get(form) ?? []]).find(({ length }) => length > 0) ?? [],
          firsts: forms.filter((form) => firsts.has(form)).map(numberOf),
          seconds: forms.filter((form) => seconds.has(form)).map(numberOf),
        };
      }),
    ],
    pairs: new Map(
      pairs.map(({ first, second, spoken }) => [pairKey(numberOf(first), numberOf(second)), spoken]),
    ),
  };
}

const tables = new Map<string, SubtopicTable>();

/** The table of a language (BCP 47 primary tag), made at first use; undefined where it has none. */
export function subtopicTable(language: string): SubtopicTable | undefined {
  const rows = subtopicWords[language];
  if (rows === undefined) return undefined;
  const known = tables.get(language);
  if (known !== undefined) return known;
  const made = makeTable(rows);
  tables.set(language, made);
  return made;
}
