import {
  accept,
  againHeader,
  sentTopic,
  type Accepted,
  type EnrichedArticle,
  type ExtendedArticle,
  type ExtensionAnswer,
  type Fact,
} from '@newsmill/contracts';
import { readAnswer } from './read-answer.ts';

function factsOf(extension: string, { version, facts }: ExtensionAnswer): Fact[] {
  return facts.map(({ name, value, confidence }) => ({
    name: `${extension}.${name}`,
    value,
    by: `${extension}/${version}`,
    ...(confidence === undefined ? {} : { confidence }),
  }));
}

/**
 * The article with what an extension found, in place of what that found before. An answer that cannot be used
 * is complained of, and the article goes on without it: it lacks no fact that others found.
 */
export function extendArticle(
  extension: string,
  { answer, again, ...article }: ExtendedArticle,
): Accepted<EnrichedArticle> {
  const others = article.facts.filter(({ name }) => !name.startsWith(`${extension}.`));
  const marked: EnrichedArticle = again === undefined ? article : { ...article, isAgain: true };
  const read = readAnswer(answer);
  if ('answer' in read) {
    const facts = factsOf(extension, read.answer);
    return {
      ...accept({ ...marked, facts: [...others, ...facts] }),
      detail: `${extension}/${read.answer.version} found ${facts.length} ${facts.length === 1 ? 'fact' : 'facts'}`,
    };
  }
  const detail = `the extension ${extension}: ${read.problem}`;
  return {
    ...accept(marked),
    detail,
    complaint: {
      reason: 'bad-extension',
      detail: `${detail}. Correct the extension, then send the article to it again: newsmill dead replay`,
      topic: sentTopic(extension).name,
      headers: { [againHeader]: 'yes' },
    },
  };
}
