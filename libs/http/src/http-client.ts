import { contentEncodings, type ContentEncoding, type HttpAnswer } from '@newsmill/contracts';
import type { Dispatcher } from 'undici';
import { blockedReason, hostAndPort } from '@newsmill/text';
import { AccessPools, type Sender } from './access.ts';
import { CookieJar } from './cookie-jar.ts';
import { startDeadline, type Deadline } from './deadline.ts';
import { failureOf } from './failure-of.ts';
import { guardedConnector, resolveBySystem, type Resolve } from './guarded-connector.ts';
import { HttpFailure } from './http-failure.ts';
import type { Access, HttpClient, HttpRequest } from './http-request.ts';
import { inflateBody } from './inflate-body.ts';
import { streamInflater } from './inflate-stream.ts';
import { OriginPools } from './origin-pools.ts';
import { readBody, type MinRate } from './read-body.ts';
import { firstHop, nextHop, type Hop } from './redirect-hop.ts';

export interface HttpClientOptions {
  /** Names the crawler and where to read about it. */
  readonly userAgent: string;
  /** Resolver of names; the system's by default. */
  readonly resolve?: Resolve;
  /** `host:port` of servers of the mill itself, which no request asks unless it allows them. */
  readonly ownServers?: readonly string[];
  /** Greatest number of connections to one origin; 8 by default. */
  readonly maxSockets?: number;
  /** Greatest time for a connection to stand, in milliseconds; 10,000 by default. */
  readonly connectTimeoutMs?: number;
}

const redirectStatuses: ReadonlySet<number> = new Set([301, 302, 303, 307, 308]);

/** Permanent redirects (RFC 9110, 15.4.2 and 15.4.9). */
function isForGood(status: number): boolean {
  return status === 301 || status === 308;
}

function plainHeaders(raw: Dispatcher.ResponseData['headers']): Record<string, string> {
  const headers: Record<string, string> = {};
  for (const [name, value] of Object.entries(raw)) {
    if (value === undefined || name === 'set-cookie' || name === '__proto__') continue;
    headers[name] = Array.isArray(value) ? value.join(', ') : value;
  }
  return headers;
}

/**
 * The one content encoding of an answer; stacks of them are refused, since each doubles what a bomb can do.
 */
function encodingOf(headers: Readonly<Record<string, string>>, url: string): ContentEncoding {
  const named = (headers['content-encoding'] ?? '')
    .toLowerCase()
    .split(',')
    .map((name) => name.trim().replace(/^x-/, ''))
    .filter((name) => name !== '' && name !== 'identity');
  if (named.length === 0) return 'identity';
  const known = contentEncodings.find((encoding) => encoding === named[0]);
  if (named.length > 1 || known === undefined)
    throw new HttpFailure(
      'protocol',
      url,
      `content-encoding ${headers['content-encoding']?.slice(0, 100)} is not understood`,
    );
  return known;
}

/** The lines Set-Cookie of an answer. */
function cookiesOf({ headers }: Dispatcher.ResponseData): readonly string[] {
  const lines = headers['set-cookie'];
  return lines === undefined ? [] : Array.isArray(lines) ? lines : [lines];
}

/** The cookies that the caller sends to an origin, and those that were set on the way. */
function withCookies(hop: Hop, jar: CookieJar): Hop {
  const set = jar.headerFor(hop.url);
  const own = hop.headers['cookie'];
  if (set === undefined) return hop;
  return { ...hop, headers: { ...hop.headers, cookie: own === undefined ? set : `${own}; ${set}` } };
}

/** Interim answers (1xx) that one request may get: each is read in the main thread. */
const mostInterim = 32;

/** Counts the interim answers to a request; throws HttpFailure, which ends it, where there are too many. */
function interimCounter(url: string): () => void {
  let count = 0;
  return () => {
    count += 1;
    if (count > mostInterim)
      throw new HttpFailure('protocol', url, `more than ${mostInterim} interim answers`);
  };
}

/** Sends one hop; the answer's body is still unread. */
async function sendHop(
  senderOf: (hop: Hop) => Sender | Promise<Sender>,
  hop: Hop,
  method: string,
  request: HttpRequest,
  userAgent: string,
  deadline: Deadline,
): Promise<Dispatcher.ResponseData> {
  const reason = hop.isAllowed ? undefined : blockedReason(hop.url);
  if (reason !== undefined) throw new HttpFailure('address-blocked', hop.url.href, reason);
  const headers = {
    accept: '*/*',
    'accept-encoding': 'gzip, br, zstd, deflate',
    'user-agent': userAgent,
    ...hop.headers,
  };
  return await (await senderOf(hop)).request(hop.url.origin, {
    path: `${hop.url.pathname}${hop.url.search}`,
    method: method === 'HEAD' || method === 'POST' || method === 'PUT' ? method : 'GET',
    headers,
    body: method === 'POST' || method === 'PUT' ? (request.requestBody ?? null) : null,
    signal: deadline.signal,
    onInfo: interimCounter(hop.url.href),
    headersTimeout: request.headersTimeoutMs ?? request.totalTimeoutMs,
    bodyTimeout: request.totalTimeoutMs,
  });
}

/**
 * Reads the rest of an answer that nobody wants, so that its connection can be used again; ends it where that
 * takes long.
 */
async function skipBody(body: Dispatcher.ResponseData['body']): Promise<void> {
  try {
    await body.dump({ limit: 16_384, signal: AbortSignal.timeout(1_000) });
  } catch {
    body.destroy();
    return;
  }
}

/** Of decoded to encoded bytes; what people write stays far below it. */
const usualRatio = 300;
const usualRate: MinRate = { bytesPerSecond: 64, seconds: 15 };

/** So long a connection is kept for the next request, milliseconds. */
const keptMs = 10_000;

/** The redirects that led to an answer. */
type Redirected = Pick<HttpAnswer, 'redirects' | 'movedTo'>;

/** What an answer says before its body. */
const headOf = (raw: Dispatcher.ResponseData, { url }: Hop, redirected: Redirected) => ({
  status: raw.statusCode,
  url: url.href,
  ...redirected,
  headers: plainHeaders(raw.headers),
});

async function readAnswer(
  raw: Dispatcher.ResponseData,
  hop: Hop,
  redirected: Redirected,
  request: HttpRequest,
): Promise<HttpAnswer> {
  const head = headOf(raw, hop, redirected);
  const { url } = head;
  const encoding = encodingOf(head.headers, url);
  const limits = { maxBytes: request.maxBytes, maxRatio: request.maxRatio ?? usualRatio };
  const isWanted =
    request.method !== 'HEAD' &&
    (request.decode === true || (encoding !== 'identity' && request.verify !== false));
  const inflater =
    isWanted && encoding !== 'identity'
      ? streamInflater(encoding, limits, request.decode === true)
      : undefined;
  const hasBody = request.method !== 'HEAD' && raw.statusCode !== 304 && raw.statusCode !== 204;
  const wire = await readBody(raw.body, {
    maxBytes: request.maxBytes,
    isBeginningWanted: request.onTooLarge === 'truncate',
    ...(hasBody ? { minRate: request.minRate ?? usualRate } : {}),
    ...(inflater === undefined ? {} : { watch: inflater.take }),
    ...(request.admit === undefined ? {} : { admit: request.admit }),
  });
  const answer = { ...head, body: wire.bytes, encoding, truncated: wire.truncated };
  if (wire.truncated && request.onTooLarge !== 'truncate')
    throw new HttpFailure(
      'too-large',
      url,
      `more than ${request.maxBytes} bytes, or more than ${limits.maxRatio} times what came, or chunks without number`,
    );
  if (!isWanted || wire.bytes.length === 0)
    return request.decode === true
      ? { ...answer, decoded: wire.bytes, decodedBytes: wire.bytes.length }
      : answer;
  const decoded = (await inflater?.finish()) ?? (await inflateBody(wire.bytes, encoding, limits));
  if (decoded.truncated && request.onTooLarge !== 'truncate')
    throw new HttpFailure(
      'too-large',
      url,
      `more than ${request.maxBytes} bytes when decoded, or more than ${limits.maxRatio} times what came`,
    );
  if (!decoded.complete && !wire.truncated && !decoded.truncated)
    throw new HttpFailure('incomplete', url, `the ${encoding} stream ends before its end`);
  const counted = { ...answer, truncated: wire.truncated || decoded.truncated, decodedBytes: decoded.size };
  return request.decode === true ? { ...counted, decoded: decoded.bytes } : counted;
}

/** A request on its way through redirects. */
interface Way {
  readonly redirects: string[];
  readonly jar: CookieJar;
  /** Where permanent redirects alone have led. */
  movedTo?: string;
  method: string;
  hop: Hop;
  hasHeaders: boolean;
}

/** Ends a way that is too long, or leads back to where it was with the same cookies. */
function checkWay(
  { redirects, jar }: Way,
  next: Hop,
  asked: ReadonlyMap<string, number>,
  request: HttpRequest,
): void {
  const most = request.maxRedirects ?? 5;
  const isBack = asked.get(next.url.href) === jar.version;
  if (redirects.length > most || isBack)
    throw new HttpFailure(
      'too-many-redirects',
      next.url.href,
      isBack ? 'the redirects lead back to where they began' : `more than ${most} redirects`,
    );
}

/**
 * The one client for every outgoing request. It connects to global unicast addresses alone (names and
 * literals, at every redirect), follows redirects itself, keeps cookies no longer than one request and its
 * redirects, and ends whatever is too large or too slow.
 */
export function createHttpClient(options: HttpClientOptions): HttpClient {
  const connectTimeoutMs = options.connectTimeoutMs ?? 10_000;
  const resolve = options.resolve ?? resolveBySystem;
  const maxSockets = options.maxSockets ?? 8;
  const pool = (mayBePrivate: boolean, certificate?: Access['certificate']) =>
    new OriginPools({
      connect: guardedConnector({ resolve, connectTimeoutMs, mayBePrivate, certificate }),
      connections: maxSockets,
      pipelining: 1,
      keepAliveTimeout: keptMs,
      // Whatever the server offers.
      keepAliveMaxTimeout: keptMs,
      maxHeaderSize: 16_384,
    });
  const own = new Set(options.ownServers);
  // Two pools: a connection that one source was allowed to make must never serve another source.
  const publicPool = pool(false);
  const privatePool = pool(true);
  const accessPools = new AccessPools({
    resolve,
    connectTimeoutMs,
    maxSockets,
    direct: ({ mayBePrivate, certificate }) => pool(mayBePrivate, certificate),
  });

  function senderFor(hop: Hop, { access, allowPrivate, url }: HttpRequest): Sender | Promise<Sender> {
    const place = hostAndPort(hop.url).replace(/\.:/, ':');
    if (!hop.isAllowed && own.has(place))
      throw new HttpFailure('address-blocked', hop.url.href, `${place} is a server of this mill`);
    if (access !== undefined)
      return accessPools.senderFor(hop, access, { first: new URL(url), allowPrivate });
    return hop.isAllowed ? privatePool : publicPool;
  }

  /** The answer to one hop, or where it leads. */
  async function ask(
    way: Way,
    request: HttpRequest,
    deadline: Deadline,
  ): Promise<HttpAnswer | { readonly location: string; readonly status: number }> {
    const { hop, jar, redirects, movedTo } = way;
    const { version } = jar;
    const raw = await sendHop(
      (next) => senderFor(next, request),
      withCookies(hop, jar),
      way.method,
      request,
      options.userAgent,
      deadline,
    );
    way.hasHeaders = true;
    jar.take(cookiesOf(raw), hop.url, Date.now());
    const location = raw.headers['location'];
    if (redirectStatuses.has(raw.statusCode) && typeof location === 'string') {
      await skipBody(raw.body);
      return { location, status: raw.statusCode };
    }
    const redirected = movedTo === undefined ? { redirects } : { redirects, movedTo };
    if (request.skipsBody === true) {
      await skipBody(raw.body);
      return {
        ...headOf(raw, hop, redirected),
        body: new Uint8Array(),
        encoding: 'identity',
        truncated: false,
      };
    }
    const answer = await readAnswer(raw, hop, redirected, request);
    const target =
      raw.statusCode === 200
        ? await request.leadsTo?.(answer, { setsCookie: jar.version > version })
        : undefined;
    return target === undefined ? answer : { location: target, status: 303 };
  }

  async function follow(request: HttpRequest, deadline: Deadline): Promise<HttpAnswer> {
    const way: Way = {
      redirects: [],
      jar: new CookieJar(),
      method: request.method ?? 'GET',
      hop: firstHop(request),
      hasHeaders: false,
    };
    /** With how many cookies each address was asked: with new ones it may answer something else. */
    const asked = new Map<string, number>();
    for (;;) {
      way.hasHeaders = false;
      const { hop } = way;
      try {
        asked.set(hop.url.href, way.jar.version);
        const answer = await ask(way, request, deadline);
        if (!('location' in answer)) return answer;
        way.redirects.push(hop.url.href);
        const next = nextHop(hop, answer.location, request);
        checkWay(way, next, asked, request);
        // What stands behind a redirect for now is there for now.
        if (isForGood(answer.status) && (way.redirects.length === 1 || way.movedTo === hop.url.href))
          way.movedTo = next.url.href;
        if (answer.status === 303 || (way.method === 'POST' && answer.status < 303)) way.method = 'GET';
        way.hop = next;
      } catch (error) {
        if (deadline.isOver())
          throw new HttpFailure(
            'timeout',
            hop.url.href,
            `no whole answer within ${request.totalTimeoutMs} ms`,
            { cause: error },
          );
        if (request.signal?.aborted === true)
          throw new HttpFailure('aborted', hop.url.href, 'the caller gave up', { cause: error });
        throw failureOf(error, hop.url.href, way.hasHeaders);
      }
    }
  }

  return {
    async send(request) {
      const deadline = startDeadline(request);
      try {
        return await follow(request, deadline);
      } finally {
        deadline.clear();
      }
    },
    async close() {
      await Promise.all([publicPool.destroy(), privatePool.destroy(), accessPools.destroy()]);
    },
  };
}
