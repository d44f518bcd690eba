import { brotliDecompressSync } from 'node:zlib';
import { languageWeights } from '../weights/language-weights.ts';
import type { ScriptName } from './script-table.ts';

/** What `bench/train/enrich/language` writes: for each letter sequence the weights of the languages that it speaks for or against. */
export interface LanguageWeights {
  /** Rises when other weights come. */
  readonly version: number;
  /** Languages by script, in the order of their numbers. `sr-Latn` is Serbian in Latin letters. */
  readonly scripts: readonly {
    readonly name: ScriptName;
    readonly languages: readonly string[];
    readonly bias: readonly number[];
  }[];
  readonly sequences: number;
  readonly entries: number;
  /** What one unit of a weight stands for. */
  readonly unit: number;
  /** Base64 of Brotli: differences of the ascending keys (seven bits a byte), then number of entries, languages and weights, a byte each. */
  readonly packed: string;
}

/** The model in the form that is read fast: an open-addressed table from key to entries, what belongs together lying together. */
export interface LanguageModel {
  readonly mask: number;
  /** Two numbers a slot: the key, `emptySlot` where there is none; and where its entries begin, times 256, plus their number. */
  readonly slots: Int32Array;
  /** Each entry: the number of the language times 256, plus the weight and `weightOffset`. */
  readonly entries: Uint16Array;
}

export const emptySlot = -1;
export const weightOffset = 128;

/** The smallest power of two that leaves half of the slots free. */
function slotsFor(sequences: number): number {
  let slots = 1024;
  while (slots < sequences * 2) slots *= 2;
  return slots;
}

/** Lays out the packed weights. */
export function unpackLanguageModel(weights: LanguageWeights): LanguageModel {
  const bytes = brotliDecompressSync(Buffer.from(weights.packed, 'base64'));
  const { sequences } = weights;
  const weightsAt = bytes.length - weights.entries;
  const languagesAt = weightsAt - weights.entries;
  const countsAt = languagesAt - sequences;
  const entries = new Uint16Array(weights.entries);
  // A weight is a signed byte: turning its highest bit adds the offset.
  for (let entry = 0; entry < entries.length; entry++)
    entries[entry] =
      ((bytes[languagesAt + entry] ?? 0) << 8) | ((bytes[weightsAt + entry] ?? 0) ^ weightOffset);
  const size = slotsFor(sequences);
  const slots = new Int32Array(2 * size).fill(emptySlot);
  let at = 0;
  let key = 0;
  let first = 0;
  for (let sequence = 0; sequence < sequences; sequence++) {
    let byte = 128;
    for (let shift = 0; byte >= 128; shift += 7) {
      byte = bytes[at++] ?? 0;
      key += (byte & 127) << shift;
    }
    const count = bytes[countsAt + sequence] ?? 0;
    let slot = key & (size - 1);
    while (slots[2 * slot] !== emptySlot) slot = (slot + 1) & (size - 1);
    slots[2 * slot] = key;
    slots[2 * slot + 1] = (first << 8) | count;
    first += count;
  }
  return { mask: size - 1, slots, entries };
}

let loaded: LanguageModel | undefined;

/** The shipped model, laid out at the first call. */
export function languageModel(): LanguageModel {
  loaded ??= unpackLanguageModel(languageWeights);
  return loaded;
}
