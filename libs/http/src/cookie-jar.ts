import { registrableDomain } from '@newsmill/text';
import { parseCookie } from 'undici';

interface Kept {
  readonly name: string;
  readonly value: string;
  readonly domain: string;
  /** Whether hosts below the domain get it too. */
  readonly isWide: boolean;
  readonly path: string;
  readonly isSecure: boolean;
}

const mostCookies = 50;
/** Characters of the header Cookie. */
const longestHeader = 8_192;

/** RFC 6265, 5.1.3; an address of numbers matches itself alone. */
function matchesDomain(host: string, domain: string): boolean {
  return host === domain || (host.endsWith(`.${domain}`) && !/^[\d.]+$|:/.test(host));
}

/** RFC 6265, 5.1.4. */
function matchesPath(path: string, prefix: string): boolean {
  return (
    path === prefix || (path.startsWith(prefix) && (prefix.endsWith('/') || path[prefix.length] === '/'))
  );
}

/** The path of an address up to its last slash (RFC 6265, 5.1.4). */
function defaultPath({ pathname }: URL): string {
  const end = pathname.lastIndexOf('/');
  return end <= 0 ? '/' : pathname.slice(0, end);
}

/**
 * The cookies of one request and its redirects, by the rules of RFC 6265 for domain, path and Secure. It is
 * never kept longer, and holds at most 50.
 */
export class CookieJar {
  readonly #kept = new Map<string, Kept>();
  #version = 0;

  /** Grows with every cookie that comes, goes or changes. */
  get version(): number {
    return this.#version;
  }

  /** Takes what an answer of `url` sets; `now` in epoch milliseconds. */
  take(lines: readonly string[], url: URL, now: number): void {
    for (const line of lines.slice(0, mostCookies)) this.#takeOne(line, url, now);
  }

  #takeOne(line: string, url: URL, now: number): void {
    const cookie = parseCookie(line.slice(0, 8_192));
    if (cookie === null || cookie.name === '') return;
    const host = url.hostname;
    const domain = cookie.domain?.toLowerCase().replace(/^\./, '') ?? '';
    const isWide = domain !== '' && domain !== host;
    // A domain above that of the owner (co.uk) would send the cookie to strangers.
    if (isWide && !(matchesDomain(host, domain) && registrableDomain(domain) === registrableDomain(host)))
      return;
    if (cookie.secure === true && url.protocol !== 'https:') return;
    const path = cookie.path?.startsWith('/') === true ? cookie.path : defaultPath(url);
    const kept: Kept = {
      name: cookie.name,
      value: cookie.value,
      domain: isWide ? domain : host,
      isWide: domain !== '',
      path,
      isSecure: cookie.secure === true,
    };
    const key = `${kept.domain};${path};${kept.name}`;
    const isOver =
      cookie.maxAge === undefined
        ? cookie.expires !== undefined && new Date(cookie.expires).getTime() <= now
        : cookie.maxAge <= 0;
    const known = this.#kept.get(key);
    if (isOver ? known === undefined : known?.value === kept.value) return;
    if (isOver) this.#kept.delete(key);
    else if (known !== undefined || this.#kept.size < mostCookies) this.#kept.set(key, kept);
    else return;
    this.#version += 1;
  }

  /** The header Cookie for a request, longer paths first (RFC 6265, 5.4); undefined where there is none. */
  headerFor(url: URL): string | undefined {
    const fitting = [...this.#kept.values()].filter(
      ({ domain, isWide, path, isSecure }) =>
        (isWide ? matchesDomain(url.hostname, domain) : url.hostname === domain) &&
        matchesPath(url.pathname, path) &&
        (!isSecure || url.protocol === 'https:'),
    );
    const header = fitting
      .sort((a, b) => b.path.length - a.path.length)
      .map(({ name, value }) => `${name}=${value}`)
      .join('; ');
    return header === '' || header.length > longestHeader ? undefined : header;
  }
}
