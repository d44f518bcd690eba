import type { Model } from '@newsmill/models';
import { mixBits } from './hash-text.ts';

/** Classes of words that stand in like places, as `bench/train/enrich/entities/write_clusters.py` finds them. */
export interface WordClasses {
  /** Of a word as it is written: 1 to 1,024, or 0 for a word without class. */
  readonly fineOf: (hash: number) => number;
  /** 1 to 128 for a fine class. */
  readonly middleOf: (fine: number) => number;
  /** 1 to 16 for a fine class. */
  readonly coarseOf: (fine: number) => number;
}

const fineClasses = 1_024;
const buckets = 1 << 16;

/**
 * The classes of a model: two tables of wider classes, and in buckets, three bytes a word, 14 bits of its hash
 * and 10 of its class.
 */
export function wordClassesOf(model: Model): WordClasses {
  const middle = model.uint8('middle');
  const coarse = model.uint8('coarse');
  const starts = model.int32('starts');
  const words = model.uint8('words');
  const fineOf = (hash: number): number => {
    const mixed = mixBits(hash);
    const bucket = mixed & (buckets - 1);
    const mark = mixed >>> 18;
    const end = starts[bucket + 1] ?? 0;
    for (let index = starts[bucket] ?? 0; index < end; index += 1) {
      const at = index * 3;
      const entry = (words[at] ?? 0) | ((words[at + 1] ?? 0) << 8) | ((words[at + 2] ?? 0) << 16);
      if (entry >>> 10 === mark) return (entry & (fineClasses - 1)) + 1;
    }
    return 0;
  };
  const middleOf = (fine: number): number => (fine === 0 ? 0 : (middle[fine - 1] ?? 0) + 1);
  return {
    fineOf,
    middleOf,
    coarseOf: (fine) => (fine === 0 ? 0 : (coarse[middleOf(fine) - 1] ?? 0) + 1),
  };
}
