import type {
  ArticleDocument,
  ArticleVersion,
  Completion,
  CompletionRequest,
  FiguresRequest,
  LikeWord,
  RelatedArticles,
  RelatedRequest,
  SearchPage,
  SearchRequest,
  SourceFigures,
  Timeline,
  TimelineRequest,
  TopRequest,
  TopValues,
  Trends,
  TrendsRequest,
} from '@newsmill/contracts';
import { DamagedFile, isDamage, isLogAlone, setAside } from '../../sqlite/damage.ts';
import { inspectFiles } from '../../sqlite/inspect-files.ts';
import {
  type Page,
  type PageRequest,
  BadCursor,
  LibraryTimeout,
  type ArticleLink,
  type ChangesPage,
  type ChangesRequest,
  type Library,
  type LibraryRecord,
  type Deletion,
  type Telling,
  type WriteResult,
} from '../library.ts';
import { refuseImmense } from '../query/refuse-immense.ts';
import type { ArticleOrigin } from '../origin.ts';
import type { Reindexed, ReindexOptions } from '../reindex.ts';
import type { ExpiredArticle, RetentionRule } from '../retention.ts';
import type { Answers, CallName, Inputs, Reply } from './calls.ts';
import { damagedLibrary, LibraryWorker } from './library-worker.ts';
import { addFigures } from './search/count-figures.ts';

export interface SqliteLibraryOptions {
  readonly path: string;
  /** A search that takes longer is ended, milliseconds. */
  readonly searchLimitMs?: number;
  /**
   * Given by whoever may set a damaged file aside: is told of it when a fresh one has taken its place.
   * Without it work on a damaged file throws DamagedFile.
   */
  readonly onDamage?: ((damage: LibraryDamage) => void) | undefined;
  /** Starts the process with the first call: who opens a library beside others may never ask it. */
  readonly isLazy?: boolean;
}

/** What was wrong with the file of a library, and under which name it lies now. */
export interface LibraryDamage {
  readonly detail: string;
  readonly aside: string;
}

/** Documents that one transaction takes at most: searches wait for it. */
const mostInOneWrite = 100;
const mostInOneExport = 100;
/** How often a call is redone when the process dies over it. */
const mostTries = 3;

/** What is said of a call beside its input. */
interface Asking {
  /** Holds a query, which may take any time: ended past the limit of a search. */
  readonly isBounded?: boolean;
  /** The cursor that the process may find to be none of ours. */
  readonly cursor?: string;
}

interface Waiting {
  readonly name: CallName;
  readonly input: Inputs[CallName];
  readonly isBounded: boolean;
  readonly since: number;
  tries: number;
  resolve(reply: Reply): void;
  reject(error: unknown): void;
}

/**
 * The embedded library: FTS5 in a file of its own, in a process of its own. A search past its limit ends that
 * process; it is started again, and what else was asked for is done then.
 */
export async function openSqliteLibrary(options: SqliteLibraryOptions): Promise<Library> {
  const library = new SqliteLibrary(new LibraryWorker(options.path), options);
  if (options.isLazy !== true) await library.start();
  return library;
}

class SqliteLibrary implements Library {
  readonly #worker: LibraryWorker;
  readonly #searchLimitMs: number;
  readonly #path: string;
  readonly #onDamage: SqliteLibraryOptions['onDamage'];
  /** Searches and other calls take turns, so neither keeps the other waiting for long. */
  readonly #searches: Waiting[] = [];
  readonly #others: Waiting[] = [];
  #loop: Promise<void> | undefined;
  #isSearchTurn = true;
  #isClosed = false;
  /** When the process was last started: until then nothing has waited for others. */
  #startedAt = 0;

  constructor(worker: LibraryWorker, { path, searchLimitMs = 2_000, onDamage }: SqliteLibraryOptions) {
    this.#worker = worker;
    this.#searchLimitMs = searchLimitMs;
    this.#path = path;
    this.#onDamage = onDamage;
  }

  /** Starts the process; a damaged file is set aside where that is allowed. */
  async start(): Promise<void> {
    if (this.#onDamage !== undefined && isLogAlone(this.#path)) return this.#renew('only its log is there');
    try {
      await this.#worker.start();
    } catch (error) {
      if (!(error instanceof DamagedFile) || this.#onDamage === undefined) throw error;
      await this.#renew(error.detail);
    }
  }

  /** Puts a fresh file in the place of the damaged one. */
  async #renew(detail: string): Promise<void> {
    await this.#worker.stop();
    const aside = setAside(this.#path, Date.now());
    // Before the process is there again, which takes a while: nobody may take the mill for ready meanwhile.
    this.#onDamage?.({ detail, aside });
    await this.#worker.start();
  }

  async inspect(): Promise<void> {
    let detail: string | undefined;
    await inspectFiles([this.#path], 'sliced', ({ problem }) => {
      detail = problem;
    });
    if (detail !== undefined && !this.#isClosed) await this.#call('condemn', detail);
  }

  write(documents: readonly ArticleDocument[]): Promise<readonly WriteResult[]> {
    return this.#write(documents, false);
  }

  amend(documents: readonly ArticleDocument[]): Promise<readonly WriteResult[]> {
    return this.#write(documents, true);
  }

  async #write(documents: readonly ArticleDocument[], isAmend: boolean): Promise<readonly WriteResult[]> {
    const texts = documents.map((document) =>
      // What links, tellings and earlier versions add is none of the document.
      JSON.stringify({ ...document, indexed: undefined, sources: undefined, edits: undefined }),
    );
    const groups = Array.from({ length: Math.ceil(texts.length / mostInOneWrite) }, (_, i) =>
      texts.slice(i * mostInOneWrite, (i + 1) * mostInOneWrite),
    );
    const answers = await Promise.all(
      groups.map((group) => this.#call('write', { documents: group, isAmend })),
    );
    return answers.flat();
  }

  async remove(entries: readonly Deletion[]): Promise<void> {
    await this.#call(
      'remove',
      entries.map(({ id, version, reason, heir }) => ({ id, version, reason, heir })),
    );
  }

  async takeDown(ids: readonly string[]): Promise<void> {
    if (ids.length > 0) await this.#call('takeDown', ids);
  }

  async lift(ids: readonly string[]): Promise<void> {
    if (ids.length > 0) await this.#call('lift', ids);
  }

  async expired(rules: readonly RetentionRule[], limit: number): Promise<readonly ExpiredArticle[]> {
    const all: ExpiredArticle[] = [];
    if (rules.length === 0) return all;
    for (
      let after: number | undefined = Number.MIN_SAFE_INTEGER;
      after !== undefined && all.length < limit;
    ) {
      const { found, next }: Answers['expired'] = await this.#call('expired', {
        rules,
        after,
        limit: limit - all.length,
      });
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
    if (links.length > 0) await this.#call('link', links);
  }

  async tell(tellings: readonly Telling[]): Promise<void> {
    if (tellings.length > 0) await this.#call('tell', tellings);
  }

  async keep(versions: readonly ArticleVersion[]): Promise<void> {
    if (versions.length > 0) await this.#call('keep', versions);
  }

  async versions(id: string): Promise<readonly ArticleVersion[]> {
    return this.#call('versions', id);
  }

  async countTold(): Promise<ReadonlyMap<string, number>> {
    return new Map(await this.#call('countTold', undefined));
  }

  figures(request: FiguresRequest): Promise<readonly SourceFigures[]> {
    return addFigures((after) => this.#call('figures', { ...request, after }));
  }

  async get(id: string): Promise<ArticleDocument | undefined> {
    const document = await this.#call('get', id);
    return document === undefined ? undefined : JSON.parse(document);
  }

  async written(ids: readonly string[]): Promise<readonly ArticleDocument[]> {
    const documents = await this.#call('written', ids);
    return documents.map((document): ArticleDocument => JSON.parse(document));
  }

  async search(request: SearchRequest): Promise<SearchPage> {
    // Before it is handed over: the serializer has no bound of its own.
    if (request.query !== undefined) refuseImmense(request.query);
    const limit = Math.max(1, Math.min(100, Math.trunc(request.limit)));
    return this.#call('search', { ...request, limit }, { isBounded: true, cursor: request.cursor ?? '' });
  }

  async related({ id, limit, languages }: RelatedRequest): Promise<RelatedArticles | undefined> {
    return this.#call(
      'related',
      { id, limit: Math.max(1, Math.min(50, Math.trunc(limit))), languages },
      { isBounded: true },
    );
  }

  async timeline(request: TimelineRequest): Promise<Timeline> {
    if (request.query !== undefined) refuseImmense(request.query);
    return this.#call('timeline', request, { isBounded: true });
  }

  async top(request: TopRequest): Promise<TopValues> {
    if (request.query !== undefined) refuseImmense(request.query);
    return this.#call('top', request, { isBounded: true });
  }

  async trends(request: TrendsRequest): Promise<Trends> {
    if (request.query !== undefined) refuseImmense(request.query);
    return this.#call('trends', request, { isBounded: true });
  }

  async complete(request: CompletionRequest): Promise<readonly Completion[]> {
    return this.#call('complete', request, { isBounded: true });
  }

  async wordsLike(word: string): Promise<readonly LikeWord[]> {
    return this.#call('wordsLike', word, { isBounded: true });
  }

  list(request: PageRequest): Promise<Page<ArticleDocument>> {
    return this.#page('list', request);
  }

  origins(request: PageRequest): Promise<Page<ArticleOrigin>> {
    return this.#page('origins', request);
  }

  async #page<T>(name: 'list' | 'origins', { after, limit }: PageRequest): Promise<Page<T>> {
    const page = await this.#call(name, { after, limit });
    return { ...page, items: page.items.map((text): T => JSON.parse(text)) };
  }

  async changes({ after, until, limit, where }: ChangesRequest): Promise<ChangesPage> {
    if (where?.query !== undefined) refuseImmense(where.query);
    const { items, cursor, more } = await this.#call(
      'changes',
      { after, until, limit, where },
      { isBounded: where !== undefined, cursor: after ?? '' },
    );
    return { items: items.map((text) => JSON.parse(text)), cursor, more };
  }

  async count(): Promise<number> {
    return this.#call('count', undefined);
  }

  async *exportRecords(): AsyncGenerator<LibraryRecord> {
    for (const part of ['document', 'link', 'telling', 'version', 'tombstone'] as const) {
      let after: string | undefined = '';
      while (after !== undefined) {
        const page: Answers['export'] = await this.#call('export', { part, after, limit: mostInOneExport });
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
      const { rebuilt, next }: Answers['rebuild'] = await this.#call('rebuild', {
        after,
        limit: mostInOneWrite,
      });
      articles += rebuilt;
      report?.({ kind: 'copied', part: 'library', copied: articles, total });
      after = next;
    }
    report?.({ kind: 'swapped', part: 'library' });
    return { articles, parts: 1 };
  }

  /** The file was made when the library was opened: asks whether it can be written now. */
  async prepare(): Promise<void> {
    await this.#call('check', undefined);
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

  async #call<K extends CallName>(
    name: K,
    input: Inputs[K],
    { isBounded = false, cursor }: Asking = {},
  ): Promise<Answers[K]> {
    this.#refuseWhenClosed();
    const reply = await new Promise<Reply>((resolve, reject) => {
      this.#queueOf(isBounded).push({
        name,
        input,
        isBounded,
        since: performance.now(),
        tries: 0,
        resolve,
        reject,
      });
      this.#loop ??= this.#work();
    });
    // what the table of calls answers to this name, carried over
    if (reply.kind === 'answered') return reply.answer as Answers[K];
    throw isDamage(reply) ? damagedLibrary(this.#path, reply.message) : errorOf(name, reply, cursor);
  }

  #queueOf(isBounded: boolean): Waiting[] {
    return isBounded ? this.#searches : this.#others;
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
        if (!this.#worker.isRunning) {
          await this.start();
          this.#startedAt = performance.now();
        }
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
    const { name, input, isBounded } = waiting;
    const limit = isBounded ? this.#searchLimitMs : undefined;
    if (limit !== undefined && performance.now() - Math.max(waiting.since, this.#startedAt) > limit)
      return waiting.reject(new LibraryTimeout(limit));
    waiting.tries += 1;
    const reply = await this.#worker.call(name, input, limit);
    if (
      reply.kind === 'failed' &&
      isDamage(reply) &&
      this.#onDamage !== undefined &&
      waiting.tries < mostTries
    ) {
      await this.#renew(reply.message);
      if (name === 'condemn') return waiting.resolve({ kind: 'answered', answer: undefined });
      return void this.#queueOf(isBounded).unshift(waiting);
    }
    if (reply.kind !== 'unanswered') return waiting.resolve(reply);
    if (reply.isTimeout) return waiting.reject(new LibraryTimeout(this.#searchLimitMs));
    if (waiting.tries >= mostTries)
      return waiting.reject(new Error(`the library process died ${mostTries} times over a ${name}`));
    // Versions make it safe to do again what may have been done.
    this.#queueOf(isBounded).unshift(waiting);
  }
}

/** Errors keep their class on the way out of the process. */
function errorOf(
  call: CallName,
  { name, message, errcode }: Extract<Reply, { readonly kind: 'failed' }>,
  cursor: string | undefined,
): Error {
  if (name === 'BadCursor' && cursor !== undefined) return new BadCursor(cursor);
  if (name === 'RangeError') return new RangeError(message);
  return Object.assign(new Error(`library ${call}: ${message}`), errcode === undefined ? {} : { errcode });
}
