import { urlKey } from '@newsmill/text';
import type { Expectation } from '../../test/newsweb/expectation.ts';
import { harmsOf, judge } from '../../test/oracle/judge.ts';
import type { Outcome } from '../../test/oracle/read-outcome.ts';
import type { LoopRecord } from './record-loop.ts';
import type { Asked } from './serve-hostile.ts';

/** What is kept of a run, and printed in docs/reliability.md; times of the event loop are milliseconds. */
export interface HostileRecord {
  readonly day: string;
  readonly cores: number;
  readonly minutes: number;
  readonly sources: number;
  /** Requests to them, and the sources that the mill never asked for their channel, or never for a page of theirs. */
  readonly asked: {
    readonly feeds: number;
    readonly pages: number;
    readonly never: readonly string[];
    readonly neverPages: readonly string[];
  };
  /** What the mill may use, megabytes; null where it could not be limited. */
  readonly limitMb: number | null;
  readonly isAlive: boolean;
  readonly isBalanced: boolean;
  /** Of the mill and its library, megabytes. */
  readonly rssMb: { readonly median: number; readonly most: number; readonly group: number | null };
  /** Processes of the mill that the kernel killed for want of memory; null where it could not be limited. */
  readonly oomKills: number | null;
  /** How old the newest honest story is that can be searched, seconds. */
  readonly ageS: { readonly median: number; readonly p95: number; readonly most: number };
  /** Of the main thread, over the whole run. */
  readonly loopMs: LoopRecord;
  /** The oracle on the honest stories: how many were told, and each harm that it found. */
  readonly honest: { readonly told: number; readonly harms: readonly string[] };
  /** Looks at which the search or the metrics gave no answer within twenty seconds. */
  readonly unanswered: number;
  readonly looks: number;
  /** Promises that were not kept, each in a sentence. */
  readonly late: readonly string[];
}

/** What a mill keeps to under such sources: p95 of the age, seconds; p99 of the event loop, milliseconds. */
const promised = { ageS: 15, loopMs: 50 };

/** Sums up what was asked of the sources. */
export function sumAsked(all: readonly Asked[]): HostileRecord['asked'] {
  const sum = (of: (one: Asked) => number) => all.reduce((total, one) => total + of(one), 0);
  const names = (isOne: (one: Asked) => boolean) => all.filter(isOne).map(({ source }) => source);
  return {
    feeds: sum(({ feeds }) => feeds),
    pages: sum(({ pages }) => pages),
    never: names(({ feeds }) => feeds === 0),
    neverPages: names(({ feeds, pages, hasPages }) => feeds > 0 && hasPages && pages === 0),
  };
}

/** Promises that a run did not keep; its memory is judged also where no control group limits it. */
export function lateOf(
  { ageS, asked, loopMs, rssMb, oomKills, unanswered, looks }: Omit<HostileRecord, 'late'>,
  mostMb: number,
): string[] {
  const told = (names: readonly string[], what: string) =>
    names.length === 0 ? [] : [`it never asked for ${what} of ${names.join(', ')}`];
  return [
    ...(unanswered * 100 <= looks ? [] : ['it did not answer at times']),
    ...told(asked.never, 'the channel'),
    ...told(asked.neverPages, 'a page'),
    ...(ageS.p95 < promised.ageS ? [] : [`the newest honest story was older than ${promised.ageS} s`]),
    ...(loopMs.held.p99 < promised.loopMs
      ? []
      : [`the event loop was held for more than ${promised.loopMs} ms`]),
    ...(rssMb.most < mostMb ? [] : [`it used more than its ${mostMb} MB`]),
    ...(Number(oomKills) === 0 ? [] : [`the kernel killed ${oomKills} of its processes for want of memory`]),
  ];
}

/** What the oracle says of the honest paper alone: nothing was promised to the others. */
export function judgeHonest(
  told: readonly Expectation[],
  { documents, fates, seen, letters, problems }: Outcome,
): HostileRecord['honest'] {
  const origin = new URL(told[0]?.url ?? 'http://127.0.0.2').origin;
  const isHonest = (url: string): boolean => URL.parse(url)?.origin === origin;
  const keys = new Set(told.map(({ url }) => urlKey(url)));
  const verdict = judge(told, {
    documents: documents.filter(({ url }) => isHonest(url)),
    fates: new Map([...fates].filter(([key]) => keys.has(key))),
    seen,
    letters: letters.filter(({ url }) => isHonest(url)),
    problems,
  });
  return { told: told.length, harms: harmsOf(verdict) };
}
