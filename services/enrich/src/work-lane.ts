/** Lets at most `parallel` pieces of work run at a time. */
export interface WorkLane {
  /**
   * Runs the work at once where there is room, else when its turn comes; answers `late` without running it
   * when `signal` ends before that.
   */
  run<T>(work: () => Promise<T>, signal: AbortSignal): Promise<T | 'late'>;
}

/** A lane: first come, first served. */
export function createWorkLane(parallel: number): WorkLane {
  const waiting: (() => void)[] = [];
  let running = 0;

  function turn(signal: AbortSignal): Promise<boolean> {
    if (running < parallel) {
      running += 1;
      return Promise.resolve(true);
    }
    if (signal.aborted) return Promise.resolve(false);
    return new Promise((resolve) => {
      const go = () => {
        signal.removeEventListener('abort', leave);
        running += 1;
        resolve(true);
      };
      const leave = () => {
        waiting.splice(waiting.indexOf(go), 1);
        resolve(false);
      };
      signal.addEventListener('abort', leave, { once: true });
      waiting.push(go);
    });
  }
  return {
    async run(work, signal) {
      if (!(await turn(signal))) return 'late';
      try {
        return await work();
      } finally {
        running -= 1;
        waiting.shift()?.();
      }
    },
  };
}
