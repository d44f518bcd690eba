import { hash } from 'node:crypto';
import {
  drop,
  accept,
  type CleanArticle,
  type EntryRights,
  type FetchedPage,
  type Outcome,
  type QualityFlag,
  type SiteArticle,
  type SiteSighting,
} from '@newsmill/contracts';
import { canonicalFit, decodeBody, registrableDomain } from '@newsmill/text';
import { hashOfText } from './hash-of-text.ts';
import { joinPages } from './join-pages.ts';
import { mendSummary } from './metadata/mend-summary.ts';
import { peopleAmong } from './metadata/people-among.ts';
import { decideRights, type RightsEvidence } from './rights/decide-rights.ts';
import { forbidsKeeping } from './rights/forbids-keeping.ts';
import type { PageContext, Reading } from './page-reading.ts';
import { readPage } from './read-page.ts';
import type { Headers } from './rights/read-reservations.ts';
import { siteOf } from './site/view-site.ts';

/** Most bytes of a decoded page that are read; what is longer is cut. */
export const mostPageBytes = 10_485_760;

/**
 * A feed entry may be shortened or altered by its publisher, so its text is believed so much of what a page's
 * is.
 */
const entryConfidence = 0.6;

const webPage = /^(?:text\/html|application\/xhtml\+xml|text\/plain|application\/xml|text\/xml)?\s*(?:;|$)/i;

/** Formats that announce themselves by their first bytes: PDF, PNG, JPEG, GIF, ZIP, RIFF, Ogg, MP4. */
function isBinary(bytes: Uint8Array): boolean {
  const head = Buffer.from(bytes.subarray(0, 12)).toString('latin1');
  return /^(?:%PDF|\x89PNG|\xff\xd8\xff|GIF8|PK\x03\x04|RIFF|OggS|ID3|....ftyp)/.test(head);
}

/** Many sites send readers of a story that is no longer there to their front page. */
function leadsToFrontPage({ url, finalUrl }: FetchedPage): boolean {
  if (!URL.canParse(url) || !URL.canParse(finalUrl)) return false;
  const [from, to] = [new URL(url), new URL(finalUrl)];
  return to.pathname === '/' && to.search === '' && (from.pathname !== '/' || from.search !== '');
}

/**
 * A page without lines, and the text of a feed entry, say nothing of what the pages of a site have in common.
 */
function sightingOf(page: FetchedPage, { sighting }: Reading): SiteSighting | undefined {
  const site = siteOf(page.finalUrl);
  return site === undefined || sighting.lines === '' || page.fromEntry === true
    ? undefined
    : { site, item: page.item, ...sighting };
}

/**
 * Takes the article out of a fetched page, or drops the page as no article, with the reason. The body is
 * decoded first (to at most `mostPageBytes`); a broken or cut body is read as far as it goes and flagged
 * `truncated`. Further pages of the article are joined to it. A page that robots must not keep is dropped
 * too, if `page.robotsAgent` says for whom it was fetched. `known.site`: what is remembered of other articles
 * of the site, oldest first.
 */
export function cleanArticle(
  page: FetchedPage,
  known: { readonly site: readonly SiteArticle[] } = { site: [] },
): Outcome<CleanArticle> {
  if (!webPage.test(page.contentType)) return drop('not-html');
  const body = decodeBody(page.body, page.encoding, mostPageBytes);
  if (isBinary(body.bytes)) return drop('not-html');
  if (leadsToFrontPage(page)) return drop('not-article-index');
  const context: PageContext = {
    url: page.finalUrl,
    now: page.fetchedAt,
    entry: page.entry,
    isAnnounced: true,
    sourceName: page.sourceName,
    sourceLanguage: page.sourceLanguage,
    sourceCountry: page.sourceCountry,
    sourceTimeZone: page.sourceTimeZone,
    site: { item: page.item, articles: known.site },
    // Rules are made for the pages of a source, not for the texts of its feeds.
    rules: page.fromEntry === true ? undefined : page.rules,
  };
  const reading = readPage({ bytes: body.bytes, contentType: page.contentType }, context);
  if (isForbidden(page, directivesOf(page, reading), page.httpHeaders)) return drop('denied-by-page');
  // The text of a feed entry is announced as the article; whether its look is that of an article page says
  // nothing.
  if (reading.kind !== 'article' && !(page.fromEntry === true && reading.article.text !== ''))
    return drop(`not-article-${reading.kind}`);
  const further = furtherReadings(page, context);
  const joined = joinPages(reading, further.readings);
  const isCut =
    body.truncated || !body.complete || joined.isBroken || further.isEnded || page.isUnfinished === true;
  return accept(
    {
      ...articleMessage(page, joined.reading, {
        isCut,
        sha256: hash('sha256', body.bytes),
      }),
      ...pagesOf(page, joined.count),
    },
    sightingOf(page, reading),
  );
}

/** Whether the page must not be kept: asked only of what was fetched for the library. */
function isForbidden(page: FetchedPage, directives: RightsEvidence['directives'], headers: Headers): boolean {
  return (
    page.robotsAgent !== undefined &&
    forbidsKeeping({ directives, headers, agent: page.robotsAgent }, page.fetchedAt)
  );
}

/** What a page says to robots; the text of a feed entry stands on no page. */
function directivesOf(page: FetchedPage, { robots }: Reading): RightsEvidence['directives'] {
  return page.fromEntry === true ? [] : robots;
}

/**
 * The pages on which the article goes on, up to one that must not be kept; what is known of the first from
 * outside does not hold for them.
 */
function furtherReadings(
  page: FetchedPage,
  context: PageContext,
): { readonly readings: readonly Reading[]; readonly isEnded: boolean } {
  const readings: Reading[] = [];
  for (const [index, bytes] of (page.followingBodies ?? []).entries()) {
    const following = page.following?.[index];
    if (following === undefined) break;
    const body = decodeBody(bytes, following.encoding, mostPageBytes);
    const reading = readPage(
      { bytes: body.bytes, contentType: following.contentType },
      { ...context, url: following.url, entry: undefined, site: undefined },
    );
    if (isForbidden(page, reading.robots, { 'x-robots-tag': following.xRobotsTag }))
      return { readings, isEnded: true };
    readings.push(reading);
  }
  return { readings, isEnded: false };
}

function pagesOf(page: FetchedPage, count: number): Pick<CleanArticle, 'pages'> {
  return count === 0
    ? {}
    : { pages: (page.following ?? []).slice(0, count).map(({ url, archive }) => ({ url, archive })) };
}

/**
 * The canonical address, where it is on the same site, another one than the page's own, and not evidently that of
 * another article.
 */
function canonicalOf(page: FetchedPage, canonical: string | undefined, title: string): string | undefined {
  if (canonical === undefined || !URL.canParse(canonical) || !URL.canParse(page.finalUrl)) return undefined;
  const target = new URL(canonical);
  const own = new URL(page.finalUrl);
  const isSameSite = registrableDomain(target.hostname) === registrableDomain(own.hostname);
  // Many sites name their front page as canonical address of everything.
  const isFrontPage = target.pathname === '/' && target.search === '' && own.pathname !== '/';
  if (!isSameSite || isFrontPage || target.href === own.href) return undefined;
  return canonicalFit({ own: own.href, canonical: target.href, title }) === 'other' ? undefined : target.href;
}

function isOtherText(page: FetchedPage, article: Pick<CleanArticle, 'title' | 'text'>): boolean {
  return page.cleanedBefore !== undefined && page.cleanedBefore !== hashOfText(article);
}

/** What the feed says of the rights in its entry; what another site says of a page is hearsay. */
function statedIn({ entry }: FetchedPage): EntryRights | undefined {
  return entry?.ofSite === false ? undefined : entry?.rights;
}

/** A shorter name of a site is a part of many names of people. */
const shortestSiteName = 4;

/** What a site is called by its domain: `herald` of `https://news.herald.example/`; empty where that is short. */
function siteName(url: string): string {
  const [name = ''] = (registrableDomain(new URL(url).hostname) ?? '').split('.', 1);
  return name.length < shortestSiteName ? '' : name;
}

/**
 * The licence of the page, of its feed entry, of its source file. A link in the text of an entry may be of a picture.
 */
function licenceOf(page: FetchedPage, ofPage: string | undefined): string | undefined {
  const ofFeed = statedIn(page)?.licence;
  const said = page.fromEntry === true ? [ofFeed, ofPage] : [ofPage, ofFeed];
  return [...said, page.licence].find((licence) => licence !== undefined);
}

/** Authors whom meta elements alone name. */
function unseenAuthors({ provenance }: Reading): ReadonlySet<string> {
  return new Set(
    provenance
      .filter(
        ({ field, source }) =>
          field === 'authors' && source.split(' ').every((place) => place.startsWith('meta')),
      )
      .map(({ value }) => value),
  );
}

function articleMessage(
  page: FetchedPage,
  reading: Reading,
  body: { readonly isCut: boolean; readonly sha256: string },
): CleanArticle {
  const { canonical, publishedLocal: _, ...article } = reading.article;
  const stated = statedIn(page);
  const licence = licenceOf(page, article.licence);
  const flags = new Set<QualityFlag>(reading.flags);
  if (body.isCut) flags.add('truncated');
  if (page.fromEntry === true) {
    flags.add('from-feed-entry');
    // Its look says nothing: it stands on no page.
    flags.delete('unlikely');
  }
  return {
    item: page.item,
    sourceId: page.sourceId,
    url: page.url,
    finalUrl: page.finalUrl,
    fetchedAt: page.fetchedAt,
    firstSeen: page.firstSeen,
    canonicalUrl: canonicalOf(page, canonical, article.title),
    ...article,
    summary: mendSummary(article.summary, article),
    publisher: article.publisher ?? page.sourceName,
    licence,
    copyright: article.copyright ?? stated?.copyright,
    rights: decideRights({
      directives: directivesOf(page, reading),
      headers: page.httpHeaders,
      agent: page.robotsAgent,
      notices: reading.notices,
      licence,
      feed: stated,
      base: page.finalUrl,
    }),
    authors: peopleAmong(article.authors, {
      publisher: article.publisher ?? page.sourceName ?? '',
      host: siteName(page.finalUrl),
      copyright: article.copyright,
      unseen: unseenAuthors(reading),
      isByAgency: article.agencies.length > 0,
      url: page.finalUrl,
    }),
    agencies: [...article.agencies],
    breadcrumb: [...article.breadcrumb],
    keywords: [...article.keywords],
    blocks: [...article.blocks],
    images: [...article.images],
    flags: [...flags],
    confidence: page.fromEntry === true ? reading.confidence * entryConfidence : reading.confidence,
    provenance: [...reading.provenance],
    removals: [...reading.removals],
    httpStatus: page.status,
    contentType: page.contentType === '' ? undefined : page.contentType,
    charset: reading.charset,
    rawSha256: body.sha256,
    archive: page.archive,
    held: page.held,
    isAgain: isOtherText(page, article) ? true : undefined,
    entry: page.entry,
    sourceName: page.sourceName,
    sourceCountry: page.sourceCountry,
    tags: page.tags,
  };
}
