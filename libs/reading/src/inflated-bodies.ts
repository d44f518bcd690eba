import type { HttpAnswer } from '@newsmill/contracts';

/** Bodies that are remembered, and the bytes that they may have together. */
const most = { bodies: 8, bytes: 4_194_304 } as const;

interface Inflated {
  readonly body: Uint8Array;
  readonly bytes: Uint8Array;
}

type Encoded = Pick<HttpAnswer, 'body' | 'encoding'>;

/**
 * Remembers a few bodies inflated: a page is looked at for walls first, and for its next page soon after that. What
 * comes again is another copy of the same bytes.
 */
export class InflatedBodies {
  #kept: Inflated[] = [];

  keep(body: Uint8Array, bytes: Uint8Array): void {
    this.#kept.push({ body, bytes });
    let size = this.#kept.reduce((sum, one) => sum + one.bytes.byteLength, 0);
    while (this.#kept.length > most.bodies || size > most.bytes)
      size -= this.#kept.shift()?.bytes.byteLength ?? 0;
  }

  /** The answer with its body inflated where that is remembered, which is forgotten then; else as it is. */
  of<A extends Encoded>(answer: A): A {
    const place = this.#kept.findIndex(({ body }) => Buffer.compare(body, answer.body) === 0);
    const found = this.#kept[place];
    if (found === undefined) return answer;
    this.#kept.splice(place, 1);
    return { ...answer, encoding: 'identity', body: found.bytes };
  }
}
