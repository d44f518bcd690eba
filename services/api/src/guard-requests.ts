import { hasBearerKey, hasReadKey } from './admin-key.ts';
import { ApiProblem } from './api-problem.ts';
import type { ApiPorts } from './api-ports.ts';
import { isLoopback, isOwnHost } from './host-guard.ts';
import { pathOf, type HttpReply, type HttpRequest } from './http-types.ts';

/** Headers of every answer. Nothing runs, loads or frames but what this origin serves itself. */
export const securityHeaders: Readonly<Record<string, string>> = {
  'content-security-policy': "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), geolocation=(), microphone=()',
};

/** Probes and the metrics come by whatever address an orchestrator has, and hold nothing of a reader or an article. */
const openPaths: ReadonlySet<string> = new Set(['/livez', '/readyz', '/startupz', '/metrics']);

/** Hubs come by the public address and have no key; what they may say is proven by the token in the path and by their signature. */
const hubPaths = '/websub/';

/** Runs before every handler: sets the headers; refuses foreign hosts, and readers from elsewhere without the key. */
export function guardRequest(ports: Pick<ApiPorts, 'hosts' | 'openReads' | 'adminKey'>, request: HttpRequest, reply: HttpReply): void {
  for (const [name, value] of Object.entries(securityHeaders)) reply.header(name, value);
  if (openPaths.has(pathOf(request)) || pathOf(request).startsWith(hubPaths)) return;
  if (!isOwnHost(request.headers['host']?.toString(), ports.hosts)) {
    throw new ApiProblem('wrong-host', 'This mill answers to localhost and the names of its setting for hosts only; add the name by which you reach it.');
  }
  if (ports.openReads || isLoopback(request.socket.remoteAddress ?? '')) return;
  if (!hasReadKey(request, ports.adminKey)) throw new ApiProblem('key-needed', 'From another machine, reading needs the key: as bearer token, or as the password (any name) that a browser asks for.');
}

/** Refuses a write without the key. */
export function needKey(ports: Pick<ApiPorts, 'adminKey'>, request: HttpRequest): void {
  if (!hasBearerKey(request, ports.adminKey)) throw new ApiProblem('key-needed', 'Writing needs the key that the mill showed at its first start, in the header "Authorization: Bearer KEY".');
}
