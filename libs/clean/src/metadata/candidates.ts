import { characterClass, INVISIBLE } from '../tree/characters.ts';

/** A possible value of a field, and everywhere it was found. */
export interface Candidate {
  readonly text: string;
  /** Normal form under which equal values are one candidate. */
  readonly key: string;
  /** Source to position (number of a block; 0 where a source has none). */
  readonly sources: Map<string, number>;
}

const words = /[\p{L}\p{N}\p{M}_]+/gu;

/** Words of a text in small letters, parted by one space: letter case, punctuation and width do not part values. */
export function normalForm(text: string): string {
  let visible = text;
  for (let index = 0; index < text.length; index += 1) {
    if (characterClass[text.charCodeAt(index)] === INVISIBLE) {
      visible = text.replace(/[\u00ad\u200b-\u200f\u2060\ufeff\u202a-\u202e]/g, '');
      break;
    }
  }
  return (visible.normalize('NFKC').toLowerCase().match(words) ?? []).join(' ');
}

export function tidy(text: string): string {
  return text.replace(/[\u00ad\u200b\ufeff]/g, '').replace(/[\s\u00a0]+/g, ' ').trim();
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

/** Writes 1 for every source that a candidate has and 0 for the others, from `at` on; answers the place behind. */
export function writeSources(row: Float32Array, at: number, sources: readonly string[], candidate: Candidate): number {
  for (let index = 0; index < sources.length; index += 1) row[at + index] = candidate.sources.has(sources[index] as string) ? 1 : 0;
  return at + sources.length;
}

/** 1 for every source that any candidate has, 0 for the others. */
export function anySources(sources: readonly string[], candidates: readonly Candidate[]): Float32Array {
  return Float32Array.from(sources, (source) => (candidates.some((candidate) => candidate.sources.has(source)) ? 1 : 0));
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
