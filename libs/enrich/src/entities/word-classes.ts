import { inflateRawSync } from 'node:zlib';
import { mixBits } from './hash-text.ts';

/** What `bench/train/enrich/entities/write_clusters.py` makes: classes of words that stand in like places. */
export interface PackedWordClasses {
  readonly deflated: string;
}

export interface WordClasses {
  /** Of a lower-cased word: 1 to 1,024, or 0 for a word without class. */
  readonly fineOf: (hash: number) => number;
  /** 1 to 128 for a fine class. */
  readonly middleOf: (fine: number) => number;
  /** 1 to 16 for a fine class. */
  readonly coarseOf: (fine: number) => number;
}

const fineClasses = 1_024;
const middleClasses = 128;
const buckets = 1 << 16;

/** Unpacks the classes: the two tables of wider classes, the sizes of the buckets, then three bytes a word (14 bits of its hash, 10 of its class). */
export function unpackWordClasses(packed: PackedWordClasses): WordClasses {
  const bytes = inflateRawSync(Buffer.from(packed.deflated, 'base64'));
  const sizesAt = fineClasses + middleClasses;
  const wordsAt = sizesAt + buckets;
  const starts = new Int32Array(buckets + 1);
  for (let index = 0; index < buckets; index += 1)
    starts[index + 1] = (starts[index] ?? 0) + (bytes[sizesAt + index] ?? 0);
  const fineOf = (hash: number): number => {
    const mixed = mixBits(hash);
    const bucket = mixed & (buckets - 1);
    const mark = mixed >>> 18;
    const end = starts[bucket + 1] ?? 0;
    for (let index = starts[bucket] ?? 0; index < end; index += 1) {
      const at = wordsAt + index * 3;
      const entry = (bytes[at] ?? 0) | ((bytes[at + 1] ?? 0) << 8) | ((bytes[at + 2] ?? 0) << 16);
      if (entry >>> 10 === mark) return (entry & (fineClasses - 1)) + 1;
    }
    return 0;
  };
  const middleOf = (fine: number): number => (fine === 0 ? 0 : (bytes[fine - 1] ?? 0) + 1);
  return {
    fineOf,
    middleOf,
    coarseOf: (fine) => (fine === 0 ? 0 : (bytes[fineClasses + middleOf(fine) - 1] ?? 0) + 1),
  };
}
