import { hostAndPort } from '@newsmill/text';
import { HttpFailure } from './http-failure.ts';
import type { HttpRequest } from './http-request.ts';

/** Headers that tell nothing of the caller's rights and so may follow a redirect to another origin. */
const harmless: ReadonlySet<string> = new Set([
  'accept',
  'accept-language',
  'if-none-match',
  'if-modified-since',
]);

/** Parses the target of a request or redirect; throws HttpFailure for what is no http(s) address. */
function parseTarget(text: string, base: string | undefined): URL {
  const parsed = URL.canParse(text, base) ? new URL(text, base) : undefined;
  if (parsed === undefined || parsed.hostname === '')
    throw new HttpFailure('bad-address', text, `cannot be parsed as an address: ${text.slice(0, 200)}`);
  if (parsed.protocol !== 'http:' && parsed.protocol !== 'https:')
    throw new HttpFailure('bad-address', text, `the scheme ${parsed.protocol} is neither http: nor https:`);
  parsed.hash = '';
  // Never sent, so it must not look as if it had been; secrets belong in the headers of a source.
  parsed.username = '';
  parsed.password = '';
  return parsed;
}

/** One hop: the address, and whether the operator allowed it although it may be private. */
export interface Hop {
  readonly url: URL;
  readonly isAllowed: boolean;
  readonly headers: Readonly<Record<string, string>>;
}

/** The hop that a request begins with. */
export function firstHop(request: HttpRequest): Hop {
  const url = parseTarget(request.url, undefined);
  const headers = Object.fromEntries(
    Object.entries(request.headers ?? {}).map(([name, value]) => [name.toLowerCase(), value]),
  );
  return { url, isAllowed: request.allowPrivate?.includes(hostAndPort(url)) ?? false, headers };
}

/** The hop that a redirect leads to. */
export function nextHop(hop: Hop, location: string, request: HttpRequest): Hop {
  const url = parseTarget(location, hop.url.href);
  const isSameHost = hostAndPort(url) === hostAndPort(parseTarget(request.url, undefined));
  const headers =
    url.origin === hop.url.origin
      ? hop.headers
      : Object.fromEntries(Object.entries(hop.headers).filter(([name]) => harmless.has(name)));
  return {
    url,
    headers,
    isAllowed: isSameHost && (request.allowPrivate?.includes(hostAndPort(url)) ?? false),
  };
}
