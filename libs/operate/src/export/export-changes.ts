import { ArticleDocument, type ExportFormat } from '@newsmill/contracts';
import { csvFields, csvLine, toCancelledNinjs, toNinjs } from '@newsmill/search';
import {
  LibraryTimeout,
  type ChangeFilter,
  type ChangesPage,
  type Library,
  type LibraryChange,
} from '@newsmill/store';

/** Fields that may be asked for by name. */
export const exportFields: readonly string[] = Object.keys(ArticleDocument.shape);

export interface ExportOptions {
  readonly format: ExportFormat;
  /** Cursor to go on from. */
  readonly since?: string;
  /** ISO 8601: only what was taken in before. */
  readonly until?: string;
  readonly where?: ChangeFilter;
  /** Fields of each article, in this order; `id` always comes. */
  readonly fields?: readonly string[];
  /** Whether what is written goes on after an export before: a table has its head already. */
  readonly isContinued?: boolean;
  /** A byte order mark before a CSV, for spreadsheets that need one to see UTF-8. */
  readonly bom?: boolean;
  /** Told of each page of changes: how many there were. */
  readonly report?: (done: number) => void;
}

/** A piece of an export, whole lines. When it is written, reading can go on from `cursor`. */
export interface ExportPiece {
  readonly text: string;
  readonly cursor: string;
}

/** Changes read at a time: an export holds no more in memory. */
const pageSize = 100;
/** Pages in a row without a find after which the reader is told the cursor all the same. */
const quietPages = 50;
/** Tries of a page that took too long, on a busy machine. */
const mostTries = 5;

/**
 * Everything that changed since a cursor, piece by piece. Throws what `Library.changes` throws; the first
 * page is read before the first piece, so a cursor that is none is told at once.
 */
export async function* exportChanges(
  library: Pick<Library, 'changes'>,
  options: ExportOptions,
): AsyncGenerator<ExportPiece> {
  const writer = writers[options.format](options);
  let after = options.since;
  let quiet = 0;
  let read = 0;
  let head = writer.head;
  for (;;) {
    const page = await readPage(library, { ...options, since: after });
    after = page.cursor;
    read += page.items.length;
    options.report?.(read);
    quiet = page.items.length === 0 ? quiet + 1 : 0;
    const isTold = page.items.length > 0 || !page.more || quiet % quietPages === 0;
    const text =
      head +
      page.items.map((change) => writer.line(change)).join('') +
      (isTold ? writer.control(page.cursor, !page.more) : '');
    head = '';
    if (text !== '' || !page.more) yield { text, cursor: page.cursor };
    if (!page.more) return;
  }
}

async function readPage(
  library: Pick<Library, 'changes'>,
  { since, until, where }: ExportOptions,
): Promise<ChangesPage> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await library.changes({ after: since, until, where, limit: pageSize });
    } catch (error) {
      if (!(error instanceof LibraryTimeout) || tries === mostTries) throw error;
    }
  }
}

interface ExportWriter {
  readonly head: string;
  line(change: LibraryChange): string;
  /** A line for the reader's program. */
  control(cursor: string, isEnd: boolean): string;
}

const controlLine = (cursor: string, isEnd: boolean): string =>
  `${JSON.stringify(isEnd ? { cursor, end: true } : { cursor })}\n`;

const writers: Readonly<Record<ExportFormat, (options: ExportOptions) => ExportWriter>> = {
  ndjson: ({ fields }) => ({
    head: '',
    line: (change) =>
      `${JSON.stringify(change.kind === 'document' ? chosen(change.document, fields) : tombstoneOf(change))}\n`,
    control: controlLine,
  }),
  ninjs: () => ({
    head: '',
    line: (change) =>
      `${JSON.stringify(change.kind === 'document' ? toNinjs(change.document) : toCancelledNinjs(change))}\n`,
    control: controlLine,
  }),
  csv: ({ fields = csvFields, bom, isContinued }) => {
    const columns = fields.filter((field) => field !== 'id');
    return {
      head:
        isContinued === true
          ? ''
          : (bom === true ? '\ufeff' : '') + csvLine(['status', 'id', ...columns, 'cursor']),
      line: (change) =>
        csvLine(
          change.kind === 'document'
            ? ['live', change.document.id, ...valuesOf(change.document, columns), change.cursor]
            : ['deleted', change.id, ...valuesOf(tombstoneOf(change), columns), change.cursor],
        ),
      // Each row has its cursor.
      control: () => '',
    };
  },
};

function tombstoneOf({
  id,
  version,
  indexed,
  reason,
}: Extract<LibraryChange, { kind: 'tombstone' }>): Readonly<Record<string, unknown>> {
  return {
    id,
    uri: `urn:newsmill:article:${id}`,
    version,
    indexed,
    deleted: true,
    ...(reason === undefined ? {} : { reason }),
  };
}

function valuesOf(document: Readonly<Record<string, unknown>>, fields: readonly string[]): unknown[] {
  return fields.map((field) => document[field]);
}

function chosen(
  document: ArticleDocument,
  fields: readonly string[] | undefined,
): Readonly<Record<string, unknown>> {
  if (fields === undefined) return document;
  const values: Readonly<Record<string, unknown>> = document;
  return Object.fromEntries(
    ['id', ...fields].filter((field) => values[field] !== undefined).map((field) => [field, values[field]]),
  );
}
