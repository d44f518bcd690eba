import { reject, type Known, type Outcome } from '@newsmill/contracts';
import { labelOf, type Noted, type Stage, type Work } from './define-stage.ts';
import type { NoTurn, Patience } from './fair-turns.ts';
import { isOutage } from '../log/outages.ts';
import type { StagePorts } from './stage-ports.ts';
import type { PageMessage } from './page-message.ts';
import { isTooMuch } from './worker-pool.ts';

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

/** Hands the input to its stage, and tells how long that took. */
async function compute<In extends PageMessage>(
  stage: Stage<In, PageMessage>,
  input: In,
  work: Work,
  ports: StagePorts,
): Promise<Result> {
  const began = performance.now();
  try {
    return await stage.run(input, work);
  } catch (error) {
    return refusalOf(faultOfMessage(error).error, ports);
  } finally {
    const seconds = (performance.now() - began) / 1_000;
    ports.metrics.articleSeconds.observe({ stage: labelOf(stage) }, seconds);
  }
}

/** How an input waits for its turn. */
export interface Wait {
  readonly isWanted: () => boolean;
  readonly patience: Patience;
}

/**
 * Runs a stage on one input: where it has a budget, when it is the turn of its source (for which it has
 * `patience`), and not while that is braked. The stage loads what the input lacks no sooner, so that no more
 * of it is in memory than is worked on.
 */
export async function runInput<In extends PageMessage>(
  stage: Stage<In, PageMessage>,
  input: In,
  known: () => Known,
  ports: StagePorts,
  { isWanted, patience }: Wait,
): Promise<Result> {
  const { fairness } = ports;
  if (fairness === undefined) return compute(stage, input, { known, tellCost: undefined }, ports);
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
        const tell = (cpuMs: number) => {
          cost = { cpuMs };
          tellCost(cpuMs);
        };
        return await compute(stage, input, { known, tellCost: tell }, ports);
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
