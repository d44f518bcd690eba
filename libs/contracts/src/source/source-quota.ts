import { durationMs } from '../duration.ts';
import { periodStart } from '../period-start.ts';
import type { Source } from './source.ts';

/** What is counted of each source by the day (UTC), and may have an end. */
export const quotaKinds = ['bytes', 'pages', 'cpuMs'] as const;
export type QuotaKind = (typeof quotaKinds)[number];

/**
 * What a source used: bytes of answers as they came over the wire, requests for pages, milliseconds of CPU time
 * of reading channels, cleaning and enriching.
 */
export type SourceUse = Readonly<Record<QuotaKind, number>>;

/** What a source may use on one day; without end where a kind is absent. */
export type SourceQuota = Readonly<Partial<Record<QuotaKind, number>>>;

const dayMs = 86_400_000;
/** Counts are kept so long after the end of their day: clocks of processes differ. */
const keptMs = 3_600_000;

/** The day that a time lies in, in UTC, such as 2026-11-29; `now` in epoch milliseconds. */
export function quotaDay(now: number): string {
  return new Date(now).toISOString().slice(0, 10);
}

/** When the next day begins, epoch milliseconds. */
export function nextQuotaDay(now: number): number {
  return periodStart(now, 'day') + dayMs;
}

/** Until when the count of a day is kept, epoch milliseconds. */
export function useKeptUntil(now: number): number {
  return nextQuotaDay(now) + keptMs;
}

/** Keys of the counts of a source on a day in the state, in the order of `quotaKinds`. */
export function useKeys(sourceId: string, day: string): readonly string[] {
  return quotaKinds.map((kind) => useKey(kind, sourceId, day));
}

/** Key of one count of a source on a day in the state. */
export function useKey(kind: QuotaKind, sourceId: string, day: string): string {
  return `use:${kind}:${day}:${sourceId}`;
}

/** Key of the entry that says on which day the quotas of a source do not hold, since somebody lifted them. */
export function quotaLiftKey(sourceId: string): string {
  return `quota-lifted:${sourceId}`;
}

/** The counts of a source on a day among entries of the state; what is missing or no number is 0. */
export function readUse(entries: ReadonlyMap<string, string>, sourceId: string, day: string): SourceUse {
  const of = (kind: QuotaKind): number => {
    const count = Number(entries.get(useKey(kind, sourceId, day)));
    return Number.isFinite(count) && count > 0 ? count : 0;
  };
  return { bytes: of('bytes'), pages: of('pages'), cpuMs: of('cpuMs') };
}

/** What a source may use a day: as its file says, else as the mill says for all. */
export function quotaOf(source: Pick<Source, 'quota'>, ofMill: SourceQuota): SourceQuota {
  const { bytes = ofMill.bytes, pages = ofMill.pages, cpu } = source.quota ?? {};
  const cpuMs = cpu === undefined ? ofMill.cpuMs : cpu === 'none' ? undefined : durationMs(cpu);
  return {
    ...(bytes === undefined || bytes === 'none' ? {} : { bytes }),
    ...(pages === undefined || pages === 'none' ? {} : { pages }),
    ...(cpuMs === undefined ? {} : { cpuMs }),
  };
}

/** Which quotas are used up. */
export function usedUp(use: SourceUse, quota: SourceQuota): readonly QuotaKind[] {
  return quotaKinds.filter((kind) => use[kind] >= (quota[kind] ?? Number.POSITIVE_INFINITY));
}
