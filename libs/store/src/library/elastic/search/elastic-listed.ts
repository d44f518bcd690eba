import type { Client, estypes } from '@elastic/elasticsearch';
import type { SearchPage, SearchRequest } from '@newsmill/contracts';
import type { CountedDocument } from '../../query/count-facets.ts';
import { hitFields, hitOf, listName, mostCounted } from '../../query/search-request.ts';
import { cutHighlights, soughtWords } from '../../rank/cut-highlights.ts';
import { fuseRanks } from '../../rank/fuse-ranks.ts';
import {
  collapseOf,
  isFused,
  listedPage,
  listPlace,
  mostListed,
  type Listed,
} from '../../rank/ranked-list.ts';
import type { StoredDocument } from '../document.ts';
import { byScore, fresherFirst, newestOrder, ofAllMonths } from './elastic-body.ts';
import { elasticQuery } from './elastic-query.ts';
import { aggregationsOf, facetOf, searchWithin, type ElasticAnswer } from './elastic-search.ts';

type Hit = estypes.SearchHit<StoredDocument>;

interface ListedHit extends Listed {
  readonly published: number;
}

const listFields = ['id', 'familyId', 'duplicateOf', 'storyId'] as const;
const facetFields = [
  'sourceId',
  'told',
  'language',
  'section',
  'authors',
  'people',
  'organisations',
  'places',
  'topics',
  'subtopics',
  'extensionFacts',
] as const;

/**
 * Searches whose answer is a list that is fused or collapsed: of the first `mostListed` of each order. The
 * server's own collapse takes articles without the field for one group, and goes on by the field alone; its
 * fusion of ranks is not part of the basic licence.
 */
export async function searchElasticListed(
  client: Client,
  articles: string,
  request: SearchRequest,
  options: { readonly limitMs: number; readonly now: number },
): Promise<SearchPage> {
  const place = listPlace(request, options.now);
  const by = collapseOf(request);
  const isRanked = request.sort !== 'newest' && request.query !== undefined;
  const until: estypes.QueryDslQueryContainer[] =
    place.newest === undefined
      ? []
      : [{ range: { published: { lte: new Date(place.newest).toISOString() } } }];
  const query = (sort: 'newest' | 'relevance') => ({
    bool: { must: [elasticQuery({ ...request, sort }, place.reference)], filter: until },
  });
  const common = { index: articles, preference: `list-${listName(request)}` };
  const ask = (search: estypes.SearchRequest) =>
    searchWithin(client, options.limitMs, { ...common, ...search });
  const isCounted = by !== undefined && request.facets.length > 0;
  const fields = [
    ...listFields,
    ...(isCounted ? facetFields : []),
    { field: 'published', format: 'epoch_millis' },
  ];
  const listing: estypes.SearchRequest = { size: mostListed, _source: false, docvalue_fields: fields };
  const counting: estypes.SearchRequest = {
    track_total_hits: mostCounted,
    aggregations: by === undefined ? aggregationsOf(request.facets) : undefined,
  };
  const ranked = isRanked
    ? ask({
        ...ofAllMonths,
        ...listing,
        ...counting,
        query: fresherFirst(query('relevance'), place.reference),
        sort: [byScore, ...newestOrder],
      })
    : undefined;
  const timed =
    !isRanked || isFused(request)
      ? ask({
          ...listing,
          ...(isRanked ? { track_total_hits: false } : counting),
          query: { bool: { filter: [query('newest')] } },
          sort: newestOrder,
        })
      : undefined;
  const [first, second] = await Promise.all([ranked ?? timed, ranked === undefined ? undefined : timed]);
  if (first === undefined) throw new TypeError('a list has an order by time or by relevance');
  const listed = new Map(
    [...first.hits.hits, ...(second?.hits.hits ?? [])].map((hit) => [textOf(hit, 'id'), hit]),
  );
  const idsOf = (answer: ElasticAnswer) => answer.hits.hits.map((hit) => textOf(hit, 'id'));
  const order = second === undefined ? idsOf(first) : fuseRanks([idsOf(first), idsOf(second)]);
  const list = order.flatMap((id) => {
    const hit = listed.get(id);
    return hit === undefined ? [] : listedHit(hit, isCounted);
  });
  const newest = list.reduce((most, { published }) => Math.max(most, published), Number.MIN_SAFE_INTEGER);
  const { total } = first.hits;
  const { value, relation } = typeof total === 'object' ? total : { value: total ?? 0, relation: 'eq' };
  const facets =
    by === undefined
      ? Object.fromEntries(request.facets.map((name) => [name, facetOf(name, first.aggregations)]))
      : {};
  const { shown, page } = listedPage(
    request,
    {
      list,
      total: Math.min(value, mostCounted),
      totalIsExact: relation === 'eq' && value <= mostCounted,
      facets,
      newest,
    },
    place,
  );
  return { ...page, items: await hitsOf(shown, request, ask) };
}

/** What is shown of the articles of a page, as searches answer it; `ask` sends a search to the server. */
async function hitsOf(
  shown: ReturnType<typeof listedPage>['shown'],
  request: SearchRequest,
  ask: (search: estypes.SearchRequest) => Promise<ElasticAnswer>,
): Promise<SearchPage['items']> {
  if (shown.length === 0) return [];
  const answer = await ask({
    query: { ids: { values: shown.map(({ article }) => article.id) } },
    size: 2 * shown.length,
    track_total_hits: false,
    _source: [...hitFields, 'content'],
  });
  const found = new Map(
    answer.hits.hits.flatMap(({ _source: document }) =>
      document === undefined ? [] : [[document.id, document] as const],
    ),
  );
  const sought = soughtWords(request.query);
  return shown.flatMap(({ article, others }) => {
    const document = found.get(article.id);
    if (document === undefined) return [];
    const hit = hitOf(document, cutHighlights(document, sought));
    return collapseOf(request) === undefined ? hit : { ...hit, others };
  });
}

function valuesOf({ fields }: Hit, name: string): string[] {
  const values: unknown = fields?.[name];
  return Array.isArray(values) ? values.map(String) : [];
}

function textOf(hit: Hit, name: string): string {
  return valuesOf(hit, name)[0] ?? '';
}

function listedHit(hit: Hit, isCounted: boolean): ListedHit {
  const id = textOf(hit, 'id');
  const [original] = valuesOf(hit, 'duplicateOf');
  const published = Number(textOf(hit, 'published'));
  const listed = {
    id,
    published,
    family: valuesOf(hit, 'familyId')[0] ?? original ?? id,
    story: valuesOf(hit, 'storyId')[0] ?? id,
    isCopy: original !== undefined,
  };
  return isCounted ? { ...listed, counted: countedOf(hit, published) } : listed;
}

function countedOf(hit: Hit, published: number): CountedDocument {
  return {
    sourceId: textOf(hit, 'sourceId'),
    sources: [textOf(hit, 'sourceId'), ...valuesOf(hit, 'told')],
    language: textOf(hit, 'language'),
    section: textOf(hit, 'section'),
    authors: valuesOf(hit, 'authors'),
    published: new Date(published).toISOString(),
    people: valuesOf(hit, 'people'),
    organisations: valuesOf(hit, 'organisations'),
    places: valuesOf(hit, 'places'),
    topics: valuesOf(hit, 'topics'),
    subtopics: valuesOf(hit, 'subtopics'),
    extensionFacts: valuesOf(hit, 'extensionFacts'),
  };
}
