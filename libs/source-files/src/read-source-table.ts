import type { Source } from '@newsmill/contracts';
import { stringify } from 'yaml';
import { readCsv, type CsvCell } from './read-csv.ts';
import { readSourceFile } from './read-source-file.ts';
import { didYouMean, type Problem } from './source-problem.ts';

type ChannelField = 'url' | 'kind' | 'select' | 'interval';
type SourceField = 'id' | 'name' | 'domains' | 'language' | 'country' | 'timeZone' | 'tags' | 'licence';

/** The columns of a table of sources, and what each fills: one field, of the source or of its channel. */
const columns: Readonly<Record<ChannelField | SourceField, 'channel' | 'source' | 'list'>> = {
  url: 'channel',
  kind: 'channel',
  select: 'channel',
  interval: 'channel',
  id: 'source',
  name: 'source',
  domains: 'list',
  language: 'source',
  country: 'source',
  timeZone: 'source',
  tags: 'list',
  licence: 'source',
};
const columnNames = Object.keys(columns);

/** Sources that a table names, and what is wrong in it. */
export interface SourceTable {
  readonly sources: readonly Source[];
  readonly problems: readonly Problem[];
}

type Row = Readonly<Record<string, CsvCell | undefined>>;

/** Makes an id for a row that names none, other than those of the rows before. */
export type IdMaker = (
  row: { readonly url: string; readonly title: string | undefined },
  taken: { has(id: string): boolean },
) => string;

function headProblems(head: readonly CsvCell[], file: string): Problem[] {
  const names = head.map(({ text }) => text);
  const unknown = head.filter(({ text }) => !columnNames.includes(text));
  const twice = head.filter(({ text }, index) => names.indexOf(text) !== index);
  const allowed = columnNames.join(', ');
  const place = ({ line, column, text }: CsvCell) => ({ file, line, column, path: text });
  return [
    ...(names.includes('url')
      ? []
      : [
          {
            file,
            line: head[0]?.line ?? 1,
            column: 1,
            path: 'url',
            message: 'the first line must name this column',
            allowed,
          },
        ]),
    ...unknown.map((cell) => ({
      ...place(cell),
      message: 'unknown column',
      allowed,
      suggestion: didYouMean(cell.text, columnNames),
    })),
    ...twice.map((cell) => ({ ...place(cell), message: 'the same column stands twice' })),
  ];
}

function textIn(row: Row, name: string): string | undefined {
  const text = row[name]?.text ?? '';
  return text === '' ? undefined : text;
}

/** The fields of one kind that a row fills; lists are parted by semicolons or bars. */
function fieldsOf(row: Row, kind: 'channel' | 'source'): Record<string, string | string[]> {
  return Object.fromEntries(
    Object.entries(columns).flatMap(([name, of]) => {
      const text = textIn(row, name);
      if (text === undefined || (of === 'channel') !== (kind === 'channel')) return [];
      const parts = of === 'list' ? text.split(/[;|]/).map((part) => part.trim()) : text;
      return [[name, Array.isArray(parts) ? parts.filter((part) => part !== '') : parts]];
    }),
  );
}

function hostOf(url: string): string {
  return URL.parse(url)?.host ?? url;
}

/** A source with the mistakes of its rows, each at its cell. */
function readSource(id: string, rows: readonly Row[], file: string): SourceTable {
  const [first = {}] = rows;
  const input = {
    id,
    name: hostOf(textIn(first, 'url') ?? id),
    ...fieldsOf(first, 'source'),
    channels: rows.map((row) => fieldsOf(row, 'channel')),
  };
  // What a table says is judged as what a file says.
  const reading = readSourceFile({ path: file, text: stringify(input) });
  const problems = reading.problems.map((problem): Problem => {
    const [, number, inChannel] = /^channels\[(\d+)\](?:\.(\w+))?/.exec(problem.path) ?? [];
    const row = rows[Number(number ?? 0)] ?? first;
    const name = inChannel ?? /^\w+/.exec(problem.path)?.[0] ?? 'url';
    const cell = row[name] ?? row['url'] ?? Object.values(row)[0];
    return { ...problem, file, line: cell?.line ?? 1, column: cell?.column ?? 1, path: name };
  });
  return { sources: reading.source === undefined ? [] : [reading.source], problems };
}

/** The rows by the id of their source. One with more cells than there are columns is a mistake, and left out. */
function groupRows(
  head: readonly CsvCell[],
  lines: readonly (readonly CsvCell[])[],
  file: string,
  idOf: IdMaker,
): { readonly groups: ReadonlyMap<string, readonly Row[]>; readonly problems: readonly Problem[] } {
  const groups = new Map<string, Row[]>();
  const problems: Problem[] = [];
  for (const cells of lines) {
    const extra = cells[head.length];
    if (extra !== undefined) {
      const message = `more cells than the ${head.length} columns; put quotes around text that holds the delimiter`;
      problems.push({ file, line: extra.line, column: extra.column, path: '', message });
      continue;
    }
    const row: Row = Object.fromEntries(head.map(({ text: name }, index) => [name, cells[index]]));
    const id =
      textIn(row, 'id') ?? idOf({ url: textIn(row, 'url') ?? '', title: textIn(row, 'name') }, groups);
    const rows = groups.get(id);
    if (rows === undefined) groups.set(id, [row]);
    else rows.push(row);
  }
  return { groups, problems };
}

/**
 * Reads a table of sources in CSV: its first line names the columns, each other line is a channel, and lines
 * with the same id are one source, whose first line says all but the channels. A source with a mistake is left
 * out; every mistake has its line and column.
 */
export function readSourceTable(text: string, file: string, idOf: IdMaker): SourceTable {
  const [head, ...lines] = readCsv(text);
  if (head === undefined)
    return { sources: [], problems: [{ file, line: 1, column: 1, path: '', message: 'is empty' }] };
  const mistakes = headProblems(head, file);
  if (mistakes.length > 0) return { sources: [], problems: mistakes };
  const { groups, problems } = groupRows(head, lines, file, idOf);
  const read = [...groups].map(([id, rows]) => readSource(id, rows, file));
  return {
    sources: read.flatMap(({ sources }) => sources),
    problems: [...problems, ...read.flatMap((one) => one.problems)].toSorted(
      (a, b) => a.line - b.line || a.column - b.column,
    ),
  };
}
