import { fedVersion, type FedVersion } from '../oracle/fed-version.ts';
import { encodeText, legacyCharsets } from './encode-text.ts';
import type { NewsWebPlan, PlannedArticle } from './plan-news-web.ts';
import { escapeText, renderPage } from './render-page.ts';
import { copyStory, updateStory, writeStory, type Story } from './write-story.ts';

/** What the servers of all sites share. */
export interface WebState {
  readonly plan: NewsWebPlan;
  readonly seed: number;
  readonly origin: (host: string) => string;
  phase: number;
  /** Indices of the sites whose pages all answer 404, while their channels answer. */
  away: ReadonlySet<number>;
  /** How often each troubled article has been asked for. */
  readonly attempts: Map<number, number>;
}

const updateDelay = 7_200_000;

/** Whether the article has been corrected by its publisher at the present phase. */
export function isUpdated(state: Pick<WebState, 'phase'>, article: PlannedArticle): boolean {
  return state.phase >= 2 && article.laterToken !== undefined;
}

/** Whether the publisher has taken the article away at the present phase. */
export function isWithdrawn(state: WebState, article: PlannedArticle): boolean {
  return state.phase >= 2 && (article.fault === 'gone-later' || article.fault === 'missing-later');
}

/** When the article last changed; what is taken away is still listed, as of that time. */
export function modifiedAt(state: WebState, article: PlannedArticle): Date {
  return new Date(
    article.published.getTime() +
      (isUpdated(state, article) || isWithdrawn(state, article) ? updateDelay : 0),
  );
}

/** The text of an article as whole-text feeds carry it. */
export function contentOf(state: WebState, article: PlannedArticle): string {
  return storyOf(state, article)
    .paragraphs.map((paragraph) => `<p>${escapeText(paragraph)}</p>`)
    .join('');
}

/** Every version of an article that its publisher has given up to a phase, the oldest first. */
export function versionsOf(seed: number, article: PlannedArticle, phase: number): readonly FedVersion[] {
  const story = (at: number): Story => storyOf({ seed, phase: at }, article);
  const first = fedVersion(article.token, story(1).paragraphs);
  const { laterToken } = article;
  return phase < 2 || laterToken === undefined
    ? [first]
    : [first, fedVersion(laterToken, story(2).paragraphs)];
}

function storyOf(state: Pick<WebState, 'seed' | 'phase'>, article: PlannedArticle): Story {
  const story = writeStory(article.language, state.seed, article.story, article.title, article.token);
  if (article.fault === 'copy-near') return copyStory(article.language, story);
  return isUpdated(state, article)
    ? updateStory(article.language, state.seed, article.index, story, article.laterToken ?? article.token)
    : story;
}

/** The content type that goes with a page: some name no charset, some a wrong one. */
export function contentTypeOf(article: PlannedArticle): string {
  return article.fault === 'charset-in-meta-only' ? 'text/html' : 'text/html; charset=utf-8';
}

/** The bytes of a page, before any content encoding. */
export function pageBytes(state: WebState, article: PlannedArticle): Buffer {
  const origin = state.origin(article.site.host);
  const original = state.plan.articles[article.story];
  const isLegacy = article.fault === 'charset-in-meta-only' || article.fault === 'charset-header-lies';
  const charset = isLegacy ? legacyCharsets[article.language] : 'utf-8';
  const canonical =
    article.fault === 'print' && original !== undefined ? origin + original.path : origin + article.path;
  const html = renderPage({
    article,
    story: storyOf(state, article),
    origin,
    canonical,
    modified: modifiedAt(state, article),
    charset,
  });
  return charset === 'utf-8' ? Buffer.from(html) : encodeText(html, charset);
}
