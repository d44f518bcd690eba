import type { StateWriter } from '@newsmill/store';

/** Learns what pages cost, and tells the fetch stage which sources are heavy. */
export interface SourceWeights {
  /** A page of the source has taken so much of computing. */
  spent(sourceId: string, cpuMs: number): Promise<void>;
}
interface Used {
  /** Milliseconds of CPU time, older ones counting less and less. */
  ms: number;
  at: number;
  toldAt: number;
}

/** What was used this long ago counts 1/e. */
const memoryMs = 60_000;
/** A source is heavy that takes at least so much of an even share. */
const share = 0.5;
/** A stage that computes less than this share of the time has room for all. */
const leastBusy = 0.1;
/** Between two rounds of telling; how soon an entry is written again, and how long it holds. */
const roundMs = 1_000;
const againMs = 4_000;
const keptMs = 12_000;
const leastMs = 1;

/** Name of the entry of the state that says that a source is heavy. */
export function heavyKey(stage: string, sourceId: string): string {
  return `heavy:${stage}:${sourceId}`;
}

/**
 * Weighs the sources of one stage in one process. While more waits than is worked off, the fetch stage takes no
 * further pages of heavy sources, but those of light ones: who asks for little must not wait for who asks for much.
 * Where all ask for the same, all are heavy.
 */
export function createSourceWeights(
  stage: string,
  { state, now }: { readonly state: Pick<StateWriter, 'write'>; readonly now: () => number },
): SourceWeights {
  const sources = new Map<string, Used>();
  let nextRound = 0;

  function fade(used: Used, at: number): void {
    used.ms *= Math.exp((used.at - at) / memoryMs);
    used.at = at;
  }
  function heavyOnes(at: number): readonly (readonly [string, Used])[] {
    let sum = 0;
    for (const [id, used] of sources) {
      fade(used, at);
      if (used.ms < leastMs) sources.delete(id);
      else sum += used.ms;
    }
    if (sum < memoryMs * leastBusy) return [];
    const least = (share * sum) / sources.size;
    return [...sources].filter(([, used]) => used.ms >= least);
  }
  return {
    async spent(sourceId, cpuMs) {
      const at = now();
      const used = sources.get(sourceId) ?? { ms: 0, at, toldAt: 0 };
      fade(used, at);
      used.ms += cpuMs;
      sources.set(sourceId, used);
      if (at < nextRound) return;
      nextRound = at + roundMs;
      const untold = heavyOnes(at).filter(([, { toldAt }]) => at - toldAt >= againMs);
      if (untold.length === 0) return;
      for (const [, told] of untold) told.toldAt = at;
      await state.write(
        untold.map(([id]) => ({ key: heavyKey(stage, id), value: '1', expiresAt: at + keptMs })),
      );
    },
  };
}
