import type { ArticleDocument } from '@newsmill/contracts';
import type { LibraryStatement } from '../library-statement.ts';

/*
 * Beside `article`, which searches walk: what only ranges, groups and counts of rarer fields ask for. family
 * is that of the link where there is one. lists holds the values that are counted, by field, as JSON.
 */
export const factSchema = `
  CREATE TABLE IF NOT EXISTS article_fact (
    id INTEGER PRIMARY KEY, modified INTEGER, firstSeen INTEGER, indexed INTEGER, wordCount INTEGER NOT NULL, readingMinutes INTEGER NOT NULL, family TEXT, story TEXT, lists TEXT NOT NULL);
  CREATE INDEX IF NOT EXISTS article_fact_family ON article_fact (family) WHERE family IS NOT NULL;
  CREATE INDEX IF NOT EXISTS article_fact_story ON article_fact (story) WHERE story IS NOT NULL;
`;

interface Database {
  statement(sql: string): LibraryStatement;
}

/** A time as ranges compare it, epoch milliseconds; null where there is none that can be read. */
export function timeOf(text: string | undefined): number | null {
  const time = text === undefined ? NaN : Date.parse(text);
  return Number.isNaN(time) ? null : time;
}

/** Fields whose values are counted and stand in `lists`. */
export type ListedField = 'keyPhrase' | 'country' | 'domain' | 'keyword';

function listsOf({
  keyPhrases: keyPhrase,
  countries: country,
  domain,
  keywords: keyword,
}: ArticleDocument): Partial<Record<ListedField, readonly string[]>> {
  return { keyPhrase, country, domain: domain === '' ? [] : [domain], keyword };
}

/**
 * Keeps the facts of an article in a row. `indexed`: when it was taken in, epoch ms; `original`: where its
 * link leads.
 */
export function writeFacts(
  database: Database,
  id: number,
  document: ArticleDocument,
  { indexed, original }: { readonly indexed: number; readonly original: string | undefined },
): void {
  const { modified, firstSeen, wordCount, readingMinutes, duplicateOf, familyId, storyId } = document;
  database
    .statement(
      'INSERT INTO article_fact (id, modified, firstSeen, indexed, wordCount, readingMinutes, family, story, lists) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)',
    )
    .all(
      id,
      timeOf(modified),
      timeOf(firstSeen),
      indexed,
      wordCount,
      readingMinutes,
      original ?? familyId ?? duplicateOf ?? null,
      storyId ?? null,
      JSON.stringify(listsOf(document)),
    );
}

/**
 * Takes over the head of the family that the link of an article leads to now, and when that was told (epoch
 * milliseconds).
 */
export function linkFacts(
  database: Database,
  { name, family }: { readonly name: string; readonly family: string },
  indexed: number,
): void {
  database
    .statement(
      'UPDATE article_fact SET family = ?, indexed = ? WHERE id = (SELECT id FROM article WHERE name = ?)',
    )
    .all(family, indexed, name);
}

/** Whether the file comes from a version that kept no facts. Asked at each start: takes no time. */
export function lacksFacts(database: Database): boolean {
  return (
    database.statement('SELECT 1 FROM article LIMIT 1').get() !== undefined &&
    database.statement('SELECT 1 FROM article_fact LIMIT 1').get() === undefined
  );
}
