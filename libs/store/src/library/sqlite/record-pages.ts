import { numberOf, textOf, textOrNullOf, type Row } from '../../sqlite/columns.ts';
import type { ArticleLink, LibraryRecord, Telling } from '../library.ts';
import { readDocument, storedDocuments } from './stored-document.ts';
import { readVersion } from './write/edits.ts';
import type { LibraryStatement } from './library-statement.ts';

interface Database {
  statement(sql: string): LibraryStatement;
}

/** What is kept, by kind and in order of names. */
export const recordRows: Readonly<Record<LibraryRecord['kind'], string>> = {
  document: `${storedDocuments} WHERE a.name > ? ORDER BY a.name LIMIT ?`,
  link: 'SELECT name, original, since, similarity FROM link WHERE name > ? ORDER BY name LIMIT ?',
  telling:
    'SELECT names.name, (SELECT json_group_array(source) FROM telling WHERE telling.name = names.name) AS sources, (SELECT article FROM leads WHERE leads.name = names.name) AS article FROM (SELECT name FROM telling UNION SELECT name FROM leads) names WHERE names.name > ? ORDER BY names.name LIMIT ?',
  // Of one article there are several: the number of the row is the name by which pages go on.
  version:
    "SELECT printf('%016d', rowid) AS name, kept FROM earlier WHERE rowid > CAST(? AS INTEGER) ORDER BY rowid LIMIT ?",
  tombstone: 'SELECT name, version, reason FROM tombstone WHERE name > ? ORDER BY name LIMIT ?',
};

/** A page is full at so many characters: a single article may have millions of them. */
const mostPageCharacters = 8_000_000;

/**
 * As many rows as go on one page, each as text; `next` is the name of the last of them where there are more.
 */
export function pageOf(
  rows: Iterable<Row>,
  limit: number,
  write: (row: Row) => string,
): { readonly items: readonly string[]; readonly next?: string } {
  const items: string[] = [];
  let [characters, last] = [0, ''];
  for (const row of rows) {
    if (items.length === limit || characters >= mostPageCharacters) return { items, next: last };
    const text = write(row);
    items.push(text);
    characters += text.length;
    last = textOf(row, 'name');
  }
  return { items };
}

/** Records of one kind after a name, in order of names, each as JSON. */
export function exportRecords(
  database: Database,
  part: LibraryRecord['kind'],
  { after, limit }: { readonly after: string; readonly limit: number },
): { readonly records: readonly string[]; readonly next?: string } {
  const { items: records, ...rest } = pageOf(
    database.statement(recordRows[part]).iterate(after, limit + 1),
    limit,
    (row) => recordOf(part, row),
  );
  return { records, ...rest };
}

function recordOf(part: LibraryRecord['kind'], row: Row): string {
  // Documents lie there as JSON already.
  if (part === 'document') return `{"kind":"document","document":${readDocument(row)}}`;
  if (part === 'telling') return JSON.stringify({ kind: part, telling: tellingOf(row) });
  if (part === 'version') return JSON.stringify({ kind: part, version: readVersion(row) });
  return JSON.stringify(
    part === 'link'
      ? { kind: part, link: linkOf(row) }
      : {
          kind: part,
          id: textOf(row, 'name'),
          version: numberOf(row, 'version'),
          reason: textOrNullOf(row, 'reason') ?? undefined,
        },
  );
}

function tellingOf(row: Row): Telling {
  return {
    item: textOf(row, 'name'),
    sources: JSON.parse(textOf(row, 'sources')),
    articleId: textOrNullOf(row, 'article') ?? undefined,
  };
}

function linkOf(row: Row): ArticleLink {
  return {
    id: textOf(row, 'name'),
    duplicateOf: textOf(row, 'original'),
    since: numberOf(row, 'since'),
    similarity: numberOf(row, 'similarity'),
  };
}
