import { nameClassCount } from '../gazetteer/name-classes.ts';
import { mixBits } from './hash-text.ts';
import type { Hints } from './read-hints.ts';
import type { TextView } from './view-text.ts';
import { wordForm, type WordFacts } from './word-facts.ts';

/** Slots of the weights; every feature of a word falls into one. */
const slotBits = 18;
export const slotCount = 1 << slotBits;
/** Slot of the feature that every word has. */
export const biasSlot = 0;
/** Most features of one word. */
export const mostFeatures = 88;

/** Features that opinions decide. */
export const opinionFeatures = 4;

/** By word, what the other places of it in the text were taken for, as a small number; 0 is unknown. */
export type Opinions = Uint8Array;

const edge: WordFacts = {
  text: '',
  lower: '',
  hash: 1,
  lowerHash: 1,
  form: wordForm.mark,
  shape: 1,
  prefix: 1,
  endOfTwo: 1,
  endOfThree: 1,
  endOfFour: 1,
  fine: 0,
  middle: 0,
  coarse: 0,
  classes: 0,
};
/** Where a feature falls, by its template and its value. */
const slotOf = (template: number, value: number): number =>
  mixBits(Math.imul(value ^ Math.imul(template, 0x85ebca6b), 0xc2b2ae35)) & (slotCount - 1);
const pair = (one: number, other: number): number => (Math.imul(one ^ (one >>> 11), 0x9e3779b1) + other) | 0;
const isMark = (word: WordFacts): boolean => word.form === wordForm.mark;
const isLower = (word: WordFacts): boolean => word.form === wordForm.lower;

/** The word at `index` where it stands in the sentence. */
function wordAt({ tokens, words }: TextView, index: number, sentence: number | undefined): WordFacts {
  return tokens.sentence[index] === sentence ? (words[index] ?? edge) : edge;
}

/** Where the run of words without joiners around `index` begins and ends within its zone. */
function runAround(
  view: TextView,
  index: number,
  zoneStart: number,
  zoneEnd: number,
): { from: number; to: number } {
  let from = index;
  let to = index + 1;
  while (from > zoneStart && !isLower(view.words[from - 1] ?? edge) && !isMark(view.words[from - 1] ?? edge))
    from -= 1;
  while (to < zoneEnd && !isLower(view.words[to] ?? edge) && !isMark(view.words[to] ?? edge)) to += 1;
  return { from, to };
}

/**
 * Writes the slots of the features that opinions decide, the only ones that differ between two readings of a text, and
 * says how many there are.
 */
export function writeOpinions(
  view: TextView,
  index: number,
  opinions: Opinions,
  slots: Int32Array,
  at: number,
): number {
  const opinion = opinions[index] ?? 0;
  slots[at] = slotOf(46, opinion);
  slots[at + 1] = slotOf(47, pair(opinion, (view.words[index] ?? edge).form));
  slots[at + 2] = slotOf(48, pair(opinion, view.classes[index] ?? 0));
  slots[at + 3] = slotOf(49, pair(opinions[index - 1] ?? 0, pair(opinion, opinions[index + 1] ?? 0)));
  return opinionFeatures;
}

/** Writes the slots of what the rules and lists of a language say of a word, and says how many there are. */
function writeHints(
  view: TextView,
  { language, rules, common }: Hints,
  {
    index,
    run,
    place,
    bits,
  }: {
    readonly index: number;
    readonly run: { readonly from: number; readonly to: number };
    readonly place: number;
    readonly bits: number;
  },
  slots: Int32Array,
  at: number,
): number {
  const { tokens, words } = view;
  const word = words[index] ?? edge;
  const own = rules[index] ?? 0;
  const usual = (common[index] ?? 0) * 2 + (tokens.first[index] ?? 0);
  const glue =
    Number(tokens.end[index - 1] === tokens.start[index]) * 2 +
    Number(tokens.end[index] === tokens.start[index + 1]);
  let count = at;
  slots[count++] = slotOf(100, pair(own, word.form));
  slots[count++] = slotOf(101, pair(pair(rules[index - 1] ?? 0, own), rules[index + 1] ?? 0));
  slots[count++] = slotOf(102, pair(own, usual));
  slots[count++] = slotOf(103, pair(language, pair(word.form, usual)));
  slots[count++] = slotOf(104, pair(language, own));
  slots[count++] = slotOf(105, pair(own, bits));
  slots[count++] = slotOf(106, pair(own, word.lowerHash));
  slots[count++] = slotOf(107, pair(own, word.endOfThree));
  slots[count++] = slotOf(108, pair(pair(rules[run.from] ?? 0, rules[run.to - 1] ?? 0), pair(own, place)));
  slots[count++] = slotOf(109, pair(common[index - 1] ?? 0, pair(common[index + 1] ?? 0, own)));
  slots[count++] = slotOf(110, pair(glue, pair(own, word.form)));
  slots[count++] = slotOf(111, pair(usual, pair(language, word.endOfThree)));
  return count - at;
}

/**
 * Writes the slots of the features of one word of a zone into `slots` from `at` on and says how many there
 * are. Written for speed: hashes of words are made once a text, and a feature is a few multiplications.
 */
export function writeFeatures(
  view: TextView,
  index: number,
  zone: { readonly start: number; readonly end: number },
  opinions: Opinions,
  slots: Int32Array,
  at: number,
): number {
  const { words, tokens, classes } = view;
  const sentence = tokens.sentence[index];
  const word = words[index] ?? edge;
  const before = wordAt(view, index - 1, sentence);
  const after = wordAt(view, index + 1, sentence);
  const before2 = wordAt(view, index - 2, sentence);
  const after2 = wordAt(view, index + 2, sentence);
  const manner = view.manner[index] ?? 0;
  const bits = classes[index] ?? 0;
  const bitsBefore = before === edge ? 0 : (classes[index - 1] ?? 0) || before.classes;
  const bitsAfter = after === edge ? 0 : (classes[index + 1] ?? 0) || after.classes;
  const run = runAround(view, index, zone.start, zone.end);
  const head = words[run.to - 1] ?? edge;
  const lead = words[run.from] ?? edge;
  const place = Math.min(3, index - run.from) * 4 + Math.min(3, run.to - 1 - index);
  const outBefore = wordAt(view, run.from - 1, sentence);
  const outAfter = wordAt(view, run.to, sentence);
  const form = view.forms[index] ?? 0;
  const { small, capitalised } = view.uses;
  const seen =
    (Math.min(2, small[form] ?? 0) * 3 + Math.min(2, capitalised[form] ?? 0)) * 2 +
    (tokens.first[index] ?? 0);
  let count = at;
  slots[count++] = biasSlot;
  slots[count++] = slotOf(1, pair(word.hash, manner));
  slots[count++] = slotOf(2, word.lowerHash);
  slots[count++] = slotOf(3, pair(word.shape, manner));
  slots[count++] = slotOf(4, word.prefix);
  slots[count++] = slotOf(5, word.endOfThree);
  slots[count++] = slotOf(6, word.endOfTwo);
  slots[count++] = slotOf(7, word.endOfFour);
  slots[count++] = slotOf(8, before.lowerHash);
  slots[count++] = slotOf(9, after.lowerHash);
  slots[count++] = slotOf(10, before2.lowerHash);
  slots[count++] = slotOf(11, after2.lowerHash);
  slots[count++] = slotOf(12, pair(before.lowerHash, word.shape));
  slots[count++] = slotOf(13, pair(after.lowerHash, word.shape));
  slots[count++] = slotOf(14, pair(before.shape, word.shape));
  slots[count++] = slotOf(15, pair(word.shape, after.shape));
  slots[count++] = slotOf(16, pair(pair(before.shape, word.shape), after.shape));
  slots[count++] = slotOf(17, pair(before.lowerHash, after.lowerHash));
  slots[count++] = slotOf(18, pair(before2.lowerHash, before.lowerHash));
  slots[count++] = slotOf(19, pair(after.lowerHash, after2.lowerHash));
  if (word.fine !== 0) slots[count++] = slotOf(20, word.fine);
  slots[count++] = slotOf(21, word.middle);
  slots[count++] = slotOf(22, pair(word.coarse, word.form));
  slots[count++] = slotOf(23, before.fine);
  slots[count++] = slotOf(24, after.fine);
  slots[count++] = slotOf(25, pair(before.middle, word.middle));
  slots[count++] = slotOf(26, pair(word.middle, after.middle));
  slots[count++] = slotOf(27, pair(before2.middle, after2.middle));
  slots[count++] = slotOf(28, pair(bits, word.form));
  slots[count++] = slotOf(29, pair(bitsBefore, bits));
  slots[count++] = slotOf(30, pair(bits, bitsAfter));
  slots[count++] = slotOf(31, pair(seen, word.form));
  slots[count++] = slotOf(32, pair(seen, bits));
  slots[count++] = slotOf(33, pair(head.lowerHash, place));
  slots[count++] = slotOf(34, pair(head.middle, place));
  slots[count++] = slotOf(35, pair(classes[run.to - 1] ?? 0, place));
  slots[count++] = slotOf(36, pair(lead.lowerHash, place));
  slots[count++] = slotOf(37, pair(classes[run.from] ?? 0, place));
  slots[count++] = slotOf(38, pair(place, pair(word.form, manner)));
  slots[count++] = slotOf(39, pair(outBefore.lowerHash, place));
  slots[count++] = slotOf(40, pair(outAfter.lowerHash, place));
  slots[count++] = slotOf(41, pair(outBefore.middle, place));
  slots[count++] = slotOf(42, pair(outAfter.middle, place));
  slots[count++] = slotOf(43, pair(outBefore.lowerHash, outAfter.lowerHash));
  slots[count++] = slotOf(44, pair(outBefore.lowerHash, pair(bits, place)));
  slots[count++] = slotOf(45, pair(outAfter.lowerHash, pair(bits, place)));
  count += writeOpinions(view, index, opinions, slots, count);
  slots[count++] = slotOf(50, pair(head.endOfThree, place));
  slots[count++] = slotOf(51, pair(outBefore.classes, outAfter.classes));
  slots[count++] = slotOf(52, pair(before.classes, pair(word.form, after.form)));
  for (let bit = 0; bit < nameClassCount; bit += 1)
    if ((bits & (1 << bit)) !== 0) slots[count++] = slotOf(53 + bit, pair(word.form, place));
  if (view.hints !== undefined)
    count += writeHints(view, view.hints, { index, run, place, bits }, slots, count);
  return count - at;
}
