import { createHash } from 'node:crypto';
import { openSealed, seal } from './sealed-text.ts';
import { RegistryConflict, type Registry } from '@newsmill/store';
import { z } from 'zod';
import { accessOf } from './access.ts';
import { ApiProblem } from '../problems/api-problem.ts';
import { headerOf, pathOf, type HttpReply, type HttpRequest } from '../http/http-types.ts';

/** The kind of their records in the registry. */
const idempotencyKind = 'idempotency';
const keptMs = 24 * 3_600_000;
/**
 * A request that has not ended after this was cut off by the end of its process; the next one with its key is
 * answered again.
 */
const abandonedMs = 120_000;
/** Larger answers are not kept. */
const longestAnswer = 65_536;

const Kept = z.object({
  /** Of method, address and body: another request is another matter. */
  request: z.string(),
  startedAt: z.int(),
  answer: z
    .object({ status: z.int(), headers: z.record(z.string(), z.string()), body: z.string().optional() })
    .optional(),
});
type Kept = z.output<typeof Kept>;

interface Pending {
  readonly id: string;
  readonly revision: string;
  readonly kept: Kept;
  /** What the answer is sealed with. */
  readonly secret: string;
}
const pending = new WeakMap<HttpRequest, Pending>();
const keptHeaders = ['content-type', 'location', 'etag', 'link'] as const;

/** A structured-field string, as the draft has it, or plain. */
function readKey(header: string): string {
  const key = /^"([\x21-\x7e]{1,200})"$|^([\x21\x23-\x7e]{1,200})$/
    .exec(header.trim())
    ?.slice(1)
    .find((part) => part !== undefined);
  if (key === undefined)
    throw new ApiProblem(
      'bad-idempotency-key',
      'Idempotency-Key holds 1 to 200 printable ASCII characters, in double quotes or without.',
    );
  return key;
}

function hashOf(...parts: readonly string[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex');
}

function hasStarted(record: Kept, request: string, now: number, reply: HttpReply): boolean {
  if (record.request !== request)
    throw new ApiProblem(
      'key-reused',
      'This Idempotency-Key came with another request in the last 24 hours.',
    );
  if (record.answer !== undefined) return true;
  if (now - record.startedAt >= abandonedMs) return false;
  reply.header('retry-after', '2');
  throw new ApiProblem('request-in-flight', 'A request with this Idempotency-Key is being answered.');
}

/**
 * Before a POST of the API: with an Idempotency-Key, the answer that the same request of the same caller got
 * in the last 24 hours, if any (draft-ietf-httpapi-idempotency-key-header). Answers whether it has answered.
 */
export async function replayAnswer(
  registry: Registry,
  now: number,
  request: HttpRequest,
  reply: HttpReply,
): Promise<boolean> {
  const header = headerOf(request, 'idempotency-key');
  if (header === undefined || request.method !== 'POST' || !pathOf(request).startsWith('/api/')) return false;
  const key = readKey(header);
  // Answers may hold secrets, such as a new key: only whoever sends the same credentials can read them again.
  const credentials = headerOf(request, 'authorization') ?? '';
  const id = hashOf(accessOf(request).caller, credentials, key);
  const secret = hashOf('sealed', credentials, key);
  const asked = hashOf(request.method, request.url, JSON.stringify(request.body ?? null));
  const record = await registry.get(idempotencyKind, id);
  const found = record === undefined ? undefined : Kept.parse(record.value);
  const known = found === undefined || found.startedAt + keptMs <= now ? undefined : found;
  if (known !== undefined && hasStarted(known, asked, now, reply)) {
    answerAgain(known, secret, reply);
    return true;
  }
  const kept: Kept = { request: asked, startedAt: now };
  try {
    const revision = await registry.put(idempotencyKind, id, kept, {
      ifRevision: record?.revision ?? null,
      expiresAt: now + keptMs,
    });
    pending.set(request, { id, revision, kept, secret });
    return false;
  } catch (error) {
    if (!(error instanceof RegistryConflict)) throw error;
    reply.header('retry-after', '2');
    throw new ApiProblem('request-in-flight', 'A request with this Idempotency-Key is being answered.', [], {
      cause: error,
    });
  }
}

function answerAgain({ answer }: Kept, secret: string, reply: HttpReply): void {
  const body = answer?.body === undefined ? undefined : openSealed(answer.body, secret);
  if (answer === undefined || body === undefined)
    throw new ApiProblem('answer-not-kept', 'The request was done, but its answer was too large to be kept.');
  for (const [name, value] of Object.entries(answer.headers)) reply.header(name, value);
  reply.header('idempotency-replayed', 'true').code(answer.status).send(body);
}

/**
 * Keeps the answer of a request with an Idempotency-Key. That of a failure (5xx) is forgotten: again may
 * help.
 */
export async function keepAnswer(
  registry: Registry,
  now: number,
  request: HttpRequest,
  reply: HttpReply,
  payload: unknown,
): Promise<void> {
  const started = pending.get(request);
  if (started === undefined) return;
  pending.delete(request);
  const status = reply.statusCode ?? 200;
  if (status >= 500) return void (await registry.remove(idempotencyKind, started.id));
  const headers = Object.fromEntries(
    keptHeaders.flatMap((name) => {
      const value = reply.getHeader?.(name);
      return value === undefined ? [] : [[name, String(value)]];
    }),
  );
  const body =
    payload === undefined || payload === null
      ? ''
      : typeof payload === 'string' && Buffer.byteLength(payload) <= longestAnswer
        ? payload
        : undefined;
  try {
    await registry.put(
      idempotencyKind,
      started.id,
      {
        ...started.kept,
        answer: { status, headers, body: body === undefined ? undefined : seal(body, started.secret) },
      },
      { ifRevision: started.revision, expiresAt: now + keptMs },
    );
  } catch (error) {
    // It took so long that another request took its place; the answer of that one is kept.
    if (!(error instanceof RegistryConflict)) throw error;
  }
}
