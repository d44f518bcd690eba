export const reportPeriods = ['month', 'quarter'] as const;
export type ReportPeriodName = (typeof reportPeriods)[number];

/** A month or a quarter, in UTC. Times in epoch milliseconds; `to` is exclusive. */
export interface ReportPeriod {
  /** `2026-11`, or `2026-Q4`. */
  readonly name: string;
  readonly from: number;
  readonly to: number;
}

/** Periods of one report. */
export const mostReportPeriods = 12;
const monthsOf: Readonly<Record<ReportPeriodName, number>> = { month: 1, quarter: 3 };

/** The period that a time lies in; `step` periods later (or earlier, where it is negative). */
export function reportPeriodAt(time: number, kind: ReportPeriodName, step = 0): ReportPeriod {
  const months = monthsOf[kind];
  const date = new Date(time);
  const year = date.getUTCFullYear();
  const month = (Math.floor(date.getUTCMonth() / months) + step) * months;
  const from = Date.UTC(year, month, 1);
  const begins = new Date(from).toISOString();
  const quarter = Math.floor(new Date(from).getUTCMonth() / 3) + 1;
  return {
    name: kind === 'month' ? begins.slice(0, 7) : `${begins.slice(0, 4)}-Q${quarter}`,
    from,
    to: Date.UTC(year, month + months, 1),
  };
}

/** The periods that a span touches, the newest first; of more than a report holds the newest. */
export function reportPeriodsOf(
  span: { readonly from: number; readonly to: number },
  kind: ReportPeriodName,
): readonly ReportPeriod[] {
  const periods: ReportPeriod[] = [];
  let time = Math.max(span.from, span.to - 1);
  while (time >= span.from && periods.length < mostReportPeriods) {
    const period = reportPeriodAt(time, kind);
    periods.push(period);
    time = period.from - 1;
  }
  return periods;
}
