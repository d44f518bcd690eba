import { pick, type Random } from '../newsweb/seeded-random.ts';

/** Longest input, in UTF-16 code units. */
export const longestInput = 100_000;

/** Signs that break what was not made for them. */
// biome-ignore format: a table, read by its rows
const signs = [
  '\0', '\u0001', '\t', '\n', '\r', '\r\n', ' ', '"', "'", '<', '>', '&', ';', ':', ',', '.', '/', '\\', '=', '%',
  '{', '}', '[', ']', '(', ')', '#', '*', '-', '_', '|', '~', '`', '$', '^', '+', '?', '!', '@', '\u007f', '\u0080',
  '\u0085', '\u00a0', '\u00ad', '\u00ff', '\u0130', '\u0131', '\u0301', '\u200b', '\u200e', '\u202e', '\u2028',
  '\u2029', '\ufeff', '\ufffd', '\ufffe', '\uffff', '\ud800', '\udc00', '😀', 'ß', 'é', '中', '٣', '①', '。',
];
// biome-ignore format: a table, read by its rows
const numbers = [
  '0', '-0', '-1', '1', '00', '9', '255', '256', '65535', '65536', '2147483647', '2147483648', '4294967296',
  '9007199254740993', '99999999999999999999', '1e400', '1e-9', '0x10', '١٢', 'NaN', 'Infinity',
];
const wordEnds = /[<>"'=&;,:/\s{}[\]()|#?]/;

type Mutation = (text: string, random: Random, from: Sources) => string;
/** What mutations take from. */
export interface Sources {
  readonly corpus: readonly string[];
  readonly words: readonly string[];
}

const below = (random: Random, most: number): number => Math.floor(random() * most);
/** A stretch of the text: short ones are likelier. */
function stretch(text: string, random: Random): { readonly from: number; readonly to: number } {
  const from = below(random, text.length + 1);
  const most = random() < 0.7 ? 12 : text.length;
  return { from, to: Math.min(text.length, from + 1 + below(random, most)) };
}
/** The word in which a place lies, with the sign that begins it. */
function wordAt(text: string, at: number): { readonly from: number; readonly to: number } {
  let from = at;
  let to = at;
  while (from > 0 && at - from < 200 && !wordEnds.test(text.charAt(from - 1))) from -= 1;
  while (to < text.length && to - at < 200 && !wordEnds.test(text.charAt(to))) to += 1;
  return { from: Math.max(0, from - 1), to };
}
const replaced = (text: string, { from, to }: { from: number; to: number }, by: string): string =>
  text.slice(0, from) + by + text.slice(to);

const mutations: readonly Mutation[] = [
  (text, random, { words }) => {
    const at = below(random, text.length + 1);
    return replaced(text, { from: at, to: at }, pick(random, words));
  },
  (text, random, { words }) =>
    replaced(text, wordAt(text, below(random, text.length + 1)), pick(random, words)),
  (text, random) => {
    const at = below(random, text.length + 1);
    return replaced(text, { from: at, to: at + below(random, 2) }, pick(random, signs));
  },
  (text, random) => {
    const at = below(random, text.length + 1);
    return replaced(
      text,
      { from: at, to: at + 1 },
      String.fromCharCode(below(random, random() < 0.8 ? 256 : 65_536)),
    );
  },
  (text, random) => replaced(text, stretch(text, random), ''),
  (text, random) => {
    const { from, to } = stretch(text, random);
    return replaced(text, { from, to: from }, text.slice(from, to));
  },
  (text, random) => {
    const { from, to } = stretch(text, random);
    const at = below(random, text.length + 1);
    return replaced(text, { from: at, to: at }, text.slice(from, to));
  },
  (text, random) => {
    const number = /\d+/g;
    number.lastIndex = below(random, text.length + 1);
    const found = number.exec(text);
    return found === null
      ? text + pick(random, numbers)
      : replaced(text, { from: found.index, to: found.index + found[0].length }, pick(random, numbers));
  },
  (text, random, { corpus }) => {
    const other = pick(random, corpus);
    return text.slice(0, below(random, text.length + 1)) + other.slice(below(random, other.length + 1));
  },
  (text, random) => text.slice(0, below(random, text.length + 1)),
];

/** A piece of the text stands there so often that the whole is long: what is not linear shows. */
function pumped(text: string, random: Random): string {
  const { from, to } = random() < 0.5 ? wordAt(text, below(random, text.length + 1)) : stretch(text, random);
  const piece = text.slice(from, to) || 'a';
  const length = 10 ** (3 + 2 * random());
  return replaced(text, { from, to }, piece.repeat(Math.max(1, Math.floor(length / piece.length))));
}

/** Share of the inputs that are made long. */
const pumpedShare = 0.02;

/** Changes a text in one to six places. */
export function mutateText(text: string, random: Random, from: Sources): string {
  let mutated = text;
  for (let left = 1 + below(random, 6); left > 0; left -= 1)
    mutated = pick(random, mutations)(mutated, random, from);
  return (random() < pumpedShare ? pumped(mutated, random) : mutated).slice(0, longestInput);
}
