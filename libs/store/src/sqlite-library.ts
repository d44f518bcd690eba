import type {
  ArticleDocument,
  RelatedArticles,
  RelatedRequest,
  SearchPage,
  SearchRequest,
  Timeline,
  TimelineRequest,
  TopRequest,
  TopValues,
  Trends,
  TrendsRequest,
} from '@newsmill/contracts';
import { limitedTasks, type LibraryAnswer, type LibraryTask } from './library-task.ts';
import { LibraryWorker } from './library-worker.ts';
import {
  BadCursor,
  LibraryTimeout,
  type ArticleLink,
  type ChangesPage,
  type ChangesRequest,
  type Library,
  type LibraryRecord,
  type Removal,
  type WriteResult,
} from './library.ts';
import { refuseImmense } from './match-expression.ts';
import type { Reindexed, ReindexOptions } from './reindex.ts';
import type { ExpiredArticle, RetentionRule } from './retention.ts';

export interface SqliteLibraryOptions {
  readonly path: string;
  /** A search that takes longer is ended, milliseconds. */
  readonly searchLimitMs?: number;
}

/** Documents that one transaction takes at most: searches wait for it. */
const mostInOneWrite = 100;
const mostInOneExport = 100;
/** How often a task is redone when the process dies over it. */
const mostTries = 3;

type AnswerTo<K extends LibraryAnswer['kind']> = Extract<LibraryAnswer, { readonly kind: K }>;

interface Waiting {
  readonly task: LibraryTask;
  readonly since: number;
  tries: number;
  resolve(answer: LibraryAnswer): void;
  reject(error: unknown): void;
}

/**
 * The embedded library: FTS5 in a file of its own, in a process of its own. A search past its limit ends that process;
 * it is started again, and what else was asked for is done then.
 */
export async function openSqliteLibrary(options: SqliteLibraryOptions): Promise<Library> {
  const worker = new LibraryWorker(options.path);
  await worker.start();
  return new SqliteLibrary(worker, options.searchLimitMs ?? 2_000);
}

class SqliteLibrary implements Library {
  readonly #worker: LibraryWorker;
  readonly #searchLimitMs: number;
  /** Searches and other tasks take turns, so neither keeps the other waiting for long. */
  readonly #searches: Waiting[] = [];
  readonly #others: Waiting[] = [];
  #loop: Promise<void> | undefined;
  #isSearchTurn = true;
  #isClosed = false;

  constructor(worker: LibraryWorker, searchLimitMs: number) {
    this.#worker = worker;
    this.#searchLimitMs = searchLimitMs;
  }

  write(documents: readonly ArticleDocument[]): Promise<readonly WriteResult[]> {
    return this.#write(documents, false);
  }

  amend(documents: readonly ArticleDocument[]): Promise<readonly WriteResult[]> {
    return this.#write(documents, true);
  }

  async #write(documents: readonly ArticleDocument[], isAmend: boolean): Promise<readonly WriteResult[]> {
    const texts = documents.map((document) => JSON.stringify({ ...document, indexed: undefined }));
    const groups = Array.from({ length: Math.ceil(texts.length / mostInOneWrite) }, (_, i) =>
      texts.slice(i * mostInOneWrite, (i + 1) * mostInOneWrite),
    );
    const answers = await Promise.all(
      groups.map((group) => this.#ask({ kind: 'write', documents: group, isAmend }, isWrite)),
    );
    return answers.flatMap((answer) => answer.results);
  }

  async remove(entries: readonly Removal[]): Promise<void> {
    await this.#ask(
      { kind: 'remove', entries: entries.map(({ id, version, reason }) => ({ id, version, reason })) },
      isRemove,
    );
  }

  async takeDown(ids: readonly string[]): Promise<void> {
    if (ids.length > 0) await this.#ask({ kind: 'takeDown', ids }, isTakeDown);
  }

  async lift(ids: readonly string[]): Promise<void> {
    if (ids.length > 0) await this.#ask({ kind: 'lift', ids }, isLift);
  }

  async expired(rules: readonly RetentionRule[], limit: number): Promise<readonly ExpiredArticle[]> {
    const all: ExpiredArticle[] = [];
    if (rules.length === 0) return all;
    for (
      let after: number | undefined = Number.MIN_SAFE_INTEGER;
      after !== undefined && all.length < limit;
    ) {
      const { found, next }: AnswerTo<'expired'> = await this.#ask(
        { kind: 'expired', rules, after, limit: limit - all.length },
        isExpiredAnswer,
      );
      all.push(...found);
      after = next;
    }
    return all;
  }

  /** What deleted articles took is used again by the next ones. */
  async tidy(): Promise<void> {
    this.#refuseWhenClosed();
  }

  async link(links: readonly ArticleLink[]): Promise<void> {
    if (links.length > 0) await this.#ask({ kind: 'link', links }, isLink);
  }

  async get(id: string): Promise<ArticleDocument | undefined> {
    const { document } = await this.#ask({ kind: 'get', id }, isGet);
    return document === undefined ? undefined : JSON.parse(document);
  }

  async search(request: SearchRequest): Promise<SearchPage> {
    // Before it is handed over: the serializer has no bound of its own.
    if (request.query !== undefined) refuseImmense(request.query);
    const limit = Math.max(1, Math.min(100, Math.trunc(request.limit)));
    return (await this.#ask({ kind: 'search', request: { ...request, limit } }, isSearch)).page;
  }

  async related({ id, limit, sameLanguage }: RelatedRequest): Promise<RelatedArticles | undefined> {
    return (
      await this.#ask(
        {
          kind: 'related',
          request: { id, limit: Math.max(1, Math.min(50, Math.trunc(limit))), sameLanguage },
        },
        isRelated,
      )
    ).related;
  }

  async timeline(request: TimelineRequest): Promise<Timeline> {
    if (request.query !== undefined) refuseImmense(request.query);
    return (await this.#ask({ kind: 'timeline', request }, isTimeline)).timeline;
  }

  async top(request: TopRequest): Promise<TopValues> {
    if (request.query !== undefined) refuseImmense(request.query);
    return (await this.#ask({ kind: 'top', request }, isTop)).values;
  }

  async trends(request: TrendsRequest): Promise<Trends> {
    if (request.query !== undefined) refuseImmense(request.query);
    return (await this.#ask({ kind: 'trends', request }, isTrends)).trends;
  }

  async list(options: {
    readonly after?: string;
    readonly limit: number;
  }): Promise<{ readonly items: readonly ArticleDocument[]; readonly next?: string }> {
    const { items, next } = await this.#ask(
      { kind: 'list', options: { after: options.after, limit: options.limit } },
      isList,
    );
    const documents: ArticleDocument[] = items.map((text) => JSON.parse(text));
    return next === undefined ? { items: documents } : { items: documents, next };
  }

  async changes({ after, until, limit, where }: ChangesRequest): Promise<ChangesPage> {
    if (where?.query !== undefined) refuseImmense(where.query);
    const { items, cursor, more } = await this.#ask(
      { kind: 'changes', request: { after, until, limit, where } },
      isChanges,
    );
    return { items: items.map((text) => JSON.parse(text)), cursor, more };
  }

  async count(): Promise<number> {
    return (await this.#ask({ kind: 'count' }, isCount)).count;
  }

  async *exportRecords(): AsyncGenerator<LibraryRecord> {
    for (const part of ['document', 'link', 'tombstone'] as const) {
      let after: string | undefined = '';
      while (after !== undefined) {
        const page: AnswerTo<'export'> = await this.#ask(
          { kind: 'export', part, after, limit: mostInOneExport },
          isExport,
        );
        for (const record of page.records) yield JSON.parse(record);
        after = page.next;
      }
    }
  }

  /** In batches: searches take turns with them, and what is not rebuilt yet is found as before. */
  async reindex({ report, signal, abort }: ReindexOptions = {}): Promise<Reindexed> {
    if (abort === true) return { articles: 0, parts: 0 };
    const total = await this.count();
    let articles = 0;
    for (let after: string | undefined = ''; after !== undefined; ) {
      signal?.throwIfAborted();
      const { rebuilt, next }: AnswerTo<'rebuild'> = await this.#ask(
        { kind: 'rebuild', after, limit: mostInOneWrite },
        isRebuild,
      );
      articles += rebuilt;
      report?.({ kind: 'copied', part: 'library', copied: articles, total });
      after = next;
    }
    report?.({ kind: 'swapped', part: 'library' });
    return { articles, parts: 1 };
  }

  /** The file was made when the library was opened: asks whether it can be written now. */
  async prepare(): Promise<void> {
    await this.#ask({ kind: 'check' }, isCheck);
  }

  /** What `write` has answered is visible at once. */
  async refresh(): Promise<void> {
    this.#refuseWhenClosed();
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    await this.#loop;
    await this.#worker.stop();
  }

  #refuseWhenClosed(): void {
    if (this.#isClosed) throw new Error('the library is closed');
  }

  async #ask<A extends LibraryAnswer>(
    task: LibraryTask,
    isAnswer: (answer: LibraryAnswer) => answer is A,
  ): Promise<A> {
    this.#refuseWhenClosed();
    const answer = await new Promise<LibraryAnswer>((resolve, reject) => {
      const queue = isBounded(task) ? this.#searches : this.#others;
      queue.push({ task, since: performance.now(), tries: 0, resolve, reject });
      this.#loop ??= this.#work();
    });
    if (isAnswer(answer)) return answer;
    throw answer.kind === 'failed'
      ? errorOf(answer, task)
      : new Error(`the library process answered ${answer.kind} to ${task.kind}`);
  }

  /** Runs until nothing waits. */
  async #work(): Promise<void> {
    for (;;) {
      const waiting = this.#next();
      if (waiting === undefined) {
        // Here and not after the promise: what is asked for next must start a loop of its own.
        this.#loop = undefined;
        return;
      }
      try {
        if (!this.#worker.isRunning) await this.#worker.start();
        await this.#perform(waiting);
      } catch (error) {
        waiting.reject(error);
      }
    }
  }

  #next(): Waiting | undefined {
    this.#isSearchTurn = !this.#isSearchTurn;
    const [first, second] = this.#isSearchTurn
      ? [this.#searches, this.#others]
      : [this.#others, this.#searches];
    return first.shift() ?? second.shift();
  }

  async #perform(waiting: Waiting): Promise<void> {
    const { task } = waiting;
    const limit = isBounded(task) ? this.#searchLimitMs : undefined;
    if (limit !== undefined && performance.now() - waiting.since > limit)
      return waiting.reject(new LibraryTimeout(limit));
    waiting.tries += 1;
    const answer = await this.#worker.perform(task, limit);
    if (answer.kind !== 'unanswered') return waiting.resolve(answer);
    if (answer.isTimeout) return waiting.reject(new LibraryTimeout(this.#searchLimitMs));
    if (waiting.tries >= mostTries)
      return waiting.reject(new Error(`the library process died ${mostTries} times over a ${task.kind}`));
    // Versions make it safe to do again what may have been done.
    (isBounded(task) ? this.#searches : this.#others).unshift(waiting);
  }
}

/** What holds a query, which may take any time. */
function isBounded(task: LibraryTask): boolean {
  return limitedTasks.includes(task.kind) || (task.kind === 'changes' && task.request.where !== undefined);
}

function errorOf(failed: AnswerTo<'failed'>, task: LibraryTask): Error {
  if (failed.name === 'BadCursor' && task.kind === 'search') return new BadCursor(task.request.cursor ?? '');
  if (failed.name === 'BadCursor' && task.kind === 'changes') return new BadCursor(task.request.after ?? '');
  if (failed.name === 'RangeError') return new RangeError(failed.message);
  return Object.assign(
    new Error(`library ${task.kind}: ${failed.message}`),
    failed.errcode === undefined ? {} : { errcode: failed.errcode },
  );
}

const isWrite = (answer: LibraryAnswer): answer is AnswerTo<'write'> => answer.kind === 'write';
const isRemove = (answer: LibraryAnswer): answer is AnswerTo<'remove'> => answer.kind === 'remove';
const isLink = (answer: LibraryAnswer): answer is AnswerTo<'link'> => answer.kind === 'link';
const isGet = (answer: LibraryAnswer): answer is AnswerTo<'get'> => answer.kind === 'get';
const isSearch = (answer: LibraryAnswer): answer is AnswerTo<'search'> => answer.kind === 'search';
const isRelated = (answer: LibraryAnswer): answer is AnswerTo<'related'> => answer.kind === 'related';
const isTimeline = (answer: LibraryAnswer): answer is AnswerTo<'timeline'> => answer.kind === 'timeline';
const isTop = (answer: LibraryAnswer): answer is AnswerTo<'top'> => answer.kind === 'top';
const isTrends = (answer: LibraryAnswer): answer is AnswerTo<'trends'> => answer.kind === 'trends';
const isList = (answer: LibraryAnswer): answer is AnswerTo<'list'> => answer.kind === 'list';
const isChanges = (answer: LibraryAnswer): answer is AnswerTo<'changes'> => answer.kind === 'changes';
const isExport = (answer: LibraryAnswer): answer is AnswerTo<'export'> => answer.kind === 'export';
const isTakeDown = (answer: LibraryAnswer): answer is AnswerTo<'takeDown'> => answer.kind === 'takeDown';
const isLift = (answer: LibraryAnswer): answer is AnswerTo<'lift'> => answer.kind === 'lift';
const isExpiredAnswer = (answer: LibraryAnswer): answer is AnswerTo<'expired'> => answer.kind === 'expired';
const isCheck = (answer: LibraryAnswer): answer is AnswerTo<'check'> => answer.kind === 'check';
const isRebuild = (answer: LibraryAnswer): answer is AnswerTo<'rebuild'> => answer.kind === 'rebuild';
const isCount = (answer: LibraryAnswer): answer is AnswerTo<'count'> => answer.kind === 'count';
