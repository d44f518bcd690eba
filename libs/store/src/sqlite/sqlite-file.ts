import { closeSync, fdatasync, fdatasyncSync, openSync } from 'node:fs';
import { DatabaseSync, type StatementSync } from 'node:sqlite';
import { Checkpoints } from './checkpoints.ts';
import { makePrivateFile } from './private-file.ts';

/**
 * One SQLite file with group commit: what is asked for within a few milliseconds, by the bus and the state
 * alike, is one transaction and one fsync.
 */
export interface SqliteFile {
  readonly path: string;
  /** A prepared statement; the same text gives the same statement. */
  statement(sql: string): StatementSync;
  /** Runs statements without parameters at once, outside of a group (schemas). */
  execute(sql: string): void;
  /** Adds a column that a file of an earlier version lacks; empty in the rows that are there. */
  addColumn(table: string, column: string, type: string): void;
  /**
   * Runs `work` within the next transaction. Resolves with its answer when that is durable.
   * When `work` throws, only its own changes are undone. When the disk is full or the file cannot be
   * written, everything in the group is undone and each caller gets the error of SQLite (`errcode` 13: full).
   */
  write<T>(work: () => T): Promise<T>;
  /** Changes whenever another connection, also of another process, has written. */
  foreignVersion(): number;
  /** Commits what is queued, then closes. Idempotent. */
  close(): Promise<void>;
}

export interface SqliteFileOptions {
  /**
   * Pause between two commits while there is much to do, milliseconds: so long for each operation of the commit before,
   * four times at most. Who writes alone hardly waits; where many write, fewer commits write the same pages.
   */
  readonly groupMs?: number;
  /** So long the event loop works on one transaction; what is queued beyond that is in the next, milliseconds. */
  readonly turnMs?: number;
  /** How long to wait for another process that holds the file, milliseconds. */
  readonly busyMs?: number;
  /** At so many pages the write-ahead log is brought into the file. */
  readonly logPages?: number;
  /** When the log needed nobody for so long, the memory that writing took is given back, milliseconds. */
  readonly restMs?: number;
}

/** Pauses that a commit waits at most for others to join it. */
const mostPauses = 4;

interface Operation {
  run(): void;
  succeed(): void;
  fail(error: unknown): void;
}

/**
 * Opens or makes the file. The caller closes it after everything that lives in it.
 *
 * As durable as synchronous=FULL: an operation is answered only after the WAL that holds its transaction was
 * synced. SQLite would sync within COMMIT and hold up the whole process for it; here the system's thread pool
 * does it, and what commits meanwhile shares the next sync. A thread brings the log into the file (docs/adr/0006).
 */
export function openSqliteFile(path: string, options: SqliteFileOptions = {}): SqliteFile {
  try {
    return new GroupCommitFile(path, {
      groupMs: 3,
      turnMs: 5,
      busyMs: 5_000,
      logPages: 1_000,
      restMs: 30_000,
      ...options,
    });
  } catch (cause) {
    // SQLite does not say which file it could not open.
    throw new Error(`${path}: ${cause instanceof Error ? cause.message : String(cause)}`, { cause });
  }
}

class GroupCommitFile implements SqliteFile {
  readonly path: string;
  readonly #database: DatabaseSync;
  readonly #groupMs: number;
  readonly #turnMs: number;
  readonly #statements = new Map<string, StatementSync>();
  #queue: Operation[] = [];
  #isScheduled = false;
  #lastCommit = 0;
  /** Operations of the last commit. */
  #lastGroup = 1;
  #isClosed = false;
  /** Committed, but perhaps not yet on the disk. */
  #unsynced: Operation[] = [];
  #isSyncing = false;
  #log: number | undefined;
  readonly #checkpoints: Checkpoints;

  constructor(path: string, { groupMs, turnMs, busyMs, logPages, restMs }: Required<SqliteFileOptions>) {
    this.path = path;
    this.#groupMs = groupMs;
    this.#turnMs = turnMs;
    makePrivateFile(path);
    this.#database = new DatabaseSync(path, { timeout: busyMs });
    // SQLite itself brings the log into the file, within a commit, only where the thread could not.
    this.#database.exec(
      `PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA cache_size = -16000; PRAGMA journal_size_limit = 67108864; PRAGMA temp_store = MEMORY; PRAGMA wal_autocheckpoint = ${16 * logPages}`,
    );
    this.#checkpoints = new Checkpoints({
      path,
      everyFrames: logPages,
      restMs,
      rest: () => {
        if (!this.#isClosed) this.#database.exec('PRAGMA shrink_memory');
      },
      release: () => this.#schedule(),
    });
  }

  statement(sql: string): StatementSync {
    const known = this.#statements.get(sql);
    if (known !== undefined) return known;
    const statement = this.#database.prepare(sql);
    this.#statements.set(sql, statement);
    return statement;
  }

  execute(sql: string): void {
    this.#database.exec(sql);
  }

  addColumn(table: string, column: string, type: string): void {
    const isThere = (): boolean =>
      this.statement('SELECT 1 FROM pragma_table_info(?) WHERE name = ?').get(table, column) !== undefined;
    if (isThere()) return;
    this.execute('BEGIN IMMEDIATE');
    try {
      // Another process may have been first.
      if (!isThere()) this.execute(`ALTER TABLE ${table} ADD COLUMN ${column} ${type}`);
    } finally {
      this.execute('COMMIT');
    }
  }

  foreignVersion(): number {
    return Number(this.statement('PRAGMA data_version').get()?.['data_version']);
  }

  write<T>(work: () => T): Promise<T> {
    return new Promise((resolve, reject) => {
      if (this.#isClosed) return reject(new Error(`${this.path} is closed`));
      let answer: { readonly value: T } | undefined;
      this.#queue.push({
        run: () => {
          answer = { value: work() };
        },
        succeed: () =>
          answer === undefined ? reject(new Error('the operation was not run')) : resolve(answer.value),
        fail: reject,
      });
      this.#schedule();
    });
  }

  async close(): Promise<void> {
    if (this.#isClosed) return;
    this.#isClosed = true;
    if (this.#queue.length > 0) this.#commit(Number.POSITIVE_INFINITY);
    if (this.#unsynced.length > 0) fdatasyncSync(this.#openLog());
    for (const operation of this.#unsynced.splice(0)) operation.succeed();
    while (this.#isSyncing) await new Promise((resolve) => setImmediate(resolve));
    // Who closes last takes the log away.
    await this.#checkpoints.close();
    if (this.#log !== undefined) closeSync(this.#log);
    this.#statements.clear();
    this.#database.close();
  }

  #schedule(): void {
    if (this.#isScheduled) return;
    this.#isScheduled = true;
    const commit = (): void => {
      this.#isScheduled = false;
      if (this.#queue.length > 0 && !this.#checkpoints.holdsCommits) this.#commit(this.#turnMs);
    };
    // After an idle moment the group is what the present turn of the event loop asks for.
    const pause =
      this.#lastCommit + this.#groupMs * Math.min(mostPauses, this.#lastGroup) - performance.now();
    if (pause <= 0) setImmediate(commit);
    else setTimeout(commit, pause);
  }

  /** Commits what is queued; what is not begun after `forMs` is left to the next turn of the event loop. */
  #commit(forMs: number): void {
    const queue = this.#queue;
    this.#queue = [];
    const done: Operation[] = [];
    const before = this.#changes();
    const end = performance.now() + forMs;
    let begun = 0;
    try {
      this.statement('BEGIN IMMEDIATE').run();
      while (begun < queue.length && (begun === 0 || performance.now() < end)) {
        const operation = queue[begun++];
        if (operation !== undefined && this.#runOne(operation, queue.length === 1)) done.push(operation);
      }
      if (this.#database.isTransaction) this.statement('COMMIT').run();
    } catch (error) {
      if (this.#database.isTransaction) this.#database.exec('ROLLBACK');
      // What was not begun yet would meet the same.
      for (const operation of queue.splice(0)) operation.fail(error);
      return;
    } finally {
      this.#queue = [...queue.slice(begun), ...this.#queue];
      this.#lastCommit = this.#queue.length > 0 ? 0 : performance.now();
      this.#lastGroup = begun;
      if (this.#queue.length > 0) this.#schedule();
    }
    if (this.#changes() === before) return done.forEach((operation) => operation.succeed());
    this.#unsynced.push(...done);
    this.#sync();
    if (!this.#isClosed) this.#checkpoints.committed(this.#openLog());
  }

  /** Rows changed by this connection so far; reading alone needs no sync. */
  #changes(): number {
    return Number(this.statement('SELECT total_changes() AS changes').get()?.['changes']);
  }

  /** The WAL keeps its file for as long as any connection is open. */
  #openLog(): number {
    this.#log ??= openSync(`${this.path}-wal`, 'r+');
    return this.#log;
  }

  /** One sync at a time, for all that was committed before it began. */
  #sync(): void {
    if (this.#isSyncing || this.#isClosed) return;
    this.#isSyncing = true;
    const group = this.#unsynced;
    this.#unsynced = [];
    fdatasync(this.#openLog(), (error) => {
      this.#isSyncing = false;
      for (const operation of group) {
        if (error === null) operation.succeed();
        else operation.fail(error);
      }
      if (this.#unsynced.length > 0) this.#sync();
    });
  }

  /** Whether the operation did its work. Throws what undoes the whole group. */
  #runOne(operation: Operation, isAlone: boolean): boolean {
    if (!isAlone) this.statement('SAVEPOINT operation').run();
    try {
      operation.run();
    } catch (error) {
      // A full disk or a failing one has already undone the transaction, or the next operation would meet it
      // too.
      if (!this.#database.isTransaction || isFileError(error)) throw error;
      this.#database.exec(isAlone ? 'ROLLBACK' : 'ROLLBACK TO operation; RELEASE operation');
      operation.fail(error);
      return false;
    }
    if (!isAlone) this.statement('RELEASE operation').run();
    return true;
  }
}

/** I/O error, corrupt file, full disk, cannot open (SQLite result codes 10, 11, 13, 14). */
function isFileError(error: unknown): boolean {
  // No instanceof: the error may come from another realm.
  return (
    typeof error === 'object' &&
    error !== null &&
    'errcode' in error &&
    typeof error.errcode === 'number' &&
    [10, 11, 13, 14].includes(error.errcode & 0xff)
  );
}
