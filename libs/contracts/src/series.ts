import { z } from 'zod';

const minute = 60_000;
const hour = 60 * minute;

/**
 * How finely the numbers of a mill are kept, and for how long: a ring of steps for each fineness, in which a new
 * step takes the place of the oldest. 25 hours, 8 days and 100 days.
 */
export const seriesTiers = [
  { stepMs: minute, steps: 1_500 },
  { stepMs: 10 * minute, steps: 1_152 },
  { stepMs: 2 * hour, steps: 1_200 },
] as const;
export type SeriesStepMs = (typeof seriesTiers)[number]['stepMs'];

/** The stages that the line from sources to library shows. */
export const countedStages = ['fetch', 'clean', 'enrich', 'index'] as const;
export type CountedStage = (typeof countedStages)[number];

/** The stages that take their work from topics. */
export const queuedStages = ['clean', 'enrich', 'index'] as const;
export type QueuedStage = (typeof queuedStages)[number];

export const requestResults = ['2xx', '3xx', '4xx', '5xx', 'none'] as const;
export type RequestResult = (typeof requestResults)[number];

/**
 * What a process adds since it announced itself last. Times are milliseconds; byteSeconds are bytes of memory by
 * seconds.
 */
export type SumName =
  | `${'passed' | 'dropped' | 'failed' | 'dead'}.${CountedStage}`
  | `busyMs.${QueuedStage}`
  | `requests.${RequestResult}`
  | 'bytes'
  | 'searchable'
  | 'searchableMs'
  | 'cpuMs'
  | 'byteSeconds';
/** What every process sees alike, or of which the largest counts. Room is in thousandths of what there is. */
export type PeakName = `lag.${QueuedStage | 'ledger' | 'extension'}` | 'room.state' | 'room.data';

/**
 * What one process counted since the beat before; `beat` grows by one from beat to beat, so that one that is sent
 * twice counts once.
 */
export interface ProcessCounts {
  readonly beat: number;
  readonly sums: Readonly<Partial<Record<SumName, number>>>;
  readonly peaks: Readonly<Partial<Record<PeakName, number>>>;
}

/** What all processes together counted in a step; a name that is absent counted nothing. */
export const StepCounts = z.record(z.string(), z.number());
export type StepCounts = Readonly<Record<string, number>>;

/** A step of the mill, by the clock of the state. */
export interface SeriesStep {
  /** When it begins, epoch milliseconds. */
  readonly start: number;
  readonly counts: StepCounts;
}

/** Steps that something is known of, oldest first, and what time it is by the clock of the state. */
export interface KeptSteps {
  readonly now: number;
  readonly steps: readonly SeriesStep[];
}

/** Whether a name is one of which the largest counts. */
function isPeak(name: string): boolean {
  return name.startsWith('lag.') || name.startsWith('room.');
}

/** Counts of two times or processes as one: sums add, of peaks the larger stays. */
export function addCounts(known: StepCounts, more: StepCounts): StepCounts {
  const counts: Record<string, number> = { ...known };
  for (const [name, value] of Object.entries(more)) {
    const before = counts[name] ?? 0;
    counts[name] = isPeak(name) ? Math.max(before, value) : before + value;
  }
  return counts;
}

/** Steps of another length, a multiple of theirs. */
export function rollUp(steps: readonly SeriesStep[], stepMs: number): SeriesStep[] {
  const rolled = new Map<number, StepCounts>();
  for (const { start, counts } of steps) {
    const into = Math.floor(start / stepMs) * stepMs;
    rolled.set(into, addCounts(rolled.get(into) ?? {}, counts));
  }
  return [...rolled].map(([start, counts]) => ({ start, counts })).toSorted((a, b) => a.start - b.start);
}
