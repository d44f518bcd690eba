import { setTimeout as sleep } from 'node:timers/promises';

/** Wakes a loop that sleeps: something was settled, or may have become due. */
export class Alarm {
  #bell = new AbortController();

  /** What rings from now on ends the next sleep, even before that begins. */
  set(): void {
    this.#bell = new AbortController();
  }
  ring(): void {
    this.#bell.abort();
  }
  async sleep(ms: number, signal: AbortSignal): Promise<void> {
    await sleep(ms, undefined, { signal: AbortSignal.any([this.#bell.signal, signal]) }).catch(
      () => undefined,
    );
  }
}
