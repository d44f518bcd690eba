import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { StateLost, type StateKeeper, type StateReader } from '@newsmill/store';
import { generationKey, generationOf } from '../stage/state-generation.ts';
import type { StagePorts } from '../stage/stage-ports.ts';

type GuardPorts = Pick<StagePorts, 'health' | 'note' | 'now'> & {
  readonly state: StateKeeper & Pick<StateReader, 'read'>;
};

/** Fills a lost state from ledger, library and sources, by importRecords alone. */
export type Rebuild = () => Promise<void>;

const leaseMs = 30_000;
/**
 * After a rebuilding nothing is claimed for so long: fetchers use it to say again which hosts they have asked
 * and when.
 */
const quietMs = 5_000;

export interface StateGuard {
  /** Resolves when the state was found whole for the first time, or the guard was stopped. */
  readonly whole: Promise<void>;
  /** Called in this process after each later rebuilding, by whomever it was done. */
  onRebuilt(listener: () => Promise<void>): void;
  stop(): Promise<void>;
}

async function rebuildOnce(ports: GuardPorts, rebuild: Rebuild, owner: string): Promise<void> {
  if (!(await ports.state.beginRebuild({ owner, leaseMs }))) return;
  const renewing = setInterval(() => {
    // A renewal that fails shows at the end: somebody else has taken over.
    ports.state.beginRebuild({ owner, leaseMs }).catch(() => undefined);
  }, leaseMs / 3);
  try {
    await rebuild();
    await ports.state.importRecords([{ kind: 'entry', entry: { key: generationKey, value: randomUUID() } }]);
    if (await ports.state.endRebuild({ owner, quietUntil: ports.now() + quietMs }))
      ports.note('state.rebuilt', { owner });
  } finally {
    clearInterval(renewing);
  }
}

/**
 * Watches over the state: one that was emptied is rebuilt where `rebuild` is given, else waited for. While it
 * is not whole or cannot be reached, `/readyz` says so. Losses are seen within a second.
 */
export function guardState(ports: GuardPorts, rebuild: Rebuild | undefined): StateGuard {
  const halt = new AbortController();
  const owner = randomUUID();
  const listeners: (() => Promise<void>)[] = [];
  let generation: string | undefined;
  let resolveWhole: () => void = () => undefined;
  const whole = new Promise<void>((resolve) => (resolveWhole = resolve));

  async function look(): Promise<void> {
    if ((await ports.state.condition()) === 'lost') {
      // At a first start it is empty as a matter of course.
      if (generation !== undefined) ports.health.fail('state', new StateLost());
      const who = rebuild === undefined ? ': the fetch service does that' : '';
      ports.health.block('state', `${new StateLost().message}${who}`);
      if (rebuild === undefined) return;
      await rebuildOnce(ports, rebuild, owner);
      if ((await ports.state.condition()) === 'lost') return;
    }
    const now = await generationOf(ports.state, ports.now());
    if (generation !== undefined && generation !== now) for (const listener of listeners) await listener();
    generation = now;
    ports.health.clear('state');
    resolveWhole();
  }
  async function lookPatiently(): Promise<void> {
    try {
      return await look();
    } catch (error) {
      return ports.health.fail('state', error);
    }
  }
  const loop = (async () => {
    while (!halt.signal.aborted) {
      await lookPatiently();
      await sleep(1_000, undefined, { signal: halt.signal }).catch(() => undefined);
    }
    resolveWhole();
  })();
  return {
    whole,
    onRebuilt: (listener) => void listeners.push(listener),
    async stop() {
      halt.abort();
      await loop;
    },
  };
}
