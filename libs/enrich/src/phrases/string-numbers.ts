import { hashPart, mixBits } from '../entities/hash-text.ts';

const fewestSlots = 1_024;

/** Numbers the strings of one text, from 0 on. They are found where they stand, so that each is cut out once. */
export class StringNumbers {
  readonly #strings: string[] = [];
  /** By hash, the numbers of the strings from 1 on. */
  #slots = new Int32Array(fewestSlots);

  /** The number of what stands in a text from `start` to `end`. */
  numberOf(text: string, start = 0, end = text.length): number {
    const slots = this.#slots;
    const mask = slots.length - 1;
    let slot = mixBits(hashPart(text, start, end)) & mask;
    for (let number = slots[slot] ?? 0; number > 0; number = slots[slot] ?? 0) {
      const known = this.#strings[number - 1];
      if (known?.length === end - start && text.startsWith(known, start)) return number - 1;
      slot = (slot + 1) & mask;
    }
    const count = this.#strings.push(text.slice(start, end));
    slots[slot] = count;
    if (count * 2 > slots.length) this.#grow();
    return count - 1;
  }

  /** The string of a number. */
  at(number: number): string {
    return this.#strings[number] ?? '';
  }

  #grow(): void {
    const slots = new Int32Array(this.#slots.length * 2);
    const mask = slots.length - 1;
    this.#strings.forEach((known, number) => {
      let slot = mixBits(hashPart(known, 0, known.length)) & mask;
      while (slots[slot] !== 0) slot = (slot + 1) & mask;
      slots[slot] = number + 1;
    });
    this.#slots = slots;
  }
}
