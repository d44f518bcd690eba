import { setTimeout as sleep } from 'node:timers/promises';
import { recordsOf, type Records, type Registry } from '@newsmill/store';
import { z } from 'zod';
import { changeRecord } from '../change-record.ts';
import { Refusal } from '../refusal.ts';
import { choiceInWords } from './discard-letters.ts';
import { newestFirstId } from './newest-first-id.ts';
import { chooseDead, type DeadChoice } from './read-dead.ts';
import { replayBatch, replayDeadLetters, type ReplayPorts } from './replay-letters.ts';

/** A replay that goes on by itself, as the registry keeps it. */
const ReplayRun = z.object({
  id: z.string(),
  state: z.enum(['running', 'done', 'stopped', 'failed']),
  choice: z.string().describe('Which letters are meant, in words.'),
  rate: z.int().positive().describe('Messages per second, at most.'),
  total: z.int().nonnegative(),
  replayed: z.int().nonnegative(),
  lost: z.int().nonnegative().describe('Requests that the frontier no longer knows; their letters stay.'),
  gone: z.int().nonnegative().describe('Letters that somebody else took meanwhile.'),
  who: z.string(),
  startedAt: z.int(),
  updatedAt: z.int(),
  stopper: z.string().optional().describe('Who asked it to stop.'),
  problem: z.string().optional(),
});
type ReplayRun = z.output<typeof ReplayRun>;

/** A run as it is shown: `interrupted` where its process ended in the middle of it. */
export interface ReplayRunView extends Omit<ReplayRun, 'state'> {
  readonly state: ReplayRun['state'] | 'interrupted';
}

export interface RunPorts extends ReplayPorts {
  readonly registry: Registry;
  now(): number;
}

/** How often a run says how far it is, and looks whether it is to stop, milliseconds. */
const tellMs = 500;
/** A run that was silent for so long has no process any more, milliseconds. */
const silentMs = 30_000;
const keptMs = 30 * 86_400_000;
const mostShown = 20;

function runs(registry: Registry): Records<ReplayRun> {
  return recordsOf(registry, 'dead-run', ReplayRun);
}

function viewOf(run: ReplayRun, now: number): ReplayRunView {
  return run.state === 'running' && run.updatedAt < now - silentMs ? { ...run, state: 'interrupted' } : run;
}

/** The newest runs. */
export async function listReplayRuns({
  registry,
  now,
}: Pick<RunPorts, 'registry' | 'now'>): Promise<readonly ReplayRunView[]> {
  return (await runs(registry).list({ limit: mostShown })).items.map(({ value }) => viewOf(value, now()));
}

/** The run and who stops it may write at the same time. undefined where there is none. */
async function changeRun(
  registry: Registry,
  id: string,
  change: (run: ReplayRun) => ReplayRun,
): Promise<ReplayRun | undefined> {
  return changeRecord(runs(registry), id, (run) => (run === undefined ? undefined : change(run)));
}

/** Asks a run to stop, in whatever process it is; what it has not replayed stays. Refuses with unknown-replay. */
export async function stopReplayRun(
  { registry, now }: Pick<RunPorts, 'registry' | 'now'>,
  id: string,
  who: string,
): Promise<ReplayRunView> {
  const run = await changeRun(registry, id, (known) =>
    known.state === 'running'
      ? {
          ...known,
          stopper: who,
          ...(known.updatedAt < now() - silentMs ? { state: 'stopped' as const } : {}),
        }
      : known,
  );
  if (run === undefined)
    throw new Refusal('unknown-replay', `There is no replay ${JSON.stringify(id.slice(0, 100))}.`);
  return viewOf(run, now());
}

/** A run that has begun. */
export interface StartedRun {
  readonly run: ReplayRunView;
  /** Resolves when it has ended, with what became of it; never rejects. */
  readonly ended: Promise<ReplayRunView>;
}

/**
 * Begins to replay letters at a rate, in this process. It takes those that are there now: one that fails once more is
 * not replayed in a circle. Whenever it ends, or its process is killed, what was not replayed is a dead letter still.
 * Refuses with unknown-dead-letter.
 */
export async function startReplayRun(
  ports: RunPorts,
  choice: DeadChoice,
  {
    rate,
    who,
    signal,
    tell,
  }: {
    readonly rate: number;
    readonly who: string;
    readonly signal?: AbortSignal;
    readonly tell?: (run: ReplayRunView) => void;
  },
): Promise<StartedRun> {
  const ids = await chooseDead(ports, choice);
  const now = ports.now();
  const run: ReplayRun = {
    id: newestFirstId(now),
    state: 'running',
    choice: choiceInWords(choice),
    rate,
    total: ids.length,
    replayed: 0,
    lost: 0,
    gone: 0,
    who,
    startedAt: now,
    updatedAt: now,
  };
  await runs(ports.registry).put(run.id, run, { expiresAt: now + keptMs });
  return { run, ended: carryOut(ports, run, { ids, signal, tell }) };
}

interface Work {
  readonly ids: readonly string[];
  readonly signal: AbortSignal | undefined;
  readonly tell: ((run: ReplayRunView) => void) | undefined;
}

async function carryOut(ports: RunPorts, begun: ReplayRun, work: Work): Promise<ReplayRunView> {
  let run = begun;
  try {
    for await (run of replayPaced(ports, begun, work)) work.tell?.(run);
    return run;
  } catch (error) {
    const problem = (error instanceof Error ? error.message : String(error)).slice(0, 500);
    const failed: ReplayRun = { ...run, state: 'failed', problem };
    // Where even that cannot be written, its silence says that it was interrupted.
    return changeRun(ports.registry, run.id, () => failed).then(
      () => failed,
      () => failed,
    );
  }
}

async function* replayPaced(
  ports: RunPorts,
  begun: ReplayRun,
  { ids, signal }: Work,
): AsyncGenerator<ReplayRun> {
  let run = begun;
  const started = performance.now();
  let told = started;
  const size = Math.max(1, Math.min(replayBatch, Math.floor(run.rate / 4)));
  const progress = async (state: ReplayRun['state']): Promise<ReplayRun> => {
    told = performance.now();
    const { replayed, lost, gone } = run;
    const written = await changeRun(ports.registry, run.id, (known) => ({
      ...known,
      replayed,
      lost,
      gone,
      state,
      updatedAt: ports.now(),
    }));
    return written ?? { ...run, state: 'stopped' };
  };
  for (let next = 0; next < ids.length; next += size) {
    const due = started + (next / run.rate) * 1_000;
    while (due - performance.now() > 1 && signal?.aborted !== true) {
      await sleep(Math.min(tellMs, due - performance.now()), undefined, { ref: true });
      if (performance.now() - told >= tellMs) yield (run = await progress('running'));
      if (run.stopper !== undefined || run.state !== 'running') break;
    }
    if (performance.now() - told >= tellMs) yield (run = await progress('running'));
    if (signal?.aborted === true || run.stopper !== undefined || run.state !== 'running') {
      yield await progress('stopped');
      return;
    }
    const part = ids.slice(next, next + size);
    const { replayed, lost } = await replayDeadLetters(ports, part, ports.now());
    run = {
      ...run,
      replayed: run.replayed + replayed,
      lost: run.lost + lost.length,
      gone: run.gone + part.length - replayed - lost.length,
    };
  }
  yield await progress('done');
}
