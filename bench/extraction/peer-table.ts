import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Figures } from './score-run.ts';

/** An extractor in the table. */
export interface Measurement {
  readonly version: string;
  /** Day of the run, as YYYY-MM-DD. */
  readonly measured: string;
  readonly figures: Figures;
}

/** The pages of a measurement. */
export interface Corpus {
  /** SHA-256 of manifest and gold. */
  readonly hash: string;
  readonly pages: number;
}

/** The figures of newsmill and its peers: what `docs/clean.md` and the README of the package show. */
export interface PeerFigures {
  readonly core: Corpus;
  readonly wild: Corpus;
  /** Ids of pages of wild whose gold no peer comes near: their bodies are not judged. */
  readonly leftOut: readonly string[];
  /** CPU time of the bare parse of a page, milliseconds. */
  readonly parseMs: number;
  /** By the names in the table; newsmill is the first. */
  readonly measurements: Readonly<Record<string, Measurement>>;
}

const file = fileURLToPath(new URL('peers.json', import.meta.url));

/** The committed figures. */
export function readPeerFigures(): PeerFigures {
  return JSON.parse(readFileSync(file, 'utf8'));
}

/** Writes the figures, a row to a line. */
export function writePeerFigures(figures: PeerFigures): void {
  const rounded = (_: string, value: unknown) =>
    typeof value === 'number' && !Number.isInteger(value) ? Number(value.toFixed(4)) : value;
  const text = JSON.stringify(figures, rounded, 1).replace(
    /\{\s+"value": ([^\s,]+),\s+"pages": (\d+)\s+\}/g,
    '{ "value": $1, "pages": $2 }',
  );
  writeFileSync(file, `${text}\n`);
}

type Form = 'share' | 'count' | 'ratio';
interface Row {
  readonly row: string;
  readonly says: string;
  readonly form: Form;
  /** Whether it is also in the short table of the package. */
  readonly isMain?: boolean;
}

// biome-ignore format: a table, read by its rows
const rowsOfTable: readonly Row[] = [
  { row: 'news_body', says: 'text, core: mean of three sets', form: 'share', isMain: true },
  { row: 'body.aeb', says: 'text, article-extraction-benchmark', form: 'share' },
  { row: 'body.fundus', says: 'text, Fundus', form: 'share' },
  { row: 'body.wcxb_article', says: 'text, WCXB, articles', form: 'share' },
  { row: 'short_news', says: 'text, core, articles of 60 to 120 words', form: 'share', isMain: true },
  { row: 'body.wcxb_other', says: 'text, WCXB, other kinds of pages', form: 'share' },
  { row: 'wild.body', says: 'text, wild', form: 'share', isMain: true },
  { row: 'wild.new_sites', says: 'text, wild, sites that our models never saw', form: 'share' },
  { row: 'wild.short', says: 'text, wild, articles of 60 to 120 words', form: 'share', isMain: true },
  { row: 'wild.language', says: 'text, wild', form: 'share' },
  { row: 'news_title', says: 'title, core', form: 'share', isMain: true },
  { row: 'wild.title', says: 'title, wild', form: 'share', isMain: true },
  { row: 'news_authors', says: 'authors, core', form: 'share', isMain: true },
  { row: 'wild.authors', says: 'authors, wild', form: 'share', isMain: true },
  { row: 'news_date', says: 'date, core', form: 'share', isMain: true },
  { row: 'wild.date', says: 'date, wild', form: 'share', isMain: true },
  { row: 'cpu', says: 'CPU time, as a multiple of a bare parse', form: 'ratio', isMain: true },
  { row: 'empty', says: 'pages without any text', form: 'count' },
  { row: 'thrown', says: 'pages at which it threw', form: 'count' },
  { row: 'stopped', says: 'pages at which its process hung or died', form: 'count' },
];

const languages = new Intl.DisplayNames(['en'], { type: 'language' });
const languagePrefix = 'wild.language.';

/** The rows of one language each, those with most pages first, the pooled ones last. */
function languageRows(figures: Figures): Row[] {
  const pages = (row: string) => (row.endsWith('.other') ? 0 : (figures[row]?.pages ?? 0));
  return Object.keys(figures)
    .filter((row) => row.startsWith(languagePrefix))
    .sort((a, b) => pages(b) - pages(a))
    .map((row) => {
      const language = row.slice(languagePrefix.length);
      const says = language === 'other' ? 'other languages' : languages.of(language);
      return { row, says: `text, wild, ${says}`, form: 'share' };
    });
}

/** Rows that the table shows, among all rows of a measurement. */
export function isShown(row: string): boolean {
  return row.startsWith(languagePrefix) || rowsOfTable.some((one) => one.row === row);
}

const forms: Readonly<Record<Form, (value: number) => string>> = {
  share: (value) => value.toFixed(3).replace(/^0/, ''),
  count: String,
  ratio: (value) => (value < 9.95 ? value.toFixed(1) : value.toFixed(0)),
};

/** Cells of a row; the best one is bold. Of shares more is better, of counts and times less. */
function cellsOf({ row, form }: Row, columns: readonly Measurement[]): string[] {
  const texts = columns.map(({ figures }) => figures[row] && forms[form](figures[row].value));
  const values = texts.flatMap((text) => (text === undefined ? [] : [Number(text)]));
  const best = form === 'share' ? Math.max(...values) : Math.min(...values);
  return texts.map((text) => (text === undefined ? '–' : Number(text) === best ? `**${text}**` : text));
}

/** The table in Markdown: a row for each figure, a column for each extractor. */
function tableOf({ measurements }: PeerFigures, rows: readonly Row[]): string {
  const columns = Object.values(measurements);
  const names = Object.entries(measurements).map(([name, { version }]) => `${name} ${version}`);
  const pagesOf = ({ row }: Row) =>
    row === 'cpu' ? '' : Math.max(...columns.map(({ figures }) => figures[row]?.pages ?? 0));
  return [
    `| | pages | ${names.join(' | ')} |`,
    `|---|---|${'---|'.repeat(names.length)}`,
    ...rows.map((row) => `| ${row.says} | ${pagesOf(row)} | ${cellsOf(row, columns).join(' | ')} |`),
  ].join('\n');
}

/** Our own name in the table. */
export const newsmill = 'newsmill';

/** The days on which the peers and newsmill were measured. */
function daysOf({ measurements }: PeerFigures): string {
  const { [newsmill]: ours, ...others } = measurements;
  const days = [...new Set(Object.values(others).map(({ measured }) => measured))].sort();
  return `The peers were measured on ${days.join(' and ')}, newsmill on ${ours?.measured ?? 'no day yet'}`;
}

const count = (value: number) => value.toLocaleString('en');

/** The whole table, with what one must know to read it. */
export function wholeTable(figures: PeerFigures): string {
  const rows = rowsOfTable.flatMap((row) =>
    row.row === 'wild.language' ? languageRows(figures.measurements[newsmill]?.figures ?? {}) : [row],
  );
  return [
    `${daysOf(figures)}, on ${count(figures.core.pages)} pages of six public sets (core) and ${count(figures.wild.pages)} of seven others (wild): the same text for all, no network. Text is F1 by shingles of four words, titles and dates are the share of pages that are right, authors the F1 of names; the best of a row is bold. A dash: it does not give that, or threw at every page.`,
    '',
    tableOf(figures, rows),
    '',
    '- Core: our models learn from these sites, so each page is read by models that were fitted without its site. Wild: the models that newsmill ships, which learned from no page of it. Its rules and settings were chosen with both in view; those of the peers were not.',
    `- ${figures.leftOut.length} pages of wild are not judged by their text, since no peer comes near their gold. newsmill has no say in that.`,
    "- Gold is not neutral everywhere: a third of the core's titles, dates and authors is from trafilatura's own tests; among those of wild are test pages of Postlight's parser, newspaper4k, newspaper and goose.",
    `- CPU time is that of 20 pages in one warm process, with everything that the extractor gives: Resiliparse and jusText give text alone. A bare parse by htmlparser2 takes ${figures.parseMs.toFixed(1)} ms a page.`,
    '- newspaper4k and jusText go by the language that a page declares, else by English. Here jusText has no lists for Greek and Korean, and newspaper4k throws at Korean pages, for which it would download data.',
    '- Readability and Defuddle run over linkedom. A page has 30 s; after that its process is ended and the page counts as empty.',
  ].join('\n');
}

/** The short table of the package. */
export function shortTable(figures: PeerFigures): string {
  return [
    `Text is F1 by shingles of four words, titles and dates are the share of pages that are right, authors the F1 of names; CPU time is a multiple of a bare parse by htmlparser2. Core: ${count(figures.core.pages)} pages of six public sets, read by models that were fitted without the site of the page. Wild: ${count(figures.wild.pages)} pages that no model learned from. The rules and settings of newsmill were chosen with both in view. ${daysOf(figures)}; the sources of newsmill have the whole table (\`docs/clean.md\`) and the bench (\`npm run bench -- extraction peers\`).`,
    '',
    tableOf(
      figures,
      rowsOfTable.filter(({ isMain }) => isMain),
    ),
  ].join('\n');
}
