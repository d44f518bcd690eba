export { parseQuery, queryLimits, type ParsedQuery } from './parse-query.ts';
export { type QueryProblem } from './query-tokens.ts';
export { closestName } from './closest-name.ts';
export { toDocument, type DocumentContext } from './to-document.ts';
export { searchableFacts } from './searchable-facts.ts';
export { toArticle } from './to-article.ts';
export { toMarkdown } from './to-markdown.ts';
export { nearQuery, type NearQuery } from './near-query.ts';
export { csvCell, csvFields, csvLine } from './to-csv.ts';
