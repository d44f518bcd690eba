import { isOtherForm, newsKey } from './news-key.ts';
import { urlKey } from './url-key.ts';
import { wordsOf } from './search-tokens.ts';

/** What is compared: the address of a page, the canonical one that it names, and its title. */
export interface CanonicalClaim {
  readonly own: string;
  readonly canonical: string;
  readonly title: string;
}

/**
 * `same`: both addresses are of one article. `other`: the canonical one is of another article, as of sites that
 * print the address of their newest story on every page. `unknown`: neither can be told from the addresses.
 */
export type CanonicalFit = 'same' | 'other' | 'unknown';

/** Most characters of a path that are looked at; longer ones say no more. */
const longestPath = 2_000;
/** What programs write where a value is missing. */
const missing = new Set(['undefined', 'null', 'nan', 'none', '[object object]']);

function pathOf(url: URL): string {
  try {
    return decodeURIComponent(url.pathname.slice(0, longestPath));
  } catch {
    return url.pathname.slice(0, longestPath);
  }
}

function segmentsOf(url: URL): string[] {
  return pathOf(url)
    .toLowerCase()
    .replace(/\/(?:index|default)\.[a-z]{2,5}$/, '')
    .split('/')
    .filter((segment) => segment !== '')
    .map((segment) => segment.replace(/\.(?:[xs]?html?|php|aspx?|jsp|story|amp)$/, ''));
}

/** Whether digits are a year, a month or a day of it: stories of one day have them in common. */
function isDate(digits: string): boolean {
  return /^(?:19|20)\d\d(?:[01]\d(?:[0-3]\d)?)?$/.test(digits) || /^[0-3]\d[01]\d(?:19|20)\d\d$/.test(digits);
}

/** Numbers and random names of the article in path and query: five digits and more that are no date. */
function idsOf(url: URL): Set<string> {
  const text = `${pathOf(url)}?${url.search.slice(0, longestPath)}`;
  const numbers = (text.match(/\d{5,}/g) ?? []).filter((digits) => !isDate(digits));
  const names = text.match(/[0-9a-f]{24,}/gi) ?? [];
  return new Set([...numbers, ...names.map((name) => name.toLowerCase())]);
}

/** The last segment where it is made of words, or else the one before it: `night-tram`, `night-tram-4711`. */
function slugOf(url: URL): string | undefined {
  return segmentsOf(url)
    .slice(-2)
    .toReversed()
    .find((segment) => /\p{L}{3,}/u.test(segment) && /[-_ ]|.{12,}/u.test(segment));
}

/** Words of three letters and more, without marks on letters, as addresses have them. */
function plainWords(text: string): Set<string> {
  const plain = text.normalize('NFKD').replace(/\p{M}/gu, '').replaceAll('ß', 'ss').replaceAll('ø', 'o');
  return new Set(wordsOf(plain.replace(/[-_]/g, ' ')).filter((word) => /\p{L}{3,}/u.test(word)));
}

/** Whether a slug is made of the words of a title: three of them, and half of its own. */
function isOfTitle(slug: string | undefined, title: ReadonlySet<string>): boolean {
  if (slug === undefined) return false;
  const words = [...plainWords(slug)];
  const shared = words.filter((word) => title.has(word)).length;
  return shared >= 3 && shared * 2 >= words.length;
}

function hasCommon(one: ReadonlySet<string>, other: ReadonlySet<string>): boolean {
  return [...one].some((value) => other.has(value));
}

/**
 * Judges whether a canonical address (RFC 6596) is that of the article of a page, or of another one, by what
 * both addresses and the title say. Whether both are of one site is not asked.
 */
export function canonicalFit({ own, canonical, title }: CanonicalClaim): CanonicalFit {
  const [page, target] = [URL.parse(own), URL.parse(canonical)];
  if (page === null || target === null || segmentsOf(target).some((segment) => missing.has(segment)))
    return 'unknown';
  const key = newsKey(own);
  if (key !== undefined && key === newsKey(canonical)) return 'same';
  const [slug, ownSlug] = [slugOf(target), slugOf(page)];
  const words = plainWords(title);
  if (isOfTitle(slug, words)) return 'same';
  // A section, or the front page of an edition.
  if (isAbove(target, page)) return 'unknown';
  if ((slug !== undefined && slug === ownSlug) || hasCommon(idsOf(target), idsOf(page))) return 'same';
  return slug !== undefined && isOfTitle(ownSlug, words) ? 'other' : 'unknown';
}

/** Whether the path of an address leads down to that of another one. */
function isAbove(upper: URL, lower: URL): boolean {
  const [above, below] = [segmentsOf(upper), segmentsOf(lower)];
  return above.length < below.length && above.every((segment, place) => segment === below[place]);
}

/**
 * The address to show of a page that names a canonical one of the same site: that one where it is of the same
 * article, and not a lesser form of it (AMP, mobile, http) than the page itself.
 */
export function shownAddress(claim: CanonicalClaim): string {
  const { own, canonical } = claim;
  if (canonicalFit(claim) !== 'same') return own;
  if (isOtherForm(canonical) && !isOtherForm(own)) return own;
  const secure = canonical.replace(/^http:/, 'https:');
  if (secure !== canonical && own.startsWith('https:') && hostOf(own) === hostOf(canonical))
    return urlKey(secure) === urlKey(own) ? own : secure;
  return canonical;
}

function hostOf(address: string): string | undefined {
  return URL.parse(address)?.host;
}
