import { TokenBuckets } from './token-buckets.ts';

/** Wrong keys in a minute that one address may try. */
const triesOfAddress = 10;
/** Wrong tries of all addresses in a minute at one key from which on it counts as being guessed. */
const triesAtKey = 100;
/** A key of so many characters is not found by trying: nothing is won by refusing to look at it. */
export const unguessable = 32;

const madeKey = /^nm_[0-9a-f]{16}_[A-Za-z0-9_-]{43}$/;

/**
 * Slows whoever tries keys, and nobody else. Keys that a mill makes have 192 or 256 random bits, so trying them
 * is hopeless, and a right one is always taken, also from an address (a proxy, an office) from which others try.
 * An admin key or a token of the metrics that somebody has set shorter can be guessed: an address that has tried
 * wrongly too often has to
 * wait before another text is looked at, right or wrong. While many addresses try, each may do so once a minute
 * only; so an address from which nobody tried gets in with its first try, however many others try.
 * One for all doors of a process, which keeps it in its memory: several copies count apart.
 */
export class GuessBrake {
  readonly #secrets: () => readonly (string | undefined)[];
  readonly #ofAddress = new TokenBuckets();
  readonly #ofCrowd = new TokenBuckets();
  readonly #ofKey = new TokenBuckets();

  /** @param secrets Those that somebody has chosen, as they are now: the admin key, the token of the metrics. */
  constructor(secrets: () => readonly (string | undefined)[]) {
    this.#secrets = secrets;
  }

  /** Whether trying texts such as this one could find a key. */
  #isGuess(text: string): boolean {
    if (text.length >= unguessable || madeKey.test(text)) return false;
    return this.#secrets().some((secret) => secret !== undefined && secret.length < unguessable);
  }

  /** Seconds that an address must wait before this text is looked at; 0: now. `now` in milliseconds. */
  waitFor(text: string, address: string, now: number): number {
    if (!this.#isGuess(text)) return 0;
    const own = this.#ofAddress.look(address, triesOfAddress, now);
    const isCrowd = !this.#ofKey.look('admin', triesAtKey, now).allowed;
    const inCrowd = isCrowd ? this.#ofCrowd.look(address, 1, now).waitSeconds : 0;
    return Math.max(own.waitSeconds, inCrowd);
  }

  /** Counts a text that was no key. */
  countWrong(text: string, address: string, now: number): void {
    if (!this.#isGuess(text)) return;
    this.#ofKey.take('admin', triesAtKey, now);
    this.#ofCrowd.take(address, 1, now);
    this.#ofAddress.take(address, triesOfAddress, now);
  }
}
