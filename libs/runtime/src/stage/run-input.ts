import { accept, reject, type Known, type Outcome } from '@newsmill/contracts';
import { labelOf, type Noted, type Stage } from './define-stage.ts';
import type { NoTurn, Patience } from './fair-turns.ts';
import { isOutage } from '../log/outages.ts';
import type { StagePorts } from './stage-ports.ts';
import type { PageMessage } from './page-message.ts';
import { isTooMuch, type TellCost } from './worker-pool.ts';

export type Thrown = { readonly kind: 'throw'; readonly error: Error };
/** The source is braked: the message is not handled now. */
export type Braked = { readonly kind: 'braked'; readonly until: number };
/**
 * Its turn has not come for a while: the message makes room for others. `closed`: the stage ends before it.
 */
export type Postponed = { readonly kind: 'postponed'; readonly why: NoTurn };
export type Result = Outcome<unknown> | Noted | Thrown | Braked | Postponed;

export function thrown(error: unknown): Thrown {
  return { kind: 'throw', error: error instanceof Error ? error : new Error(String(error)) };
}

/** ENOSPC of the system, or SQLITE_FULL (result code 13). */
function isDiskFull(error: unknown): boolean {
  if (typeof error !== 'object' || error === null) return false;
  return (
    ('code' in error && error.code === 'ENOSPC') ||
    ('errcode' in error && typeof error.errcode === 'number' && (error.errcode & 0xff) === 13)
  );
}

/**
 * An error of one message; what is nobody's fault among them (a server that is away, a full disk) holds up
 * all, and none climbs the retry ladder for it.
 */
export function faultOfMessage(error: unknown): Thrown {
  if (isOutage(error) || isDiskFull(error)) throw error;
  return thrown(error);
}

function refusalOf(error: unknown, ports: StagePorts): Result {
  if (!isTooMuch(error)) return thrown(error);
  ports.metrics.budgetExceeded.inc();
  return reject('budget-exceeded', error.message);
}

/** Computes, and tells how long that took. */
async function computeTimed<In extends PageMessage>(
  stage: Stage<In, PageMessage>,
  input: In,
  knownNow: () => Known,
  ports: StagePorts,
  tellCost?: TellCost,
): Promise<Result> {
  const began = performance.now();
  try {
    return await compute(stage, input, knownNow, ports, tellCost);
  } finally {
    const seconds = (performance.now() - began) / 1_000;
    ports.metrics.articleSeconds.observe({ stage: labelOf(stage) }, seconds);
  }
}

async function compute<In extends PageMessage>(
  stage: Stage<In, PageMessage>,
  input: In,
  knownNow: () => Known,
  ports: StagePorts,
  tellCost?: TellCost,
): Promise<Result> {
  const loaded =
    stage.load === undefined ? accept(input) : await stage.load(input, ports).catch(faultOfMessage);
  if (loaded.kind !== 'accept') return loaded;
  const known = knownNow();
  try {
    if (stage.worker !== undefined && ports.workers !== undefined)
      // the worker module exports the run of this very stage
      return (await ports.workers.run(loaded.value, known, tellCost)) as Outcome<PageMessage>;
    if (stage.run === undefined) throw new Error(`the stage ${stage.step.stage} has no threads to run in`);
    return stage.run(loaded.value, known);
  } catch (error) {
    return refusalOf(error, ports);
  }
}

/** How an input waits for its turn. */
export interface Wait {
  readonly isWanted: () => boolean;
  readonly patience: Patience;
}

/**
 * Runs a stage on one input: where it has threads, when it is the turn of its source (for which it has
 * `patience`), and not while that is braked. What it lacks is loaded no sooner, so that no more of
 * it is in memory than is worked on.
 */
export async function runInput<In extends PageMessage>(
  stage: Stage<In, PageMessage>,
  input: In,
  knownNow: () => Known,
  ports: StagePorts,
  { isWanted, patience }: Wait,
): Promise<Result> {
  const { fairness } = ports;
  if (fairness === undefined) return computeTimed(stage, input, knownNow, ports);
  const until = fairness.brake.heldUntil(input.sourceId);
  if (until !== undefined) return { kind: 'braked', until };
  const result = await fairness.turns.take(
    input.sourceId,
    async (tellCost): Promise<Result> => {
      if (!isWanted()) return thrown('the batch was given back');
      const leave = fairness.brake.enter(input.sourceId);
      if ('until' in leave) return { kind: 'braked', until: leave.until };
      let cost: { readonly cpuMs: number } | undefined;
      try {
        return await computeTimed(stage, input, knownNow, ports, (cpuMs) => {
          cost = { cpuMs };
          tellCost(cpuMs);
        });
      } finally {
        await leave.settle(cost);
        if (cost !== undefined) {
          fairness.usage.spent(input.sourceId, cost);
          await fairness.weights.spent(input.sourceId, cost.cpuMs);
        }
      }
    },
    patience,
  );
  return typeof result === 'string' ? { kind: 'postponed', why: result } : result;
}
