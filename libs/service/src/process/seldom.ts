/** How much rarer something is done the longer it takes. */
interface Pause {
  /** Milliseconds between an end and the next beginning, at least. */
  readonly leastMs: number;
  /** The pause is so many times as long as what was done took: of all time it takes a part in so many at most. */
  readonly factor: number;
}

/** Does something when it is asked to, but seldom: what takes long is done the more rarely. */
export class Seldom {
  readonly #pause: Pause;
  #restUntil = Number.NEGATIVE_INFINITY;

  constructor(pause: Pause) {
    this.#pause = pause;
  }

  /** Does the work, unless it was done a short while ago. What fails is done again when it is asked for next. */
  async do(work: () => Promise<void>): Promise<void> {
    const began = performance.now();
    if (began < this.#restUntil) return;
    await work();
    const ended = performance.now();
    this.#restUntil = ended + Math.max(this.#pause.leastMs, this.#pause.factor * (ended - began));
  }
}
