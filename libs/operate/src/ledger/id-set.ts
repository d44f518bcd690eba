import { settledKey } from '@newsmill/store';

/** A number of 52 bits for each id, by its settledKey: eight bytes of memory for an article, whatever its id. */
function numberOf(key: string): number {
  return Number.parseInt(key.slice(0, 13), 16);
}

/** Ids of millions of articles, to ask whether one is among them. All are added before the first question. */
export class IdSet {
  #numbers = new Float64Array(1_024);
  #size = 0;
  #isSorted = false;

  add(id: string): void {
    if (this.#size === this.#numbers.length) {
      const larger = new Float64Array(2 * this.#size);
      larger.set(this.#numbers);
      this.#numbers = larger;
    }
    this.#numbers[this.#size++] = numberOf(settledKey(id));
    this.#isSorted = false;
  }

  has(id: string): boolean {
    return this.hasKey(settledKey(id));
  }

  /** The same by the settledKey of an id. */
  hasKey(key: string): boolean {
    if (!this.#isSorted) this.#numbers.subarray(0, this.#size).sort();
    this.#isSorted = true;
    const wanted = numberOf(key);
    let [low, high] = [0, this.#size];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.#numbers[middle] ?? 0) < wanted) low = middle + 1;
      else high = middle;
    }
    return low < this.#size && this.#numbers[low] === wanted;
  }
}
