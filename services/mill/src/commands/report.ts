import type { DelayFigures } from '@newsmill/contracts';
import { defineCommand } from './declare/define-command.ts';
import { asJson, data, sources, sourcesFolder } from './declare/mill-options.ts';
import { flag, oneOf, text } from './declare/options.ts';
import { reportSpans } from './choices.ts';
import { sourcesIn } from './sources/sources-in.ts';
import { exitCodes, millExits, complain, say } from '@newsmill/service';
import { withPorts } from './with-ports.ts';

function delay(figures: DelayFigures | undefined): string {
  return figures === undefined ? '-' : `${figures.p50} / ${figures.p95} s`;
}

const headings = ['source', 'articles', 'silent', 'found p50/p95', 'searchable p50/p95', 'seen', 'dead'];

/** Beside a running mill. */
export const command = defineCommand({
  name: 'report',
  description:
    'coverage and latency of each source by month or quarter: articles, silent days, delays from publication on, and what became of the addresses',
  words: '',
  options: {
    period: oneOf('<period>', reportSpans, 'quarter', 'calendar months or quarters, in UTC'),
    from: text('<date>', 'the first period is that of this day; that before the last one without it'),
    to: text('<date>', 'the last period is that of this day; the running one without it'),
    source: text('<ids>', 'only these sources, comma-separated'),
    json: asJson,
    csv: flag('as CSV (RFC 4180), a line for each source and period'),
    sources,
    data,
  },
  examples: [
    'newsmill report',
    'newsmill report --period month --from 2026-09-01 --csv',
    'newsmill report --source herald,tribune --json',
  ],
  exits: ['done', ...millExits],
  async run(_, { json, csv, period, from, to, source, ...options }, environment) {
    const { readReport, reportAsCsv, ReportQuery } = await import('@newsmill/operate');
    const parsed = ReportQuery.safeParse({ period, from, to, source });
    if (!parsed.success) {
      for (const { path, message } of parsed.error.issues) complain(`--${path.join('.')}: ${message}`);
      return exitCodes.usage;
    }
    const folder = sourcesIn(sourcesFolder(options, environment));
    const report = await withPorts(options.data, ({ state, library }) =>
      readReport({ state, library, folder, now: Date.now }, parsed.data),
    );
    if (json) say(JSON.stringify(report, null, 2));
    // Its last line ends as the others do: by CR and LF.
    else if (csv) say(reportAsCsv(report).slice(0, -1));
    if (json || csv) return exitCodes.done;
    for (const one of report.periods) {
      const rows = report.items
        .filter((row) => row.period === one.name)
        .map((row) => [
          row.sourceId,
          String(row.articles),
          `${row.silentDays} of ${one.days} days`,
          delay(row.found),
          delay(row.searchable),
          String(row.items.discovered),
          String(row.items.dead),
        ]);
      const widths = headings.map((heading, i) =>
        Math.max(heading.length, ...rows.map((row) => row[i]?.length ?? 0)),
      );
      say(`${one.name}${one.isRunning ? ' (has not ended yet)' : ''}`);
      for (const row of [headings, ...rows])
        say(
          `  ${row.map((cell, i) => (i === 0 ? cell.padEnd(widths[i] ?? 0) : cell.padStart(widths[i] ?? 0))).join('  ')}`,
        );
    }
    return exitCodes.done;
  },
});
