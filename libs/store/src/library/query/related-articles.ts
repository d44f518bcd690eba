import type {
  ArticleDocument,
  Nearness,
  RelatedArticle,
  RelatedArticles,
  RelatedRequest,
} from '@newsmill/contracts';
import { countedLanguage } from '@newsmill/text';
import { acrossMs, leastAcross } from '../rank/nearness.ts';
import { groupListed, type Listed } from '../rank/ranked-list.ts';
import { hitOf, type HitDocument } from './search-request.ts';

/** Characters of the text whose words count. */
export const longestLikeText = 5_000;
/** Words and phrases that related articles are sought by. */
export const mostLikeTerms = 25;
/** The share of them that an article must hold. */
export const leastLikeShare = 0.3;
/** Articles that are looked at, for each that is wanted: some are copies of others. */
export const likeFactor = 4;

/** Names the family and the story of a document; its own id where it stands alone. */
export function groupsOf({
  id,
  familyId,
  duplicateOf,
  storyId,
}: Pick<ArticleDocument, 'id' | 'familyId' | 'duplicateOf' | 'storyId'>): Listed {
  return {
    id,
    family: familyId ?? duplicateOf ?? id,
    story: storyId ?? id,
    isCopy: duplicateOf !== undefined,
  };
}

/** What is sought, and when it was published: times in ISO 8601, `at` that of the article itself. */
interface Across {
  readonly near: Nearness;
  readonly from: string;
  readonly at: string;
  readonly to: string;
}

/**
 * Where articles in other languages on what a document tells are sought by meaning: in the weeks around it;
 * undefined where it has no vector.
 */
export function acrossOf({ vector, language, published, ingest }: ArticleDocument): Across | undefined {
  const at = Date.parse(published);
  if (vector === undefined || Number.isNaN(at)) return undefined;
  return {
    near: {
      vector,
      least: leastAcross,
      by: ingest.evidence?.vectorBy ?? '',
      must: { kind: 'not', node: { kind: 'term', field: 'language', text: countedLanguage(language) } },
    },
    from: new Date(at - acrossMs).toISOString(),
    at: new Date(at).toISOString(),
    to: new Date(at + acrossMs).toISOString(),
  };
}

/**
 * Those of the found ones, the most alike first, that are not of the family of the document: one of each
 * family.
 */
export function relatedOf(
  document: ArticleDocument,
  found: readonly HitDocument[],
  { limit }: RelatedRequest,
): RelatedArticles {
  const own = groupsOf(document);
  const others = [...new Map(found.map((hit) => [hit.id, hit])).values()]
    .map((hit) => ({ ...groupsOf(hit), hit }))
    .filter(({ id, family }) => id !== own.id && family !== own.family);
  const items = groupListed(others, 'family')
    .slice(0, limit)
    .map(
      ({ article }): RelatedArticle => ({
        ...hitOf(article.hit, []),
        sameStory: article.story === own.story,
      }),
    );
  return { items };
}
