export { readPage } from './read-page.ts';
export {
  type PageKind,
  type PageInput,
  type PageContext,
  type Reading,
  type ReadArticle,
} from './page-reading.ts';
export { chooseArticle } from './choose-article.ts';
export { cleaningModule } from './cleaning-module.ts';
export { cleanArticle, mostPageBytes } from './clean-article.ts';
export { hasRepeatedLines } from './site/remembered-lines.ts';
export { siteLookUp } from './site/site-look-up.ts';
export { hashOfText } from './hash-of-text.ts';
export { driftNames } from './drift/watch-drift.ts';
export { type SiteMemory } from './site/view-site.ts';
export { toMarkdown, type FormattedArticle } from './to-markdown.ts';
export { toPlainText } from './to-plain-text.ts';
export { type Models } from './models.ts';
