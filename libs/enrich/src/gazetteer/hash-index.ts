import type { Model } from '@newsmill/models';
import { mixBits } from '../entities/hash-text.ts';

/**
 * Numbers by the 32-bit hash of a name, in two flat arrays: a tenth of the memory of a Map of strings. One
 * hash may hold several numbers.
 */
export class HashIndex {
  private readonly keys: Int32Array;
  private readonly values: Int32Array;
  private readonly mask: number;

  private constructor(keys: Int32Array, values: Int32Array) {
    this.keys = keys;
    this.values = values;
    this.mask = keys.length - 1;
  }

  /** An empty index with room for so many numbers. */
  static for(expected: number): HashIndex {
    const size = 1 << Math.ceil(Math.log2(Math.max(16, expected * 1.6)));
    return new HashIndex(new Int32Array(size), new Int32Array(size).fill(-1));
  }

  /** The index of a model, which nobody adds to. */
  static of(model: Model): HashIndex {
    return new HashIndex(model.int32('names.keys'), model.int32('names.values'));
  }

  /** What `of` reads. */
  get tensors(): Readonly<Record<string, Int32Array>> {
    return { 'names.keys': this.keys, 'names.values': this.values };
  }

  /** Adds a number that is not negative. */
  add(hash: number, value: number): void {
    let at = mixBits(hash) & this.mask;
    while (this.values[at] !== -1) at = (at + 1) & this.mask;
    this.keys[at] = hash | 0;
    this.values[at] = value;
  }

  /** Joins the bits of `value` to what the hash has. */
  join(hash: number, value: number): void {
    const key = hash | 0;
    let at = mixBits(hash) & this.mask;
    for (; this.values[at] !== -1; at = (at + 1) & this.mask) {
      if (this.keys[at] !== key) continue;
      this.values[at] = (this.values[at] ?? 0) | value;
      return;
    }
    this.keys[at] = key;
    this.values[at] = value;
  }

  /** The first number of a hash; -1 where there is none. */
  first(hash: number): number {
    const key = hash | 0;
    for (let at = mixBits(hash) & this.mask; ; at = (at + 1) & this.mask) {
      const value = this.values[at] ?? -1;
      if (value === -1 || this.keys[at] === key) return value;
    }
  }

  /** Every number of a hash, in the order of adding. */
  all(hash: number): number[] {
    const key = hash | 0;
    const found: number[] = [];
    for (let at = mixBits(hash) & this.mask; ; at = (at + 1) & this.mask) {
      const value = this.values[at] ?? -1;
      if (value === -1) return found;
      if (this.keys[at] === key) found.push(value);
    }
  }
}
