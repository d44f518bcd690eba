import { isTracking } from './tracking-names.ts';

const hex = /%([0-9a-fA-F]{2})/g;
const unreserved = /[A-Za-z0-9\-._~]/;

/**
 * Characters that feeds and editors leave around and inside addresses; NUL and other controls never belong
 * there.
 */
function tidyAddress(raw: string): string {
  return (
    raw
      .replace(/^\s*<!\[CDATA\[([\s\S]*?)\]\]>\s*$/, '$1')
      // eslint-disable-next-line no-control-regex -- control characters are what is looked for
      .replace(/[\u0000-\u001f\u007f\u200b\u200e\u200f\ufeff]+/g, '')
      .trim()
      .replace(/<.*/s, '')
      .replace(/&(?:amp|#0*38|#x0*26);/gi, '&')
      .replace(/(?<!&)&+$/, '')
  );
}

/** Mends what writers do to the front of an address; undefined when its scheme is none of ours. */
function withScheme(address: string): string | undefined {
  const doubled = address
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

const innerScheme = /(\b[a-z][a-z0-9+.-]{1,50}:\/\/)/i;

/** Two slashes are one, but not behind the scheme of another address that stands inside the path. */
function normalisePath(path: string): string {
  const collapsed = path.includes('//')
    ? path
        .split(innerScheme)
        .map((part, index) => (index % 2 === 1 ? part : part.replace(/\/{2,}/g, '/')))
        .join('')
    : path;
  return normaliseEscapes(collapsed.replace(/;jsessionid=[^/?#;]*/gi, '')) || '/';
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
function normaliseQuery(query: string): string {
  const pairs: Pair[] = [];
  for (const piece of query.split('&')) {
    if (piece === '') continue;
    const at = piece.indexOf('=');
    const name = normaliseEscapes(at === -1 ? piece : piece.slice(0, at)).replace(/%20/g, '+');
    const value = at === -1 ? '' : normaliseEscapes(piece.slice(at + 1)).replace(/%20/g, '+');
    if (name === '' || isTracking(decoded(name), decoded(value))) continue;
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
  return /^#(?:[!/]|page[-=]?\d+$)/i.test(fragment) ? normaliseEscapes(fragment) : '';
}

/** Greatest length of an address, in characters. */
const longest = 8_192;

/** Parses an address as feeds and pages write it; undefined for what is no http(s) URL. */
export function parseAddress(raw: string): URL | undefined {
  if (raw.length > 2 * longest) return undefined;
  const text = withScheme(tidyAddress(raw));
  if (text === undefined || text.length > longest) return undefined;
  return URL.parse(text) ?? undefined;
}

/**
 * The strict canonical form of an address: two addresses with one key are the same item. undefined for what
 * is no http(s) URL. Scheme, `www.`, path case, repeated query names, routes in fragments and userinfo stay:
 * they can lead to other pages.
 */
export function urlKey(url: string): string | undefined {
  const parsed = parseAddress(url);
  if (parsed === undefined || parsed.hostname === '') return undefined;
  const host = parsed.hostname.replace(/\.$/, '') + (parsed.port === '' ? '' : `:${parsed.port}`);
  const user =
    parsed.username === '' && parsed.password === ''
      ? ''
      : `${parsed.username}${parsed.password === '' ? '' : `:${parsed.password}`}@`;
  const query = normaliseQuery(parsed.search.slice(1));
  return `${parsed.protocol}//${user}${host}${normalisePath(parsed.pathname)}${query === '' ? '' : `?${query}`}${routingFragment(parsed.hash)}`;
}
