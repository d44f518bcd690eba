import type { HttpAnswer } from '@newsmill/contracts';
import { decodeEntities } from '@newsmill/text';
import { absoluteUrl } from '../absolute-url.ts';
import { linksOf } from '../poll/find-hubs.ts';
import { findNextLink } from './find-next-link.ts';
import { bodyBytes } from './page-text.ts';

/** Pages that an article may have, the first one included. */
export const mostPages = 10;
/** Characters of the head that are looked at. */
const headLength = 262_144;

/** Parts of addresses that lists of articles have, in the languages of most sites. */
const listNames =
  /^(?:categor(?:y|ies|ia|ie)|kategorie[ns]?|rubriek|rubrik(?:en)?|tags?|topics?|themen?|temas?|authors?|autor(?:en|es)?|auteurs?|archives?|archivo?|search|suche|section|seccion|page|seite|pagina|latest|feeds?)$/i;
/** Names of the parameter that counts pages. */
const pageNames: ReadonlySet<string> = new Set([
  'page',
  'p',
  'pg',
  'paged',
  'seite',
  'pagina',
  'pagenum',
  'page_no',
  'pageno',
  'currentpage',
]);

/**
 * Whether an address looks like that of an article: a name of several words or a number at its end, below
 * nothing that is a list.
 */
function looksLikeArticle({ pathname, search }: URL): boolean {
  const parts = pathname.split('/').filter((part) => part !== '');
  if (parts.length === 0 || parts.some((part) => listNames.test(part))) return false;
  const name = parts.at(-1)?.replace(/\.\w{2,5}$/, '') ?? '';
  return (
    /[^-_][-_][^-_]+[-_]./.test(name) ||
    /\d{5,}/.test(name) ||
    /[?&](?:id|article|story|artid|aid)=[\w-]+/i.test(search)
  );
}

function pathWithout(path: string): string {
  return path.replace(/\/$/, '');
}

/** The query without the parameter that counts pages, in order, and its number. */
function readQuery(url: URL): { readonly rest: string; readonly number: number | undefined } {
  const pairs = [...url.searchParams].filter(([name]) => !/^(?:utm_|fbclid$|gclid$)/.test(name));
  const counted = pairs.find(([name, value]) => pageNames.has(name.toLowerCase()) && /^\d{1,3}$/.test(value));
  const rest = pairs
    .filter((pair) => pair !== counted)
    .map((pair) => pair.join('='))
    .sort()
    .join('&');
  return { rest, number: counted === undefined ? undefined : Number(counted[1]) };
}

/** What numbers a page behind a whole path, and between a path and its ending. */
const behindPath = /^(?:\/(\d+)|[/_,-]?(?:page|seite|pagina)[/_-]?(\d+))$/i;
const behindStem = /^(?:[/_,-](\d+)|[/_,-]?(?:page|seite|pagina)[/_-]?(\d+))$/i;
const countOf = (match: RegExpExecArray | null): string | undefined => match?.[1] ?? match?.[2];

/**
 * Whether `url` is `first` with `number` as its page: `?page=2`, `/2`, `/page/2`, `/seite-2`, `-2.html`,
 * `,2.html`, `_2.html`. A bare `-2` without an ending is none: systems tell articles of the same title apart
 * by it.
 */
function isPageOf(first: URL, url: URL, number: number): boolean {
  if (url.origin !== first.origin || url.username !== '' || url.password !== '') return false;
  const own = readQuery(first);
  const other = readQuery(url);
  if (own.rest !== other.rest || (own.number ?? 1) !== 1) return false;
  const [path, start] = [pathWithout(url.pathname), pathWithout(first.pathname)];
  if (path === start) return other.number === number;
  if (other.number !== own.number) return false;
  const ending = /\.\w{2,5}$/.exec(start)?.[0] ?? '';
  const stem = start.slice(0, start.length - ending.length);
  if (path.startsWith(start) && countOf(behindPath.exec(path.slice(start.length))) === String(number))
    return true;
  const rest = path.slice(stem.length);
  return (
    ending !== '' &&
    path.startsWith(stem) &&
    rest.toLowerCase().endsWith(ending.toLowerCase()) &&
    countOf(behindStem.exec(rest.slice(0, rest.length - ending.length))) === String(number)
  );
}

/**
 * Whether an address has the form of a following page. What was found under it may be part of an article that
 * is had already.
 */
export function looksLikeFollowingPage(address: string): boolean {
  if (!URL.canParse(address)) return false;
  const url = new URL(address);
  return (
    (readQuery(url).number ?? 1) > 1 ||
    /(?:[-_,/]|(?:page|seite|pagina|p)[-_/]?)(?:[2-9]|10)(?:\.\w{2,5})?\/?$/i.test(url.pathname)
  );
}

const linkTag = /<link\b[^<>]{1,2000}>/gi;
const nextRelation = /\brel\s*=\s*(?:"[^"]{0,80}\bnext\b|'[^']{0,80}\bnext\b|next\b)/i;
const reference = /\bhref\s*=\s*(?:"([^"]{1,2000})"|'([^']{1,2000})'|([^\s"'>]{1,2000}))/i;

/** Addresses that the head calls the next one. Bytes above ASCII do not matter to them. */
function headLinks(page: Buffer, base: string): string[] {
  const body = page.subarray(0, headLength).indexOf('<body');
  const head = page.toString('latin1', 0, body < 0 ? headLength : body);
  if (!/\brel\s*=\s*["']?[\w\s]{0,80}next/i.test(head)) return [];
  return (head.match(linkTag) ?? [])
    .filter((tag) => nextRelation.test(tag))
    .flatMap((tag) => {
      const found = reference.exec(tag);
      const url =
        found === null
          ? undefined
          : absoluteUrl(decodeEntities(found[1] ?? found[2] ?? found[3] ?? ''), base);
      return url === undefined ? [] : [url];
    });
}

/** Whether `address` is page `number` of the article whose first page is `first`; both absolute. */
export function isFollowingPage(first: string, address: string, number: number): boolean {
  return URL.canParse(address) && URL.canParse(first) && isPageOf(new URL(first), new URL(address), number);
}

/** Whether an article may have further pages, by the address of its first one. */
export function mayGoOn(first: string): boolean {
  return URL.canParse(first) && looksLikeArticle(new URL(first));
}

/**
 * The address of page `number` of an article, which `answer`, the page before it, names by `rel=next` in its
 * head or headers, or else by a link of its text. Only an address that is that of the first page but for the
 * number is believed: themes also call the next article, or the next page of a list, next.
 */
export function findNextPage(
  answer: Pick<HttpAnswer, 'body' | 'encoding' | 'url' | 'headers'>,
  { first, number }: { readonly first: string; readonly number: number },
): string | undefined {
  if (!mayGoOn(first)) return undefined;
  const page = bodyBytes(answer);
  const named = [
    ...linksOf(answer.headers['link'] ?? '', 'next', answer.url),
    ...headLinks(page, answer.url),
  ];
  const isPage = (url: string) => isFollowingPage(first, url, number);
  const next = named.find(isPage) ?? findNextLink(page, { url: answer.url, first, number }, isPage);
  return next?.replace(/#.*/s, '');
}
