import {
  factOf,
  type ArticleDocument,
  type FamilyFact,
  type QueryNode,
  type SearchHit,
} from '@newsmill/contracts';
import { servedArticle } from '../rights/served-article.ts';
import { servedLibrary, type ServedLibrary, type ServingPorts } from '../rights/serve-library.ts';
import { whatEachAdds, type Addition } from './what-each-adds.ts';

/** An article in the coverage of a story. */
export interface CoveredArticle {
  readonly id: string;
  readonly url: string;
  readonly title: string;
  readonly published: string;
  readonly source: string;
  readonly sourceName?: string | undefined;
  readonly language: string;
  /** What it is to the first of its family of near copies. */
  readonly relation?: FamilyFact['relation'] | undefined;
  /** The news agency that its text is from. */
  readonly agency?: string | undefined;
  /** What it says that none before it said; of the first nothing, for all of it is new. */
  readonly adds?: Addition | undefined;
}

/** Who told a story, in the order of publication. */
export interface Coverage {
  readonly id: string;
  readonly items: readonly CoveredArticle[];
  /** Articles of the story and its families; where there are more than are listed, the newest are left out. */
  readonly total: number;
}

/** Articles of a story that are listed. */
const mostCovered = 24;
/** Of each article, sentences, names and figures that are told. */
const mostTold = { sentences: 8, names: 12, figures: 8 } as const;

/** Articles of the story of an article, and of its family of near copies. */
function coverageQuery({
  id,
  storyId,
  familyId,
  duplicateOf,
}: Pick<ArticleDocument, 'id' | 'storyId' | 'familyId' | 'duplicateOf'>): QueryNode {
  const families = [...new Set([id, familyId, duplicateOf].flatMap((name) => name ?? []))];
  const story: QueryNode = { kind: 'phrase', field: 'story', text: storyId ?? id };
  return {
    kind: 'or',
    nodes: [story, ...families.map((value): QueryNode => ({ kind: 'exact', field: 'family', value }))],
  };
}

function cut({ sentences, compared, names, figures }: Addition): Addition {
  return {
    sentences: sentences.slice(0, mostTold.sentences),
    compared,
    names: names.slice(0, mostTold.names),
    figures: figures.slice(0, mostTold.figures),
  };
}

/** The oldest articles of a story: searches answer the newest first, so their pages are gone through. */
async function oldest(
  library: ServedLibrary,
  query: QueryNode,
): Promise<{ hits: readonly SearchHit[]; total: number }> {
  let page = await library.search({ query, sort: 'newest', limit: 100, facets: [] });
  const { total } = page;
  let hits = [...page.items];
  for (let pages = 1; page.next !== undefined && pages < mostPages; pages += 1) {
    page = await library.search({ query, sort: 'newest', limit: 100, facets: [], cursor: page.next });
    hits = [...hits, ...page.items].slice(-mostCovered);
  }
  return { hits: hits.slice(-mostCovered).toReversed(), total };
}

/** Pages of a story that are gone through; of one with more articles those that are left are not the oldest. */
const mostPages = 10;

/**
 * Who told the story of an article, the first one first, and what each added to those before it. Refuses with
 * unknown-article. Errors of searches.
 */
export async function readCoverage(ports: ServingPorts, id: string): Promise<Coverage> {
  const article = await servedArticle(ports, id, 'article');
  const library = servedLibrary(ports, 'article');
  const { hits, total } = await oldest(library, coverageQuery(article));
  const found = await Promise.all(hits.map(async (hit) => (hit.id === id ? article : library.get(hit.id))));
  const articles = found
    .flatMap((one) => one ?? [])
    .toSorted((a, b) => Date.parse(a.published) - Date.parse(b.published) || (a.id < b.id ? -1 : 1));
  const additions = whatEachAdds(articles);
  return {
    id,
    total: Math.max(total, articles.length),
    items: articles.map((one, place): CoveredArticle => {
      const family = factOf(one.facts ?? [], 'family');
      const addition = additions[place];
      return {
        id: one.id,
        url: one.url,
        title: one.title,
        published: one.published,
        source: one.sourceId,
        sourceName: one.sourceName,
        language: one.language,
        relation: family?.relation ?? (one.duplicateOf === undefined ? undefined : 'copy'),
        agency: family?.agency,
        adds: place === 0 || addition === undefined ? undefined : cut(addition),
      };
    }),
  };
}
