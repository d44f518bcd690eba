export { readPage, pageKinds, type PageKind, type PageInput, type PageContext, type Reading, type ReadArticle } from './read-page.ts';
export { cleanArticle, mostPageBytes } from './clean-article.ts';
export { toMarkdown } from './to-markdown.ts';
