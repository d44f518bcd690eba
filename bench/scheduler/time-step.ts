import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setTimeout as sleep } from 'node:timers/promises';

/** Tells what a server did since `begin`. */
export interface ServerClock {
  begin(): Promise<void>;
  /** The longest command, which nothing else of the server goes on beside; 0 below a millisecond. */
  longestMs(): Promise<number>;
}

const megabytes = (bytes: number): string => (bytes / 2 ** 20).toFixed(0);

/** The longest that the event loop was held from now on, as CPU time of its thread, which others on the machine do not add to. */
function watchTicks(): () => number {
  let longest = 0;
  let before = process.threadCpuUsage();
  const watch = setInterval(() => {
    const { user, system } = process.threadCpuUsage(before);
    longest = Math.max(longest, user + system);
    before = process.threadCpuUsage();
  }, 1);
  return () => {
    clearInterval(watch);
    return longest / 1_000;
  };
}

/**
 * Does a piece of work and prints its wall and CPU time, the longest time for which it held the event loop (wall and CPU),
 * and how far memory grew.
 */
export async function timeStep<T>(name: string, work: () => Promise<T>, server?: ServerClock): Promise<T> {
  await server?.begin();
  globalThis.gc?.();
  const delay = monitorEventLoopDelay({ resolution: 1 });
  delay.enable();
  // It counts from its first look on.
  await sleep(10);
  const [memory, cpu] = [process.memoryUsage.rss(), process.cpuUsage()];
  const ticks = watchTicks();
  const began = performance.now();
  const answer = await work();
  const wall = performance.now() - began;
  const { user, system } = process.cpuUsage(cpu);
  // What held the loop shows when it looks again.
  await sleep(10);
  delay.disable();
  const tick = ticks();
  const grown = process.memoryUsage.rss() - memory;
  const inServer =
    server === undefined ? '' : `, longest command ${(await server.longestMs()).toFixed(1)} ms`;
  console.log(
    `${name.padEnd(52)} ${wall.toFixed(0).padStart(7)} ms, CPU ${((user + system) / 1_000).toFixed(0).padStart(6)} ms, loop held ${(delay.max / 1e6).toFixed(1).padStart(7)} ms (CPU ${tick.toFixed(1).padStart(5)}), memory ${megabytes(grown).padStart(4)} MB${inServer}`,
  );
  return answer;
}
