import { isTracking } from './tracking-names.ts';

const hex = /%([0-9a-fA-F]{2})/g;
const unreserved = /[A-Za-z0-9\-._~]/;

/** Separators at the end that separate nothing. */
const straySeparators = /(?<!&)&+$/;

/**
 * Takes away what feeds and editors leave around and inside addresses: line ends and tabs anywhere, other
 * controls at the ends (as the URL standard does), characters without width, markup, doubled references.
 */
function tidyAddress(raw: string): string {
  return raw
    .replace(/^\s*<!\[CDATA\[([\s\S]*?)\]\]>\s*$/, '$1')
    .replace(/[\0\t\n\r\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]+/g, '')
    .replace(/^[\u0000-\u0020\u007f]+|(?<![\u0000-\u0020\u007f])[\u0000-\u0020\u007f]+$/g, '')
    .trim()
    .replace(/<.*/s, '')
    .replace(/&(?:(?:amp|#0*38|#x0*26);)+/gi, '&')
    .replace(straySeparators, '');
}

/** Mends what writers do to the front of an address; undefined when its scheme is none of ours. */
function withScheme(address: string): string | undefined {
  const doubled = address
    // What readers of feeds and browsers put in front.
    .replace(/^(?:feed|view-source):(?=https?:)/i, '')
    .replace(/^feed:\/\//i, 'http://')
    .replace(/^(?:https?:\/*)+(?=https?:[\\/]{1,2}[^\\/])/i, '')
    // Where the host would be the scheme of another address (`https://x_https://…`), that other address is
    // meant.
    .replace(/^https?:\/\/[^/?#.@]*(?=https?:\/\/[^/])/i, '')
    // `xn--` belongs in front of an encoded name alone.
    .replace(/(?<=[/.@])xn--(?=[^/?#.:@]*[^\p{ASCII}])/giu, '');
  if (/^https?:/i.test(doubled)) return doubled.replace(/^(https?):[\\/]*/i, '$1://');
  if (/^[\\/]{2}[^\\/]/.test(doubled)) return `https:${doubled}`;
  if (/^[a-z][a-z0-9+.-]*:/i.test(doubled) && !/^[^:/?#][^:/?#.]*\.[^:/?#]+:\d+(?:[/?#]|$)/.test(doubled))
    return undefined;
  const bareHost = /^(?:[\p{L}\p{N}_-]+\.)+[\p{L}][\p{L}\p{N}-]+\.?(?::\d+)?(?:[/?#]|$)/u;
  return bareHost.test(doubled) ? `https://${doubled}` : undefined;
}

/** Escapes in capitals, unreserved characters plain, a lone `%` and stray delimiters escaped. */
function normaliseEscapes(part: string): string {
  if (!/[%[\]{}|\\^`"<>' ]/.test(part)) return part;
  return part
    .replace(/%(?![0-9a-fA-F]{2})/g, '%25')
    .replace(hex, (escape: string, digits: string) => {
      const char = String.fromCharCode(Number.parseInt(digits, 16));
      return unreserved.test(char) ? char : escape.toUpperCase();
    })
    .replace(
      /[[\]{}|\\^`"<>' ]/g,
      (char) => `%${char.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`,
    );
}

/** Sessions in paths: `;jsessionid=…` of Java, `/(S(…))/` of ASP.NET. */
const javaSession = /;(?:jsessionid|phpsessid|sid)=[^/?#;]*/gi;
const aspSession =
  /\/\((?:[A-Z]\([\w-]{1,100}\)){0,3}S\([a-z0-9]{24}\)(?:[A-Z]\([\w-]{1,100}\)){0,3}\)(?=\/|$)/gi;
const innerScheme = /(\b[a-z][a-z0-9+.-]{1,50}:\/\/)/i;

function withoutSession(path: string): string {
  const bare = path.replace(javaSession, '').replace(aspSession, '');
  // What was taken away may have left a dot segment.
  return /\/\.\.?(?:\/|$)/.test(bare)
    ? normaliseEscapes(URL.parse(`http://h${bare}`)?.pathname ?? bare)
    : bare;
}

/** Two slashes are one, but not behind the scheme of another address that stands inside the path. */
function normalisePath(written: string): string {
  const path = withoutSession(normaliseEscapes(written));
  const collapsed = path.includes('//')
    ? path
        .split(innerScheme)
        .map((part, index) => (index % 2 === 1 ? part : part.replace(/\/{2,}/g, '/')))
        .join('')
    : path;
  return collapsed === '' ? '/' : collapsed;
}

/** Rounds in which what one rule takes away may show work for another. */
const mostRounds = 5;

/** A path that no rule changes any more. `isLast`: nothing stands behind it. */
function settlePath(written: string, isLast: boolean): string {
  let path = written;
  for (let round = 0; round < mostRounds; round += 1) {
    const next = normalisePath(isLast ? path.replace(straySeparators, '') : path);
    if (next === path) return path;
    path = next;
  }
  return path;
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

interface Pair {
  readonly name: string;
  readonly value: string;
}

/**
 * Query pairs without tracking, sorted by name; pairs of one name keep their order, since that order may mean
 * something.
 */
function normaliseQuery(query: string, host: string): string {
  const pairs: Pair[] = [];
  for (const piece of query.split('&')) {
    if (piece === '') continue;
    const at = piece.indexOf('=');
    const name = normaliseEscapes(at === -1 ? piece : piece.slice(0, at)).replace(/%20/g, '+');
    const value = at === -1 ? '' : normaliseEscapes(piece.slice(at + 1)).replace(/%20/g, '+');
    if (name === '' || isTracking(decoded(name), decoded(value), host)) continue;
    pairs.push({ name, value });
  }
  const sorted = pairs
    .map((pair, index) => ({ ...pair, index }))
    .sort((a, b) => compareText(a.name, b.name) || a.index - b.index);
  return sorted.map(({ name, value }) => `${name}=${value}`).join('&');
}

/**
 * A fragment is part of the address only where a page routes by it (`#!…`, `#/…`) or pages through itself
 * (`#page2`).
 */
function routingFragment(hash: string): string {
  const fragment = hash.replace(/:~:.*/s, '');
  return /^#(?:[!/]|page[-=]?\d+$)/i.test(fragment)
    ? normaliseEscapes(fragment).replace(straySeparators, '')
    : '';
}

/** Greatest length of an address, in characters. */
const longest = 8_192;

/**
 * A host that can be asked: a name of letters, digits, hyphens (RFC 1123, section 2.1) and the underscores that are
 * found in practice, or an address. The URL standard lets more signs stand in a host; no name server knows such one.
 */
const askableHost = /^(?:[a-z0-9._-]+|\[[0-9a-f:.]+\])$/;

/** Parses an address as feeds and pages write it; undefined for what is no http(s) URL. */
export function parseAddress(raw: string): URL | undefined {
  if (raw.length > 2 * longest) return undefined;
  const text = withScheme(tidyAddress(raw));
  if (text === undefined || text.length > longest) return undefined;
  const url = URL.parse(text);
  return url !== null && askableHost.test(url.hostname) ? url : undefined;
}

/** A host without the dots at its end; undefined where nothing is left. What is left may be a number: an address. */
function plainHost(host: string): string | undefined {
  if (!host.endsWith('.')) return host === '' ? undefined : host;
  return URL.parse(`http://${host.replace(/(?<!\.)\.+$/, '')}`)?.hostname;
}

/**
 * The strict canonical form of an address: two addresses with one key are the same item. undefined for what
 * is no http(s) URL. Scheme, `www.`, path case, repeated query names, routes in fragments and userinfo stay:
 * they can lead to other pages.
 */
export function urlKey(url: string): string | undefined {
  const parsed = parseAddress(url);
  if (parsed === undefined) return undefined;
  const name = plainHost(parsed.hostname);
  if (name === undefined) return undefined;
  const host = name + (parsed.port === '' ? '' : `:${parsed.port}`);
  const user =
    parsed.username === '' && parsed.password === ''
      ? ''
      : `${parsed.username}${parsed.password === '' ? '' : `:${parsed.password}`}@`;
  const query = normaliseQuery(parsed.search.slice(1), name);
  const rest = `${query === '' ? '' : `?${query}`}${routingFragment(parsed.hash)}`;
  const key = `${parsed.protocol}//${user}${host}${settlePath(parsed.pathname, rest === '')}${rest}`;
  // Escapes make it longer; what is too long would have no key itself.
  return key.length > longest ? undefined : key;
}
