import type { MillPorts } from '@newsmill/operate';
import { answerKnown } from '../description/answer-etag.ts';
import { speakAsAsked } from '../console/speak-as-asked.ts';
import { actAsAsked } from '../guards/act-as-asked.ts';
import { guardRequest } from '../guards/guard-requests.ts';
import type { HttpReply, HttpRequest } from './http-types.ts';
import { keepAnswer, replayAnswer } from '../guards/idempotency.ts';
import type { Note } from '@newsmill/contracts';
import { RefusedTries, TokenBuckets, UntrustedProxies, type GuessBrake } from '@newsmill/runtime';
import { refusedTry } from '../guards/refused-try.ts';
import { countAnswer, timeAnswer, type RequestMetrics } from './count-answers.ts';

/** The part of Fastify that hooks are added to. */
export interface Hookable {
  addHook(
    name: 'onRequest' | 'preHandler' | 'onResponse',
    hook: (request: HttpRequest, reply: HttpReply) => Promise<unknown>,
  ): void;
  addHook(
    name: 'onRequest' | 'preValidation',
    hook: (request: HttpRequest, reply: HttpReply, done: () => void) => void,
  ): void;
  addHook(
    name: 'onSend',
    hook: (request: HttpRequest, reply: HttpReply, payload: unknown) => Promise<unknown>,
  ): void;
}

/**
 * What holds for every request, whichever handler answers it: the reader's language, the guard,
 * Idempotency-Key, ETag, counts.
 */
export function addHooks(
  server: Hookable,
  ports: MillPorts,
  {
    metrics,
    guesses,
    note,
    refused = new RefusedTries(note),
  }: {
    readonly metrics: RequestMetrics;
    readonly guesses: GuessBrake;
    readonly note: Note;
    readonly refused?: RefusedTries;
  },
): void {
  const proxies = new UntrustedProxies(note);
  const brakes = { buckets: new TokenBuckets(), guesses };
  server.addHook('onRequest', speakAsAsked);
  // Reading a body loses what the call before it set.
  server.addHook('preValidation', (request, reply, done) =>
    request.method === 'GET' ? done() : speakAsAsked(request, reply, done),
  );
  server.addHook('preValidation', (request, _reply, done) => actAsAsked(ports, request, done));
  server.addHook('onRequest', (request, reply) => {
    proxies.look(request, ports.settings.trustedProxies);
    return guardRequest(ports, brakes, request, reply);
  });
  server.addHook('preHandler', async (request, reply) =>
    (await replayAnswer(ports.registry, ports.now(), request, reply)) ? reply : undefined,
  );
  server.addHook('onSend', async (request, reply, payload) => {
    await keepAnswer(ports.registry, ports.now(), request, reply, payload);
    timeAnswer(metrics, request, reply);
    const tried = refusedTry(request);
    if (tried !== undefined) refused.tell(tried, ports.now());
    return answerKnown(request, reply, payload);
  });
  server.addHook('onResponse', async (request, reply) => countAnswer(metrics, request, reply));
}
