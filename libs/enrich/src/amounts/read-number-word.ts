import { numberNames, type NumberNames } from './number-names.ts';

interface OpenNames {
  readonly names: NumberNames;
  readonly values: ReadonlyMap<string, number>;
  readonly and: ReadonlySet<string>;
}

const opened = new Map<string, OpenNames | undefined>();

function openNames(names: NumberNames): OpenNames {
  const values = new Map<string, number>();
  const add = (group: string, value: number) => group.split('/').forEach((word) => values.set(word, value));
  names.upToTwenty.split(' ').forEach(add);
  names.tens.split(' ').forEach((group, index) => add(group, 30 + index * 10));
  add(names.hundred, 100);
  add(names.thousand, 1000);
  for (const pair of (names.more ?? '').split(' '))
    if (pair !== '') values.set(pair.split(':')[0] ?? '', Number(pair.split(':')[1]));
  return { names, values, and: new Set(names.and.split('/').filter((word) => word !== '')) };
}

/** The number names of a language, opened once. */
export function numberNamesOf(language: string): OpenNames | undefined {
  if (!opened.has(language))
    opened.set(language, numberNames[language] === undefined ? undefined : openNames(numberNames[language]));
  return opened.get(language);
}

function splitAt(word: string, middle: string): [string, string] | undefined {
  const at = word.indexOf(middle);
  return at < 0 ? undefined : [word.slice(0, at), word.slice(at + middle.length)];
}

/** Italian drops the vowel of tens in front of uno and otto: trentotto. */
function tensAndUnit(word: string, values: ReadonlyMap<string, number>): number | undefined {
  for (const [name, value] of values) {
    if (value < 20 || value > 90 || value % 10 !== 0) continue;
    const stems = [name, name.slice(0, -1)];
    for (const stem of stems) {
      const unit = word.startsWith(stem) ? values.get(word.slice(stem.length)) : undefined;
      if (unit !== undefined && unit > 0 && unit < 10) return value + unit;
    }
  }
  return undefined;
}

/** What a compound contains; all other words need no taking apart. */
const compounds: Readonly<Record<string, RegExp>> = {
  de: /tausend|hundert|(?:zig|ßig)$/u,
  nl: /duizend|honderd|tig$/u,
  it: /mila|mille|cento|^(?:vent|trent|quarant|cinquant|sessant|settant|ottant|novant)/u,
  sv: /tusen|hundra|tio/u,
};

/**
 * A number written as one word, also fünfundzwanzigtausend, vijfhonderd, trecentomila; undefined for any
 * other word.
 */
export function readNumberWord(word: string, language: string): number | undefined {
  const open = numberNamesOf(language);
  const known = open?.values.get(word);
  if (known !== undefined || open === undefined) return known;
  if (word.length < 6 || word.length > 40 || compounds[language]?.test(word) !== true) return undefined;
  return readCompound(word, open, 0);
}

function readCompound(word: string, open: OpenNames, depth: number): number | undefined {
  const known = open.values.get(word);
  if (known !== undefined || depth > 4) return known;
  const part = (piece: string, empty: number) =>
    piece === '' ? empty : readCompound(piece, open, depth + 1);
  for (const [names, factor] of [
    [open.names.thousand, 1000],
    [open.names.hundred, 100],
  ] as const) {
    for (const name of names.split('/')) {
      const split = splitAt(word, name);
      const [left, right] =
        split === undefined ? [undefined, undefined] : [part(split[0], 1), part(split[1], 0)];
      if (left !== undefined && right !== undefined && left < 1000 && right < factor)
        return left * factor + right;
    }
  }
  for (const and of open.and) {
    const split = and === 'e' ? undefined : splitAt(word, and);
    const [unit, tens] =
      split === undefined ? [undefined, undefined] : [open.values.get(split[0]), open.values.get(split[1])];
    if (unit !== undefined && tens !== undefined && unit < 10 && tens >= 20 && tens < 100) return unit + tens;
  }
  return tensAndUnit(word, open.values);
}
