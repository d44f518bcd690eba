// Pages of docs/ about what a mill tells of itself: its metrics and its notes.
import { logLineFields, noteTable } from '@newsmill/contracts';
import { metricLabels, metricTable } from '@newsmill/runtime';

const made = '<!-- Written by `npm run gen`; change the source instead. -->\n';
const cell = (text) => String(text).replaceAll('|', '\\|');
const rowOf = (cells) => `| ${cells.map(cell).join(' | ')} |\n`;
const quoted = (words) => words.map((word) => `\`${word}\``).join(', ');

function metricsPage() {
  const rows = Object.values(metricTable).map(({ name, type, labels, help }) =>
    rowOf([`\`${name}\``, type, quoted(labels), help]),
  );
  return `# Metrics
${made}
What \`/metrics\` of every role shows, for Prometheus ([Run in production](run-in-production.md#health-and-metrics) says who may read it). Besides these there are the metrics of Node itself, \`process_…\` and \`nodejs_…\`; \`nodejs_eventloop_lag_…\` is what iterations of the event loop took since the last reading. The table is in \`libs/runtime/src/metric-table.ts\`.

Times are in seconds, sizes in bytes; a time of the day is in seconds since 1970. Names stay, since boards and rules name them. What the mill has as a whole (queues, frontier, sources, sizes, audit) every process shows that measures it; of several copies of a service take one (\`max by (…)\`), and add up counters (\`sum by (…)\`). Rates are counters over time: \`sum by (stage, outcome) (rate(newsmill_articles_total[5m]))\`. Restarts are \`changes(process_start_time_seconds[1h])\`, the uptime \`time() - process_start_time_seconds\`.

[Boards and rules](run-in-production.md#boards-and-alerts) that name these metrics are in \`deploy/observability\`; [runbooks.md](runbooks.md) has a section for each rule.

## Labels
| label | what it says |
|---|---|
${Object.entries(metricLabels)
  .map(([label, says]) => rowOf([`\`${label}\``, says]))
  .join('')}
## All metrics
| metric | type | labels | meaning |
|---|---|---|---|
${rows.join('')}`;
}

function notesPage() {
  const rows = Object.entries(noteTable).map(([name, { level, fields, meaning }]) =>
    rowOf([`\`${name}\``, level, quoted(Object.keys(fields)), meaning]),
  );
  const lineRows = Object.entries(logLineFields).map(([field, { description }]) =>
    rowOf([field, description]),
  );
  return `# Notes
${made}
A note is a line of the log (JSON on standard error, from \`NEWSMILL_LOG_LEVEL\` on) and a count in \`newsmill_notes_total{note="…"}\`, from whatever level. The table is in \`libs/contracts/src/note-table.ts\`.

What a process writes is notes and nothing else: Nest, Node's warnings, what packages print, and an error that ends the process become notes too. Only at a terminal the start also speaks in words (\`NEWSMILL_WELCOME\`). Where a server does not answer, one line says so (\`outage.began\`), and one when it has answered again for ten seconds (\`outage.ended\`). Values of secret settings and of \`NEWSMILL_SECRET_…\` with six characters or more stand as \`[hidden]\` wherever they would appear.

## What every line has
[The schema of a line](schemas/log-line.json) has all of it; \`test/observability/log.e2e.test.ts\` holds the lines of running mills to it.

| field | what it holds |
|---|---|
${lineRows.join('')}
## The notes
The name is \`msg\`, the values are fields.

| note | level | fields | when |
|---|---|---|---|
${rows.join('')}`;
}

export function toldFiles() {
  return [
    ['docs/metrics.md', metricsPage()],
    ['docs/notes.md', notesPage()],
  ];
}
