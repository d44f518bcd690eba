import { readJson, type Note } from '@newsmill/contracts';
import { z } from 'zod';
import type { StateReader, StateWriter } from '@newsmill/store';
import type { Metrics } from '../metrics.ts';

/** What the state keeps of a source whose pages cost too much. */
const Brake = z.object({ strikes: z.int().positive(), until: z.number() });
export type Brake = z.output<typeof Brake>;

/** Stages that can brake a source. */
export const brakingStages = ['clean', 'enrich'] as const;

/** Name of the entry of the state. */
export function brakeKey(stage: string, sourceId: string): string {
  return `brake:${stage}:${sourceId}`;
}

/** Reads an entry of the state; undefined where the source is free. */
export function readBrake(text: string | undefined): Brake | undefined {
  return readJson(Brake, text);
}

/**
 * A leave to run: `settle` says what it has cost, and whether it was ended; nothing where it did not come so
 * far.
 */
export interface Leave {
  settle(cost?: { readonly cpuMs: number }): Promise<void>;
}

/** Keeps sources whose pages cost too much from taking the time of all others. */
export interface SourceBrake {
  /** Learns what other processes have decided of these sources. */
  refresh(sourceIds: readonly string[]): Promise<void>;
  /** Until when the source has to wait; undefined: it may go, or try. */
  heldUntil(sourceId: string): number | undefined;
  /**
   * A leave for one page; `until` where it has to wait. Of a braked source whose time is over, one page goes
   * as a trial, the others wait for what becomes of it.
   */
  enter(sourceId: string): Leave | { readonly until: number };
}

export interface BrakeOptions {
  readonly stage: string;
  /** A page that takes so much of computing is too expensive, milliseconds. */
  readonly costlyMs: number;
  /**
   * How long a source is braked, the first time and after each failed trial, milliseconds; then twice as long
   * each time, up to a day.
   */
  readonly waits: readonly number[];
}
type BrakePorts = {
  readonly state: Pick<StateReader, 'read'> & Pick<StateWriter, 'write'>;
  readonly note: Note;
  readonly metrics: Metrics;
  readonly now: () => number;
};

interface SourceLoad {
  /** Of its last pages, whether each was too expensive. */
  last: readonly boolean[];
  brake: Brake | undefined;
  isTrying: boolean;
  readAt: number;
}

/**
 * A source is braked when so many of its last pages were too expensive: a few bad ones among many good ones
 * are no reason.
 */
const memory = 8;
const mostCostly = 3;
/** What other processes decide is read so often, milliseconds. */
const freshMs = 2_000;
const keptMs = 86_400_000;
/** A brake that grew lasts no longer than so, milliseconds. */
const longestBrakeMs = 86_400_000;
/** Sources above which those that are free are forgotten. */
const manySources = 5_000;

/** The brake of one stage in one process; the state tells the others. */
export function createSourceBrake({ stage, costlyMs, waits }: BrakeOptions, ports: BrakePorts): SourceBrake {
  const sources = new Map<string, SourceLoad>();
  const waitOf = (strikes: number): number => {
    const listed = waits[Math.min(strikes, waits.length) - 1] ?? 60_000;
    return Math.min(listed * 2 ** Math.max(0, strikes - waits.length), Math.max(listed, longestBrakeMs));
  };

  function knownOf(sourceId: string): SourceLoad {
    const known = sources.get(sourceId) ?? {
      last: [],
      brake: undefined,
      isTrying: false,
      readAt: Number.NEGATIVE_INFINITY,
    };
    if (sources.size > manySources)
      for (const [id, other] of sources) if (other.brake === undefined) sources.delete(id);
    sources.set(sourceId, known);
    return known;
  }
  function tellNumber(): void {
    ports.metrics.sourcesBraked.set(
      { stage },
      [...sources.values()].filter(({ brake }) => brake !== undefined).length,
    );
  }
  async function brake(sourceId: string, known: SourceLoad, strikes: number): Promise<void> {
    const until = ports.now() + waitOf(strikes);
    known.brake = { strikes, until };
    tellNumber();
    ports.note('source.braked', { stage, source: sourceId, strikes, until: new Date(until).toISOString() });
    await ports.state.write([
      { key: brakeKey(stage, sourceId), value: JSON.stringify(known.brake), expiresAt: until + keptMs },
    ]);
  }
  async function release(sourceId: string, known: SourceLoad): Promise<void> {
    known.brake = undefined;
    known.last = [];
    tellNumber();
    ports.note('source.released', { stage, source: sourceId });
    await ports.state.write([{ key: brakeKey(stage, sourceId), value: null }]);
  }
  function trialOf(sourceId: string, known: SourceLoad, strikes: number): Leave {
    known.isTrying = true;
    return {
      async settle(cost) {
        known.isTrying = false;
        if (cost === undefined) return;
        await (cost.cpuMs >= costlyMs ? brake(sourceId, known, strikes + 1) : release(sourceId, known));
      },
    };
  }
  function leaveOf(sourceId: string, known: SourceLoad): Leave {
    return {
      async settle(cost) {
        // What was under way when the brake came says nothing new.
        if (cost === undefined || known.brake !== undefined) return;
        known.last = [...known.last, cost.cpuMs >= costlyMs].slice(-memory);
        if (known.last.filter(Boolean).length >= mostCostly) await brake(sourceId, known, 1);
      },
    };
  }
  function heldUntil(known: SourceLoad): number | undefined {
    if (known.brake === undefined) return undefined;
    if (known.isTrying) return ports.now() + waitOf(known.brake.strikes);
    return known.brake.until > ports.now() ? known.brake.until : undefined;
  }
  return {
    async refresh(sourceIds) {
      const now = ports.now();
      const stale = [...new Set(sourceIds)]
        .map((id) => [id, knownOf(id)] as const)
        .filter(([, { readAt }]) => now - readAt >= freshMs);
      if (stale.length === 0) return;
      const entries = await ports.state.read(
        stale.map(([id]) => brakeKey(stage, id)),
        now,
      );
      for (const [id, known] of stale) {
        known.readAt = now;
        const brake = readBrake(entries.get(brakeKey(stage, id)));
        // Released elsewhere, or lifted: what its pages cost before does not brake it at the next one.
        if (known.brake !== undefined && brake === undefined) known.last = [];
        known.brake = brake;
      }
      tellNumber();
    },
    heldUntil: (sourceId) => heldUntil(knownOf(sourceId)),
    enter(sourceId) {
      const known = knownOf(sourceId);
      const until = heldUntil(known);
      if (until !== undefined) return { until };
      return known.brake === undefined
        ? leaveOf(sourceId, known)
        : trialOf(sourceId, known, known.brake.strikes);
    },
  };
}
