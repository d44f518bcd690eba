import { describe, expect, it } from '@jest/globals';
import { reportPeriodAt, reportPeriodsOf } from './report-periods.ts';

const day = (text: string) => Date.parse(text);

describe('the periods of a report', () => {
  it('are calendar months and quarters in UTC', () => {
    expect(reportPeriodAt(day('2026-11-28T23:59:59Z'), 'month')).toEqual({
      name: '2026-11',
      from: day('2026-11-01'),
      to: day('2026-12-01'),
    });
    expect(reportPeriodAt(day('2026-12-31T23:59:59.999Z'), 'quarter')).toEqual({
      name: '2026-Q4',
      from: day('2026-10-01'),
      to: day('2027-01-01'),
    });
  });
  it('go on over the turn of the year', () => {
    expect(reportPeriodAt(day('2027-01-15'), 'quarter', -1).name).toBe('2026-Q4');
    expect(reportPeriodAt(day('2026-12-15'), 'month', 1).name).toBe('2027-01');
    expect(reportPeriodAt(day('2026-01-01'), 'month', -13).name).toBe('2024-12');
  });
  it('are those that a span touches, the newest first', () => {
    const names = (from: string, to: string, kind: 'month' | 'quarter') =>
      reportPeriodsOf({ from: day(from), to: day(to) }, kind).map(({ name }) => name);
    expect(names('2026-09-30', '2026-11-02', 'month')).toEqual(['2026-11', '2026-10', '2026-09']);
    expect(names('2026-09-30', '2026-11-02', 'quarter')).toEqual(['2026-Q4', '2026-Q3']);
    expect(names('2026-10-01', '2026-11-01', 'month')).toEqual(['2026-10']);
    expect(names('2026-10-01', '2026-10-01', 'month')).toEqual(['2026-10']);
  });
  it('are the newest where they are more than a report holds', () => {
    const periods = reportPeriodsOf({ from: day('2020-01-01'), to: day('2026-01-01') }, 'month');
    expect(periods).toHaveLength(12);
    expect([periods[0]?.name, periods.at(-1)?.name]).toEqual(['2025-12', '2025-01']);
  });
});
