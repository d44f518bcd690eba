import { Catch, HttpException, Inject, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import { isOutage } from '@newsmill/runtime';
import { BadCursor, LibraryTimeout } from '@newsmill/store';
import { renderFailure } from '@newsmill/service-console';
import { Refusal } from '@newsmill/operate';
import { ApiProblem, problemDetails, problemOfRefusal, type ProblemCode } from './api-problem.ts';
import { ConsoleFrame } from '../console/console-frame.ts';
import { pathOf, wantsPage, type HttpReply, type HttpRequest } from '../http/http-types.ts';

const codesByStatus: Readonly<Record<number, ProblemCode>> = {
  400: 'bad-request',
  401: 'key-needed',
  404: 'not-found',
  405: 'method-not-allowed',
  413: 'too-large',
  415: 'bad-media-type',
};

function statusOf(error: unknown): number {
  if (error instanceof HttpException) return error.getStatus();
  // Fastify's own errors (a body that is no JSON, one that is too large) carry their status so.
  return error instanceof Error && 'statusCode' in error && typeof error.statusCode === 'number'
    ? error.statusCode
    : 500;
}

/**
 * Any error as a problem. What we did not foresee says nothing of the inside; it is rethrown to the log by
 * the caller.
 */
function toProblem(error: unknown, request: HttpRequest): ApiProblem {
  if (error instanceof ApiProblem) return error;
  const refusal = error instanceof Refusal ? problemOfRefusal(error) : undefined;
  if (refusal !== undefined) return refusal;
  if (error instanceof BadCursor)
    return new ApiProblem('bad-cursor', error.message, [{ pointer: '#/cursor', detail: error.message }], {
      cause: error,
    });
  if (error instanceof LibraryTimeout)
    return new ApiProblem('search-timeout', error.message, [], { cause: error });
  if (isOutage(error)) return new ApiProblem('unavailable', error.message, [], { cause: error });
  const status = statusOf(error);
  if (status === 404)
    return new ApiProblem(
      'not-found',
      `There is no ${request.method} ${pathOf(request).slice(0, 200)}. /api/v1/openapi.json lists all addresses.`,
      [],
      { cause: error },
    );
  const code = codesByStatus[status];
  if (code !== undefined && error instanceof Error)
    return new ApiProblem(code, error.message, [], { cause: error });
  return new ApiProblem('failed', 'The request failed through no fault of yours; the log says why.', [], {
    cause: error,
  });
}

/** Answers every error: problem+json to programs, a page to people. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  readonly #frame: ConsoleFrame;
  constructor(@Inject(ConsoleFrame) frame: ConsoleFrame) {
    this.#frame = frame;
  }

  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    const request = http.getRequest<HttpRequest>();
    const reply = http.getResponse<HttpReply>();
    if (reply.sent) return;
    const problem = toProblem(error, request);
    if (problem.code === 'failed') this.#frame.report(error);
    const details = problemDetails(problem, request.url.slice(0, 500));
    if (problem.code === 'key-needed')
      reply.header('www-authenticate', 'Bearer realm="newsmill", Basic realm="newsmill", charset="UTF-8"');
    if (problem.code === 'key-needed' && request.method === 'GET' && wantsPage(request)) {
      reply.removeHeader?.('www-authenticate');
      reply
        .code(303)
        .header('location', `/login?next=${encodeURIComponent(request.url.slice(0, 1_000))}`)
        .send('');
      return;
    }
    if (problem.code === 'search-timeout' || problem.code === 'unavailable') reply.header('retry-after', '5');
    reply.code(details.status).header('cache-control', 'no-store');
    if (!wantsPage(request)) {
      reply.header('content-type', 'application/problem+json; charset=utf-8').send(JSON.stringify(details));
      return;
    }
    reply
      .header('content-type', 'text/html; charset=utf-8')
      .send(
        renderFailure(
          { status: details.status, title: details.title, detail: details.detail },
          this.#frame.of(request),
        ),
      );
  }
}
