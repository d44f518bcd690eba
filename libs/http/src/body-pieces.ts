import { mostChunks } from '@newsmill/text';

/** A chunk of this size is kept as it came; smaller ones are copied together, for each is an object of its own. */
const wholeChunk = 4_096;
const blockSize = 65_536;

/** Gathers the chunks of a body. A sender who cuts it into bytes costs no more memory than one who does not. */
export class BodyPieces {
  readonly #pieces: Uint8Array[] = [];
  #block = new Uint8Array();
  /** Bytes of the block that are taken, and those of them that stand among the pieces already. */
  #taken = 0;
  #handed = 0;
  #size = 0;
  #chunks = 0;

  get size(): number {
    return this.#size;
  }

  add(chunk: Uint8Array): void {
    this.#size += chunk.length;
    this.#chunks += 1;
    if (chunk.length >= wholeChunk) {
      this.#handOn();
      this.#pieces.push(chunk);
      return;
    }
    if (this.#taken + chunk.length > this.#block.length) {
      this.#handOn();
      this.#block = new Uint8Array(blockSize);
      this.#taken = 0;
      this.#handed = 0;
    }
    this.#block.set(chunk, this.#taken);
    this.#taken += chunk.length;
  }

  /** Whether a body of at most so many bytes comes in more and smaller chunks than any honest sender writes. */
  isCrumbled(maxBytes: number): boolean {
    return this.#chunks > mostChunks(maxBytes);
  }

  join(): Uint8Array {
    const [only] = this.#pieces;
    // A block is larger than what stands in it.
    if (this.#pieces.length === 1 && only !== undefined && this.#taken === this.#handed) return only;
    this.#handOn();
    return Buffer.concat(this.#pieces);
  }

  /** What the block holds of late comes before the next piece. */
  #handOn(): void {
    if (this.#taken > this.#handed) this.#pieces.push(this.#block.subarray(this.#handed, this.#taken));
    this.#handed = this.#taken;
  }
}
