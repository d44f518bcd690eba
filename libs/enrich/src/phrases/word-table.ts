/** Two hashes and a number a slot. */
const slotSize = 3;
const fewestSlots = 64;

/**
 * Numbers by words, found by two hashes of each: a look-up reads one place of memory, where a map of strings
 * reads several, and there are no strings to keep. Two words have never both hashes in common.
 */
export class WordTable {
  #mask = fewestSlots - 1;
  #slots = new Int32Array(fewestSlots * slotSize);
  #count = 0;
  /** The hashes of the word that was looked up last, and its slot. */
  #one = 0;
  #other = 0;

  /** The number of a word; 0 where it has none. */
  get(word: string): number {
    return this.#slots[this.#find(word) + 2] ?? 0;
  }

  /** Gives a word a number, which is not 0. */
  set(word: string, number: number): void {
    const at = this.#find(word);
    const isNew = this.#slots[at + 2] === 0;
    this.#put(at, this.#one, this.#other, number);
    if (!isNew) return;
    this.#count += 1;
    if (this.#count * 2 > this.#mask) this.#grow();
  }

  #find(word: string): number {
    let one = 0x811c9dc5 | 0;
    let other = 0x9e3779b1 | 0;
    for (let at = 0; at < word.length; at += 1) {
      const unit = word.charCodeAt(at);
      one = Math.imul(one ^ unit, 0x01000193);
      other = Math.imul(other ^ unit, 0x85ebca6b);
      other ^= other >>> 15;
    }
    this.#one = one;
    this.#other = other;
    return this.#slotOf(one, other);
  }

  /** Where the slot begins that holds these hashes, or where an empty one does that is for them. */
  #slotOf(one: number, other: number): number {
    const slots = this.#slots;
    let slot = other & this.#mask;
    for (;;) {
      const at = slot * slotSize;
      if (slots[at + 2] === 0 || (slots[at] === one && slots[at + 1] === other)) return at;
      slot = (slot + 1) & this.#mask;
    }
  }

  #put(at: number, one: number, other: number, number: number): void {
    this.#slots[at] = one;
    this.#slots[at + 1] = other;
    this.#slots[at + 2] = number;
  }

  #grow(): void {
    const before = this.#slots;
    this.#slots = new Int32Array(before.length * 2);
    this.#mask = this.#mask * 2 + 1;
    for (let at = 0; at < before.length; at += slotSize) {
      const [one = 0, other = 0, number = 0] = before.subarray(at, at + slotSize);
      if (number !== 0) this.#put(this.#slotOf(one, other), one, other, number);
    }
  }
}
