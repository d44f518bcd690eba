import type { ArticleDocument, SearchHit } from '@newsmill/contracts';
import { toFeedItem, type FeedOut } from '@newsmill/search';
import { ApiProblem } from '../problems/api-problem.ts';
import { originOf } from '../guards/visitor.ts';
import type { HttpRequest } from '../http/http-types.ts';
import { servedLibrary, type MillPorts, type SearchQuery } from '@newsmill/operate';
import { readSearch } from './read-search.ts';

/** Articles asked for at a time. */
const atATime = 10;
const dayMs = 86_400_000;

/** Where this mill is, as the one who asks names it: the public address where there is one. */
function baseAddress({ settings: { publicUrl } }: Pick<MillPorts, 'settings'>, request: HttpRequest): string {
  return publicUrl?.replace(/(?<!\/)\/+$/, '') ?? originOf(request);
}

/** The articles behind hits; those that are gone meanwhile are left out. */
async function articlesOf(
  library: Pick<MillPorts['library'], 'get'>,
  hits: readonly Pick<SearchHit, 'id'>[],
): Promise<readonly ArticleDocument[]> {
  const articles: (ArticleDocument | undefined)[] = [];
  for (let from = 0; from < hits.length; from += atATime)
    articles.push(...(await Promise.all(hits.slice(from, from + atATime).map(({ id }) => library.get(id)))));
  return articles.filter((article) => article !== undefined);
}

/** The newest change of all articles; without one the day, so that an empty feed stays the same. */
function newestOf(items: FeedOut['items'], now: number): number {
  return items.length === 0
    ? Math.floor(now / dayMs) * dayMs
    : Math.max(...items.map(({ updated }) => updated));
}

function without(address: URL, names: readonly string[]): string {
  const kept = new URLSearchParams([...address.searchParams].filter(([name]) => !names.includes(name)));
  return kept.size === 0 ? '' : `?${kept.toString()}`;
}

function describe({ source, language, from, to }: SearchQuery): string {
  const parts = [
    source === undefined ? '' : `from ${source.join(', ')}`,
    language === undefined ? '' : `in ${language.join(', ')}`,
    from === undefined ? '' : `published from ${from}`,
    to === undefined ? '' : `published to ${to}`,
  ];
  return ['Articles that newsmill has found', ...parts.filter((part) => part !== '')].join(' ');
}

/** The feed of a query, the newest articles first unless asked otherwise. Refuses with bad-query. */
export async function readFeed(ports: MillPorts, query: SearchQuery, request: HttpRequest): Promise<FeedOut> {
  const library = servedLibrary(ports, 'feed');
  const outcome = await readSearch(
    library,
    { ...query, sort: query.sort ?? 'newest', vectors: ports.settings.vectors },
    [],
  );
  if (!outcome.ok)
    throw new ApiProblem('bad-query', `q: ${outcome.problem.message}`, [
      {
        pointer: '#/q',
        detail: outcome.problem.message,
        position: outcome.problem.position,
        suggestion: outcome.problem.suggestion,
      },
    ]);
  const items = (await articlesOf(library, outcome.page.items)).map(toFeedItem);
  const base = baseAddress(ports, request);
  const address = new URL(request.url, base);
  const next = new URL(address);
  if (outcome.page.next !== undefined) next.searchParams.set('cursor', outcome.page.next);
  const words = query.q.trim();
  return {
    title: words === '' ? 'newsmill: newest articles' : `newsmill: ${words}`,
    description: describe(query),
    self: `${base}${address.pathname}${address.search}`,
    home: `${base}/${without(address, ['limit', 'cursor', 'facets', 'mode'])}`,
    next: outcome.page.next === undefined ? undefined : `${base}${next.pathname}${next.search}`,
    updated: newestOf(items, ports.now()),
    items,
  };
}
