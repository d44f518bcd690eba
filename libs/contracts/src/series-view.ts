import {
  addCounts,
  countedStages,
  queuedStages,
  rollUp,
  type CountedStage,
  type KeptSteps,
  type QueuedStage,
  type SeriesStep,
  type SeriesStepMs,
  type StepCounts,
  type SumName,
} from './series.ts';

const minute = 60_000;
const hour = 60 * minute;

/** How far back a series is shown, from which kept steps, and in steps of which length. */
export const seriesSpans = {
  hour: { keptMs: minute, shownMs: minute, shown: 60 },
  day: { keptMs: 10 * minute, shownMs: 10 * minute, shown: 144 },
  week: { keptMs: 10 * minute, shownMs: hour, shown: 168 },
  quarter: { keptMs: 2 * hour, shownMs: 24 * hour, shown: 90 },
} as const satisfies Readonly<
  Record<string, { readonly keptMs: SeriesStepMs; readonly shownMs: number; readonly shown: number }>
>;
export type SeriesSpan = keyof typeof seriesSpans;
export const seriesSpanNames = ['hour', 'day', 'week', 'quarter'] as const satisfies readonly SeriesSpan[];

/** What the values of a series are. */
export const seriesUnits = [
  'articles a minute',
  'messages',
  'requests a minute',
  'bytes a second',
  'seconds',
  'processors',
  'threads',
  'bytes',
  'share',
] as const;
export type SeriesUnit = (typeof seriesUnits)[number];

/** The steps of a span, as they are shown. */
interface ShownSteps {
  readonly now: number;
  readonly stepMs: number;
  readonly steps: readonly { readonly start: number; readonly counts: StepCounts | undefined }[];
  /** When an article became searchable last before the first step, where that is known. Epoch milliseconds. */
  readonly newestBefore: number | undefined;
}

interface SeriesKind {
  readonly unit: SeriesUnit;
  readonly says: string;
  /** The value of a step of which so many milliseconds have passed; undefined where nothing can be said. */
  readonly valueOf: (counts: StepCounts, elapsedMs: number) => number | undefined;
  /** For what a step alone does not say: the values of all steps. */
  readonly valuesOf?: (steps: ShownSteps) => readonly (number | undefined)[];
}

const aMinute = (unit: SeriesUnit, says: string, ...names: readonly SumName[]): SeriesKind => ({
  unit,
  says,
  valueOf: (counts, elapsedMs) => (sumOf(counts, names) / elapsedMs) * minute,
});
const ofAllStages = (says: string, kind: 'dropped' | 'failed' | 'dead'): SeriesKind =>
  aMinute('articles a minute', says, ...countedStages.map((stage) => `${kind}.${stage}` as const));
const ofTime = (unit: SeriesUnit, says: string, name: SumName, factor = 1): SeriesKind => ({
  unit,
  says,
  valueOf: (counts, elapsedMs) => ((counts[name] ?? 0) / elapsedMs) * factor,
});
const peak = (unit: SeriesUnit, says: string, name: string, divisor = 1): SeriesKind => ({
  unit,
  says,
  valueOf: (counts) => (counts[name] === undefined ? undefined : counts[name] / divisor),
});

/** Seconds; what nobody counted is unknown. */
function agesOf({ now, stepMs, steps, newestBefore }: ShownSteps): readonly (number | undefined)[] {
  let newest = newestBefore;
  return steps.map(({ start, counts }) => {
    const end = Math.min(now, start + stepMs);
    if ((counts?.['searchable'] ?? 0) > 0) newest = end;
    return counts === undefined || newest === undefined ? undefined : Math.max(0, end - newest) / 1_000;
  });
}

function sumOf(counts: StepCounts, names: readonly string[]): number {
  return names.reduce((sum, name) => sum + (counts[name] ?? 0), 0);
}

type StageSeries = `${'passed' | 'dropped' | 'failed' | 'dead'}.${CountedStage}`;
type QueueSeries = `${'busy' | 'lag'}.${QueuedStage}`;
type OneSeries =
  | 'searchable'
  | 'dropped'
  | 'failed'
  | 'dead'
  | 'delay'
  | 'age'
  | 'lag.ledger'
  | 'lag.extension'
  | 'requests.ok'
  | 'requests.refused'
  | 'requests.failed'
  | 'traffic'
  | 'processors'
  | 'memory'
  | 'room.state'
  | 'room.data';
export type SeriesName = StageSeries | QueueSeries | OneSeries;

// biome-ignore format: a table, read by its rows
const single: Readonly<Record<OneSeries, SeriesKind>> = {
  searchable: aMinute('articles a minute', 'Articles that became searchable.', 'searchable'),
  dropped: ofAllStages('What all stages dropped.', 'dropped'),
  failed: ofAllStages('Tries of all stages that failed and are made again.', 'failed'),
  dead: ofAllStages('Dead letters of all stages.', 'dead'),
  delay: {
    unit: 'seconds',
    says: 'From discovery to searchable, the mean of the articles of a step.',
    valueOf: ({ searchable = 0, searchableMs = 0 }) => searchable === 0 ? undefined : searchableMs / searchable / 1_000,
  },
  age: {
    unit: 'seconds',
    says: 'Age of the newest article at the end of a step: the time since one became searchable last, to the step.',
    valueOf: () => undefined,
    valuesOf: agesOf,
  },
  'lag.ledger': peak('messages', 'Events that the view of the ledger has not taken up, at most.', 'lag.ledger'),
  'lag.extension': peak('messages', 'Articles that wait for extensions, or to come back from them, at most.', 'lag.extension'),
  'requests.ok': aMinute('requests a minute', 'Requests to publishers that were answered (2xx and 3xx).', 'requests.2xx', 'requests.3xx'),
  'requests.refused': aMinute('requests a minute', 'Requests that a publisher refused (4xx).', 'requests.4xx'),
  'requests.failed': aMinute('requests a minute', 'Requests that failed: 5xx, or no answer.', 'requests.5xx', 'requests.none'),
  traffic: ofTime('bytes a second', 'Bytes received from publishers.', 'bytes', 1_000),
  processors: ofTime('processors', 'Processor cores that all processes kept busy.', 'cpuMs'),
  memory: ofTime('bytes', 'Memory of all processes together (resident), the mean of a step.', 'byteSeconds', 1_000),
  'room.state': peak('share', 'How full the memory of the state is.', 'room.state', 1_000),
  'room.data': peak('share', 'How full the fullest disk of a data folder is.', 'room.data', 1_000),
};

const ofStages = countedStages.flatMap((stage): [StageSeries, SeriesKind][] => [
  [
    `passed.${stage}`,
    aMinute('articles a minute', `What ${stage} passed on, or put into the library.`, `passed.${stage}`),
  ],
  [`dropped.${stage}`, aMinute('articles a minute', `What ${stage} dropped.`, `dropped.${stage}`)],
  [
    `failed.${stage}`,
    aMinute('articles a minute', `Tries of ${stage} that failed and are made again.`, `failed.${stage}`),
  ],
  [`dead.${stage}`, aMinute('articles a minute', `Dead letters of ${stage}.`, `dead.${stage}`)],
]);
const ofQueues = queuedStages.flatMap((stage): [QueueSeries, SeriesKind][] => [
  [`busy.${stage}`, ofTime('threads', `Batches that ${stage} worked on at a time.`, `busyMs.${stage}`)],
  [`lag.${stage}`, peak('messages', `Messages that wait for ${stage}, at most.`, `lag.${stage}`)],
]);

/** Every series of numbers over time that a mill keeps of itself. */
export const seriesKinds: ReadonlyMap<SeriesName, SeriesKind> = new Map<SeriesName, SeriesKind>([
  ...ofStages,
  ...ofQueues,
  // Object.entries forgets the keys that it is given: these are all of the table
  ...(Object.entries(single) as [OneSeries, SeriesKind][]),
]);

/** A series as it is shown: a value for each step, null where nothing is known. */
export interface ShownSeries {
  readonly name: SeriesName;
  readonly unit: SeriesUnit;
  readonly says: string;
  readonly values: readonly (number | null)[];
}

/** Series over one span, with the beginnings of their steps, epoch milliseconds by the clock of the state. */
export interface SeriesView {
  readonly span: SeriesSpan;
  readonly stepMs: number;
  readonly times: readonly number[];
  readonly series: readonly ShownSeries[];
}

/** The running step counts once so much of it has passed: less says too little. */
const leastElapsedMs = minute;

/** Four digits: what is drawn and read; long fractions would only be bytes. */
function rounded(value: number): number {
  return Number(value.toPrecision(4));
}

/** What the kept steps say of some series. */
export function viewSeries(
  names: readonly SeriesName[],
  span: SeriesSpan,
  { now, steps, newestBefore }: KeptSteps & { readonly newestBefore?: number | undefined },
): SeriesView {
  const { shownMs, shown } = seriesSpans[span];
  const current = Math.floor(now / shownMs) * shownMs;
  const last = now - current >= leastElapsedMs ? current : current - shownMs;
  const times = Array.from({ length: shown }, (_, index) => last - (shown - 1 - index) * shownMs);
  const known = new Map(rollUp(steps, shownMs).map(({ start, counts }) => [start, counts]));
  const first = steps[0]?.start ?? now;
  const before = [...known].findLast(
    ([start, { searchable = 0 }]) => start < (times[0] ?? now) && searchable > 0,
  );
  const earlier = before === undefined ? undefined : before[0] + shownMs;
  const series = names.flatMap((name): ShownSeries[] => {
    const kind = seriesKinds.get(name);
    if (kind === undefined) return [];
    const all = kind.valuesOf?.({
      now,
      stepMs: shownMs,
      steps: times.map((start) => ({ start, counts: known.get(start) })),
      newestBefore: newestBefore ?? earlier,
    });
    const values = times.map((time, place) => {
      const counts = known.get(time);
      if (counts === undefined) return null;
      // Of the step in which the mill began, too, only what has passed of it counts.
      const elapsed = Math.min(now, time + shownMs) - Math.max(time, first);
      const value = all === undefined ? kind.valueOf(counts, Math.max(elapsed, leastElapsedMs)) : all[place];
      return value === undefined ? null : rounded(value);
    });
    return [{ name, unit: kind.unit, says: kind.says, values }];
  });
  return { span, stepMs: shownMs, times, series };
}

/** How many kept steps a span needs; one more, since the running one is among them. */
export function stepsOfSpan(span: SeriesSpan): { readonly stepMs: SeriesStepMs; readonly steps: number } {
  const { keptMs, shownMs, shown } = seriesSpans[span];
  return { stepMs: keptMs, steps: ((shown + 1) * shownMs) / keptMs };
}

/** What the newest steps counted together, from `since` on. */
export function countSince(steps: readonly SeriesStep[], since: number): StepCounts {
  return steps
    .filter(({ start }) => start >= since)
    .reduce<StepCounts>((sum, { counts }) => addCounts(sum, counts), {});
}
