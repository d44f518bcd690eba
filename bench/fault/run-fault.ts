import { mkdtempSync, rmSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { harmsOf } from '../../test/oracle/judge.ts';
import { watchUsage } from '../process-tree.ts';
import { quantile } from '../quantile.ts';
import type { Fault, FaultForm, FaultRun } from './fault.ts';

/** What is kept of a run. Counts are of addresses; a figure that a fault does not have is null. */
export interface FaultRecord {
  readonly fault: string;
  readonly id: string;
  readonly form: FaultForm;
  readonly dose: number;
  readonly seed: number;
  /** When the run ended, a day of UTC. */
  readonly day: string;
  /** Of the machine. */
  readonly cores: number;
  readonly articles: number;
  readonly lost: number;
  readonly doubled: number;
  readonly torn: number;
  readonly phantom: number;
  readonly stale: number;
  readonly unseen: number;
  readonly unbalanced: number;
  readonly wrongDeadLetters: number;
  readonly falseDuplicates: number;
  readonly stallP95Ms: number | null;
  readonly peakRssMb: number;
  readonly seconds: number;
  /** That there is no harm. */
  readonly passed: boolean;
  /** Promises of time that were not kept, each in a sentence. */
  readonly late: readonly string[];
  readonly extra: Readonly<Record<string, string>>;
}

export interface FaultResult {
  readonly record: FaultRecord;
  /** Everything that is not as it must be on any machine, however slow, each in a line. */
  readonly harms: readonly string[];
}

/** The promise about stalls, if it was not kept. */
function lateStall(stallMs: number | null, promisedMs: number | undefined): readonly string[] {
  if (stallMs === null || promisedMs === undefined || stallMs <= promisedMs) return [];
  return [`a stall in twenty was longer than the ${promisedMs / 1_000} s promised`];
}

const countOf = (list: readonly unknown[]): number => list.length;

/**
 * Puts a mill through a fault and judges what it ended with; `skipped` where this machine cannot do it. Peak memory is
 * that of all processes that the run starts, or of this one where it starts none.
 */
export async function runFault(
  fault: Fault,
  choice: Omit<FaultRun, 'folder'>,
): Promise<FaultResult | { readonly skipped: string }> {
  const hindrance = await fault.hindrance?.();
  if (hindrance !== undefined && hindrance.part === undefined) return { skipped: hindrance.why };
  const folder = mkdtempSync(join(tmpdir(), `newsmill-${fault.name}-`));
  const began = performance.now();
  const usage = watchUsage({ root: process.pid, isRootOut: true });
  try {
    const found = await (await fault.load())({ ...choice, folder });
    const { rssMb } = usage.stop();
    const { verdict, stallsMs, extra = {}, broken = [], late = [], articles } = found;
    const harms = [...harmsOf(verdict), ...broken];
    const { dose, seed, form } = choice;
    const stallP95Ms = stallsMs === undefined ? null : Math.round(quantile(stallsMs, 0.95));
    const record: FaultRecord = {
      fault: fault.name,
      id: fault.id,
      form,
      dose,
      seed,
      day: new Date().toISOString().slice(0, 10),
      cores: availableParallelism(),
      articles,
      lost: countOf(verdict.lost) + countOf(verdict.fateless),
      doubled: countOf(verdict.doubled),
      torn: countOf(verdict.torn),
      phantom: countOf(verdict.phantom),
      stale: countOf(verdict.stale),
      unseen: countOf(verdict.unseen),
      unbalanced: countOf(verdict.unbalanced),
      wrongDeadLetters: countOf(verdict.wrongDeadLetters),
      falseDuplicates: countOf(verdict.falseDuplicates),
      stallP95Ms,
      peakRssMb: Math.round(rssMb > 0 ? rssMb : process.resourceUsage().maxRSS / 1_024),
      seconds: Math.round((performance.now() - began) / 100) / 10,
      passed: harms.length === 0,
      late: [...lateStall(stallP95Ms, fault.promisedMs?.[form]), ...late],
      extra,
    };
    return { record, harms };
  } finally {
    usage.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}
