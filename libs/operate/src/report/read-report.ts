import type { DelayFigures, Source, SourceFigures } from '@newsmill/contracts';
import { csvLine } from '@newsmill/search';
import type { FateCount, Library, State } from '@newsmill/store';
import { endOf, startOf, type ReportQuery } from '../inputs/parameters.ts';
import { countsByFate, type FateTotals, noFateTotals } from '../ledger/count-by-fate.ts';
import { reportPeriodAt, reportPeriodsOf, type ReportPeriod } from './report-periods.ts';

/** What a source brought in a period. Items are addresses that were first seen in it, with what became of them. */
export interface ReportRow {
  /** `2026-11`, or `2026-Q4`. */
  readonly period: string;
  readonly sourceId: string;
  /** Its name; absent where no source file has it any more. */
  readonly sourceName?: string | undefined;
  /** Articles in the library that were published in the period, and those of them that are near copies. */
  readonly articles: number;
  readonly copies: number;
  /** Days of the period, so far, without an article. */
  readonly silentDays: number;
  /** When the newest article of the period was published, ISO 8601. */
  readonly newest?: string | undefined;
  /** From publication to discovery, and to searchable; absent where nothing could be measured. */
  readonly found?: DelayFigures | undefined;
  readonly searchable?: DelayFigures | undefined;
  readonly items: FateTotals;
}

/** Coverage and latency of sources by period, the newest period first, in it by source. */
export interface Report {
  readonly period: ReportQuery['period'];
  /** The periods, ISO 8601; `to` is exclusive. `days`: those of it that have begun. */
  readonly periods: readonly {
    readonly name: string;
    readonly from: string;
    readonly to: string;
    readonly days: number;
    /** Whether it has not ended yet. */
    readonly isRunning: boolean;
  }[];
  readonly items: readonly ReportRow[];
}

export interface ReportPorts {
  readonly state: Pick<State, 'countFates'>;
  readonly library: Pick<Library, 'figures'>;
  readonly folder: { sources(): readonly Source[]; sourceOf(id: string): Source | undefined };
  /** Epoch milliseconds. */
  now(): number;
}

const dayMs = 86_400_000;

/** Days of a period that have begun. */
function daysOf({ from, to }: ReportPeriod, now: number): number {
  return Math.max(0, Math.ceil((Math.min(to, now) - from) / dayMs));
}

/** The sources of one period: those that are there, and those of which articles or items are known. */
function rowsOf(
  { name }: ReportPeriod,
  days: number,
  known: {
    readonly ids: readonly string[];
    readonly figures: ReadonlyMap<string, SourceFigures>;
    readonly fates: ReadonlyMap<string, readonly FateCount[]>;
    nameOf(id: string): string | undefined;
  },
): readonly ReportRow[] {
  const ids = new Set([...known.ids, ...known.figures.keys(), ...known.fates.keys()]);
  return [...ids].toSorted().map((sourceId) => {
    const figures = known.figures.get(sourceId);
    return {
      period: name,
      sourceId,
      sourceName: known.nameOf(sourceId),
      articles: figures?.articles ?? 0,
      copies: figures?.copies ?? 0,
      silentDays: Math.max(0, days - (figures?.days ?? 0)),
      newest: figures?.newest,
      found: figures?.found,
      searchable: figures?.searchable,
      items: countsByFate(known.fates.get(sourceId) ?? []),
    };
  });
}

/**
 * What each source brought by month or quarter, how long it took, and what was not had. Counted by library and
 * state; no article is read. Errors of the library.
 */
export async function readReport(
  { state, library, folder, now }: ReportPorts,
  { period: kind, from, to, source }: ReportQuery,
): Promise<Report> {
  const time = now();
  const end = endOf(to) ?? time + 1;
  const periods = reportPeriodsOf(
    { from: startOf(from) ?? reportPeriodAt(end - 1, kind, -1).from, to: end },
    kind,
  );
  const wanted = source === undefined || source.length === 0 ? undefined : new Set(source);
  const isWanted = (id: string) => wanted?.has(id) ?? true;
  const ids = folder
    .sources()
    .filter(({ id, enabled }) => wanted?.has(id) ?? enabled)
    .map(({ id }) => id);
  const rows: ReportRow[] = [];
  // One after the other: each lets the library go through the articles of a period.
  for (const period of periods) {
    const [figures, fates] = await Promise.all([
      library.figures({
        from: new Date(period.from).toISOString(),
        to: new Date(period.to).toISOString(),
        sources: source,
      }),
      state.countFates({ from: period.from, to: period.to }),
    ]);
    rows.push(
      ...rowsOf(period, daysOf(period, time), {
        ids,
        figures: new Map(figures.map((one) => [one.sourceId, one])),
        fates: Map.groupBy(
          fates.filter(({ sourceId }) => isWanted(sourceId)),
          ({ sourceId }) => sourceId,
        ),
        nameOf: (id) => folder.sourceOf(id)?.name,
      }),
    );
  }
  return {
    period: kind,
    periods: periods.map((one) => ({
      name: one.name,
      from: new Date(one.from).toISOString(),
      to: new Date(one.to).toISOString(),
      days: daysOf(one, time),
      isRunning: one.to > time,
    })),
    items: rows,
  };
}

const delayColumns = (name: string) => [`${name}_measured`, `${name}_p50_seconds`, `${name}_p95_seconds`];
const delayCells = (delay: DelayFigures | undefined) => [delay?.measured, delay?.p50, delay?.p95];
const fateNames = Object.keys(noFateTotals).filter((name): name is keyof FateTotals =>
  Object.hasOwn(noFateTotals, name),
);

/** The report as a table (RFC 4180), one line for each source and period. */
export function reportAsCsv({ items }: Report): string {
  return [
    csvLine([
      'period',
      'source',
      'name',
      'articles',
      'copies',
      'silent_days',
      'newest',
      ...delayColumns('found'),
      ...delayColumns('searchable'),
      ...fateNames.map((name) => `items_${name === 'underWay' ? 'under_way' : name}`),
    ]),
    ...items.map((row) =>
      csvLine([
        row.period,
        row.sourceId,
        row.sourceName,
        row.articles,
        row.copies,
        row.silentDays,
        row.newest,
        ...delayCells(row.found),
        ...delayCells(row.searchable),
        ...fateNames.map((name) => row.items[name]),
      ]),
    ),
  ].join('');
}
