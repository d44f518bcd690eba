import { brotliDecompressSync } from 'node:zlib';
import { emptySlot, weightOffset } from '../../../libs/enrich/src/language/language-model.ts';
import { textTensor } from './write-model.ts';

/**
 * What `bench/train/enrich/language` makes: for each letter sequence the weights of the languages that it
 * speaks for or against.
 */
export interface PackedLanguage {
  /** Languages by script, in the order of their numbers. `sr-Latn` is Serbian in Latin letters. */
  readonly scripts: readonly {
    readonly name: string;
    readonly languages: readonly string[];
    readonly bias: readonly number[];
  }[];
  readonly sequences: number;
  readonly entries: number;
  /** What one unit of a weight stands for. */
  readonly unit: number;
  /**
   * Base64 of Brotli: differences of the ascending keys (seven bits a byte), then number of entries,
   * languages and weights, a byte each.
   */
  readonly packed: string;
}

/** The smallest power of two that leaves half of the slots free. */
function slotsFor(sequences: number): number {
  let slots = 1024;
  while (slots < sequences * 2) slots *= 2;
  return slots;
}

/** An open-addressed table from key to entries, what belongs together lying together. */
export function languageTensors(weights: PackedLanguage) {
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
  return {
    slots,
    entries,
    unit: Float64Array.of(weights.unit),
    bias: Float64Array.from(weights.scripts.flatMap(({ bias }) => bias)),
    scripts: textTensor(
      weights.scripts.map(({ name, languages }) => [name, ...languages].join(' ')).join('\n'),
    ),
  };
}
