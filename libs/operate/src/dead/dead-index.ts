import { DatabaseSync, type SQLOutputValue, type StatementSync } from 'node:sqlite';
import {
  UnknownTopic,
  type Bus,
  type MessageOutline,
  type MessagePlace,
  type TopicChange,
} from '@newsmill/bus';
import { DeadLetterFacts, deadLetterHeader, deadLetters, readDeadLetterFacts } from '@newsmill/contracts';
import { causeOf } from './cause-of.ts';
import type { DeadFilter, DeadGroup, DeadGroupsView, DeadLetterView } from './dead-view.ts';

type IndexBus = Pick<Bus, 'changes'>;
type Row = Readonly<Record<string, SQLOutputValue>>;

type ReasonCounts = readonly { readonly reason: string; readonly count: number }[];

/** So much of a detail is kept; the letter has all of it. */
const keptDetail = 300;
/** Parts of the time over which groups are counted. */
const timeParts = 24;
const mostGroups = 200;
const mostSources = 3;
/** Answers that are kept until a letter comes or goes. */
const mostAnswers = 20;

const schema = `
  PRAGMA journal_mode = MEMORY; PRAGMA synchronous = OFF; PRAGMA cache_size = -8000;
  CREATE TABLE letter (id TEXT PRIMARY KEY, time INTEGER NOT NULL, "offset" INTEGER NOT NULL, at INTEGER NOT NULL, cause TEXT NOT NULL, source TEXT NOT NULL, item TEXT NOT NULL, bytes INTEGER NOT NULL, facts TEXT NOT NULL) WITHOUT ROWID;
  CREATE INDEX letter_time ON letter (time, "offset");
  CREATE INDEX letter_cause ON letter (cause, time, "offset", at, source);
  CREATE INDEX letter_source ON letter (source, cause, at);
  CREATE TABLE place (partition INTEGER NOT NULL, "offset" INTEGER NOT NULL, id TEXT NOT NULL, PRIMARY KEY (partition, "offset")) WITHOUT ROWID;
  CREATE INDEX place_id ON place (id);
  CREATE TABLE cause (id TEXT PRIMARY KEY, stage TEXT NOT NULL, reason TEXT NOT NULL, title TEXT NOT NULL, frame TEXT) WITHOUT ROWID;
`;

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

/**
 * Facts of all dead letters, without their messages, in a file of its own that the process forgets at its end. Asked,
 * it first reads what came and went since it was asked last: no more than that, once it has read the topic. So
 * whatever replays, removes, expires or restarts, in whatever process, it says what is there.
 */
export class DeadIndex {
  readonly #bus: IndexBus;
  // Without a name SQLite keeps a database in a temporary file, and memory for the pages in use alone.
  readonly #database = new DatabaseSync('');
  readonly #statements = new Map<string, StatementSync>();
  readonly #groupAnswers = new Map<string, DeadGroupsView>();
  readonly #reasonAnswers = new Map<string, ReasonCounts>();
  #mark: string | undefined;
  #refreshing: Promise<void> | undefined;

  constructor(bus: IndexBus) {
    this.#bus = bus;
    this.#database.exec(schema);
  }

  /** Who asks while it is reading waits for one more reading, so that nothing of before the question is missed. */
  async refresh(): Promise<void> {
    while (this.#refreshing !== undefined) await this.#refreshing;
    this.#refreshing = this.#catchUp().finally(() => {
      this.#refreshing = undefined;
    });
    await this.#refreshing;
  }

  async #catchUp(): Promise<void> {
    try {
      for await (const change of this.#bus.changes(deadLetters.name, this.#mark)) this.#apply(change);
    } catch (error) {
      if (!(error instanceof UnknownTopic)) throw error;
      // It is made again while services run; until then there is none.
      this.#clear();
      this.#forgetAnswers();
      this.#mark = undefined;
    }
  }

  #statement(sql: string): StatementSync {
    const known = this.#statements.get(sql);
    if (known !== undefined) return known;
    const statement = this.#database.prepare(sql);
    this.#statements.set(sql, statement);
    return statement;
  }

  #clear(): void {
    this.#database.exec('DELETE FROM letter; DELETE FROM place; DELETE FROM cause');
  }

  #forgetAnswers(): void {
    this.#groupAnswers.clear();
    this.#reasonAnswers.clear();
  }

  /** A whole change or nothing of it: after an error the next reading begins where this one did. */
  #apply(change: TopicChange): void {
    this.#database.exec('BEGIN');
    try {
      const changes = this.#take(change);
      this.#database.exec('COMMIT');
      if (change.isWhole || changes > 0) this.#forgetAnswers();
      this.#mark = change.mark;
    } finally {
      if (this.#database.isTransaction) this.#database.exec('ROLLBACK');
    }
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
    this.#statement('INSERT OR REPLACE INTO letter VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)').run(
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
    return this.reasons(filter).reduce((sum, { count }) => sum + count, 0);
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
    return this.#kept(this.#reasonAnswers, filter, () => {
      const { sql, values } = conditionOf(filter);
      return this.#statement(
        `SELECT reason, sum(n) AS n FROM (SELECT cause, count(*) AS n FROM letter WHERE ${sql} GROUP BY cause) AS counted JOIN cause ON cause.id = counted.cause GROUP BY reason ORDER BY n DESC, reason`,
      )
        .all(...values)
        .map((row) => ({ reason: textOf(row, 'reason'), count: numberOf(row, 'n') }));
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
    const rows = this.#statement(
      `SELECT * FROM letter WHERE ${sql} AND (time, "offset") < (?, ?) ORDER BY time DESC, "offset" DESC LIMIT ?`,
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
    const { sql, values } = conditionOf(filter);
    const all = (text: string, more: readonly (string | number)[] = []) =>
      this.#statement(text).all(...more, ...values);
    const [span] = all(
      `SELECT count(*) AS n, coalesce(min(at), 0) AS "from", coalesce(max(at), 0) AS "to" FROM letter WHERE ${sql}`,
    );
    const [found, from, to] = [numberOf(span, 'n'), numberOf(span, 'from'), numberOf(span, 'to')];
    const rows = all(
      `SELECT cause, count(*) AS n, min(at) AS first, max(at) AS last, count(DISTINCT source) AS sources FROM letter WHERE ${sql} GROUP BY cause ORDER BY n DESC, cause`,
    );
    const counts = new Map<string, number[]>();
    for (const row of all(
      `SELECT cause, CAST((at - ?) * ${timeParts} / ? AS INTEGER) AS part, count(*) AS n FROM letter WHERE ${sql} GROUP BY cause, part`,
      [from, to - from + 1],
    )) {
      const parts = counts.get(textOf(row, 'cause')) ?? Array.from({ length: timeParts }, () => 0);
      parts[numberOf(row, 'part')] = numberOf(row, 'n');
      counts.set(textOf(row, 'cause'), parts);
    }
    const sources = new Map<string, { source: string; count: number }[]>();
    for (const row of all(
      `SELECT cause, source, count(*) AS n FROM letter WHERE ${sql} AND source <> '' GROUP BY cause, source ORDER BY n DESC, source`,
    )) {
      const of = sources.get(textOf(row, 'cause')) ?? [];
      if (of.length < mostSources) of.push({ source: textOf(row, 'source'), count: numberOf(row, 'n') });
      sources.set(textOf(row, 'cause'), of);
    }
    const groups = rows.slice(0, mostGroups).flatMap((row): DeadGroup[] => {
      const id = textOf(row, 'cause');
      const cause = this.#statement('SELECT * FROM cause WHERE id = ?').get(id);
      const [example] = this.page({ ...filter, group: id }, { limit: 1 }).letters;
      if (example === undefined) return [];
      const frame = textOf(cause, 'frame');
      return [
        {
          id,
          stage: textOf(cause, 'stage'),
          reason: textOf(cause, 'reason'),
          title: textOf(cause, 'title'),
          ...(frame === '' ? {} : { frame }),
          count: numberOf(row, 'n'),
          firstSeen: numberOf(row, 'first'),
          lastSeen: numberOf(row, 'last'),
          sources: numberOf(row, 'sources'),
          topSources: sources.get(id) ?? [],
          overTime: counts.get(id) ?? [],
          example,
        },
      ];
    });
    const words = (text: string) =>
      this.#statement(text)
        .all()
        .map((row) => textOf(row, 'word'));
    return {
      total: this.count(),
      found,
      from,
      to,
      groups,
      more: Math.max(0, rows.length - mostGroups),
      reasons: this.reasons({ ...filter, reason: undefined }),
      stages: words(
        'SELECT DISTINCT stage AS word FROM cause WHERE id IN (SELECT DISTINCT cause FROM letter) ORDER BY 1',
      ),
      sources: words("SELECT DISTINCT source AS word FROM letter WHERE source <> '' ORDER BY 1 LIMIT 1000"),
    };
  }
}

const indexes = new WeakMap<IndexBus, DeadIndex>();

/** The index of the dead letters of a bus, caught up with it; one for a process. */
export async function deadIndexOf(bus: IndexBus): Promise<DeadIndex> {
  const index = indexes.get(bus) ?? new DeadIndex(bus);
  indexes.set(bus, index);
  await index.refresh();
  return index;
}
