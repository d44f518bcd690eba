/** Gathers things and hands them on some hundred at a time. */
export class Batch<T> {
  #items: T[] = [];
  #bytes = 0;
  readonly #hand: (items: readonly T[]) => Promise<void>;

  constructor(hand: (items: readonly T[]) => Promise<void>) {
    this.#hand = hand;
  }

  async add(item: T, bytes = 0): Promise<void> {
    this.#items.push(item);
    this.#bytes += bytes;
    if (this.#items.length >= 200 || this.#bytes >= 2_000_000) await this.finish();
  }

  async finish(): Promise<void> {
    const items = this.#items;
    this.#items = [];
    this.#bytes = 0;
    if (items.length > 0) await this.#hand(items);
  }
}
