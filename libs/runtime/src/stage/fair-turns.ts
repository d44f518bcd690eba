import type { TellCost } from './worker-pool.ts';

/** Why there was no turn: it took longer than the patience was, or the turns were closed. */
export type NoTurn = 'impatient' | 'closed';

/** How long work waits for its turn, where it stands in the way of others that have not come to it. */
export interface Patience {
  /** Milliseconds. */
  readonly ms: number;
  /** So many times as long where nobody needs its place. */
  readonly most: number;
  /** Whether others may need its place. */
  isCrowded(): boolean;
}

/** Work that takes turns: one lane for each source. */
export interface FairTurns {
  /**
   * Runs the work when it is the lane's turn; within a lane in order. The work tells what it has cost.
   * Without a turn within its patience it is not run.
   */
  take<T>(lane: string, work: (tellCost: TellCost) => Promise<T>, patience?: Patience): Promise<T | NoTurn>;
  /** Nobody gets a turn any more; what runs goes on. */
  close(): void;
}

interface Lane {
  /** What it has used, milliseconds of CPU time; never far behind the others, so that rest is no credit. */
  usedMs: number;
  /** What one of its turns costs, by those it had; undefined before the first. */
  usualMs: number | undefined;
  running: number;
  readonly waiting: ((turn?: NoTurn) => void)[];
}

/** Share of the newest turn in what a turn usually costs. */
const newestShare = 0.3;
/** Lanes that rest are forgotten above this number. */
const manyLanes = 1_000;

/**
 * Seats for work that is done elsewhere. A free seat goes to the lane that will have used the least after this turn,
 * so that a source whose pages are expensive waits for itself and not the others for it. What runs, and the turn
 * itself, count as what they usually cost; of a lane that had none yet, as what those of the others cost. Otherwise
 * every new source would come before a cheap one that has used a little.
 */
export function createFairTurns(seats: number): FairTurns {
  const lanes = new Map<string, Lane>();
  let free = seats;
  let isClosed = false;

  const weight = ({ usedMs, usualMs, running }: Lane, commonMs: number): number =>
    usedMs + (running + 1) * (usualMs ?? commonMs);
  const isBusy = ({ running, waiting }: Lane): boolean => running > 0 || waiting.length > 0;

  function laneOf(name: string): Lane {
    const lane = lanes.get(name) ?? { usedMs: 0, usualMs: undefined, running: 0, waiting: [] };
    if (!isBusy(lane)) {
      const busy = [...lanes.values()].filter(isBusy);
      if (busy.length > 0)
        lane.usedMs = Math.max(lane.usedMs, Math.min(...busy.map((other) => other.usedMs)));
      if (lanes.size > manyLanes)
        for (const [other, resting] of lanes) if (!isBusy(resting)) lanes.delete(other);
    }
    lanes.set(name, lane);
    return lane;
  }
  /** What a turn of a lane costs, whichever it is. */
  function commonCost(): number {
    const known = [...lanes.values()].flatMap(({ usualMs = [] }) => usualMs);
    return known.reduce((sum, each) => sum + each, 0) / Math.max(1, known.length);
  }
  function callNext(): void {
    while (free > 0) {
      const commonMs = commonCost();
      let next: Lane | undefined;
      for (const lane of lanes.values())
        if (
          lane.waiting.length > 0 &&
          (next === undefined || weight(lane, commonMs) < weight(next, commonMs))
        )
          next = lane;
      const call = next?.waiting.shift();
      if (next === undefined || call === undefined) return;
      next.running += 1;
      free -= 1;
      call();
    }
  }
  /** Waits for the turn; answers why there was none. */
  function turnOf(lane: Lane, patience: Patience | undefined): Promise<NoTurn | undefined> {
    return new Promise((resolve) => {
      const call = (turn?: NoTurn): void => {
        clearTimeout(timer);
        resolve(turn);
      };
      let waits = 0;
      const look = (): void => {
        waits += 1;
        if (patience !== undefined && waits < patience.most && !patience.isCrowded()) return wait();
        lane.waiting.splice(lane.waiting.indexOf(call), 1);
        resolve('impatient');
      };
      let timer: NodeJS.Timeout | undefined;
      const wait = (): void => {
        if (patience !== undefined) timer = setTimeout(look, patience.ms);
      };
      wait();
      lane.waiting.push(call);
      callNext();
    });
  }
  return {
    close() {
      isClosed = true;
      for (const { waiting } of lanes.values()) for (const call of waiting.splice(0)) call('closed');
    },
    async take(name, work, patience) {
      if (isClosed) return 'closed';
      const lane = laneOf(name);
      const none = await turnOf(lane, patience);
      if (none !== undefined) return none;
      try {
        return await work((cpuMs) => {
          lane.usedMs += cpuMs;
          const usualMs = lane.usualMs ?? cpuMs;
          lane.usualMs = usualMs + (cpuMs - usualMs) * newestShare;
        });
      } finally {
        lane.running -= 1;
        free += 1;
        callNext();
      }
    },
  };
}
