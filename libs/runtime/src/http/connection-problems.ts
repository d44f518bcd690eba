import type { Socket } from 'node:net';
import { STATUS_CODES } from 'node:http';

/** Refusals of a connection or of a request that never came whole; the API lists them among its own. */
export const connectionProblems = {
  'request-timeout': {
    status: 408,
    title: 'The request did not arrive in time',
    remedy:
      'Send the whole request at once. NEWSMILL_HTTP_HEADERS_TIMEOUT and NEWSMILL_HTTP_REQUEST_TIMEOUT say how long a request may take.',
  },
  'too-many-connections': {
    status: 429,
    title: 'Too many unfinished requests',
    remedy:
      'One address has too many connections with incomplete requests; the oldest are closed. Behind a proxy, raise NEWSMILL_HTTP_UNFINISHED. Or one connection has more than 8 requests without an answer: wait for answers.',
  },
  'headers-too-large': {
    status: 431,
    title: 'The headers are too large',
    remedy: 'Address and headers of a request may have at most 16 KB together.',
  },
  'no-room': {
    status: 503,
    title: 'There are too many connections',
    remedy:
      'Try again after `Retry-After` seconds. NEWSMILL_HTTP_CONNECTIONS sets the limit, as far as the limit of open files allows.',
  },
} as const;
export type ConnectionProblem = keyof typeof connectionProblems | 'bad-request';

const badRequest = { status: 400, title: 'The request cannot be read' };

/** What a refusal says, as problem details (RFC 9457) with their status. */
export function connectionProblem(
  code: ConnectionProblem,
  detail: string,
): { readonly status: number; readonly body: string } {
  const { status, title } = code === 'bad-request' ? badRequest : connectionProblems[code];
  return {
    status,
    body: JSON.stringify({ type: `/problems/${code}`, title, status, detail, code, errors: [] }),
  };
}

/** Headers of a refusal, which ends its connection. */
export function refusalHeaders({
  status,
  body,
}: {
  readonly status: number;
  readonly body: string;
}): Readonly<Record<string, string>> {
  const wait: Readonly<Record<string, string>> =
    status === 429 || status === 503 ? { 'retry-after': '5' } : {};
  return {
    'content-type': 'application/problem+json; charset=utf-8',
    'content-length': String(Buffer.byteLength(body)),
    'cache-control': 'no-store',
    connection: 'close',
    ...wait,
  };
}

/** Writes a refusal to a connection that has no answer yet, and ends it without waiting for its client. */
export function refuseConnection(socket: Socket, code: ConnectionProblem, detail: string): void {
  if (!socket.writable) return void socket.destroy();
  const problem = connectionProblem(code, detail);
  const headers = Object.entries(refusalHeaders(problem)).map(([name, value]) => `${name}: ${value}\r\n`);
  socket.write(
    `HTTP/1.1 ${problem.status} ${STATUS_CODES[problem.status] ?? ''}\r\n${headers.join('')}\r\n${problem.body}`,
  );
  socket.destroySoon();
}
