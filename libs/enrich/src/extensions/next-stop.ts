import {
  articleEnriched,
  sentTopic,
  type ArticleGone,
  type ArticleTold,
  type EnrichedArticle,
  type Extension,
  type Topic,
} from '@newsmill/contracts';

/** Where an article goes next, and the extension that has it then. */
export interface NextStop {
  readonly to: Topic<EnrichedArticle | ArticleGone | ArticleTold>;
  readonly extension?: string;
}

/**
 * Where an article goes from the enrichers, or from an extension (`after`): to the next extension that is not
 * passed over, of those that it names itself or of all; behind the last one to the library.
 */
export function nextStop(
  article: Pick<EnrichedArticle, 'extensions'>,
  extensions: readonly Extension[],
  after?: string,
): NextStop {
  const way = article.extensions ?? extensions.map(({ name }) => name);
  // An article that comes from an extension which is not on its way goes to the library.
  const left = after === undefined ? way : way.includes(after) ? way.slice(way.indexOf(after) + 1) : [];
  const passedOver = extensions.flatMap(({ name, isSkipped }) => (isSkipped ? [name] : []));
  const next = left.find((name) => !passedOver.includes(name));
  return next === undefined ? { to: articleEnriched } : { to: sentTopic(next), extension: next };
}
