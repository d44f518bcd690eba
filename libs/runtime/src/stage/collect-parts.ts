import { setTimeout as sleep } from 'node:timers/promises';

/** Work on one message of a batch. */
export interface Pending<T> {
  /** Messages of one key are answered in their order. */
  readonly key: string;
  readonly promise: Promise<T>;
}
export interface Finished<T> {
  readonly index: number;
  readonly value: T;
}

/**
 * Answers what is finished, part by part and in order within a part: all at once where everything ends within
 * `patienceMs`, else what there is by then, so that quick work does not wait for slow work beside it. Rejects
 * with what a promise rejects with.
 */
export async function* collectParts<T>(
  pending: readonly Pending<T>[],
  patienceMs: number,
): AsyncGenerator<readonly Finished<T>[]> {
  const open = new Map(pending.map((work, index) => [index, work]));
  const finished = new Map<number, T>();
  const settled = [...open].map(([index, { promise }]) =>
    promise.then((value) => void finished.set(index, value)),
  );
  const all = Promise.all(settled);
  all.catch(() => undefined); // whoever waits is told by the races below
  const isReady = (index: number): boolean =>
    finished.has(index) &&
    ![...open].some(
      ([other, { key }]) => other < index && key === open.get(index)?.key && !finished.has(other),
    );
  while (open.size > 0) {
    await Promise.race([all, Promise.race([...open.keys()].flatMap((index) => settled[index] ?? []))]);
    if (finished.size < open.size) await Promise.race([all, sleep(patienceMs)]);
    const ready = [...open.keys()].filter(isReady);
    const part = ready.flatMap((index): Finished<T>[] =>
      // it has just been looked for
      finished.has(index) ? [{ index, value: finished.get(index) as T }] : [],
    );
    for (const index of ready) {
      open.delete(index);
      finished.delete(index);
    }
    if (part.length > 0) yield part;
  }
}
