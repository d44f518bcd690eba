import { rename, writeFile } from 'node:fs/promises';
import { createHistogram, monitorEventLoopDelay } from 'node:perf_hooks';
import { isMainThread } from 'node:worker_threads';

interface Spread {
  readonly median: number;
  readonly p99: number;
  readonly most: number;
}
/** What is seen of the main thread between two turns of a timer, over a whole run, milliseconds. */
export interface LoopRecord {
  /** By how much the timer came late. */
  readonly held: Spread;
  /** What the thread computed meanwhile: the rest of a delay is the machine's, whose cores had other work. */
  readonly computed: Spread;
}

// Node loads this file before a mill (`--import`), and before threads and processes that the mill starts, where it does
// nothing. The file that BENCH_LOOP names always holds what came since the last SIGUSR2: what counts begins when the
// mill listens.
const { BENCH_LOOP: file } = process.env;
const resolution = 10;
const everyMs = 2_000;

/** Nanoseconds of a histogram, less what is no delay. */
function spreadOf(seen: Pick<ReturnType<typeof createHistogram>, 'percentile' | 'max'>, less = 0): Spread {
  const ms = (nanoseconds: number) => Math.max(0, Math.round(nanoseconds / 1e5 - less * 10) / 10);
  return { median: ms(seen.percentile(50)), p99: ms(seen.percentile(99)), most: ms(seen.max) };
}

if (file !== undefined && isMainThread && process.argv[2] === 'run') {
  const timer = monitorEventLoopDelay({ resolution });
  timer.enable();
  const computed = createHistogram();
  let before = process.threadCpuUsage();
  setInterval(() => {
    const now = process.threadCpuUsage();
    computed.record(Math.max(1, (now.user + now.system - before.user - before.system) * 1_000));
    before = now;
  }, resolution).unref();
  process.on('SIGUSR2', () => {
    timer.reset();
    computed.reset();
  });
  // A disk that is busy would hold the loop that is measured.
  const tell = async (): Promise<void> => {
    const seen: LoopRecord = { held: spreadOf(timer, resolution), computed: spreadOf(computed) };
    await writeFile(`${file}.part`, JSON.stringify(seen));
    await rename(`${file}.part`, file);
  };
  const tellOn = (): void => {
    void tell().finally(() => setTimeout(tellOn, everyMs).unref());
  };
  // There is something to read also where the mill ends soon.
  tellOn();
}
