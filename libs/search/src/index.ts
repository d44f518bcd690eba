export { parseQuery, type ParsedQuery } from './parse-query.ts';
export { type QueryProblem } from './query-tokens.ts';
export { closestName } from './closest-name.ts';
export { toDocument, type DocumentContext } from './to-document.ts';
export { searchableFacts } from './searchable-facts.ts';
export { toArticle } from './to-article.ts';
export { toMarkdown } from './to-markdown.ts';
export { nearQuery, type NearQuery } from './near-query.ts';
export { toNinjs } from './to-ninjs.ts';
/** @public docs/search.md offers it to whoever reads our ninjs. */
export { fromNinjs, ForeignNinjs } from './from-ninjs.ts';
export { type NinjsItem } from './ninjs-item.ts';
export { toNewsArticle, type LinkedData } from './to-news-article.ts';
export { toFeedItem, type FeedItemOut, type FeedOut } from './feeds/feed-out.ts';
export { writeRss } from './feeds/write-rss.ts';
export { writeAtom } from './feeds/write-atom.ts';
export { writeJsonFeed } from './feeds/write-json-feed.ts';
export { csvFields, csvLine } from './to-csv.ts';
export { toCancelledNinjs, type CancelledNinjs } from './to-cancelled-ninjs.ts';
