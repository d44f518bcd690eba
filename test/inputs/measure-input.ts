import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setTimeout as sleep } from 'node:timers/promises';
import { usageOf } from '../../bench/process-tree.ts';
import type { PaperInput } from './input-case.ts';
import type { PaperDoor, Seen } from './paper-door.ts';

/** What an input costs the process that takes it. */
export interface InputFigures {
  /** CPU time of all its threads, milliseconds. */
  readonly cpuMs: number;
  /** Greatest resident memory meanwhile, megabytes; of a mill with its children. */
  readonly peakRssMb: number;
  /** Longest time for which its event loop stood still, milliseconds. */
  readonly loopLagMs: number;
}

/**
 * Begins to measure this process. The delay of its event loop is seen where a timer is late: one must have come in
 * time before, and come once more behind.
 */
export async function startMeasure(): Promise<{ stop(): Promise<InputFigures> }> {
  const delay = monitorEventLoopDelay({ resolution: 1 });
  delay.enable();
  await sleep(5);
  const before = process.cpuUsage();
  let peak = process.memoryUsage.rss();
  const watch = setInterval(() => (peak = Math.max(peak, process.memoryUsage.rss())), 20);
  return {
    async stop() {
      const { user, system } = process.cpuUsage(before);
      peak = Math.max(peak, process.memoryUsage.rss());
      await sleep(5);
      clearInterval(watch);
      delay.disable();
      return {
        cpuMs: Math.round((user + system) / 1_000),
        peakRssMb: Math.round(peak / 1e6),
        loopLagMs: Math.round(delay.max / 1e5) / 10,
      };
    },
  };
}

/** Runs something in this process and measures it. */
export async function measureHere(run: () => Promise<void> | void): Promise<InputFigures> {
  const measure = await startMeasure();
  try {
    await run();
  } catch (error) {
    await measure.stop();
    throw error;
  }
  return measure.stop();
}

/** The longest stand of the event loop of the mill since it was last asked, milliseconds: a scrape begins it anew. */
async function lagOf({ mill }: PaperDoor): Promise<number> {
  const text = await (await fetch(`${mill.address}/metrics`)).text();
  return Number(/^nodejs_eventloop_lag_max_seconds (\S+)$/m.exec(text)?.[1] ?? Number.NaN) * 1_000;
}

/** Has a mill read a paper and measures the mill; `lookCpu`: what looks at it cost besides, as cpuOfLook says. */
export async function measurePaper(
  door: PaperDoor,
  paper: PaperInput,
  lookCpu: number,
): Promise<{ readonly seen: Seen; readonly figures: InputFigures }> {
  const pid = door.mill.process.pid ?? 0;
  await lagOf(door);
  const [before, looks] = [usageOf({ root: pid }), door.looks()];
  let peak = before.rssMb;
  const watch = setInterval(() => (peak = Math.max(peak, usageOf({ root: pid }).rssMb)), 50);
  const seen = await door.read(paper).finally(() => clearInterval(watch));
  const besides = lookCpu * (door.looks() - looks);
  const cpuMs = (usageOf({ root: pid }).cpuSeconds - before.cpuSeconds - besides) * 1_000;
  return {
    seen,
    figures: {
      cpuMs: Math.max(0, Math.round(cpuMs)),
      peakRssMb: Math.round(peak),
      loopLagMs: Math.round((await lagOf(door)) * 10) / 10,
    },
  };
}

/** CPU seconds of a mill that has nothing to do, for each look at it. */
export async function cpuOfLook(door: PaperDoor): Promise<number> {
  const pid = door.mill.process.pid ?? 0;
  await sleep(4_000);
  const [before, looks] = [usageOf({ root: pid }).cpuSeconds, door.looks()];
  while (door.looks() < looks + 10) {
    await door.look();
    await sleep(500);
  }
  return (usageOf({ root: pid }).cpuSeconds - before) / (door.looks() - looks);
}
