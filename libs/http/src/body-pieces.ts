import { mostChunks } from '@newsmill/text';

/** Small enough to be taken from what the process has, as the mill is started: the system is not asked for each. */
const blockSize = 32_768;

/**
 * Gathers the chunks of a body. Each is copied into blocks as it comes: what the network handed over is let go while it
 * is young, and a sender who cuts a body into bytes costs no more memory than one who does not. The blocks are given
 * back as soon as they are of no more use; a collection would do that late, and for them alone.
 */
export class BodyPieces {
  /** The first chunk, while it is the only one: it need not be copied. */
  #only: Uint8Array | undefined;
  #blocks: Buffer<ArrayBuffer>[] = [];
  #size = 0;
  #chunks = 0;

  get size(): number {
    return this.#size;
  }

  add(chunk: Uint8Array): void {
    this.#chunks += 1;
    if (this.#chunks === 1) this.#only = chunk;
    else {
      if (this.#only !== undefined) this.#copy(this.#only, 0);
      this.#only = undefined;
      this.#copy(chunk, this.#size);
    }
    this.#size += chunk.length;
  }

  /** Whether it comes in more and smaller chunks than any honest sender writes. */
  get isCrumbled(): boolean {
    return this.#chunks > mostChunks(this.#size);
  }

  /** The body as it came. */
  join(): Uint8Array {
    return this.#only ?? Buffer.concat(this.#blocks, this.#size);
  }

  /** Gives the memory back; nothing is added or joined after it. */
  drop(): void {
    for (const { buffer } of this.#blocks.splice(0)) buffer.transfer(0);
  }

  /** `at` is where the last block ends that was written to. */
  #copy(chunk: Uint8Array, at: number): void {
    for (let done = 0; done < chunk.length; ) {
      const place = (at + done) % blockSize;
      if (place === 0) this.#blocks.push(Buffer.allocUnsafeSlow(blockSize));
      const part = chunk.subarray(done, done + blockSize - place);
      this.#blocks.at(-1)?.set(part, place);
      done += part.length;
    }
  }
}
