import type { DatabaseSync, SQLInputValue, SQLOutputValue } from 'node:sqlite';
import {
  UnknownTopic,
  type Bus,
  type MessageOutline,
  type MessagePlace,
  type TopicChange,
} from '@newsmill/bus';
import { DeadLetterFacts, deadLetterHeader, deadLetters, readDeadLetterFacts } from '@newsmill/contracts';
import { causeOf } from './cause-of.ts';
import { openIndexFile, removeIndexFile, tellsDamage } from './open-index-file.ts';
import type { DeadFilter, DeadGroup, DeadGroupsView, DeadLetterView } from './dead-view.ts';

type IndexBus = Pick<Bus, 'changes'>;
/** A statement that notes where the file is damaged. */
interface Guarded {
  all(...values: SQLInputValue[]): Row[];
  get(...values: SQLInputValue[]): Row | undefined;
  run(...values: SQLInputValue[]): void;
}
type Row = Readonly<Record<string, SQLOutputValue>>;

type ReasonCounts = readonly { readonly reason: string; readonly count: number }[];

interface Counted {
  readonly found: number;
  readonly reasons: ReasonCounts;
  /** By cause; letters without a source are those of ''. */
  readonly causes: ReadonlyMap<string, readonly { readonly source: string; readonly count: number }[]>;
}

const byText = (a: string, b: string): number => (a < b ? -1 : Number(a > b));

/** So much of a detail is kept; the letter has all of it. */
const keptDetail = 300;
/** Parts of the time over which groups are counted. */
const timeParts = 24;
const mostGroups = 200;
const mostSources = 3;
const mostSourceNames = 1_000;
/** Answers that are kept until a letter comes or goes. */
const mostAnswers = 20;

/**
 * `tally` keeps the counts of letters, so that no count reads the letters themselves. Letters are in the order in which
 * they were read, so that a batch of them touches few pages.
 */
const tables = `
  CREATE TABLE letter (id TEXT NOT NULL UNIQUE, time INTEGER NOT NULL, "offset" INTEGER NOT NULL, at INTEGER NOT NULL, cause TEXT NOT NULL, source TEXT NOT NULL, item TEXT NOT NULL, bytes INTEGER NOT NULL, facts TEXT NOT NULL);
  CREATE INDEX letter_time ON letter (time, "offset", cause, source, at);
  CREATE INDEX letter_cause ON letter (cause, time, "offset", source, at);
  CREATE INDEX letter_cause_at ON letter (cause, at, source);
  CREATE TABLE place (partition INTEGER NOT NULL, "offset" INTEGER NOT NULL, id TEXT NOT NULL, PRIMARY KEY (partition, "offset")) WITHOUT ROWID;
  CREATE INDEX place_id ON place (id);
  CREATE TABLE cause (id TEXT PRIMARY KEY, stage TEXT NOT NULL, reason TEXT NOT NULL, title TEXT NOT NULL, frame TEXT) WITHOUT ROWID;
  CREATE TABLE tally (cause TEXT NOT NULL, source TEXT NOT NULL, n INTEGER NOT NULL, PRIMARY KEY (cause, source)) WITHOUT ROWID;
  CREATE TRIGGER letter_added AFTER INSERT ON letter BEGIN
    INSERT INTO tally VALUES (new.cause, new.source, 1) ON CONFLICT (cause, source) DO UPDATE SET n = n + 1;
  END;
  CREATE TRIGGER letter_gone AFTER DELETE ON letter BEGIN
    UPDATE tally SET n = n - 1 WHERE cause = old.cause AND source = old.source;
    DELETE FROM tally WHERE cause = old.cause AND source = old.source AND n = 0;
  END;
`;
const tableNames = ['letter', 'place', 'cause', 'tally'];

function textOf(row: Row | undefined, column: string): string {
  const value = row?.[column];
  return typeof value === 'string' ? value : '';
}
function numberOf(row: Row | undefined, column: string): number {
  const value = row?.[column];
  return typeof value === 'number' ? value : 0;
}

/** Facts of a letter; one whose header cannot be read is shown all the same, under its place in the topic. */
export function letterFacts(
  message: Pick<MessageOutline, 'headers' | 'partition' | 'offset' | 'time'>,
): DeadLetterFacts {
  return (
    readDeadLetterFacts(message.headers) ?? {
      id: `at-${message.partition}-${message.offset}`,
      stage: 'fetch',
      topic: '',
      reason: 'bad-message',
      detail: `The header ${deadLetterHeader} cannot be read.`,
      attempts: 0,
      at: message.time,
    }
  );
}

function viewOf(row: Row): DeadLetterView {
  const facts = DeadLetterFacts.parse(JSON.parse(textOf(row, 'facts')));
  return { ...facts, group: textOf(row, 'cause'), bytes: numberOf(row, 'bytes') };
}

interface Condition {
  readonly sql: string;
  readonly values: readonly (string | number)[];
}

function conditionOf({ group, reason, source, stage, from, to }: DeadFilter): Condition {
  const parts = [
    ['cause = ?', group],
    // Causes are few, and know stage and reason: indexes of letters do without.
    ['cause IN (SELECT cause.id FROM cause WHERE cause.reason = ?)', reason],
    ['source = ?', source],
    ['cause IN (SELECT cause.id FROM cause WHERE cause.stage = ?)', stage],
    ['at >= ?', from],
    ['at < ?', to],
  ] as const;
  const given = parts.flatMap(([sql, value]) => (value === undefined ? [] : [{ sql, value }]));
  return {
    sql: given.length === 0 ? '1' : given.map(({ sql }) => sql).join(' AND '),
    values: given.map(({ value }) => value),
  };
}

/** `time.offset` of the last letter of a page. */
function readCursor(cursor: string | undefined): { readonly time: number; readonly offset: number } {
  const [time = Number.MAX_SAFE_INTEGER, offset = Number.MAX_SAFE_INTEGER] = (cursor ?? '')
    .split('.')
    .filter((part) => /^\d{1,15}$/.test(part))
    .map(Number);
  return { time, offset };
}

/** When somebody who asks goes on without all that was there at the question. */
export interface Patience {
  /** After so long, where then more is unread than the next batch; milliseconds. */
  readonly waitMs?: number | undefined;
  /** As soon as what is read is enough. */
  readonly isEnough?: ((index: DeadIndex) => boolean) | undefined;
}

/**
 * Facts of all dead letters, without their messages, in a database of their own. Asked, it first reads what came and
 * went since it was asked last, the newest first: no more than that, once it has read the topic. So whatever replays,
 * removes, expires or restarts, in whatever process, it says what is there. In a file it outlives its process, and
 * several processes share it.
 */
export class DeadIndex {
  readonly #bus: IndexBus;
  readonly #database: DatabaseSync;
  readonly #statements = new Map<string, Guarded>();
  readonly #groupAnswers = new Map<string, DeadGroupsView>();
  readonly #countAnswers = new Map<string, Counted>();
  readonly #onBatch = new Set<() => void>();
  readonly #file: string | undefined;
  #isDamaged = false;
  #foreignVersion = 0;
  #unread: TopicChange['unread'] = [];
  #reading: Promise<void> | undefined;
  #following: Promise<void> | undefined;

  /** `file`: where it is kept; without one it is forgotten with the process. */
  constructor(bus: IndexBus, file?: string) {
    this.#bus = bus;
    this.#file = file;
    this.#database = openIndexFile(file, tables);
  }

  /**
   * Reads on. Resolves when all that was there at the question is read; with patience earlier, and reading goes on
   * beside whoever asked.
   */
  async refresh({ waitMs, isEnough }: Patience = {}): Promise<void> {
    const read = this.#readOn();
    if (waitMs === undefined && isEnough === undefined) return read;
    const early = Promise.withResolvers<void>();
    let isLate = false;
    const look = (): void => {
      // What is read within one batch is waited for on a busy machine too: nobody is told of what was before.
      if ((isLate && this.#unread.length > 0) || isEnough?.(this) === true) early.resolve();
    };
    this.#onBatch.add(look);
    const timer =
      waitMs === undefined
        ? undefined
        : setTimeout(() => {
            isLate = true;
            look();
          }, waitMs);
    try {
      await Promise.race([read, early.promise]);
    } finally {
      clearTimeout(timer);
      this.#onBatch.delete(look);
      // What fails later fails again for whoever asks next.
      read.catch(() => undefined);
    }
  }

  /**
   * One reading at a time; those who ask in the middle of one share the next, so that nothing before a question is
   * missed.
   */
  #readOn(): Promise<void> {
    if (this.#reading === undefined) {
      this.#reading = this.#catchUp().finally(() => {
        this.#reading = undefined;
      });
      return this.#reading;
    }
    this.#following ??= this.#reading
      .catch(() => undefined)
      .then(() => {
        this.#following = undefined;
        return this.#readOn();
      });
    return this.#following;
  }

  async #catchUp(): Promise<void> {
    try {
      // Another process that shares the file may read at the same time: then on from where it has come.
      while (!(await this.#readTopic())) this.#forgetAnswers();
    } catch (error) {
      if (!(error instanceof UnknownTopic)) throw error;
      // It is made again while services run; until then there is none.
      this.#within(() => {
        this.#clear();
        this.#keepMark(undefined);
      });
      this.#unread = [];
      this.#forgetAnswers();
    }
  }

  /** False where another process took what this one has read. */
  async #readTopic(): Promise<boolean> {
    const foreign = numberOf(this.#statement('PRAGMA data_version').get(), 'data_version');
    if (foreign !== this.#foreignVersion) this.#forgetAnswers();
    this.#foreignVersion = foreign;
    let mark = this.#mark();
    for await (const change of this.#bus.changes(deadLetters.name, mark)) {
      if (!this.#apply(change, mark)) return false;
      mark = change.mark;
      this.#unread = change.unread;
      for (const look of this.#onBatch) look();
    }
    return true;
  }

  /** Places of the topic that are still to be read, at most; what is told meanwhile is of the others. */
  get unread(): number {
    return this.#unread.reduce((sum, { from, to }) => sum + Number(to) - Number(from), 0);
  }

  /** Whether a page is what it will be when all is read: none of its letters comes before what is unread. */
  knowsPage(
    filter: DeadFilter,
    { cursor, limit }: { readonly cursor?: string | undefined; readonly limit: number },
  ): boolean {
    const unread = new Map(this.#unread.map(({ partition, to }) => [partition, Number(to)]));
    if (unread.size === 0) return true;
    // Places of several partitions have no order.
    if (unread.size > 1) return false;
    // Counts are at hand: where there are too few, no letter is looked at.
    if (this.count(filter) <= limit) return false;
    const [before = 0] = unread.values();
    const { sql, values } = conditionOf(filter);
    const { time, offset } = readCursor(cursor);
    const rows = this.#statement(
      `SELECT 1 FROM letter INDEXED BY letter_time WHERE ${sql} AND (time, "offset") < (?, ?) AND "offset" >= ? LIMIT ?`,
    ).all(...values, time, offset, before, limit + 1);
    return rows.length > limit;
  }

  /** Whether a question or a reading met damage of its file: it answers right no more. */
  get isDamaged(): boolean {
    return this.#isDamaged;
  }

  /** Lets the file go, and removes it: the next index reads the topic anew. */
  discard(): void {
    this.#database.close();
    if (this.#file !== undefined) removeIndexFile(this.#file);
  }

  #guard<T>(work: () => T): T {
    try {
      return work();
    } catch (error) {
      if (tellsDamage(error)) this.#isDamaged = true;
      throw error;
    }
  }

  #statement(sql: string): Guarded {
    const known = this.#statements.get(sql);
    if (known !== undefined) return known;
    const statement = this.#guard(() => this.#database.prepare(sql));
    const guarded: Guarded = {
      all: (...values: SQLInputValue[]) => this.#guard(() => statement.all(...values)),
      get: (...values: SQLInputValue[]) => this.#guard(() => statement.get(...values)),
      run: (...values: SQLInputValue[]) => void this.#guard(() => statement.run(...values)),
    };
    this.#statements.set(sql, guarded);
    return guarded;
  }

  #mark(): string | undefined {
    const row = this.#statement('SELECT mark FROM mark').get();
    return row === undefined ? undefined : textOf(row, 'mark');
  }

  #keepMark(mark: string | undefined): void {
    this.#statement('DELETE FROM mark').run();
    if (mark !== undefined) this.#statement('INSERT INTO mark VALUES (?)').run(mark);
  }

  /** Made anew: that is faster than removing letter by letter. */
  #clear(): void {
    this.#database.exec(tableNames.map((name) => `DROP TABLE ${name};`).join(' ') + tables);
  }

  #forgetAnswers(): void {
    this.#groupAnswers.clear();
    this.#countAnswers.clear();
  }

  /** All of it or nothing. */
  #within<T>(work: () => T): T {
    this.#guard(() => this.#database.exec('BEGIN IMMEDIATE'));
    try {
      const answer = work();
      this.#database.exec('COMMIT');
      return answer;
    } finally {
      if (this.#database.isTransaction) this.#database.exec('ROLLBACK');
    }
  }

  /**
   * A whole change or nothing of it: after an error the next reading begins where this one did. False where the
   * change does not follow what the file knows.
   */
  #apply(change: TopicChange, since: string | undefined): boolean {
    const changes = this.#within(() => {
      if (this.#mark() !== since) return undefined;
      const taken = this.#take(change);
      if (since !== change.mark) this.#keepMark(change.mark);
      return taken;
    });
    if (change.isWhole || changes !== 0) this.#forgetAnswers();
    return changes !== undefined;
  }

  #take({ isWhole, added, removed, first }: TopicChange): number {
    if (isWhole) this.#clear();
    let changes = added.length;
    for (const place of removed) changes += this.#forget(place);
    for (const { partition, offset } of first) changes += this.#expire(partition, Number(offset));
    for (const message of added) this.#add(message);
    return changes;
  }

  #expire(partition: number, before: number): number {
    const gone = this.#statement(
      'SELECT partition, "offset" FROM place WHERE partition = ? AND "offset" < ?',
    ).all(partition, before);
    for (const row of gone) this.#forget({ partition, offset: String(numberOf(row, 'offset')) });
    return gone.length;
  }

  /** A letter that was written twice after a crash is there until both are gone. */
  #forget({ partition, offset }: MessagePlace): number {
    const at = Number(offset);
    const row = this.#statement('SELECT id FROM place WHERE partition = ? AND "offset" = ?').get(
      partition,
      at,
    );
    if (row === undefined) return 0;
    const id = textOf(row, 'id');
    this.#statement('DELETE FROM place WHERE partition = ? AND "offset" = ?').run(partition, at);
    if (this.#statement('SELECT 1 FROM place WHERE id = ? LIMIT 1').get(id) === undefined)
      this.#statement('DELETE FROM letter WHERE id = ?').run(id);
    return 1;
  }

  #add(message: MessageOutline): void {
    const facts = letterFacts(message);
    const { detail } = facts;
    const cause = causeOf(facts);
    const offset = Number(message.offset);
    this.#statement('INSERT OR REPLACE INTO place VALUES (?, ?, ?)').run(message.partition, offset, facts.id);
    this.#statement('INSERT OR IGNORE INTO cause VALUES (?, ?, ?, ?, ?)').run(
      cause.id,
      facts.stage,
      facts.reason,
      cause.title,
      cause.frame ?? null,
    );
    // Of a letter that was written twice the newer copy is told of; older ones are read later.
    const newer = this.#statement('SELECT 1 FROM letter WHERE id = ? AND (time, "offset") > (?, ?)');
    if (newer.get(facts.id, message.time, offset) !== undefined) return;
    this.#statement('DELETE FROM letter WHERE id = ?').run(facts.id);
    this.#statement('INSERT INTO letter VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)').run(
      facts.id,
      message.time,
      offset,
      facts.at,
      cause.id,
      facts.sourceId ?? '',
      facts.item ?? message.key,
      message.bytes,
      JSON.stringify({
        ...facts,
        detail: detail.length > keptDetail ? `${detail.slice(0, keptDetail)}…` : detail,
      }),
    );
  }

  count(filter: DeadFilter = {}): number {
    return this.#counted(filter).found;
  }

  /** Items that the letters are of. */
  items(): ReadonlySet<string> {
    return new Set(
      this.#statement('SELECT DISTINCT item FROM letter')
        .all()
        .map((row) => textOf(row, 'item')),
    );
  }

  reasons(filter: DeadFilter): ReasonCounts {
    return this.#counted(filter).reasons;
  }

  /** Letters by cause and source; where no time narrows them, without reading the letters. */
  #counted(filter: DeadFilter): Counted {
    return this.#kept(this.#countAnswers, filter, () => {
      const { sql, values } = conditionOf(filter);
      const isTimed = filter.from !== undefined || filter.to !== undefined;
      const rows = this.#statement(
        isTimed
          ? `SELECT cause, source, count(*) AS n FROM letter WHERE ${sql} GROUP BY cause, source`
          : `SELECT cause, source, n FROM tally WHERE ${sql}`,
      ).all(...values);
      const reasonOf = new Map(
        this.#statement('SELECT id, reason FROM cause')
          .all()
          .map((row) => [textOf(row, 'id'), textOf(row, 'reason')]),
      );
      const reasons = new Map<string, number>();
      const causes = new Map<string, { source: string; count: number }[]>();
      let found = 0;
      for (const row of rows) {
        const [id, count] = [textOf(row, 'cause'), numberOf(row, 'n')];
        const sources = causes.get(id) ?? [];
        sources.push({ source: textOf(row, 'source'), count });
        causes.set(id, sources);
        const reason = reasonOf.get(id) ?? '';
        reasons.set(reason, (reasons.get(reason) ?? 0) + count);
        found += count;
      }
      return {
        found,
        causes,
        reasons: [...reasons]
          .map(([reason, count]) => ({ reason, count }))
          .toSorted((a, b) => b.count - a.count || byText(a.reason, b.reason)),
      };
    });
  }

  /** What was answered before, until a letter comes or goes. */
  #kept<T>(answers: Map<string, T>, filter: DeadFilter, read: () => T): T {
    const key = JSON.stringify(filter);
    const known = answers.get(key);
    if (known !== undefined) return known;
    const answer = read();
    const [oldest] = answers.keys();
    if (answers.size >= mostAnswers && oldest !== undefined) answers.delete(oldest);
    answers.set(key, answer);
    return answer;
  }

  /** Newest first, from a cursor on. */
  page(
    filter: DeadFilter,
    { cursor, limit }: { readonly cursor?: string | undefined; readonly limit: number },
  ): { readonly letters: readonly DeadLetterView[]; readonly next?: string } {
    const { sql, values } = conditionOf(filter);
    const { time, offset } = readCursor(cursor);
    // The index alone finds them, however few of all are meant.
    const index = filter.group === undefined ? 'letter_time' : 'letter_cause';
    const rows = this.#statement(
      `SELECT letter.* FROM (SELECT rowid AS found FROM letter INDEXED BY ${index} WHERE ${sql} AND (time, "offset") < (?, ?) ORDER BY time DESC, "offset" DESC LIMIT ?) JOIN letter ON letter.rowid = found ORDER BY time DESC, "offset" DESC`,
    ).all(...values, time, offset, limit + 1);
    const shown = rows.slice(0, limit);
    const last = shown.at(-1);
    return {
      letters: shown.map(viewOf),
      ...(rows.length > limit ? { next: `${numberOf(last, 'time')}.${numberOf(last, 'offset')}` } : {}),
    };
  }

  /** Ids in the order in which they came. */
  ids(filter: DeadFilter): readonly string[] {
    const { sql, values } = conditionOf(filter);
    return this.#statement(`SELECT id FROM letter WHERE ${sql} ORDER BY time, "offset"`)
      .all(...values)
      .map((row) => textOf(row, 'id'));
  }

  /** All places where a letter stands, the newest last. */
  placesOf(id: string): readonly MessagePlace[] {
    return this.#statement('SELECT partition, "offset" FROM place WHERE id = ? ORDER BY "offset"')
      .all(id)
      .map((place) => ({
        partition: numberOf(place, 'partition'),
        offset: String(numberOf(place, 'offset')),
      }));
  }

  groups(filter: DeadFilter): DeadGroupsView {
    return this.#kept(this.#groupAnswers, filter, () => this.#readGroups(filter));
  }

  #readGroups(filter: DeadFilter): DeadGroupsView {
    const { found, causes } = this.#counted(filter);
    const all = [...causes].map(([id, sources]) => ({
      id,
      sources,
      count: sources.reduce((sum, { count }) => sum + count, 0),
      ...this.#spanOf({ ...filter, group: id }),
    }));
    const from = all.length === 0 ? 0 : Math.min(...all.map(({ firstSeen }) => firstSeen));
    const to = Math.max(0, ...all.map(({ lastSeen }) => lastSeen));
    const most = all.toSorted((a, b) => b.count - a.count || byText(a.id, b.id)).slice(0, mostGroups);
    const words = (text: string) =>
      this.#statement(text)
        .all()
        .map((row) => textOf(row, 'word'));
    return {
      total: this.count(),
      found,
      from,
      to,
      groups: most.flatMap(({ id, sources, ...counts }): DeadGroup[] => {
        const cause = this.#statement('SELECT * FROM cause WHERE id = ?').get(id);
        const [example] = this.page({ ...filter, group: id }, { limit: 1 }).letters;
        if (example === undefined) return [];
        const frame = textOf(cause, 'frame');
        const named = sources.filter(({ source }) => source !== '');
        return [
          {
            id,
            stage: textOf(cause, 'stage'),
            reason: textOf(cause, 'reason'),
            title: textOf(cause, 'title'),
            ...(frame === '' ? {} : { frame }),
            ...counts,
            sources: sources.length,
            topSources: named
              .toSorted((a, b) => b.count - a.count || byText(a.source, b.source))
              .slice(0, mostSources),
            overTime: this.#overTime({ ...filter, group: id }, { from, to }),
            example,
          },
        ];
      }),
      more: Math.max(0, all.length - mostGroups),
      reasons: this.reasons({ ...filter, reason: undefined }),
      stages: words(
        'SELECT DISTINCT stage AS word FROM cause WHERE id IN (SELECT cause FROM tally) ORDER BY 1',
      ),
      sources: words(
        `SELECT DISTINCT source AS word FROM tally WHERE source <> '' ORDER BY 1 LIMIT ${mostSourceNames}`,
      ),
    };
  }

  /** Two looks into an index: the condition of time and cause, and of the source where one is given. */
  #spanOf({ group, source, from, to }: DeadFilter): Pick<DeadGroup, 'firstSeen' | 'lastSeen'> {
    const { sql, values } = conditionOf({ group, source, from, to });
    const row = this.#statement(
      `SELECT (SELECT min(at) FROM letter WHERE ${sql}) AS first, (SELECT max(at) FROM letter WHERE ${sql}) AS last`,
    ).get(...values, ...values);
    return { firstSeen: numberOf(row, 'first'), lastSeen: numberOf(row, 'last') };
  }

  #overTime(filter: DeadFilter, { from, to }: { readonly from: number; readonly to: number }): number[] {
    const edge = (part: number): number => from + Math.ceil((part * (to - from + 1)) / timeParts);
    const counts: number[] = [];
    for (let part = 0; part < timeParts; part += 1) {
      const { sql, values } = conditionOf({
        group: filter.group,
        source: filter.source,
        from: edge(part),
        to: edge(part + 1),
      });
      counts.push(
        numberOf(this.#statement(`SELECT count(*) AS n FROM letter WHERE ${sql}`).get(...values), 'n'),
      );
    }
    return counts;
  }
}

const indexes = new WeakMap<IndexBus, DeadIndex>();
const files = new WeakMap<IndexBus, string>();

/**
 * Names the file that keeps the index of the dead letters of a bus beyond the process; it is opened when the index is
 * asked first. Where it cannot be written the index is kept without.
 */
export function keepDeadIndex(bus: IndexBus, file: string): void {
  files.set(bus, file);
}

function openIndex(bus: IndexBus): DeadIndex {
  const known = indexes.get(bus);
  if (known !== undefined && !known.isDamaged) return known;
  known?.discard();
  const index = new DeadIndex(bus, files.get(bus));
  indexes.set(bus, index);
  return index;
}

/**
 * The index of the dead letters of a bus, caught up with it as far as patience goes; one for a process. One whose file
 * is damaged makes place for another.
 */
export async function deadIndexOf(bus: IndexBus, patience?: Patience): Promise<DeadIndex> {
  const index = openIndex(bus);
  try {
    await index.refresh(patience);
    return index;
  } catch (error) {
    if (!index.isDamaged) throw error;
    const other = openIndex(bus);
    await other.refresh(patience);
    return other;
  }
}
