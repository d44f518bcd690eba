/** Two hashes and a number a slot. */
const slotSize = 3;

/**
 * Numbers by words, found by two hashes of each: a look-up reads one place of memory, where a map of strings
 * reads several, and there are no strings to keep. That two words have 64 bits of hashes in common is as good as
 * out of the question.
 */
export class WordTable {
  readonly #mask: number;
  readonly #slots: Int32Array;
  /** The hashes of the word that was looked up last. */
  #one = 0;
  #other = 0;

  /** Room for at most so many words; at least half of the slots stay empty. */
  constructor(most: number) {
    const count = 2 ** Math.ceil(Math.log2(2 * most + 2));
    this.#mask = count - 1;
    this.#slots = new Int32Array(count * slotSize);
  }

  /** The number of a word; 0 where it has none. */
  get(word: string): number {
    return this.#slots[this.#find(word) + 2] ?? 0;
  }

  /** Adds bits to the number of a word. */
  add(word: string, bits: number): void {
    const at = this.#find(word);
    this.#slots[at] = this.#one;
    this.#slots[at + 1] = this.#other;
    this.#slots[at + 2] = (this.#slots[at + 2] ?? 0) | bits;
  }

  /** Where the slot of a word begins, or where an empty one does that is for it. */
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
    const slots = this.#slots;
    let slot = other & this.#mask;
    for (;;) {
      const at = slot * slotSize;
      if (slots[at + 2] === 0 || (slots[at] === one && slots[at + 1] === other)) return at;
      slot = (slot + 1) & this.#mask;
    }
  }
}
