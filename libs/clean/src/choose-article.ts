import {
  leaveOut,
  type CleanArticle,
  type FetchedPage,
  type Outcome,
  type SiteArticle,
} from '@newsmill/contracts';
import { countWords, factsOfEntry, leavingRule, type RuleFacts } from '@newsmill/text';
import { cleanArticle } from './clean-article.ts';
import { watchDrift, type DriftKnown } from './drift/watch-drift.ts';

function given(text: string | undefined): string[] {
  return text === undefined || text === '' ? [] : [text];
}

/** What page and feed together tell of an article. */
function factsOf(page: FetchedPage, article: CleanArticle): RuleFacts {
  const entry = factsOfEntry(page.entry, page.url, page.firstSeen);
  const published = Date.parse(article.published ?? '');
  return {
    urls: [...entry.urls, page.finalUrl, ...given(article.canonicalUrl)],
    titles: [...given(article.title), ...entry.titles],
    categories: [...entry.categories, ...given(article.section), ...article.breadcrumb, ...article.keywords],
    authors: [...article.authors, ...entry.authors],
    languages: article.language === undefined ? entry.languages : [article.language],
    published: Number.isNaN(published) ? entry.published : published,
    found: page.firstSeen,
    words: countWords(article.text),
    isSponsored: entry.isSponsored === true || article.flags.includes('sponsored'),
  };
}

/**
 * Cleans a page (see cleanArticle), holds back what a broken layout left of it (see watchDrift), and leaves
 * the article out where a rule of its source says so. An article that is in the library, or was cleaned
 * before, stays: rules are for what is new.
 */
export function chooseArticle(
  page: FetchedPage,
  known: DriftKnown & { readonly site: readonly SiteArticle[] } = { site: [] },
): Outcome<CleanArticle> {
  const outcome = cleanArticle(page, known);
  const { choice, held, cleanedBefore } = page;
  if (outcome.kind !== 'accept' || choice === undefined || held !== undefined || cleanedBefore !== undefined)
    return watchDrift(page, outcome, known);
  const rule = leavingRule(choice, factsOf(page, outcome.value), true);
  return rule === undefined ? watchDrift(page, outcome, known) : leaveOut(rule);
}
