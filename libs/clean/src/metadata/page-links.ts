import { registrableDomain, saysNext } from '@newsmill/text';
import { tags } from '../tree/tags.ts';
import { attributeOf, COMMENTS, textOf, type Tree } from '../tree/tree.ts';
import { absoluteUrl } from './images.ts';
import type { PageView } from './page-view.ts';

/** Where a page says that its other forms and parts are. */
export interface PageLinks {
  readonly canonical?: string;
  /** The next page of the same article, on the same site. */
  readonly nextPage?: string;
  readonly ampUrl?: string;
  readonly licence?: string;
  /** A licence for machines: Really Simple Licensing 1.0. */
  readonly rsl?: string;
}

const pageWord =
  /^(?:page|paged|p|pg|pag|pagina|página|seite|sayfa|sivu|side|sida|strona|pn|page_?(?:no|num|number)|pageno|pagenum)$/i;
const numbered =
  /^(.*?[^/_,.-])[/_,.-]+(?:(?:page|seite|pagina|pag|p|sida|side|strona)[-_/,=]?)?(\d{1,2})(\.[a-z]{3,5})?$/i;
const endsInNumber = /\d(?:\.[a-z]{3,5})?$/i;
/** Greatest number of blocks behind the body in which a row of page numbers is looked for. */
const nearBody = 25;

interface Place {
  readonly stem: string;
  readonly page: number;
}

/**
 * An address as article and page number, in the one or two ways in which it can be read. The bare address is
 * page 1.
 */
function placesOf(url: URL): Place[] {
  const host = url.hostname.replace(/^www\./, '');
  const path = url.pathname.replace(/(?<!\/)\/+$/, '');
  const query = [...url.searchParams].filter(([name]) => !/^(?:utm_|fbclid|gclid)/.test(name));
  const rest = (pairs: typeof query): string =>
    pairs
      .map((pair) => pair.join('='))
      .sort()
      .join('&');
  const places: Place[] = [{ stem: `${host}${path}?${rest(query)}`, page: 1 }];
  const asked = query.find(([name, value]) => pageWord.test(name) && /^\d{1,2}$/.test(value));
  if (asked !== undefined)
    places.push({
      stem: `${host}${path}?${rest(query.filter((pair) => pair !== asked))}`,
      page: Number(asked[1]),
    });
  const match = path.length > 1_000 || !endsInNumber.test(path) ? null : numbered.exec(path);
  if (match !== null)
    places.push({ stem: `${host}${match[1] ?? ''}${match[3] ?? ''}?${rest(query)}`, page: Number(match[2]) });
  return places;
}

/**
 * Number of the page that an address names of the article at `own`, where it is the one that follows; else 0.
 */
function followingPage(address: URL, own: readonly Place[]): number {
  for (const place of placesOf(address).slice(1)) {
    // Some sites count from nought: their second page is number 1.
    for (const { stem, page } of own)
      if (stem === place.stem && (place.page === page + 1 || (place.page === 1 && own.length === 1)))
        return place.page;
  }
  return 0;
}

/** Most characters, with white space, of a link that is a page number or says "next page". */
const longestLabel = 80;

function isLong(tree: Tree, node: number): boolean {
  let length = 0;
  for (let inner = node + 1; inner < (tree.end[node] as number); inner += 1)
    if (tree.tag[inner] === 1) length += (tree.to[inner] as number) - (tree.from[inner] as number);
  return length === 0 || length > longestLabel;
}

/**
 * The page that follows: by `rel=next`, or by the number or word of a link beside the body. Links to the next
 * article are none.
 */
function nextPageOf(view: PageView, related: string | undefined): string | undefined {
  if (!URL.canParse(view.url)) return undefined;
  const ownUrl = new URL(view.url);
  const own = placesOf(ownUrl);
  const follow = (href: string | undefined): { readonly url: string; readonly page: number } | undefined => {
    const url = absoluteUrl(href, view.url);
    if (url === undefined || registrableDomain(new URL(url).hostname) !== registrableDomain(ownUrl.hostname))
      return undefined;
    const page = followingPage(new URL(url), own);
    return page === 0 ? undefined : { url: url.replace(/#.*/s, ''), page };
  };
  const named = follow(related);
  if (named !== undefined || view.firstBody < 0) return named?.url;
  const { tree, blocks } = view;
  const last = Math.min(blocks.size - 1, view.isBody.lastIndexOf(1) + nearBody);
  const stop = tree.end[blocks.node[last] as number] as number;
  for (let node = blocks.first[view.firstBody] as number; node < stop; node += 1) {
    if (
      tree.tag[node] !== tags.a ||
      (tree.flags[node] as number) & COMMENTS ||
      (tree.end[node] as number) - node > 8 ||
      isLong(tree, node)
    )
      continue;
    const text = textOf(tree, node, 40);
    const says =
      /^\d{1,2}$/.test(text) || saysNext(text) || /\bnext\b/i.test(attributeOf(tree, node, 'rel') ?? '');
    const found = says ? follow(attributeOf(tree, node, 'href')) : undefined;
    if (found !== undefined && (!/^\d+$/.test(text) || Number(text) === found.page)) return found.url;
  }
  return undefined;
}

function isRsl(tree: Tree, node: number): boolean {
  return /^\s*application\/rsl\+xml\b/i.test(attributeOf(tree, node, 'type') ?? '');
}

/** The relations that a page declares, absolute. */
export function readPageLinks(view: PageView, base: string): PageLinks {
  const { tree } = view;
  const found = new Map<string, string | undefined>();
  for (let node = 0; node < tree.size; node += 1) {
    const tag = tree.tag[node];
    if (tag !== tags.link && tag !== tags.a) continue;
    const relations = attributeOf(tree, node, 'rel');
    // Most links of a page are its own and say `noopener`: only licences count of them.
    if (relations === undefined || (tag === tags.a && !/license/i.test(relations))) continue;
    for (const relation of relations.toLowerCase().split(/\s+/)) {
      if (relation === '' || (tag === tags.a && relation !== 'license')) continue;
      const name = relation === 'license' && isRsl(tree, node) ? 'rsl' : relation;
      if (found.get(name) === undefined) found.set(name, attributeOf(tree, node, 'href'));
    }
  }
  return {
    canonical: absoluteUrl(found.get('canonical'), base),
    nextPage: nextPageOf(view, found.get('next')),
    ampUrl: absoluteUrl(found.get('amphtml'), base),
    licence: absoluteUrl(found.get('license'), base),
    rsl: absoluteUrl(found.get('rsl'), base),
  };
}
