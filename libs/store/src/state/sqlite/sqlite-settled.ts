import { foldStamp, type FrontierItem, type LedgerEvent } from '@newsmill/contracts';
import { bytesOf, numberOf, textOf, type Row } from '../../sqlite/columns.ts';
import type { SqliteFile } from '../../sqlite/sqlite-file.ts';
import { fateNamed, stageNamed } from '../fate-names.ts';
import { settledFields, settledKey, shortStamp, type SettledItem } from '../settled.ts';
import type { Added } from '../state.ts';
import { putIntoBucket, readBucket, readFromBucket, takeFromBucket, type Outcome } from './settled-bucket.ts';

/* `settled_bucket`: the records of the items whose names begin with the same four hex digits, see settled-bucket.ts. */
const schema = `
  CREATE TABLE IF NOT EXISTS settled_outcome (id INTEGER PRIMARY KEY, stage TEXT NOT NULL, fate TEXT NOT NULL, source TEXT NOT NULL, reason TEXT NOT NULL, UNIQUE (stage, fate, source, reason));
  CREATE TABLE IF NOT EXISTS settled_bucket (id INTEGER PRIMARY KEY, records BLOB NOT NULL);
`;

const digitsInBucket = 4;
const bucketOf = (key: string): number => Number.parseInt(key.slice(0, digitsInBucket), 16);

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
    return this.#find(settledKey(item));
  }

  #find(key: string): SettledItem | undefined {
    return readFromBucket(this.#bucket(key), key, (id) => this.#outcome(id));
  }

  #bucket(key: string): Uint8Array {
    const row = this.#file.statement('SELECT records FROM settled_bucket WHERE id = ?').get(bucketOf(key));
    return row === undefined ? new Uint8Array() : bytesOf(row, 'records');
  }

  #outcome(id: number): Outcome {
    const row = this.#file
      .statement('SELECT stage, fate, source, reason FROM settled_outcome WHERE id = ?')
      .get(id);
    if (row === undefined) throw new TypeError(`the state has no outcome ${id} of settled items`);
    return {
      stage: stageNamed(textOf(row, 'stage')),
      fate: fateNamed(textOf(row, 'fate')),
      sourceId: textOf(row, 'source'),
      reason: textOf(row, 'reason'),
    };
  }

  /** The items of a row of `settled_bucket`. */
  itemsOf(row: Row): SettledItem[] {
    const digits = numberOf(row, 'id').toString(16).padStart(digitsInBucket, '0');
    return readBucket(bytesOf(row, 'records'), digits, (id) => this.#outcome(id));
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

  /**
   * Keeps an item; one of which nothing is left to remember goes, and who owns the article of its address goes back to
   * the owners.
   */
  save(item: string, settled: Omit<SettledItem, 'key'>): void {
    if (settled.isOwner && settled.fate === undefined && settled.stamp === undefined)
      this.#file.statement('INSERT OR IGNORE INTO article_owner (article, item) VALUES (?1, ?1)').run(item);
    this.#write({ ...settled, key: settledKey(item) });
  }

  /** Puts an item in, unless it is known; answers whether it was put in. */
  put(settled: SettledItem): boolean {
    if (this.#find(settled.key) !== undefined) return false;
    this.#write(settled);
    return true;
  }

  #write(item: SettledItem): void {
    const { key, fate, stamp } = item;
    const bucket = this.#bucket(key);
    const records =
      fate === undefined && stamp === undefined
        ? takeFromBucket(bucket, key)
        : putIntoBucket(bucket, item, this.#outcomeId(settledFields(item)));
    if (records.length > 0)
      this.#file
        .statement('INSERT OR REPLACE INTO settled_bucket (id, records) VALUES (?, ?)')
        .run(bucketOf(key), records);
    else this.#file.statement('DELETE FROM settled_bucket WHERE id = ?').run(bucketOf(key));
  }

  #outcomeId({ stage, fate, sourceId, reason }: Outcome): number {
    const outcome = [stage, fate, sourceId, reason] as const;
    const row =
      this.#file
        .statement(
          'SELECT id FROM settled_outcome WHERE stage = ? AND fate = ? AND source = ? AND reason = ?',
        )
        .get(...outcome) ??
      this.#file
        .statement(
          'INSERT INTO settled_outcome (stage, fate, source, reason) VALUES (?, ?, ?, ?) RETURNING id',
        )
        .get(...outcome);
    return numberOf(row ?? {}, 'id');
  }

  clear(): void {
    this.#file.statement('DELETE FROM settled_bucket').run();
    this.#file.statement('DELETE FROM settled_outcome').run();
  }
}
