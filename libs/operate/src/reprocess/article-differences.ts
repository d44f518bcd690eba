import { isDeepStrictEqual } from 'node:util';
import { CleanArticle } from '@newsmill/contracts';
import { differencesOf } from '../sources/recorded-pages.ts';

/** What differs in one field of an article; `lines`: `-` as it was, `+` as it is now. */
export interface FieldDifference {
  readonly field: string;
  readonly lines: readonly string[];
}

/** Lines of a field, and their characters, that are shown at most. */
const mostLines = 6;
const longestLine = 240;

/** An article without the counts of the day: on how many articles of the site a removed line stands. */
function comparable(article: CleanArticle): Readonly<Record<string, unknown>> {
  return { ...article, removals: article.removals.map(({ pass, text }) => ({ pass, text })) };
}

const plain = (value: unknown): unknown =>
  value === undefined ? undefined : JSON.parse(JSON.stringify(value));

/** A value as a reader compares it: a text by its lines, a list by its members. */
function shown(value: unknown): unknown {
  if (typeof value === 'string' && value.includes('\n')) return value.split(/\n+/);
  if (!Array.isArray(value)) return value;
  return value.map((member) => (typeof member === 'string' ? member : JSON.stringify(member)));
}

function linesOf(field: string, before: unknown, now: unknown): string[] {
  const [was, is] = [shown(before), shown(now)];
  const isList = Array.isArray(was) || Array.isArray(is);
  const list = (value: unknown) => (Array.isArray(value) ? value : value === undefined ? [] : [value]);
  const lines = isList
    ? differencesOf({ [field]: list(was) }, { [field]: list(is) })
    : differencesOf({ [field]: was }, { [field]: is });
  const cut = lines.map((line) => (line.length > longestLine ? `${line.slice(0, longestLine)}…` : line));
  return cut.length > mostLines
    ? [...cut.slice(0, mostLines), `… and ${cut.length - mostLines} lines more`]
    : cut;
}

/** What the cleaner says otherwise of an article now; the blocks are left out where the text tells of them. */
export function articleDifferences(was: CleanArticle, is: CleanArticle): FieldDifference[] {
  const [before, now] = [comparable(was), comparable(is)];
  const changed = Object.keys(CleanArticle.shape).filter(
    (field) => !isDeepStrictEqual(plain(before[field]), plain(now[field])),
  );
  return changed
    .filter((field) => field !== 'blocks' || !changed.includes('text'))
    .map((field) => ({ field, lines: linesOf(field, before[field], now[field]) }));
}
