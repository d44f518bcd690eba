import { once } from 'node:events';
import { PassThrough } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';
import type { AlertUnit, ArticleDocument } from '@newsmill/contracts';
import type { ChangeFilter, ChangesPage, Library } from '@newsmill/store';
import { ApiProblem } from '../problems/api-problem.ts';
import type { HttpReply } from './http-types.ts';
import { askedEdit, toldArticle, toldNames } from '@newsmill/operate';

const pollMs = 1_000;
const heartbeatMs = 15_000;
const pageSize = 100;
/** Families or stories that a stream remembers. */
const mostRemembered = 5_000;

/** What a stream follows. */
export interface Following {
  readonly library: Pick<Library, 'changes'>;
  readonly where: ChangeFilter;
  readonly unit: AlertUnit;
  /** Cursor of the changes. */
  readonly after: string;
}

function eventOf(cursor: string, document: ArticleDocument): string {
  return `id: ${cursor}\nevent: article\ndata: ${JSON.stringify(toldArticle(document))}\n\n`;
}

/**
 * Server-Sent Events (WHATWG HTML, 9.2) of what arrives; ends with the signal. An event with an id alone
 * moves the place of a reader on.
 */
async function* tellChanges(
  { library, where, unit }: Following,
  first: ChangesPage,
  signal: AbortSignal,
): AsyncGenerator<string> {
  yield 'retry: 5000\n\n';
  const told = new Set<string>();
  let page = first;
  let quietSince = performance.now();
  while (!signal.aborted) {
    for (const change of page.items) {
      if (change.kind !== 'document') continue;
      const names = toldNames(change.document, unit, askedEdit(where.query, change.document));
      if (!names.some((name) => told.has(name))) {
        yield eventOf(change.cursor, change.document);
        quietSince = performance.now();
      }
      for (const name of names) told.add(name);
    }
    for (const name of told) if (told.size > mostRemembered) told.delete(name);
    if (performance.now() - quietSince >= heartbeatMs) {
      quietSince = performance.now();
      yield `id: ${page.cursor}\n: nothing new\n\n`;
    }
    if (!page.more) await sleep(pollMs, undefined, { signal }).catch(() => undefined);
    if (!signal.aborted) page = await library.changes({ where, limit: pageSize, after: page.cursor });
  }
}

/** Writes no faster than the reader reads. */
async function pump(texts: AsyncIterable<string>, stream: PassThrough, signal: AbortSignal): Promise<void> {
  for await (const text of texts) {
    if (signal.aborted) break;
    if (!stream.write(text)) await once(stream, 'drain', { signal }).catch(() => undefined);
  }
  stream.end();
}

/** What a stream tells: its texts, until the signal ends it. Made before the answer begins, so it may refuse. */
export type Telling = (signal: AbortSignal) => Promise<AsyncIterable<string>>;

/** What arrives in a library. Throws BadCursor. */
export function followChanges(following: Following): Telling {
  return async (signal) => {
    const first = await following.library.changes({
      where: following.where,
      limit: pageSize,
      after: following.after,
    });
    return tellChanges(following, first, signal);
  };
}

/** Asks again and again; each answer is an event of its name. */
export function tellAgain<T>(name: string, everyMs: number, ask: () => Promise<T>): Telling {
  async function* tell(first: T, signal: AbortSignal): AsyncGenerator<string> {
    yield 'retry: 5000\n\n';
    for (let answer = first; !signal.aborted; ) {
      yield `event: ${name}\ndata: ${JSON.stringify(answer)}\n\n`;
      await sleep(everyMs, undefined, { signal }).catch(() => undefined);
      if (!signal.aborted) answer = await ask();
    }
  }
  return async (signal) => tell(await ask(), signal);
}

/** The open event streams of a process. */
export class EventStreams {
  readonly #open = new Map<AbortController, PassThrough>();
  readonly #most: number;
  constructor(most: number) {
    this.#most = most;
  }

  /** Begins a stream. Refuses with too-many-streams; throws what the telling throws at its beginning. */
  async start(telling: Telling, reply: HttpReply): Promise<PassThrough> {
    if (this.#open.size >= this.#most) {
      reply.header('retry-after', '30');
      throw new ApiProblem('too-many-streams', `${this.#most} event streams are open already.`);
    }
    const halt = new AbortController();
    const stream = new PassThrough();
    this.#open.set(halt, stream);
    try {
      const texts = await telling(halt.signal);
      // A reader that goes away closes the stream at once, whatever the library is doing.
      stream.once('close', () => {
        halt.abort();
        this.#open.delete(halt);
      });
      reply
        .header('content-type', 'text/event-stream; charset=utf-8')
        .header('cache-control', 'no-store')
        .header('x-accel-buffering', 'no')
        .header('connection', 'close');
      pump(texts, stream, halt.signal).catch((error: unknown) =>
        stream.destroy(error instanceof Error ? error : undefined),
      );
      return stream;
    } catch (error) {
      this.#open.delete(halt);
      throw error;
    }
  }

  /** Ends all, so that the process can stop. */
  close(): void {
    for (const [halt, stream] of this.#open) {
      halt.abort();
      stream.destroy();
    }
  }
}
