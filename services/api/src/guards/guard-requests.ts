import type { MillPorts } from '@newsmill/operate';
import { isOwnHost, readVisitor, type GuessBrake, type Quota, type TokenBuckets } from '@newsmill/runtime';
import { ApiProblem } from '../problems/api-problem.ts';
import { accessOf, holds, setAccess, type Access } from './access.ts';
import type { Scope } from '@newsmill/contracts';
import { scopeOfForm } from '../console/console-forms.ts';
import { wantsPictures } from '../console/wants-pictures.ts';
import { isOwnForm } from './form-token.ts';
import { headerOf, pathOf, type HttpReply, type HttpRequest } from '../http/http-types.ts';
import { identify, type IdentifyPorts } from './identify.ts';
import { pagePolicy } from './page-policy.ts';
import { rateLimitHeaders } from './rate-limit-headers.ts';
import { callerAt, setVisitor, visitorOf } from './visitor.ts';
import { methodsAt, operationOf } from '../description/route-table.ts';

/** A year, for the host that was asked alone: others of its domain are not ours to speak for. */
const httpsFromNowOn = 'max-age=31536000';

/** Headers of every answer. */
const securityHeaders: Readonly<Record<string, string>> = {
  'content-security-policy': pagePolicy(),
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), geolocation=(), microphone=()',
};

/**
 * Probes and scrapers come by whatever address an orchestrator has. Whoever answers them decides what a
 * stranger may see.
 */
const ownGatePaths: ReadonlySet<string> = new Set(['/livez', '/readyz', '/startupz', '/metrics']);

/**
 * Hubs come by the public address and have no key; what they may say is proven by the token in the path and
 * by their signature.
 */
const hubPaths = '/websub/';

/** What whoever has no key yet needs: the way in, and what a refusal means. */
const pathsWithoutKey =
  /^\/(?:login(?:\/oidc(?:\/(?:callback|ended))?)?$|language$|assets\/|problems(?:\/|$))/;

/**
 * The way in. It counts on the quota of its address, and is never refused by it: others at that address, as behind a
 * proxy that is not trusted, would keep the owner out. Wrong keys have a brake of their own.
 */
const wayIn = /^\/(?:login$|assets\/)/;

/** W3C Trace Context, version 00. */
const traceparent = /^00-(?!0{32})[0-9a-f]{32}-(?!0{16})[0-9a-f]{16}-[0-9a-f]{2}$/;

export type GuardPorts = IdentifyPorts & {
  readonly settings: Pick<
    MillPorts['settings'],
    'allowedHosts' | 'proxyHeaders' | 'rateLimit' | 'trustedProxies'
  >;
};

type QuotaPorts = Pick<GuardPorts, 'now'> & {
  readonly settings: Pick<MillPorts['settings'], 'rateLimit'>;
};

/** What slows those who ask too much, and those who try keys. */
export interface Brakes {
  readonly buckets: TokenBuckets;
  readonly guesses: GuessBrake;
}

function setHeaders({ settings }: GuardPorts, request: HttpRequest, reply: HttpReply): void {
  for (const [name, value] of Object.entries(securityHeaders)) reply.header(name, value);
  if (wantsPictures(request)) reply.header('content-security-policy', pagePolicy({ pictures: true }));
  const { isSecure, host } = visitorOf(request);
  // Only where a trusted proxy says so: it would be kept for a year. A loopback name is that of other programs, too.
  if (isSecure && !isOwnHost(host, []) && isOwnHost(host, settings.allowedHosts))
    reply.header('strict-transport-security', httpsFromNowOn);
  const trace = headerOf(request, 'traceparent');
  if (trace !== undefined && traceparent.test(trace)) reply.header('traceparent', trace);
}

/** Counts a request on the quota of whoever asks; undefined where there is none. */
function takeQuota(
  { settings, now }: QuotaPorts,
  buckets: TokenBuckets,
  { caller, rateLimit = settings.rateLimit }: Pick<Access, 'caller' | 'rateLimit'>,
  reply: HttpReply,
): Quota | undefined {
  if (rateLimit === 0) return undefined;
  const quota = buckets.take(caller, rateLimit, now());
  for (const [name, value] of Object.entries(rateLimitHeaders(quota))) reply.header(name, value);
  return quota;
}

/** Counts a request on the quota of whoever asks. Refuses with too-many-requests. */
export function countRequest(
  ports: QuotaPorts,
  buckets: TokenBuckets,
  access: Pick<Access, 'caller' | 'rateLimit'>,
  reply: HttpReply,
): void {
  const quota = takeQuota(ports, buckets, access, reply);
  if (quota === undefined || quota.allowed) return;
  reply.header('retry-after', String(quota.waitSeconds));
  throw new ApiProblem(
    'too-many-requests',
    `More than ${quota.limit} requests in a minute; the next one is answered in ${quota.waitSeconds} s.`,
  );
}

async function identifyCounted(
  ports: GuardPorts,
  { buckets, guesses }: Brakes,
  request: HttpRequest,
  reply: HttpReply,
): Promise<Access> {
  try {
    return await identify(ports, guesses, { request, reply });
  } catch (error) {
    // Whoever tries keys is counted by address.
    countRequest(ports, buckets, { caller: callerAt(request) }, reply);
    throw error;
  }
}

/** Refuses an address that takes other methods than this one. */
function refuseMethod(request: HttpRequest, reply: HttpReply): void {
  const allowed = methodsAt(pathOf(request));
  if (allowed.length === 0) return;
  reply.header('allow', allowed.join(', '));
  throw new ApiProblem(
    'method-not-allowed',
    `${pathOf(request).slice(0, 200)} takes ${allowed.join(', ')}, not ${request.method}.`,
  );
}

/** The scope that a request needs. Changes of the API that the table does not know need the highest. */
function scopeNeeded(request: HttpRequest): Scope {
  if (!pathOf(request).startsWith('/api/')) return 'read';
  const reads = request.method === 'GET' || request.method === 'HEAD';
  return operationOf(request.method, request.routeOptions?.url ?? '')?.access ?? (reads ? 'read' : 'admin');
}

/**
 * Runs before every handler: sets the headers; refuses foreign hosts, callers beyond their quota, and those
 * without the scope.
 */
export async function guardRequest(
  ports: GuardPorts,
  brakes: Brakes,
  request: HttpRequest,
  reply: HttpReply,
): Promise<void> {
  const { buckets } = brakes;
  setVisitor(request, readVisitor(request, ports.settings));
  setHeaders(ports, request, reply);
  const path = pathOf(request);
  if (ownGatePaths.has(path)) {
    // A key costs a look into the registry, so trying keys is counted.
    if (request.headers['authorization'] !== undefined)
      countRequest(ports, buckets, { caller: callerAt(request) }, reply);
    return;
  }
  if (path.startsWith(hubPaths)) return;
  if (!visitorOf(request).hosts.every((host) => isOwnHost(host, ports.settings.allowedHosts))) {
    throw new ApiProblem(
      'wrong-host',
      'This mill answers to localhost and the names of its setting for hosts only; add the name by which you reach it.',
    );
  }
  const access = await identifyCounted(ports, brakes, request, reply);
  setAccess(request, access);
  if (wayIn.test(path)) takeQuota(ports, buckets, access, reply);
  else countRequest(ports, buckets, access, reply);
  if (pathsWithoutKey.test(path)) return;
  if (access.scope === undefined)
    throw new ApiProblem(
      'key-needed',
      'From another machine, reading needs a key: as bearer token, or as the password (any name) of HTTP Basic; people log in at /login.',
    );
  if (request.is404 === true) return refuseMethod(request, reply);
  const scope = scopeNeeded(request);
  if (scope !== 'read') needScope(request, scope);
}

/**
 * Refuses a change through the API without a key of that scope as bearer token, which no page of another site
 * can make a browser send.
 */
export function needScope(request: HttpRequest, scope: Scope): void {
  const access = accessOf(request);
  if (access.proof !== 'bearer')
    throw new ApiProblem(
      'key-needed',
      `This needs a key with the scope ${scope}, in the header "Authorization: Bearer KEY"; that of the first start may do everything.`,
    );
  if (!holds(access.scope, scope))
    throw new ApiProblem(
      'scope-needed',
      `The key ${JSON.stringify(access.name ?? '')} has the scope ${access.scope ?? 'none'}; this needs ${scope}.`,
    );
}

/**
 * Refuses a form that does not come from a page of ours (`token` is its hidden field), or from a browser that
 * is not logged in with the scope of its twin in the API. `more`: a field of it needs that scope at least.
 * For pages that make the mill do something.
 */
export function needForm(
  ports: Pick<MillPorts, 'adminKey'>,
  request: HttpRequest,
  token: string | undefined,
  more: Scope = 'read',
): void {
  const own = scopeOfForm(request.routeOptions?.url ?? '');
  const scope = holds(own, more) ? own : more;
  if (!isOwnForm(request, token ?? '', ports.adminKey))
    throw new ApiProblem('form-expired', 'Open the page again and send the form from there.');
  const access = accessOf(request);
  if (access.proof !== 'session')
    throw new ApiProblem(
      'key-needed',
      `The mill does something for this, so log in first, at /login, with a key that has the scope ${scope}.`,
    );
  if (!holds(access.scope, scope))
    throw new ApiProblem(
      'scope-needed',
      `You are logged in with a key of the scope ${access.scope ?? 'none'}; this needs ${scope}.`,
    );
}

/** Whether this browser is logged in with that scope, so that a page shows its forms. */
export function mayChange(request: HttpRequest, scope: Scope): boolean {
  const access = accessOf(request);
  return access.proof === 'session' && holds(access.scope, scope);
}
