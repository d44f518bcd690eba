import { foldStamp, type FrontierItem, type LedgerEvent } from '@newsmill/contracts';
import { numberOf, textOf, textOrNullOf, type Row } from '../../sqlite/columns.ts';
import type { SqliteFile } from '../../sqlite/sqlite-file.ts';
import { fateNamed, stageNamed } from '../fate-names.ts';
import { settledFields, settledItem, settledKey, shortStamp, type SettledItem } from '../settled.ts';
import type { Added } from '../state.ts';

/*
 * `time`: version of the newest event, or its time where it has none. `article`: null for that of the own address
 * where own_article is 1. `stamp` is null where the frontier has the page, or never had it.
 */
const schema = `
  CREATE TABLE IF NOT EXISTS settled_outcome (id INTEGER PRIMARY KEY, stage TEXT NOT NULL, fate TEXT NOT NULL, source TEXT NOT NULL, reason TEXT NOT NULL, UNIQUE (stage, fate, source, reason));
  CREATE TABLE IF NOT EXISTS settled (
    key BLOB PRIMARY KEY, outcome INTEGER NOT NULL, has_fate INTEGER NOT NULL, time INTEGER NOT NULL, fetched INTEGER NOT NULL, minute INTEGER NOT NULL,
    owner INTEGER NOT NULL, own_article INTEGER NOT NULL, article TEXT, stamp TEXT) WITHOUT ROWID;
`;

/** Columns of a settled item, for readSettled. */
export const settledColumns =
  'lower(hex(settled.key)) AS name, stage, fate, source, reason, has_fate, time, fetched, minute, owner, own_article, article, stamp';

/** A settled item from a row of `settledColumns`. */
export function readSettled(row: Row): SettledItem {
  return settledItem({
    key: textOf(row, 'name'),
    firstSeen: numberOf(row, 'minute') * 60_000,
    sourceId: textOf(row, 'source'),
    hasFate: row['has_fate'] === 1,
    stage: stageNamed(textOf(row, 'stage')),
    fate: fateNamed(textOf(row, 'fate')),
    reason: textOf(row, 'reason'),
    time: numberOf(row, 'time'),
    isFetched: row['fetched'] === 1,
    articleId: textOrNullOf(row, 'article') ?? '',
    isOwnArticle: row['own_article'] === 1,
    stamp: textOrNullOf(row, 'stamp') ?? undefined,
    isOwner: row['owner'] === 1,
  });
}

/** The newest event of a settled item as far as it is known; nothing where the state has its events. */
export function settledEvent(
  item: string,
  { fate, sourceId, firstSeen }: SettledItem,
): LedgerEvent | undefined {
  if (fate === undefined) return undefined;
  const { isOwnArticle, articleId = isOwnArticle ? item : undefined, ...known } = fate;
  return {
    ...known,
    ...(articleId === undefined ? {} : { articleId }),
    item,
    url: '',
    sourceId,
    attempt: 0,
    firstSeen,
  };
}

/**
 * The part of the state that keeps what is settled and old. Synchronous: the state runs it within its transactions.
 */
export class SqliteSettled {
  readonly #file: SqliteFile;

  constructor(file: SqliteFile) {
    this.#file = file;
    file.execute(schema);
  }

  find(item: string): SettledItem | undefined {
    const row = this.#file
      .statement(
        `SELECT ${settledColumns} FROM settled JOIN settled_outcome ON settled_outcome.id = settled.outcome WHERE settled.key = unhex(?)`,
      )
      .get(settledKey(item));
    return row === undefined ? undefined : readSettled(row);
  }

  knowsPage(item: string): boolean {
    return this.find(item)?.stamp !== undefined;
  }

  /** What a channel tells of a page that is settled, and what is known of it where that brings it back. */
  tell(item: FrontierItem): { readonly added: Added; readonly woken?: SettledItem } | undefined {
    const known = this.find(item.key);
    if (known?.stamp === undefined) return undefined;
    const { added, stamp } = foldStamp(
      { sourceId: known.sourceId, stamp: known.stamp },
      { sourceId: item.sourceId, stamp: shortStamp(item.stamp) },
    );
    if (added !== 'known') return { added, woken: known };
    if (stamp !== known.stamp) this.save(item.key, { ...known, stamp });
    return { added };
  }

  /** Keeps an item; one of which nothing is left to remember goes, and who owns the article of its address goes back to the owners. */
  save(item: string, settled: Omit<SettledItem, 'key'>): void {
    if (settled.isOwner && settled.fate === undefined && settled.stamp === undefined)
      this.#file.statement('INSERT OR IGNORE INTO article_owner (article, item) VALUES (?1, ?1)').run(item);
    this.#write({ ...settled, key: settledKey(item) });
  }

  /** Puts an item in, unless it is known; answers whether it was put in. */
  put(settled: SettledItem): boolean {
    if (this.#file.statement('SELECT 1 FROM settled WHERE key = unhex(?)').get(settled.key) !== undefined)
      return false;
    this.#write(settled);
    return true;
  }

  #write(item: SettledItem): void {
    const { key, hasFate, stage, fate, sourceId, reason, time, isFetched, ...fields } = settledFields(item);
    if (!hasFate && fields.stamp === undefined) {
      this.#file.statement('DELETE FROM settled WHERE key = unhex(?)').run(key);
      return;
    }
    const outcome = [stage, fate, sourceId, reason] as const;
    this.#file
      .statement('INSERT OR IGNORE INTO settled_outcome (stage, fate, source, reason) VALUES (?, ?, ?, ?)')
      .run(...outcome);
    this.#file
      .statement(
        'INSERT OR REPLACE INTO settled (key, outcome, has_fate, time, fetched, minute, owner, own_article, article, stamp) VALUES (unhex(?), (SELECT id FROM settled_outcome WHERE stage = ? AND fate = ? AND source = ? AND reason = ?), ?, ?, ?, ?, ?, ?, ?, ?)',
      )
      .run(
        key,
        ...outcome,
        hasFate ? 1 : 0,
        time,
        isFetched ? 1 : 0,
        Math.floor(fields.firstSeen / 60_000),
        fields.isOwner ? 1 : 0,
        fields.isOwnArticle ? 1 : 0,
        fields.articleId === '' ? null : fields.articleId,
        fields.stamp ?? null,
      );
  }

  clear(): void {
    this.#file.statement('DELETE FROM settled').run();
    this.#file.statement('DELETE FROM settled_outcome').run();
  }
}
