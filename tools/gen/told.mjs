// Pages of docs/ about what a mill tells of itself: its metrics and its notes.
import { noteTable } from '@newsmill/contracts';
import { metricTable } from '@newsmill/runtime';

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
What \`/metrics\` of every role shows, for Prometheus ([Run in production](run-in-production.md#health-and-metrics) says who may read it). Besides these there are the metrics of Node itself, \`process_…\` and \`nodejs_…\`. The table is in \`libs/runtime/src/metric-table.ts\`.

| metric | type | labels | meaning |
|---|---|---|---|
${rows.join('')}`;
}

function notesPage() {
  const rows = Object.entries(noteTable).map(([name, { level, fields, meaning }]) =>
    rowOf([`\`${name}\``, level, quoted(Object.keys(fields)), meaning]),
  );
  return `# Notes
${made}
A note is a line of the log (JSON on standard error, from \`NEWSMILL_LOG_LEVEL\` on) and a count in \`newsmill_notes_total{note="…"}\`, from whatever level. Its name is \`msg\`, its values are fields. The table is in \`libs/contracts/src/note-table.ts\`.

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
