import { mendDecoding } from '../passes/mend-decoding.ts';
import { characterClass, INVISIBLE, WORD } from '../tree/characters.ts';
import { collapseSpaces } from '../tree/tree.ts';
import { rememberTexts } from './remember-texts.ts';

/** A possible value of a field, and everywhere it was found. */
export interface Candidate {
  readonly text: string;
  /** Normal form under which equal values are one candidate. */
  readonly key: string;
  /** Source to position (number of a block; 0 where a source has none). */
  readonly sources: Map<string, number>;
}

/**
 * Characters that have no other form, and the words made of them: the quick way for most of the world's
 * pages.
 */
const latin = /^[\u0000-\u007f\u00c0-\u00ff]*$/;
const latinClass = Uint8Array.from({ length: 256 }, (_, code) =>
  /[a-z0-9_\u00df-\u00f6\u00f8-\u00ff]/.test(String.fromCharCode(code)) ? WORD : 0,
);
/** Characters of two units, which no table of units knows. */
const astral = /[\ud800-\udfff]/;
const words = /[\p{L}\p{N}\p{M}_]+/gu;

/** The words of a text, parted by one space; `classes` says which units are of words. */
function partWords(text: string, classes: Uint8Array): string {
  let parted = '';
  let from = -1;
  for (let index = 0; index <= text.length; index += 1) {
    const isWord = index < text.length && ((classes[text.charCodeAt(index)] as number) & WORD) !== 0;
    if (isWord === from >= 0) continue;
    if (isWord) from = index;
    else {
      parted += parted === '' ? text.slice(from, index) : ` ${text.slice(from, index)}`;
      from = -1;
    }
  }
  return parted;
}

/**
 * Words of a text in small letters, parted by one space: letter case, punctuation and width do not part
 * values.
 */
export const normalForm = rememberTexts(readNormalForm);

function readNormalForm(text: string): string {
  if (latin.test(text)) return partWords(text.toLowerCase(), latinClass);
  let visible = text;
  for (let index = 0; index < text.length; index += 1) {
    if (characterClass[text.charCodeAt(index)] === INVISIBLE) {
      visible = text.replace(/[\u00ad\u200b-\u200f\u2060\ufeff\u202a-\u202e]/g, '');
      break;
    }
  }
  const plain = visible.normalize('NFKC').toLowerCase();
  return astral.test(plain) ? (plain.match(words) ?? []).join(' ') : partWords(plain, characterClass);
}

/** Signs that nobody sees, and control characters but white space, which a text of the body has none of either. */
const unseen = /[\u00ad\u200b\ufeff]|[^\P{Cc}\s\u0085]/gu;

/** A text on one line without signs that nobody sees, and read right where it was decoded with the wrong charset. */
export function tidy(text: string): string {
  return collapseSpaces(mendDecoding(text).replace(unseen, ''));
}

/** Candidates of one field, in the order in which they were found. */
export class CandidateList {
  readonly byKey = new Map<string, Candidate>();

  add(text: string, key: string, source: string, position = 0): void {
    if (key === '') return;
    const known = this.byKey.get(key);
    if (known === undefined) this.byKey.set(key, { text, key, sources: new Map([[source, position]]) });
    else if (!known.sources.has(source)) known.sources.set(source, position);
  }

  get all(): Candidate[] {
    return [...this.byKey.values()];
  }
}

/**
 * Writes 1 for every source that a candidate has and 0 for the others, from `at` on; answers the place
 * behind.
 */
export function writeSources(
  row: Float32Array,
  at: number,
  sources: readonly string[],
  candidate: Candidate,
): number {
  row.fill(0, at, at + sources.length);
  for (const source of candidate.sources.keys()) {
    const index = sources.indexOf(source);
    if (index >= 0) row[at + index] = 1;
  }
  return at + sources.length;
}

/** 1 for every source that any candidate has, 0 for the others. */
export function anySources(sources: readonly string[], candidates: readonly Candidate[]): Float32Array {
  const given = new Float32Array(sources.length);
  for (const candidate of candidates) {
    for (const source of candidate.sources.keys()) {
      const index = sources.indexOf(source);
      if (index >= 0) given[index] = 1;
    }
  }
  return given;
}

/** Earliest position among some sources; -1 where the candidate has none of them. */
export function firstPosition(candidate: Candidate, sources: readonly string[]): number {
  let first = -1;
  for (const source of sources) {
    const position = candidate.sources.get(source);
    if (position !== undefined && (first < 0 || position < first)) first = position;
  }
  return first;
}
