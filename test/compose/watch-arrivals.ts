import { setTimeout as sleep } from 'node:timers/promises';
import { until } from './compose-project.ts';

/** Watches how long nothing new arrives. */
export interface ArrivalWatch {
  /** From here on. */
  begin(): void;
  /** The longest time since then without anything new. */
  longestMs(): number;
  /** Waits until something new arrives. */
  untilNext(): Promise<void>;
  end(): void;
}

/** `count`: how many there are; less than before where that cannot be said. */
export function watchArrivals(count: () => Promise<number>): ArrivalWatch {
  let most = 0;
  let last = performance.now();
  let longest = 0;
  let isOver = false;
  const watch = async (): Promise<void> => {
    for (; !isOver; await sleep(100)) {
      const found = await count();
      longest = Math.max(longest, performance.now() - last);
      if (found <= most) continue;
      most = found;
      last = performance.now();
    }
  };
  void watch();
  return {
    begin() {
      last = performance.now();
      longest = 0;
    },
    longestMs: () => longest,
    async untilNext() {
      const before = most;
      await until('something new arrives', () => most > before);
    },
    end() {
      isOver = true;
    },
  };
}
