import type { ArticleDocument } from '@newsmill/contracts';

/**
 * Begins a formula in a spreadsheet (OWASP, CSV injection), also in the full-width forms that East Asian
 * editions take.
 */
const formula = /^[=+\-@\t\r\n＝＋－＠]/u;

/**
 * One cell of RFC 4180. Text is always in quotation marks, so that it stays one cell whatever separator a
 * spreadsheet expects, and text that would be taken for a formula gets a leading apostrophe. Lists are joined
 * by `; `, anything deeper is JSON.
 */
export function csvCell(value: unknown): string {
  if (value === undefined || value === null) return '';
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  const text = textOf(value);
  return `"${(formula.test(text) ? `'${text}` : text).replaceAll('"', '""')}"`;
}

function textOf(value: unknown): string {
  if (typeof value === 'string') return value;
  if (Array.isArray(value) && value.every((entry) => typeof entry === 'string')) return value.join('; ');
  return JSON.stringify(value);
}

/** One line of RFC 4180 with its line break. */
export function csvLine(values: readonly unknown[]): string {
  return `${values.map(csvCell).join(',')}\r\n`;
}

/** Fields of an article that a table shows when none are named. */
// biome-ignore format: a table, read by its rows
export const csvFields = [
  'version', 'indexed', 'published', 'modified', 'sourceId', 'sourceName', 'language', 'title', 'summary',
  'authors', 'section', 'keywords', 'people', 'organisations', 'places', 'topics', 'url', 'wordCount',
  'paywalled', 'duplicateOf', 'storyId', 'licence', 'contentHash', 'subtopics',
] as const satisfies readonly (keyof ArticleDocument)[];
