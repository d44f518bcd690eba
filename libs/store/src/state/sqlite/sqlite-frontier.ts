import { foldStamp, type FrontierItem, type Settlement, type StoredMemory } from '@newsmill/contracts';
import { numberOf, numberOrNullOf, textOf, type Row } from '../../sqlite/columns.ts';
import type { SqliteFile } from '../../sqlite/sqlite-file.ts';
import type { SettledItem } from '../settled.ts';
import {
  headStartMs,
  mostInLine,
  mostInPiece,
  type Added,
  type StateRecord,
  type StateWriter,
} from '../state.ts';
import { chooseClaims } from './choose-claims.ts';
import {
  clockSchema,
  frontierSchema,
  itemColumns,
  kindOf,
  kinds,
  readItem,
  type Kind,
} from './frontier-rows.ts';
import type { SqliteSettled } from './sqlite-settled.ts';

type HostRecord = Extract<StateRecord, { kind: 'host' }>;
type ScheduleRecord = Extract<StateRecord, { kind: 'schedule' }>;

interface KnownItem {
  readonly id: number;
  readonly host: number;
  readonly kind: Kind;
  readonly isQueued: boolean;
  readonly isClaimed: boolean;
  readonly due: number | null;
  readonly again: number | null;
  readonly sourceId: string;
  readonly stamp: string;
  readonly data: string;
}

/** A clock that goes back by more was set; less is the work of what keeps it right, milliseconds. */
const setBackMs = 60_000;

/** The smaller, the sooner. */
function turnOf(row: Row): number {
  return numberOf(row, 'due') + numberOf(row, 'priority') * headStartMs;
}

/**
 * The part of the state that knows what to fetch and when. Synchronous: the state runs it within its
 * transactions.
 */
export class SqliteFrontier {
  readonly #file: SqliteFile;
  /** Greatest time that a claim was made at: what is due by then goes into the queue without a detour. */
  #lastClaim = 0;
  /** The time that is written down as that of the last use; undefined before it was read. */
  #writtenClock: number | undefined;
  /** How far claims have looked past hosts of sources that hold enough. */
  #passedOver = 0;
  readonly #settled: SqliteSettled;
  /** Takes the fate of a page back in that comes back. */
  readonly #wake: (item: FrontierItem, settled: SettledItem) => void;

  constructor(
    file: SqliteFile,
    settled: SqliteSettled,
    wake: (item: FrontierItem, settled: SettledItem) => void,
  ) {
    this.#file = file;
    this.#settled = settled;
    this.#wake = wake;
    file.execute(frontierSchema);
    file.execute(clockSchema);
  }

  knows(key: string): boolean {
    return this.#has(key) || this.#settled.knowsPage(key);
  }

  #has(key: string): boolean {
    return this.#file.statement('SELECT 1 FROM item WHERE key = ?').get(key) !== undefined;
  }

  knowsPage(key: string): boolean {
    const row = this.#file.statement('SELECT kind FROM item WHERE key = ?').get(key);
    return row === undefined ? this.#settled.knowsPage(key) : row['kind'] === 'page';
  }

  get(key: string): FrontierItem | undefined {
    const row = this.#file
      .statement(`SELECT ${itemColumns} FROM item JOIN host ON host.id = item.host WHERE item.key = ?`)
      .get(key);
    return row === undefined ? undefined : readItem(row);
  }

  /** A piece of the channels, in the order of adding, after the place that the piece before ended with. */
  channelsAfter(place: number): { readonly channels: FrontierItem[]; readonly next: number | undefined } {
    const rows = this.#file
      .statement(
        `SELECT ${itemColumns}, item.id FROM item INDEXED BY item_channel JOIN host ON host.id = item.host WHERE item.kind = 'channel' AND item.id > ? ORDER BY item.id LIMIT ${mostInPiece}`,
      )
      .all(place);
    const last = rows.length < mostInPiece ? undefined : rows.at(-1);
    return { channels: rows.map(readItem), next: last === undefined ? undefined : numberOf(last, 'id') };
  }

  channelsOf(sourceId: string): FrontierItem[] {
    return this.#file
      .statement(
        `SELECT ${itemColumns} FROM item INDEXED BY item_channel_source JOIN host ON host.id = item.host WHERE item.kind = 'channel' AND item.source = ? ORDER BY item.id`,
      )
      .all(sourceId)
      .map(readItem);
  }

  countChannels(): { readonly all: number; readonly failing: number } {
    const row =
      this.#file
        .statement(
          "SELECT (SELECT count(*) FROM item INDEXED BY item_channel_source WHERE kind = 'channel') AS channels, (SELECT count(*) FROM item INDEXED BY item_failing WHERE kind = 'channel' AND attempt > 0) AS failing",
        )
        .get() ?? {};
    return { all: numberOf(row, 'channels'), failing: numberOf(row, 'failing') };
  }

  countDue(now: number): number {
    const row =
      this.#file
        .statement(
          'SELECT (SELECT count(*) FROM item INDEXED BY item_queue WHERE queued = 1 AND due <= ?1) + (SELECT count(*) FROM item INDEXED BY item_due WHERE queued = 0 AND due IS NOT NULL AND due <= ?1) AS due',
        )
        .get(now) ?? {};
    return numberOf(row, 'due');
  }

  add(item: FrontierItem): Added {
    const known = this.#find(item.key);
    if (known === undefined) {
      const told = this.#settled.tell(item);
      if (told === undefined) this.#insert(item);
      else if (told.woken !== undefined) this.#wakeUp(item, told.woken, told.added);
      return told?.added ?? 'new';
    }
    return known.kind === 'page' ? this.#tell(known, item) : 'known';
  }

  /** A page that was settled is to be fetched again. */
  #wakeUp(item: FrontierItem, settled: SettledItem, added: Added): void {
    const { firstSeen, fate, sourceId } = settled;
    const woken = {
      ...item,
      firstSeen,
      fetchedAt: fate?.at ?? 0,
      sourceId: added === 'taken' ? item.sourceId : sourceId,
    };
    this.#insert(woken);
    this.#wake(woken, settled);
  }

  /** Takes a page out that becomes settled; false where something is to be done with it still. */
  retire(key: string): FrontierItem | undefined {
    const item = this.get(key);
    const known = this.#find(key);
    if (item === undefined || known === undefined) return undefined;
    if (item.kind !== 'page' || item.dueAt !== null || known.again !== null || known.isClaimed)
      return undefined;
    this.#file.statement('DELETE FROM item WHERE id = ?').run(known.id);
    return item;
  }

  /** What a channel tells of a page that is known. */
  #tell(known: KnownItem, item: FrontierItem): Added {
    const { added, stamp } = foldStamp(known, item);
    if (added === 'known') {
      if (stamp !== known.stamp)
        this.#file.statement('UPDATE item SET stamp = ? WHERE id = ?').run(stamp, known.id);
      return added;
    }
    const data = JSON.stringify({ ...JSON.parse(known.data), entry: item.data.entry });
    const source = added === 'taken' ? item.sourceId : known.sourceId;
    if (known.isClaimed) {
      this.#file
        .statement('UPDATE item SET stamp = ?, source = ?, data = ?, again = ? WHERE id = ?')
        .run(stamp, source, data, item.dueAt, known.id);
      return added;
    }
    // Who waits already keeps the place.
    const due =
      known.due === null || item.dueAt === null ? (known.due ?? item.dueAt) : Math.min(known.due, item.dueAt);
    const queued = this.#isDue(due);
    this.#file
      .statement('UPDATE item SET stamp = ?, source = ?, data = ?, due = ?, queued = ? WHERE id = ?')
      .run(stamp, source, data, due, queued ? 1 : 0, known.id);
    if (queued || known.isQueued) this.#renewHead(known.host, known.kind);
    return added;
  }

  /** Keeps what is known of the item. */
  put(item: FrontierItem): void {
    const settled = this.#settled.find(item.key);
    // A page at rest may as well stay settled.
    if (this.#has(item.key) || (settled?.stamp !== undefined && item.dueAt === null)) return;
    this.#insert(item);
    if (settled?.stamp !== undefined) this.#settled.save(item.key, { ...settled, stamp: undefined });
  }

  /** The later times win; a claim wins over one that ends sooner. */
  putSchedule({ key, dueAt, attempt, fetchedAt }: ScheduleRecord): void {
    const queued = this.#isDue(dueAt);
    const row = this.#file
      .statement(
        'UPDATE item SET due = ?, attempt = ?, fetched_at = ?, queued = ? WHERE key = ? AND due IS NULL AND fetched_at = 0 RETURNING host, kind',
      )
      .get(dueAt, attempt, fetchedAt, queued ? 1 : 0, key);
    if (queued && row !== undefined) this.#renewHead(numberOf(row, 'host'), kindOf(row));
  }
  putHost({ host, domain, freeAt, domainFreeAt, holder, lease }: HostRecord): void {
    const id = this.#hostOf({ host, domain });
    this.#file.statement('UPDATE host SET host_free = max(host_free, ?) WHERE id = ?').run(freeAt, id);
    if (domainFreeAt !== undefined) this.#pauseDomain(id, domainFreeAt);
    if (holder !== undefined && lease !== undefined)
      this.#file
        .statement('UPDATE host SET lease = ?1, holder = ?2 WHERE id = ?3 AND (holder IS NULL OR lease < ?1)')
        .run(lease, holder, id);
  }

  #pauseDomain(host: number, until: number): void {
    this.#file
      .statement(
        'UPDATE host SET domain_free = max(domain_free, ?) WHERE domain = (SELECT domain FROM host WHERE id = ?)',
      )
      .run(until, host);
  }

  #insert(item: FrontierItem): void {
    const host = this.#hostOf(item);
    const queued = this.#isDue(item.dueAt);
    this.#file
      .statement(
        'INSERT INTO item (key, kind, host, queued, due, priority, attempt, first_seen, fetched_at, source, url, stamp, data) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)',
      )
      .run(
        item.key,
        item.kind,
        host,
        queued ? 1 : 0,
        item.dueAt,
        item.priority,
        item.attempt,
        item.firstSeen,
        item.fetchedAt,
        item.sourceId,
        item.url,
        item.stamp,
        JSON.stringify(item.data),
      );
    if (queued && item.dueAt !== null) this.#improveHead(host, item.kind, item.priority, item.dueAt);
  }

  #hostOf(item: Pick<FrontierItem, 'host' | 'domain'>): number {
    const row = this.#file.statement('SELECT id FROM host WHERE name = ?').get(item.host);
    if (row !== undefined) return numberOf(row, 'id');
    // A new host of a domain that asked for a pause keeps the pause.
    const made = this.#file
      .statement(
        'INSERT INTO host (name, domain, domain_free) VALUES (?1, ?2, coalesce((SELECT max(domain_free) FROM host WHERE domain = ?2), 0)) RETURNING id',
      )
      .get(item.host, item.domain);
    return numberOf(made ?? {}, 'id');
  }

  #isDue(due: number | null): boolean {
    return due !== null && due <= this.#lastClaim;
  }

  #find(key: string): KnownItem | undefined {
    const row = this.#file
      .statement(
        'SELECT item.id, item.host, item.kind, item.queued, item.due, item.again, item.source, item.stamp, item.data, host.holder FROM item JOIN host ON host.id = item.host WHERE item.key = ?',
      )
      .get(key);
    if (row === undefined) return undefined;
    return {
      id: numberOf(row, 'id'),
      host: numberOf(row, 'host'),
      kind: kindOf(row),
      isQueued: row['queued'] === 1,
      isClaimed: row['holder'] === key,
      due: numberOrNullOf(row, 'due'),
      again: numberOrNullOf(row, 'again'),
      sourceId: textOf(row, 'source'),
      stamp: textOf(row, 'stamp'),
      data: textOf(row, 'data'),
    };
  }

  #improveHead(host: number, kind: Kind, priority: number, due: number): void {
    this.#file
      .statement(
        `UPDATE host SET ${kind}_priority = ?2, ${kind}_due = ?3 WHERE id = ?1 AND (${kind}_priority IS NULL OR (${kind}_priority, ${kind}_due) > (?2, ?3))`,
      )
      .run(host, priority, due);
  }

  #renewHead(host: number, kind: Kind): void {
    const row = this.#file
      .statement(
        'SELECT priority, due FROM item INDEXED BY item_queue WHERE host = ? AND kind = ? AND queued = 1 ORDER BY priority, due LIMIT 1',
      )
      .get(host, kind);
    this.#file
      .statement(`UPDATE host SET ${kind}_priority = ?, ${kind}_due = ? WHERE id = ?`)
      .run(
        row === undefined ? null : numberOf(row, 'priority'),
        row === undefined ? null : numberOf(row, 'due'),
        host,
      );
  }

  /** Takes notice of a clock that was set back, also while nothing ran. */
  #keepTime(now: number): void {
    this.#writtenClock ??= numberOf(
      this.#file.statement('SELECT coalesce(max(at), 0) AS at FROM frontier_clock').get() ?? {},
      'at',
    );
    const last = Math.max(this.#lastClaim, this.#writtenClock);
    const isSetBack = now < last - setBackMs;
    if (isSetBack) this.#setBack(now, last - now);
    if (!isSetBack && now < this.#writtenClock + setBackMs) return;
    this.#file.statement('INSERT OR REPLACE INTO frontier_clock (id, at) VALUES (1, ?)').run(now);
    this.#writtenClock = now;
  }

  /**
   * The clock was set back by so many milliseconds. All times that lie ahead were told by the clock as it was: they
   * move along, or nothing would be asked for until it is as late again. A page that was taken for too old to be
   * visited again, because the clock was ahead, is due now: it may be young.
   */
  #setBack(now: number, byMs: number): void {
    this.#file
      .statement('UPDATE item SET due = due - ?1, again = again - ?1 WHERE due IS NOT NULL')
      .run(byMs);
    this.#file
      .statement("UPDATE item SET due = ?1 WHERE due IS NULL AND kind = 'page' AND data ->> 'doneAt' > ?1")
      .run(now);
    this.#file
      .statement(
        'UPDATE host SET host_free = max(0, host_free - ?1), domain_free = max(0, domain_free - ?1), lease = max(0, lease - ?1), channel_due = channel_due - ?1, page_due = page_due - ?1',
      )
      .run(byMs);
    this.#lastClaim = 0;
  }

  /** A piece of what is due by `now` goes into the queue; answers whether that was all. */
  #queueDue(now: number): boolean {
    this.#keepTime(now);
    this.#lastClaim = Math.max(this.#lastClaim, now);
    const rows = this.#file
      .statement(
        `UPDATE item SET queued = 1 WHERE id IN (SELECT id FROM item INDEXED BY item_due WHERE queued = 0 AND due IS NOT NULL AND due <= ? ORDER BY due LIMIT ${mostInPiece}) RETURNING host, kind, priority, due`,
      )
      .all(now);
    const heads = new Map<
      string,
      { readonly host: number; readonly kind: Kind; readonly priority: number; readonly due: number }
    >();
    for (const row of rows) {
      const head = {
        host: numberOf(row, 'host'),
        kind: kindOf(row),
        priority: numberOf(row, 'priority'),
        due: numberOf(row, 'due'),
      };
      const best = heads.get(`${head.kind} ${head.host}`);
      if (
        best === undefined ||
        head.priority < best.priority ||
        (head.priority === best.priority && head.due < best.due)
      )
        heads.set(`${head.kind} ${head.host}`, head);
    }
    for (const { host, kind, priority, due } of heads.values()) this.#improveHead(host, kind, priority, due);
    return rows.length < mostInPiece;
  }

  /**
   * Undefined where so much became due at once that it has to be called again before anything is claimed; the `isLast`
   * of such calls claims from what is in order by then.
   */
  claim(options: Parameters<StateWriter['claimItems']>[0], isLast: boolean): FrontierItem[] | undefined {
    const { now } = options;
    if (!this.#queueDue(now) && !isLast) return undefined;
    const asked = kinds.filter((kind) => options.kinds === undefined || options.kinds.includes(kind));
    const depth = options.underWay === undefined ? 1 : mostInLine;
    const { items, place } = chooseClaims(options, this.#passedOver, {
      ready: (from, count) => asked.flatMap((kind) => this.#ready(kind, now, from, count)),
      inLine: (host, kind) => this.#inLine(host, kind, depth),
    });
    this.#passedOver = place;
    return Array.from(items, ([host, id]) => this.#claimItem(host, id, now + options.leaseMs));
  }

  /** Free hosts in the order of their turns. */
  #ready(kind: Kind, now: number, from: number, count: number) {
    return this.#file
      .statement(
        `SELECT id, ${kind}_priority AS priority, ${kind}_due AS due FROM host INDEXED BY host_${kind} WHERE ${kind}_priority IS NOT NULL AND free_at <= ? ORDER BY ${kind}_priority, ${kind}_due LIMIT ? OFFSET ?`,
      )
      .all(now, count, from)
      .map((row) => ({ host: numberOf(row, 'id'), kind, turn: turnOf(row) }));
  }

  #inLine(host: number, kind: Kind, count: number) {
    const rows = this.#file
      .statement(
        'SELECT id, source FROM item INDEXED BY item_queue WHERE host = ? AND kind = ? AND queued = 1 ORDER BY priority, due, id LIMIT ?',
      )
      .all(host, kind, count);
    if (rows.length === 0) throw new Error(`host ${host} has a head but no queued ${kind}`);
    return rows.map((row) => ({ id: numberOf(row, 'id'), sourceId: textOf(row, 'source') }));
  }

  #claimItem(host: number, id: number, lease: number): FrontierItem {
    const row = this.#file
      .statement(
        `SELECT ${itemColumns}, item.again FROM item JOIN host ON host.id = item.host WHERE item.id = ?`,
      )
      .get(id);
    if (row === undefined) throw new Error(`item ${id} is gone`);
    const item = readItem(row);
    this.#file.statement('UPDATE host SET lease = ?, holder = ? WHERE id = ?').run(lease, item.key, host);
    if (row['again'] !== null) this.#file.statement('UPDATE item SET again = NULL WHERE id = ?').run(id);
    return item;
  }

  settle(settlement: Settlement): void {
    const known = this.#find(settlement.key);
    if (known === undefined) return;
    const { again } = known;
    const due =
      again === null || settlement.dueAt === null
        ? (again ?? settlement.dueAt)
        : Math.min(again, settlement.dueAt);
    const stored: StoredMemory = JSON.parse(known.data);
    const data = again === null ? settlement.data : { ...settlement.data, entry: stored.entry };
    const queued = this.#isDue(due);
    this.#file
      .statement(
        'UPDATE item SET due = ?, attempt = ?, fetched_at = ?, data = ?, queued = ?, again = NULL WHERE id = ?',
      )
      .run(due, settlement.attempt, settlement.fetchedAt, JSON.stringify(data), queued ? 1 : 0, known.id);
    if (queued || known.isQueued) this.#renewHead(known.host, known.kind);
    // Who lost the claim to another does not free the host.
    if (known.isClaimed)
      this.#file
        .statement('UPDATE host SET lease = 0, holder = NULL, host_free = ? WHERE id = ?')
        .run(settlement.hostFreeAt, known.host);
    else
      this.#file
        .statement('UPDATE host SET host_free = max(host_free, ?) WHERE id = ?')
        .run(settlement.hostFreeAt, known.host);
    if (settlement.domainFreeAt !== undefined) this.#pauseDomain(known.host, settlement.domainFreeAt);
  }

  release(key: string): void {
    const released = this.#file
      .statement(
        'UPDATE host SET lease = 0, holder = NULL WHERE id = (SELECT host FROM item WHERE key = ?1) AND holder = ?1',
      )
      .run(key);
    if (released.changes !== 0)
      this.#file.statement('UPDATE item SET again = NULL WHERE key = ? AND again IS NOT NULL').run(key);
  }

  renew(key: string, lease: number): void {
    this.#file
      .statement(
        'UPDATE host SET lease = max(lease, ?2) WHERE id = (SELECT host FROM item WHERE key = ?1) AND holder = ?1',
      )
      .run(key, lease);
  }

  endClaims(): void {
    this.#file
      .statement(
        'UPDATE item SET again = NULL WHERE again IS NOT NULL AND key IN (SELECT holder FROM host WHERE holder IS NOT NULL)',
      )
      .run();
    this.#file.statement('UPDATE host SET lease = 0, holder = NULL WHERE holder IS NOT NULL').run();
  }

  remove(key: string): void {
    const known = this.#find(key);
    if (known === undefined) return;
    this.release(key);
    this.#file.statement('DELETE FROM item WHERE id = ?').run(known.id);
    if (known.isQueued) this.#renewHead(known.host, known.kind);
  }

  nextClaimAt(): number | undefined {
    let best = Number.POSITIVE_INFINITY;
    const hosts = this.#file
      .statement(
        'SELECT free_at, min(coalesce(channel_due, page_due), coalesce(page_due, channel_due)) AS due FROM host INDEXED BY host_wanted WHERE coalesce(channel_priority, page_priority) IS NOT NULL ORDER BY free_at LIMIT 1',
      )
      .all();
    for (const row of hosts) best = Math.max(numberOf(row, 'free_at'), numberOf(row, 'due'));
    // Past these rows the answer is the earliest that it can be: waking early does no harm.
    const rows = this.#file
      .statement(
        'SELECT item.due, host.free_at FROM item INDEXED BY item_due JOIN host ON host.id = item.host WHERE item.queued = 0 AND item.due IS NOT NULL ORDER BY item.due LIMIT 200',
      )
      .all();
    for (const [place, row] of rows.entries()) {
      const due = numberOf(row, 'due');
      if (due >= best) break;
      best = Math.min(best, place === 199 ? due : Math.max(due, numberOf(row, 'free_at')));
    }
    return best === Number.POSITIVE_INFINITY ? undefined : best;
  }

  counts(): {
    readonly sourceId: string;
    readonly kind: Kind;
    readonly waiting: number;
    readonly claimed: number;
  }[] {
    const claimed = new Map<string, number>();
    for (const row of this.#file
      .statement(
        'SELECT item.source, item.kind, count(*) AS count FROM host JOIN item ON item.key = host.holder WHERE host.holder IS NOT NULL GROUP BY item.source, item.kind',
      )
      .all()) {
      claimed.set(`${textOf(row, 'kind')} ${textOf(row, 'source')}`, numberOf(row, 'count'));
    }
    const rows = this.#file
      .statement(
        'SELECT source, kind, count(*) AS count FROM item WHERE due IS NOT NULL GROUP BY source, kind',
      )
      .all();
    return rows.map((row) => {
      const held = claimed.get(`${textOf(row, 'kind')} ${textOf(row, 'source')}`) ?? 0;
      return {
        sourceId: textOf(row, 'source'),
        kind: kindOf(row),
        waiting: numberOf(row, 'count') - held,
        claimed: held,
      };
    });
  }

  clear(): void {
    this.#lastClaim = 0;
    this.#passedOver = 0;
    this.#writtenClock = 0;
    this.#file.statement('DELETE FROM frontier_clock').run();
    this.#file.statement('DELETE FROM item').run();
    this.#file.statement('DELETE FROM host').run();
  }
}
