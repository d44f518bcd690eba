import {
  countedStages,
  extendedGroup,
  extensionGroup,
  isRetryTopic,
  ledgerGroup,
  queuedStages,
  requestResults,
  stages,
  type CountedStage,
  type PeakName,
  type ProcessCounts,
  type QueuedStage,
  type RequestResult,
  type Room,
  type SumName,
} from '@newsmill/contracts';
import type { Metrics } from '@newsmill/runtime';
import type { GroupLag } from './watch-work.ts';

/** Counts of one process since its start. */
export type Counted = Readonly<Partial<Record<SumName, number>>>;
type Counters = Pick<
  Metrics,
  'articles' | 'deadLetters' | 'age' | 'stageSeconds' | 'requests' | 'fetchBytes'
>;

/** What each outcome of a stage, and each fate after a request, counts as; what is absent is no end of its work. */
const countedAs: Readonly<Record<string, 'passed' | 'dropped' | 'failed'>> = {
  accept: 'passed',
  drop: 'dropped',
  throw: 'failed',
  passed: 'passed',
  indexed: 'passed',
  duplicate: 'dropped',
  dropped: 'dropped',
  gone: 'dropped',
  denied: 'dropped',
  retrying: 'failed',
};

const isCountedStage = (name: unknown): name is CountedStage => countedStages.some((stage) => stage === name);
const isQueuedStage = (name: unknown): name is QueuedStage => queuedStages.some((stage) => stage === name);

function resultOf(status: unknown): RequestResult {
  return requestResults.find((result) => result === status) ?? 'none';
}

/** Reads what the metrics of a process have counted since its start, with its processor time in milliseconds. */
export async function readCounted(metrics: Counters, cpu: NodeJS.CpuUsage): Promise<Counted> {
  const sums: Partial<Record<SumName, number>> = { cpuMs: (cpu.user + cpu.system) / 1_000 };
  const add = (name: SumName, value: number) => {
    sums[name] = (sums[name] ?? 0) + value;
  };
  const [articles, dead, age, seconds, requests, bytes] = await Promise.all([
    metrics.articles.get(),
    metrics.deadLetters.get(),
    metrics.age.get(),
    metrics.stageSeconds.get(),
    metrics.requests.get(),
    metrics.fetchBytes.get(),
  ]);
  for (const { labels, value } of articles.values) {
    const as = countedAs[String(labels.outcome)];
    if (as !== undefined && isCountedStage(labels.stage)) add(`${as}.${labels.stage}`, value);
  }
  for (const { labels, value } of dead.values)
    if (isCountedStage(labels.stage)) add(`dead.${labels.stage}`, value);
  for (const { metricName, value } of age.values) {
    if (metricName?.endsWith('_count') === true) add('searchable', value);
    if (metricName?.endsWith('_sum') === true) add('searchableMs', value * 1_000);
  }
  for (const { metricName, labels, value } of seconds.values)
    if (metricName?.endsWith('_sum') === true && isQueuedStage(labels.stage))
      add(`busyMs.${labels.stage}`, value * 1_000);
  for (const { labels, value } of requests.values) add(`requests.${resultOf(labels.status)}`, value);
  for (const { value } of bytes.values) add('bytes', value);
  return sums;
}

/** What was counted between two readings, in whole numbers that add up; what nothing was counted of is left out. */
export function countedBetween(before: Counted, now: Counted): Counted {
  const names = Object.keys(now) as SumName[]; // Object.keys forgets the keys that it is given
  const differences = names.map(
    (name) => [name, Math.round(now[name] ?? 0) - Math.round(before[name] ?? 0)] as const,
  );
  return Object.fromEntries(differences.filter(([, difference]) => difference > 0));
}

/** The name under which the lag of each group is kept. */
const lagNames: Readonly<Record<string, PeakName>> = {
  ...Object.fromEntries(
    stages.flatMap(({ stage, group }) => (isQueuedStage(stage) ? [[group, `lag.${stage}` as const]] : [])),
  ),
  [ledgerGroup]: 'lag.ledger',
  [extensionGroup]: 'lag.extension',
  [extendedGroup]: 'lag.extension',
};

/** What all processes see alike: how much waits for each group, and how full things are, in thousandths. */
export function peaksOf(lags: readonly GroupLag[], room: readonly Room[]): ProcessCounts['peaks'] {
  const peaks: Partial<Record<PeakName, number>> = {};
  for (const { group, topic, messages } of lags) {
    const name = isRetryTopic(topic) ? undefined : lagNames[group];
    if (name !== undefined) peaks[name] = (peaks[name] ?? 0) + messages;
  }
  for (const { of, bytes, limit } of room)
    if (limit > 0) peaks[`room.${of}`] = Math.round((bytes / limit) * 1_000);
  return peaks;
}

/** A beat that comes later than this stands for no more: a process that stood still held no memory for others. */
const longestBeatMs = 60_000;

/** What a process counted in one beat. */
export type Beat = Pick<ProcessCounts, 'beat' | 'sums'>;

/**
 * What a process counts from beat to beat. A beat of which it is not known whether it was taken in is the next one
 * again, with the same counts: it may have been, and counts once.
 */
export class WorkCount {
  #told: Counted = {};
  #toldAt: number;
  #last = 0;
  #pending: (Beat & { readonly counted: Counted; readonly at: number }) | undefined;

  /** @param now Epoch milliseconds. */
  constructor(now: number) {
    this.#toldAt = now;
  }

  /** @param memory Bytes that the process holds now. */
  next(counted: Counted, memory: number, now: number): Beat {
    if (this.#pending === undefined) {
      const elapsed = Math.min(Math.max(0, now - this.#toldAt), longestBeatMs);
      const byteSeconds = Math.round((memory * elapsed) / 1_000);
      this.#last += 1;
      const sums = { ...countedBetween(this.#told, counted), ...(byteSeconds > 0 && { byteSeconds }) };
      this.#pending = { beat: this.#last, sums, counted, at: now };
    }
    return { beat: this.#pending.beat, sums: this.#pending.sums };
  }

  /** The last beat has been taken in. */
  taken(): void {
    if (this.#pending === undefined) return;
    this.#told = this.#pending.counted;
    this.#toldAt = this.#pending.at;
    this.#pending = undefined;
  }
}
