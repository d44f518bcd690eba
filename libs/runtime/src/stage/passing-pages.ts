import type { ArchiveReference } from '@newsmill/contracts';

const keyOf = ({ file, offset }: ArchiveReference): string => `${file}:${offset}`;

/**
 * Bytes of pages on their way from one stage to the next within a process, so that these need not be read from the
 * archive, where they lie as well. Above so many bytes the oldest are let go.
 */
export class PassingPages {
  readonly #mostBytes: number;
  readonly #bodies = new Map<string, Uint8Array>();
  #bytes = 0;

  constructor(mostBytes: number) {
    this.#mostBytes = mostBytes;
  }

  leave(reference: ArchiveReference, body: Uint8Array): void {
    this.#bodies.set(keyOf(reference), body);
    this.#bytes += body.byteLength;
    for (const [key, { byteLength }] of this.#bodies) {
      if (this.#bytes <= this.#mostBytes) break;
      this.#bodies.delete(key);
      this.#bytes -= byteLength;
    }
  }

  /** The bytes that were left, once. */
  take(reference: ArchiveReference): Uint8Array | undefined {
    const key = keyOf(reference);
    const body = this.#bodies.get(key);
    if (body !== undefined && this.#bodies.delete(key)) this.#bytes -= body.byteLength;
    return body;
  }
}
