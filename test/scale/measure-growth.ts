import { createContext, Script } from 'node:vm';
import type { ForeignReader } from './foreign-readers.ts';

/** Signs of the texts: the next size is asked where the one before costs too little to be measured. */
const sizes = [8_000, 32_000, 128_000];
/** Each size is compared with one so many times smaller. */
const step = 4;
/** Milliseconds of CPU under which noise is as large as what is measured. */
const measurableMs = 2;
/** What costs so much each time is no noise. */
const noNoiseMs = 100;
/** A guard against what would never end, not a measure: for all signs of a reader. */
const guardMs = 120_000;

/** Four times the text is four times the work for a linear reader, sixteen times for a quadratic one. */
export const mostGrowth = 9;
/** A linear reader is seldom above this. */
const usualGrowth = 5;

/**
 * Milliseconds of CPU that this thread has used. Linux brings the figure of a running thread up to date when it is
 * asked for that of the process; else it is as old as the last tick of its clock, up to 4 ms.
 */
function ownCpuMs(): number {
  process.cpuUsage();
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1_000;
}

/** Milliseconds of CPU for a text of so many signs. */
function costOf(read: ForeignReader, sign: string, size: number): number {
  const text = `He said x ${sign.repeat(Math.ceil(size / sign.length))}\u0001 z`;
  const began = ownCpuMs();
  read(text);
  return ownCpuMs() - began;
}

/**
 * The least of some measurements: what else the machine does, and what is collected or compiled meanwhile,
 * only adds to one.
 */
const leastOf = (times: number, measure: () => number): number =>
  Math.min(...Array.from({ length: times }, measure));

/**
 * How many times more a text costs than one a fourth as long; measured again, and with a longer text where
 * both are short of work, before it is called too much. Undefined where that shows that it was too short to be
 * measured: something disturbed the first time.
 */
function judge(
  read: ForeignReader,
  sign: string,
  { size, cost, before }: { readonly size: number; readonly cost: number; readonly before: number },
): number | undefined {
  const shorter = (times: number): number => leastOf(times, () => costOf(read, sign, size / step));
  const times = (cost > 10 * measurableMs ? 1 : 2) - (before === Infinity ? 0 : 1);
  let least = Math.min(before, shorter(times));
  // What disturbed the shorter one would hide how much more the longer one costs.
  if (cost / least > usualGrowth) least = Math.min(least, shorter(3));
  const growth = cost / least;
  if (growth <= mostGrowth) return growth;
  const middle = leastOf(3, () => costOf(read, sign, size));
  if (middle < measurableMs) return undefined;
  const again = middle / shorter(5);
  if (again <= mostGrowth || middle > noNoiseMs) return again;
  return leastOf(3, () => costOf(read, sign, size * step)) / middle;
}

/** How many times more CPU a reader needs for four times as much of a sign; 0 where the longest costs next to none. */
function growthOf(read: ForeignReader, sign: string): number {
  // What the size before has cost, where it was asked: it is a fourth as long.
  let before = Infinity;
  for (const size of sizes) {
    const cost = costOf(read, sign, size);
    const growth = cost < measurableMs ? undefined : judge(read, sign, { size, cost, before });
    if (growth !== undefined) return growth;
    before = cost < measurableMs ? cost : Infinity;
  }
  return 0;
}

const stage: { measure: () => void } = { measure: () => undefined };
const context = createContext(stage);
const run = new Script('measure()');

/**
 * The growth of a reader for each sign, up to one that the guard ended, whose growth is infinite. One guard is
 * around all signs: each starts a thread, which costs more than most texts.
 */
export function growthsOf(read: ForeignReader, signs: readonly string[]): Map<string, number> {
  const growths = new Map<string, number>();
  stage.measure = () => {
    for (const sign of signs) {
      growths.set(sign, Infinity);
      growths.set(sign, growthOf(read, sign));
    }
  };
  try {
    run.runInContext(context, { timeout: guardMs });
  } catch (error) {
    // It comes from another realm, so it is no instance of this one's Error.
    if (
      typeof error !== 'object' ||
      error === null ||
      !('code' in error) ||
      error.code !== 'ERR_SCRIPT_EXECUTION_TIMEOUT'
    )
      throw error;
  }
  return growths;
}
