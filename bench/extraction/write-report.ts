import type { Speed } from './speed-of-peers.ts';
import type { Figures } from './score-run.ts';

/** All that one run of the bench found. */
export interface Report {
  /** SHA-256 of manifest and gold. */
  readonly corpus: string;
  readonly pages: number;
  /** Figures by run: ours out of fold and shipped, then the peers with their versions. */
  readonly figures: Readonly<Record<string, Figures>>;
  /** Peers that could not be installed or did not run, with the reason. */
  readonly problems: readonly string[];
  /** The table that the pack's score.py printed; undefined without Python. */
  readonly table: string | undefined;
  readonly disagreements: readonly string[];
  readonly speed: Readonly<Record<string, Speed>>;
  /** Parts that were left out, each with its reason. */
  readonly leftOut: readonly string[];
}

const ownRows = /^(?:kind|language|authors_beyond_gold|newsweb)\.|^short_news$|^(?:thrown|stopped|empty)$/;
// biome-ignore format: a table, read by its rows
const mainRows = [
  'news_body', 'body.aeb', 'body.fundus', 'body.wcxb_article', 'body.wcxb_other', 'snippets.traf',
  'news_title', 'title.fundus', 'title.wcxb', 'title.traf', 'news_date', 'date.fundus', 'date.wcxb',
  'date.traf', 'date.eval_default', 'date.eval_mediacloud_2020', 'news_authors', 'authors.fundus',
  'authors.wcxb', 'authors.traf',
];

function cell(figures: Figures, row: string): string {
  const figure = figures[row];
  if (figure === undefined) return '-';
  return /^(?:thrown|stopped|empty)$/.test(row) ? String(figure.value) : figure.value.toFixed(3);
}

function tableOf(title: string, rows: readonly string[], figures: Report['figures']): string {
  const runs = Object.keys(figures);
  const pagesOf = (row: string) => Math.max(...runs.map((run) => figures[run]?.[row]?.pages ?? 0));
  const head = [
    `## ${title}`,
    '',
    `| run | ${rows.map((row) => `${row} (${pagesOf(row)})`).join(' | ')} |`,
    `|${'---|'.repeat(rows.length + 1)}`,
  ];
  return [
    ...head,
    ...Object.entries(figures).map(
      ([run, one]) => `| ${run} | ${rows.map((row) => cell(one, row)).join(' | ')} |`,
    ),
  ].join('\n');
}

function speedTable(speed: Report['speed']): string {
  const rows = Object.entries(speed).map(
    ([name, { coldMs, warmMs, peakRssMb }]) =>
      `| ${name} | ${coldMs.toFixed(1)} | ${warmMs.toFixed(1)} | ${peakRssMb} |`,
  );
  const { pages = 0, megabytes = 0 } = Object.values(speed)[0] ?? {};
  return [
    '## Speed',
    '',
    `${pages} pages of aeb and fundus, ${megabytes} MB, interleaved rounds; body and metadata, one process.`,
    '',
    '| run | CPU ms/page, second pass over the pages | best pass | peak RSS MB |',
    '|---|---|---|---|',
    ...rows,
  ].join('\n');
}

const list = (title: string, lines: readonly string[]) =>
  lines.length === 0 ? [] : [`## ${title}`, '', ...lines.map((line) => `- ${line}`), ''];

/** The report as Markdown. Numbers in brackets are pages. */
export function writeReport(report: Report): string {
  const rows = [
    ...new Set(
      Object.values(report.figures).flatMap((one) => Object.keys(one).filter((row) => ownRows.test(row))),
    ),
  ].sort();
  return [
    '# Article extraction',
    '',
    `Corpus ${report.corpus.slice(0, 12)}, ${report.pages} pages. Out of fold: every page read by models that have not seen its site. Shipped: models fitted on all sites of the corpus, so its figures say nothing of new sites.`,
    '',
    tableOf('The table', mainRows, report.figures),
    '',
    tableOf('Kinds, languages, failures, news web', rows, report.figures),
    '',
    'kind: page types of wcxb as gold. Languages: pages of aeb, fundus and wcxb, Korean and Japanese by the script of the gold text, Norwegian by region or `lang`; mean F1 of pages. authors_beyond_gold: pages whose gold names nobody, or is silent, where the run names somebody. short_news: mean F1 of articles of 60 to 120 words. thrown, stopped (the process hung or died), empty: counts. newsweb: calm, 2,000 articles, pages cleaned alone.',
    '',
    ...list('Peers that are missing', report.problems),
    ...list('Left out', report.leftOut),
    ...list('Where our scorer and score.py disagree', report.disagreements),
    ...(Object.keys(report.speed).length === 0 ? [] : [speedTable(report.speed), '']),
    ...(report.table === undefined ? [] : ["## As the pack's score.py prints it", '', report.table, '']),
  ].join('\n');
}
