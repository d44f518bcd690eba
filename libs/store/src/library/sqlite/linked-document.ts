import type { ArticleDocument, ArticleEdit } from '@newsmill/contracts';
import { numberOf, textOf, type Row } from '../../sqlite/columns.ts';
import { sourcesOf } from '../other-tellers.ts';
import { readDocument } from './stored-document.ts';
import { originalNow } from './write/sweep.ts';
import type { LibraryStatement } from './library-statement.ts';

interface Database {
  statement(sql: string): LibraryStatement;
}

function linkOf(database: Database, name: string): Row | undefined {
  return database.statement('SELECT original, similarity FROM link WHERE name = ?').get(name);
}

/** The head of the family that its link leads to; undefined for what is no copy. */
export function headOf(database: Database, name: string): string | undefined {
  const link = linkOf(database, name);
  const head = link === undefined ? name : originalNow(database, name, textOf(link, 'original'));
  return head === name ? undefined : head;
}

/**
 * The document of a row as readers see it: with the time it was taken in, all who told of it, its edits, and
 * its link, whether these came before the document or after.
 */
export function linkedDocument(database: Database, row: Row): string {
  const link = linkOf(database, textOf(row, 'name'));
  const indexed = new Date(numberOf(row, 'indexed')).toISOString();
  const json = readDocument(row);
  const told: string[] = JSON.parse(textOf(row, 'told'));
  const edits: ArticleEdit[] = JSON.parse(textOf(row, 'edits'));
  if (link === undefined && told.length + edits.length === 0)
    return `${json.slice(0, -1)},"indexed":"${indexed}"}`;
  const written: ArticleDocument = JSON.parse(json);
  const document = {
    ...written,
    indexed,
    sources: sourcesOf(written.sourceId, told),
    ...(edits.length === 0 ? {} : { edits }),
  };
  const original =
    link === undefined ? document.id : originalNow(database, document.id, textOf(link, 'original'));
  if (link === undefined || original === document.id) return JSON.stringify(document);
  return JSON.stringify({
    ...document,
    duplicateOf: original,
    familyId: original,
    similarity: numberOf(link, 'similarity'),
  });
}
