import type { Note } from '@newsmill/contracts';
import { addressGroup } from '@newsmill/text';
import { TokenBuckets } from './token-buckets.ts';

/** A try to get in that was refused. Nothing of what was tried is in it. */
export interface RefusedTry {
  /** Address of the client. */
  readonly client: string;
  /** By what it tried: a key with a request, the page that logs in, or an issuer. */
  readonly by: 'key' | 'log-in' | 'issuer';
  /** Why it was refused, in words. */
  readonly reason: string;
}

/** Lines of all addresses in a minute, at most. */
const mostLines = 30;
/** Addresses whose tries without a line are counted; of more, those that were counted first are forgotten. */
const mostAddresses = 10_000;

/** Tells of keys and log-ins that were refused: a line a minute for each address, with how many had none. */
export class RefusedTries {
  readonly #note: Note;
  readonly #lines = new TokenBuckets();
  readonly #more = new Map<string, number>();

  constructor(note: Note) {
    this.#note = note;
  }

  /** `now`: epoch milliseconds. */
  tell({ client, by, reason }: RefusedTry, now: number): void {
    const address = `address:${addressGroup(client)}`;
    const more = this.#more.get(address) ?? 0;
    if (!this.#mayTell(address, now)) {
      this.#more.set(address, more + 1);
      const [oldest = ''] = this.#more.size > mostAddresses ? this.#more.keys() : [];
      this.#more.delete(oldest);
      return;
    }
    this.#more.delete(address);
    this.#note('access.refused', { client, by, reason, more });
  }

  #mayTell(address: string, now: number): boolean {
    // Taken where there is none: a clock that went back would else keep it empty.
    if (!this.#lines.look('all', mostLines, now).allowed)
      return this.#lines.take('all', mostLines, now).allowed;
    return this.#lines.take(address, 1, now).allowed && this.#lines.take('all', mostLines, now).allowed;
  }
}
