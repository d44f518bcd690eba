import { noteChange } from '../changes/note-change.ts';
import { setTimeout as sleep } from 'node:timers/promises';
import { recordsOf, type Records, type Registry } from '@newsmill/store';
import { z } from 'zod';
import { changeRecord } from '../change-record.ts';
import { Refusal } from '../refusal.ts';
import { newestFirstId } from './newest-first-id.ts';
import { choiceInWords, chooseDead, type DeadChoice } from './read-dead.ts';
import { replayBatch, replayDeadLetters, type Replayed, type ReplayPorts } from './replay-letters.ts';

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
  let isFirst = false;
  const run = await changeRun(registry, id, (known) => {
    isFirst = known.state === 'running' && known.stopper === undefined;
    if (known.state !== 'running') return known;
    const isSilent = known.updatedAt < now() - silentMs;
    return { ...known, stopper: who, ...(isSilent ? { state: 'stopped' as const } : {}) };
  });
  if (run === undefined)
    throw new Refusal('unknown-replay', `There is no replay ${JSON.stringify(id.slice(0, 100))}.`);
  // One that is over, or was asked before, is not changed by asking.
  if (isFirst) await noteChange({ what: 'replay-stopped', subject: id, detail: run.choice });
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
  await noteChange({ what: 'replay-started', subject: run.choice, detail: `${run.total}, replay ${run.id}` });
  return { run, ended: carryOut(ports, run, { ids, signal, tell }) };
}

interface Work {
  readonly ids: readonly string[];
  readonly signal: AbortSignal | undefined;
  readonly tell: ((run: ReplayRunView) => void) | undefined;
}

/** Where a run stands: what is kept of it, and whether it goes on. */
class RunStanding {
  readonly #ports: RunPorts;
  readonly #work: Work;
  #run: ReplayRun;
  #keptAt = performance.now();

  constructor(ports: RunPorts, begun: ReplayRun, work: Work) {
    this.#ports = ports;
    this.#work = work;
    this.#run = begun;
  }

  get run(): ReplayRun {
    return this.#run;
  }

  get isOver(): boolean {
    const { stopper, state } = this.#run;
    return this.#work.signal?.aborted === true || stopper !== undefined || state !== 'running';
  }

  /** Keeps how far it is, and learns whether somebody stops it. */
  async keep(end: Pick<ReplayRun, 'state' | 'problem'>): Promise<ReplayRun> {
    const { registry, now } = this.#ports;
    const { id, replayed, lost, gone } = this.#run;
    const change = { replayed, lost, gone, ...end, updatedAt: now() };
    const kept = await changeRun(registry, id, (known) => ({ ...known, ...change }));
    this.#run = kept ?? { ...this.#run, state: 'stopped' };
    this.#keptAt = performance.now();
    this.#work.tell?.(this.#run);
    return this.#run;
  }

  /** Waits until a moment comes, or it is over. */
  async until(due: number): Promise<void> {
    const { signal } = this.#work;
    for (;;) {
      if (performance.now() - this.#keptAt >= tellMs) await this.keep({ state: 'running' });
      const wait = due - performance.now();
      if (wait <= 1 || this.isOver) return;
      await sleep(Math.min(tellMs, wait), undefined, { signal }).catch(() => undefined);
    }
  }

  count(asked: number, { replayed, lost }: Replayed): void {
    const run = this.#run;
    this.#run = {
      ...run,
      replayed: run.replayed + replayed,
      lost: run.lost + lost.length,
      gone: run.gone + asked - replayed - lost.length,
    };
  }
}

async function carryOut(ports: RunPorts, begun: ReplayRun, work: Work): Promise<ReplayRunView> {
  const { ids } = work;
  const { rate } = begun;
  const standing = new RunStanding(ports, begun, work);
  const started = performance.now();
  const size = Math.max(1, Math.min(replayBatch, Math.floor(rate / 4)));
  try {
    for (let next = 0; next < ids.length; next += size) {
      await standing.until(started + (next / rate) * 1_000);
      if (standing.isOver) return await standing.keep({ state: 'stopped' });
      const part = ids.slice(next, next + size);
      standing.count(part.length, await replayDeadLetters(ports, part, ports.now()));
    }
    return await standing.keep({ state: 'done' });
  } catch (error) {
    const problem = (error instanceof Error ? error.message : String(error)).slice(0, 500);
    // Where even that cannot be written, its silence says that it was interrupted.
    await standing.keep({ state: 'failed', problem }).catch(() => undefined);
    return { ...standing.run, state: 'failed', problem };
  }
}
