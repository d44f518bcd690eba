import type { HubCallback } from '@newsmill/operate';
import { headerOf, type HttpReply, type HttpRequest } from './http/http-types.ts';

/** A pushed body larger than this is refused. */
const bodyLimit = 8_000_000;

interface HubRequest extends HttpRequest {
  readonly params: { readonly token: string };
  readonly body?: unknown;
}
type Handler = (request: HubRequest, reply: HttpReply) => Promise<unknown>;

/** The parts of Fastify that routes with bodies of any kind are made with. */
export interface HubScope {
  register(plugin: (scope: HubScope) => Promise<void>): unknown;
  removeAllContentTypeParsers(): void;
  addContentTypeParser(
    type: string,
    options: { readonly parseAs: 'buffer'; readonly bodyLimit: number },
    parser: (request: unknown, body: Buffer, done: (error: null, body: Buffer) => void) => void,
  ): unknown;
  route(options: {
    readonly method: 'GET' | 'POST';
    readonly url: string;
    readonly handler: Handler;
    readonly bodyLimit?: number;
  }): unknown;
}

function queryOf(url: string): URLSearchParams {
  const mark = url.indexOf('?');
  return new URLSearchParams(mark < 0 ? '' : url.slice(mark + 1));
}

/**
 * The callback of WebSub hubs. It is no part of the API: signatures are over the bytes as they came, so
 * nothing here reads a body as JSON or form; and hubs need plain answers.
 */
export function serveHubs(server: HubScope, hubs: HubCallback): void {
  server.register(async (scope) => {
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser('*', { parseAs: 'buffer', bodyLimit }, (_request, body, done) =>
      done(null, body),
    );
    scope.route({
      method: 'GET',
      url: '/websub/:token',
      async handler(request, reply) {
        const challenge = await hubs.confirm(request.params.token, queryOf(request.url));
        return reply
          .code(challenge === undefined ? 404 : 200)
          .header('content-type', 'text/plain; charset=utf-8')
          .send(challenge ?? '');
      },
    });
    scope.route({
      method: 'POST',
      url: '/websub/:token',
      bodyLimit,
      async handler(request, reply) {
        const body = request.body instanceof Uint8Array ? request.body : new Uint8Array();
        const content = {
          contentType: headerOf(request, 'content-type') ?? '',
          signature: headerOf(request, 'x-hub-signature'),
          link: headerOf(request, 'link'),
          body,
        };
        const fate = await hubs.take(request.params.token, content);
        return reply.code(fate === 'gone' ? 410 : 202).send();
      },
    });
  });
}
