import type { ArticleDocument } from '@newsmill/contracts';
import { z } from 'zod';
import type { AgentDesk } from './agent-desk.ts';
import { listedArticle, ListedArticle, listText } from './article-list.ts';
import { articleId, findArticle } from './get-article.ts';
import { plainLine } from './plain-text.ts';
import { answer, answerFields, fitting, maxTokens, newNonce, type ToolAnswer } from './tool-answer.ts';

export const relatedInput = z.strictObject({ id: articleId, limit: z.int().min(1).max(25).default(8), maxTokens });
export const relatedOutput = z.object({ id: z.string(), items: z.array(ListedArticle), ...answerFields });

/** Articles of the same story, then those that speak of the same names and phrases; never the article itself. */
export async function relatedArticles(desk: AgentDesk, { id, limit, maxTokens: most }: z.output<typeof relatedInput>): Promise<ToolAnswer> {
  const document = await findArticle(desk, id);
  const nonce = newNonce();
  const seen = new Set([id]);
  const items: ListedArticle[] = [];
  for (const { query, why } of questionsOf(document)) {
    if (items.length >= limit) break;
    const { items: hits } = await desk.search({ q: query, sort: 'relevance', limit: Math.min(100, limit + seen.size) });
    for (const hit of hits) {
      if (seen.has(hit.id) || items.length >= limit) continue;
      seen.add(hit.id);
      const other = await desk.article(hit.id);
      if (other !== undefined) items.push(listedArticle(other, undefined, why));
    }
  }
  return fitting(items.length, most, (count) => {
    const note = count < items.length ? `${items.length - count} articles did not fit into ${most} tokens.` : undefined;
    return answer(`${items.length} articles related to ${id}.`, listText(items.slice(0, count), nonce), { id, items: items.slice(0, count), ...(note === undefined ? {} : { note }) });
  });
}

/** Quotation marks would end a phrase; queries have a bound. */
const phrase = (text: string): string => `"${plainLine(text).slice(0, 60).replace(/["“”„«»\\]/gu, ' ').trim()}"`;

function questionsOf({ id, storyId, familyId, duplicateOf, keyPhrases = [], people = [], organisations = [], places = [], keywords, title }: ArticleDocument): { readonly query: string; readonly why: string }[] {
  const stories = [...new Set([storyId ?? id, familyId, duplicateOf].flatMap((name) => name ?? []))];
  const names = [...people.slice(0, 3).map((name) => `person:${phrase(name)}`), ...organisations.slice(0, 3).map((name) => `organisation:${phrase(name)}`), ...places.slice(0, 2).map((name) => `place:${phrase(name)}`)];
  const words = [...keyPhrases.slice(0, 6), ...keywords.slice(0, 4)].map(phrase);
  const own = plainLine(title).split(/[^\p{L}\p{N}]+/u).filter((word) => word.length > 4).slice(0, 6).map(phrase);
  const topics = [...words, ...names, ...(words.length + names.length === 0 ? own : [])].filter((part) => !part.endsWith('""'));
  return [
    { query: stories.map((story) => `story:${phrase(story)}`).join(' OR '), why: 'same story' },
    ...(topics.length === 0 ? [] : [{ query: topics.join(' OR '), why: 'same names or phrases' }]),
  ];
}
