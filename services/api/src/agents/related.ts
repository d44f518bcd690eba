import type { ArticleDocument } from '@newsmill/contracts';
import { LibraryTimeout } from '@newsmill/store';
import { z } from 'zod';
import { ApiProblem } from '../problems/api-problem.ts';
import type { RelatedAnswer } from '../shapes/counts.ts';
import type { AgentDesk } from './agent-desk.ts';
import { listedArticle, ListedArticle, listText } from './article-list.ts';
import { articleId, findArticle } from './get-article.ts';
import { answer, answerFields, fitting, maxTokens, newNonce, type ToolAnswer } from './tool-answer.ts';

export const relatedInput = z.strictObject({
  id: articleId,
  limit: z.int().min(1).max(25).default(8),
  otherLanguages: z.boolean().default(false).describe('Only articles in other languages than this one.'),
  maxTokens,
});
export const relatedOutput = z.object({ id: z.string(), items: z.array(ListedArticle), ...answerFields });

/** Articles of the same story, then those that are alike; or those in other languages; never the article itself. */
export async function relatedArticles(
  desk: AgentDesk,
  { id, limit, otherLanguages, maxTokens: most }: z.output<typeof relatedInput>,
): Promise<ToolAnswer> {
  const document = await findArticle(desk, id);
  const nonce = newNonce();
  const seen = new Set([id]);
  const items: ListedArticle[] = [];
  const { items: ofStory } = otherLanguages
    ? { items: [] }
    : await desk.search({ q: storyQuery(document), sort: 'newest', limit: Math.min(100, limit + 1) });
  const alike =
    ofStory.length > limit
      ? []
      : await alikeTo(desk, id, Math.min(50, limit + ofStory.length), otherLanguages ? 'other' : 'any');
  const found = [
    ...ofStory.map((hit) => ({ id: hit.id, why: 'same story' })),
    ...(alike ?? []).map((hit) => ({ id: hit.id, why: hit.sameStory ? 'same story' : 'alike' })),
  ];
  for (const { id: other, why } of found) {
    if (seen.has(other) || items.length >= limit) continue;
    seen.add(other);
    const article = await desk.article(other);
    if (article !== undefined) items.push(listedArticle(article, undefined, why));
  }
  return fitting(items.length, most, (count) => {
    const notes = [
      ...(alike === undefined
        ? [
            otherLanguages
              ? 'Looking for articles in other languages took too long.'
              : 'Looking for alike articles took too long; these are of the same story.',
          ]
        : []),
      ...(count < items.length ? [`${items.length - count} articles did not fit into ${most} tokens.`] : []),
    ];
    return answer(`${items.length} articles related to ${id}.`, listText(items.slice(0, count), nonce), {
      id,
      items: items.slice(0, count),
      ...(notes.length === 0 ? {} : { note: notes.join(' ') }),
    });
  });
}

/** undefined: the library is too slow to say. */
async function alikeTo(
  desk: AgentDesk,
  id: string,
  limit: number,
  languages: 'any' | 'other',
): Promise<RelatedAnswer['items'] | undefined> {
  try {
    return (await desk.related(id, limit, languages))?.items ?? [];
  } catch (error) {
    if (error instanceof LibraryTimeout || (error instanceof ApiProblem && error.code === 'search-timeout'))
      return undefined;
    throw error;
  }
}

/** Ids stand in quotation marks, which they may not end. */
function storyQuery({ id, storyId, familyId, duplicateOf }: ArticleDocument): string {
  const stories = [...new Set([storyId ?? id, familyId, duplicateOf].flatMap((name) => name ?? []))];
  return stories
    .map((story) => `story:"${story.replace(/[^A-Za-z0-9_-]/g, ' ').slice(0, 128)}"`)
    .join(' OR ');
}
