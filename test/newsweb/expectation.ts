import type { Fate } from '@newsmill/contracts';
import type { FedVersion } from '../oracle/fed-version.ts';
import type { Fault, PlannedArticle } from './plan-news-web.ts';

/** What a correct consumer must end with for one listed address. */
export interface Expectation {
  /** As the channel lists it. */
  readonly url: string;
  /** Where the page stands after redirects. */
  readonly finalUrl: string;
  /** Further addresses under which a second channel lists the same page. */
  readonly alsoAs: readonly string[];
  readonly fate: Extract<Fate, 'indexed' | 'duplicate' | 'gone' | 'denied' | 'dead' | 'dropped'>;
  readonly reason?: string;
  /** Must stand in the text of the document: the token of the newest version. */
  readonly token: string;
  /** Every version that its publisher gave, the oldest first: the newest must win, and no other be in it. */
  readonly versions: readonly FedVersion[];
  readonly title: string;
  /** ISO 8601, UTC. */
  readonly published: string;
  readonly language: string;
  readonly sourceId: string;
  /** Address of the article whose story this is; for `indexed` the two documents must be linked. */
  readonly duplicateOf?: string;
  readonly fault?: Fault;
}

const otherFates: Readonly<Partial<Record<Fault, Pick<Expectation, 'fate' | 'reason'>>>> = {
  'not-found': { fate: 'gone' },
  'gone-410': { fate: 'gone' },
  'redirect-loop': { fate: 'dead', reason: 'too-many-redirects' },
  'redirect-off': { fate: 'dead', reason: 'address-blocked' },
  endless: { fate: 'dead', reason: 'too-large' },
  private: { fate: 'denied' },
  pdf: { fate: 'dropped', reason: 'not-html' },
  empty: { fate: 'dropped', reason: 'not-article-empty' },
  print: { fate: 'duplicate' },
};

/** Identifier of the source of a site. */
export function sourceIdOf(siteIndex: number): string {
  return `web-${String(siteIndex + 1).padStart(3, '0')}`;
}

/** The tracking address under which a section channel repeats a page. */
export function trackingUrl(url: string, index: number): string {
  return `${url}${url.includes('?') ? '&' : '?'}utm_source=rss&utm_medium=feed&utm_campaign=section&fbclid=Iw${index}`;
}

/**
 * What must become of an article at a phase, of which `versions` were given. `origin` gives a site's address
 * without a slash at its end.
 */
export function expectationOf(
  article: PlannedArticle,
  versions: readonly FedVersion[],
  originalOf: (index: number) => PlannedArticle,
  origin: (host: string) => string,
  phase: number,
): Expectation {
  const own = origin(article.site.host);
  const isUpdated = phase >= 2 && article.laterToken !== undefined;
  const url = own + article.listedPath;
  const isGone = phase >= 2 && (article.fault === 'gone-later' || article.fault === 'missing-later');
  const original = article.story === article.index ? undefined : originalOf(article.story);
  return {
    url,
    finalUrl: own + article.path,
    alsoAs: article.inSection ? [trackingUrl(url, article.index)] : [],
    ...((article.fault === undefined ? undefined : otherFates[article.fault]) ?? {
      fate: isGone ? 'gone' : 'indexed',
    }),
    token: isUpdated ? (article.laterToken ?? article.token) : article.token,
    versions,
    title: article.title,
    published: article.published.toISOString(),
    language: article.language,
    sourceId: sourceIdOf(article.site.index),
    duplicateOf: original === undefined ? undefined : origin(original.site.host) + original.listedPath,
    fault: article.fault,
  };
}
