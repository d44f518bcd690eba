import { setTimeout as sleep } from 'node:timers/promises';
import { errors } from '@elastic/elasticsearch';
import { elasticProblem, hasStatus, type ElasticConnection } from '../../../elastic/elastic-client.ts';
import { LibraryUnreachable } from '../../library.ts';

/** One operation of a bulk request: its line, and the document where it has one, as JSON. */
export interface BulkAction {
  readonly header: string;
  readonly body?: string;
}

interface Target {
  readonly id: string;
  readonly index: string;
}

/**
 * Writes a document with an external version. `external`: over older versions; `external_gte`: over the same
 * one too.
 */
export function put(
  { index, id }: Target,
  { version, type }: { readonly version: number; readonly type: 'external' | 'external_gte' },
  body: string,
): BulkAction {
  return { header: JSON.stringify({ index: { _index: index, _id: id, version, version_type: type } }), body };
}

/** Adds to a document what it lacks, object by object, and makes it where there is none. */
export function add({ index, id }: Target, json: string): BulkAction {
  return {
    header: JSON.stringify({ update: { _index: index, _id: id, retry_on_conflict: 5 } }),
    body: `{"doc":${json},"doc_as_upsert":true}`,
  };
}

/** Deletes a document of this version or an older one. */
export function deleteUpTo({ index, id }: Target, version: number): BulkAction {
  return {
    header: JSON.stringify({ delete: { _index: index, _id: id, version, version_type: 'external_gte' } }),
  };
}

/** Where a document stood in the log of its index when it was read. */
export interface ReadAt {
  readonly seqNo: number;
  readonly primaryTerm: number;
}

/**
 * Writes or deletes (no `body`) a document if it is still as it was read; `at` undefined: if there is none. A
 * conflict says that it is not.
 */
export function change({ index, id }: Target, at: ReadAt | undefined, body: string | undefined): BulkAction {
  const target = { _index: index, _id: id };
  if (at === undefined) return { header: JSON.stringify({ create: target }), body };
  const held = { ...target, if_seq_no: at.seqNo, if_primary_term: at.primaryTerm };
  return body === undefined
    ? { header: JSON.stringify({ delete: held }) }
    : { header: JSON.stringify({ index: held }), body };
}

/** What the server answered to one action. */
export interface BulkAnswer {
  readonly status: number;
  readonly problem?: { readonly type: string; readonly reason: string };
}

const mostBytes = 5_000_000;
const mostActions = 500;
const smallestBytes = 10_000;
/** By how much requests grow again after each that passed. */
const growth = 1.1;
const inFlight = 2;
const firstWaitMs = 100;
const longestWaitMs = 3_000;

/** What is read of an answer. */
const answered = [
  'items.*.status',
  'items.*.error.type',
  'items.*.error.reason',
  'items.*.error.caused_by.reason',
];

const retried = (status: number): boolean => status === 429 || status >= 500;

/**
 * Sends actions in requests of bounded size, two at a time. What the cluster is too busy for is sent again
 * for a bounded time; when it refuses whole requests, or does not answer in time, they become smaller and slower, and
 * grow again as they
 * pass. All actions must bear repetition.
 */
export class BulkSender {
  readonly #connection: ElasticConnection;
  readonly #retryMs: number;
  readonly #waiting: (() => void)[] = [];
  #running = 0;
  #mostActions = mostActions;
  #mostBytes = mostBytes;

  constructor(connection: ElasticConnection, retryMs: number) {
    this.#connection = connection;
    this.#retryMs = retryMs;
  }

  /** Answers in the order of `actions`. Throws LibraryUnreachable when the cluster stays busy or away. */
  async send(actions: readonly BulkAction[]): Promise<BulkAnswer[]> {
    const end = performance.now() + this.#retryMs;
    const chunks: (readonly BulkAction[])[] = [];
    for (let from = 0; from < actions.length; ) {
      const chunk = this.#fitting(actions.slice(from, from + mostActions));
      chunks.push(chunk);
      from += chunk.length;
    }
    const answers = await Promise.all(chunks.map((chunk) => this.#inTurn(() => this.#deliver(chunk, end))));
    return answers.flat();
  }

  async #inTurn<T>(work: () => Promise<T>): Promise<T> {
    if (this.#running >= inFlight) await new Promise<void>((resolve) => this.#waiting.push(resolve));
    else this.#running += 1;
    try {
      return await work();
    } finally {
      // The place goes over to who waits longest.
      const next = this.#waiting.shift();
      if (next === undefined) this.#running -= 1;
      else next();
    }
  }

  /** As many of the first actions as one request takes now. */
  #fitting(actions: readonly BulkAction[]): readonly BulkAction[] {
    let bytes = 0;
    const over = actions.findIndex((action, i) => {
      bytes += sizeOf(action);
      return i > 0 && (i >= this.#mostActions || bytes > this.#mostBytes);
    });
    return over < 0 ? actions : actions.slice(0, over);
  }

  async #deliver(actions: readonly BulkAction[], end: number): Promise<BulkAnswer[]> {
    const answers: (BulkAnswer | undefined)[] = actions.map(() => undefined);
    for (let failures = 0; ; ) {
      const open = answers.flatMap((answer, i) =>
        answer === undefined || retried(answer.status) ? [i] : [],
      );
      if (open.length === 0) return answers.flatMap((answer) => answer ?? []);
      const batch = this.#fitting(open.flatMap((i) => actions[i] ?? []));
      const sent = await this.#request(batch);
      if (sent === 'too-large') continue;
      const given = sent === 'busy' ? [] : sent;
      for (const [place, i] of open.slice(0, given.length).entries()) answers[i] = given[place];
      const busy = given.find(({ status }) => retried(status));
      if (given.length === batch.length && busy === undefined) continue;
      failures += 1;
      await this.#rest(failures, end, busy);
    }
  }

  async #request(batch: readonly BulkAction[]): Promise<readonly BulkAnswer[] | 'too-large' | 'busy'> {
    const { client } = this.#connection;
    try {
      const operations = batch.flatMap(({ header, body }) =>
        body === undefined ? [header] : [header, body],
      );
      const { items } = await client.bulk({ operations, filter_path: answered }, { maxRetries: 0 });
      this.#mostActions = Math.min(mostActions, Math.ceil(this.#mostActions * growth));
      this.#mostBytes = Math.min(mostBytes, Math.ceil(this.#mostBytes * growth));
      return items.map((item) => answerOf(Object.values(item)[0]));
    } catch (error) {
      return this.#refusal(error, batch);
    }
  }

  #refusal(error: unknown, batch: readonly BulkAction[]): readonly BulkAnswer[] | 'too-large' | 'busy' {
    const isTooLarge = hasStatus(error, 413);
    // On a slow road the same request would be too slow again and again.
    const isTooSlow = error instanceof errors.TimeoutError;
    if (isTooLarge && batch.length === 1)
      return [
        {
          status: 413,
          problem: {
            type: 'too_large',
            reason:
              'the document is larger than what Elasticsearch, or a proxy before it, takes (http.max_content_length)',
          },
        },
      ];
    if (isTooLarge || isTooSlow || hasStatus(error, 429)) {
      this.#mostActions = Math.max(1, Math.trunc(batch.length / 2));
      this.#mostBytes = Math.max(
        smallestBytes,
        Math.trunc(batch.reduce((sum, action) => sum + sizeOf(action), 0) / 2),
      );
      return isTooLarge ? 'too-large' : 'busy';
    }
    if (isPassing(error)) return 'busy';
    throw elasticProblem(error, this.#connection);
  }

  async #rest(failures: number, end: number, last: BulkAnswer | undefined): Promise<void> {
    const wait = Math.min(longestWaitMs, firstWaitMs * 2 ** failures) * (0.5 + Math.random() / 2);
    if (performance.now() + wait > end) {
      const problem = last?.problem === undefined ? '' : `: ${last.problem.type}`;
      throw new LibraryUnreachable(
        this.#connection.address,
        `it was too busy to write for ${this.#retryMs} ms${problem}`,
        'see its load and free disk space; newsmill tries again',
      );
    }
    await sleep(wait);
  }
}

function sizeOf({ header, body }: BulkAction): number {
  return header.length + (body === undefined ? 0 : Buffer.byteLength(body)) + 2;
}

/** The server is away for a moment: it starts again, or a node of it does. */
function isPassing(error: unknown): boolean {
  return (
    error instanceof errors.ConnectionError ||
    error instanceof errors.TimeoutError ||
    error instanceof errors.NoLivingConnectionsError ||
    [502, 503, 504].some((status) => hasStatus(error, status))
  );
}

/**
 * An answer that is neither success, conflict nor the fault of one document: nothing is gained by going on.
 */
export function refuseOthers(answer: BulkAnswer, { address }: ElasticConnection): void {
  const { status, problem } = answer;
  if (status < 300 || status === 404 || status === 409) return;
  throw new LibraryUnreachable(
    address,
    `it refuses to write (${status} ${problem?.type ?? ''}: ${problem?.reason ?? ''})`,
    'see the message; newsmill tries again',
  );
}

function answerOf(
  item:
    | {
        readonly status: number;
        readonly error?: {
          readonly type: string;
          readonly reason?: string | null;
          readonly caused_by?: { readonly reason?: string | null };
        };
      }
    | undefined,
): BulkAnswer {
  if (item === undefined)
    return {
      status: 500,
      problem: { type: 'no_answer', reason: 'the server said nothing of this document' },
    };
  if (item.error === undefined) return { status: item.status };
  const reason = [item.error.reason, item.error.caused_by?.reason]
    .filter((part) => typeof part === 'string')
    .join(': ');
  return { status: item.status, problem: { type: item.error.type, reason } };
}
