import { mostSiteArticles, type SiteArticle, type SiteSighting } from '@newsmill/contracts';
import { numberOf, textOf } from '../../sqlite/columns.ts';
import type { SqliteFile } from '../../sqlite/sqlite-file.ts';
import { mostSitesForgotten, siteAgeMs } from '../site-limits.ts';
import type { StateRecord } from '../state.ts';

const schema = `
  CREATE TABLE IF NOT EXISTS site (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE, seen_at INTEGER NOT NULL);
  CREATE INDEX IF NOT EXISTS site_seen ON site (seen_at);
  CREATE TABLE IF NOT EXISTS site_article (place INTEGER PRIMARY KEY AUTOINCREMENT, site INTEGER NOT NULL, item TEXT NOT NULL, lines TEXT NOT NULL, UNIQUE (site, item));
`;

/**
 * The part of the state that remembers what the articles of a site have in common. Synchronous: the state
 * runs it within its transactions.
 */
export class SqliteSites {
  readonly #file: SqliteFile;

  constructor(file: SqliteFile) {
    this.#file = file;
    file.execute(schema);
  }

  read(names: readonly string[]): Map<string, readonly SiteArticle[]> {
    const found = new Map<string, readonly SiteArticle[]>();
    for (const name of names) {
      const rows = this.#file
        .statement(
          'SELECT item, lines FROM site_article WHERE site = (SELECT id FROM site WHERE name = ?) ORDER BY place',
        )
        .all(name);
      if (rows.length > 0)
        found.set(
          name,
          rows.map((row) => ({ item: textOf(row, 'item'), lines: textOf(row, 'lines') })),
        );
    }
    return found;
  }

  record(sightings: readonly SiteSighting[], now: number): void {
    for (const { site, item, lines, replaces } of sightings) {
      const id = this.#see(site, now);
      for (const old of [item, ...replaces])
        this.#file.statement('DELETE FROM site_article WHERE site = ? AND item = ?').run(id, old);
      this.#insert(id, { item, lines });
    }
    const expired = this.#file
      .statement('SELECT id FROM site WHERE seen_at <= ? ORDER BY seen_at LIMIT ?')
      .all(now - siteAgeMs, mostSitesForgotten);
    for (const row of expired) {
      this.#file.statement('DELETE FROM site_article WHERE site = ?').run(numberOf(row, 'id'));
      this.#file.statement('DELETE FROM site WHERE id = ?').run(numberOf(row, 'id'));
    }
  }

  /** Puts a site in, unless it is known. */
  put({ site, seenAt, articles }: Extract<StateRecord, { kind: 'site' }>): void {
    if (this.#file.statement('SELECT 1 FROM site WHERE name = ?').get(site) !== undefined) return;
    const id = this.#see(site, seenAt);
    for (const article of articles) this.#insert(id, article);
  }

  #see(site: string, now: number): number {
    return numberOf(
      this.#file
        .statement(
          'INSERT INTO site (name, seen_at) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET seen_at = excluded.seen_at RETURNING id',
        )
        .get(site, now) ?? {},
      'id',
    );
  }

  /** Puts an article last; the oldest goes where there are too many. */
  #insert(site: number, { item, lines }: SiteArticle): void {
    this.#file
      .statement('INSERT INTO site_article (site, item, lines) VALUES (?, ?, ?)')
      .run(site, item, lines);
    this.#file
      .statement(
        'DELETE FROM site_article WHERE place IN (SELECT place FROM site_article WHERE site = ? ORDER BY place DESC LIMIT -1 OFFSET ?)',
      )
      .run(site, mostSiteArticles);
  }

  clear(): void {
    this.#file.statement('DELETE FROM site_article').run();
    this.#file.statement('DELETE FROM site').run();
  }
}

/** Column with the articles of a site as JSON, oldest first. */
export const siteArticlesColumn =
  "(SELECT json_group_array(json_object('item', item, 'lines', lines)) FROM (SELECT item, lines FROM site_article WHERE site_article.site = site.id ORDER BY place)) AS articles";

/** The articles of a site from their column. */
export function readSiteArticles(text: string): readonly SiteArticle[] {
  return JSON.parse(text);
}
