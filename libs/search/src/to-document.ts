import {
  pass,
  factOf,
  reject,
  type ArticleDocument,
  type EnrichedArticle,
  type Outcome,
} from '@newsmill/contracts';
import { itemOf, registrableDomain, toSafeHtml } from '@newsmill/text';
import { searchableFacts } from './searchable-facts.ts';

/** What the index stage knows besides the article. */
export interface DocumentContext {
  readonly pipelineVersion: string;
  readonly traceId?: string;
}

type Published = Pick<ArticleDocument, 'published' | 'publishedPrecision' | 'publishedSource'>;

/** ISO 8601 in UTC; undefined for what is no date or lies outside the years that an index can sort (0001 to 9999). */
function isoDate(text: string | undefined): string | undefined {
  if (text === undefined) return undefined;
  const date = new Date(text);
  if (Number.isNaN(date.getTime()) || date.getUTCFullYear() < 1 || date.getUTCFullYear() > 9999)
    return undefined;
  return date.toISOString();
}

function publishedOf(article: EnrichedArticle): Published {
  const published = isoDate(article.published);
  if (published === undefined)
    return { published: new Date(article.firstSeen).toISOString(), publishedSource: 'first-seen' };
  const found = article.provenance.find((entry) => entry.field === 'published');
  return {
    published,
    publishedPrecision: article.publishedPrecision,
    ...(found === undefined ? {} : { publishedSource: found.source }),
  };
}

/** The address whose hash is the id: the canonical one where enrich accepted it, else the one that answered. */
function addressOf(article: EnrichedArticle): string {
  const { canonicalUrl, finalUrl, id } = article;
  return canonicalUrl !== undefined && itemOf(canonicalUrl) === id ? canonicalUrl : finalUrl;
}

/**
 * The document of an article, for the library. A page without a date takes the time at which the item was first seen.
 * Rejects as `bad-document` what has neither title nor text, or an address that is none.
 */
export function toDocument(article: EnrichedArticle, context: DocumentContext): Outcome<ArticleDocument> {
  const url = addressOf(article);
  if (!URL.canParse(url))
    return reject('bad-document', `the address ${JSON.stringify(url.slice(0, 200))} cannot be parsed`);
  if (article.title.trim() === '' && article.text.trim() === '')
    return reject('bad-document', 'the article has neither title nor text');
  const {
    title,
    subtitle,
    summary,
    byline,
    authors,
    publisher,
    section,
    breadcrumb,
    keywords,
    tags,
    images,
    blocks,
    flags,
    confidence,
    provenance,
    removals,
  } = article;
  const {
    authorBio,
    disclaimer,
    copyright,
    licence,
    paywalled,
    duplicateOf,
    familyId,
    similarity,
    contentHash,
    wordCount,
    readingMinutes,
    languageConfidence,
  } = article;
  const html = toSafeHtml({ blocks });
  return pass({
    id: article.id,
    uri: `urn:newsmill:article:${article.id}`,
    version: article.fetchedAt,
    url,
    urls: [
      ...new Set([
        url,
        article.finalUrl,
        article.url,
        ...(article.canonicalUrl === undefined ? [] : [article.canonicalUrl]),
        ...(article.pages ?? []).map((page) => page.url),
      ]),
    ],
    domain: registrableDomain(new URL(url).hostname),
    title,
    subtitle,
    summary,
    content: article.text,
    contentHtml: html === '' ? undefined : html,
    language: article.languageDetected ?? article.language ?? 'und',
    languageDetected: article.languageDetected,
    languageConfidence,
    ...publishedOf(article),
    modified: isoDate(article.modified),
    firstSeen: new Date(article.firstSeen).toISOString(),
    byline,
    authors,
    agencies: article.agencies,
    sourceId: article.sourceId,
    sourceName: article.sourceName,
    sourceUri: `urn:newsmill:source:${article.sourceId}`,
    sourceType: article.entry?.channelKind,
    sourceCountry: article.sourceCountry,
    publisher,
    section,
    breadcrumb,
    keywords,
    tags,
    images,
    authorBio,
    disclaimer,
    copyright,
    copyrightHolder: article.copyrightHolder,
    usageTerms: article.usageTerms,
    licence,
    digitalSourceType: article.digitalSourceType,
    wordCount,
    readingMinutes,
    paywalled,
    duplicateOf,
    familyId,
    similarity,
    contentHash,
    ...searchableFacts(article.facts, article.id),
    facts: article.facts.filter((fact) => fact.name !== 'vector'),
    flags,
    confidence,
    blocks,
    provenance,
    removals,
    vector: factOf(article.facts, 'vector'),
    ingest: {
      item: article.item,
      discoveredUrl: article.url,
      fetchedAt: article.fetchedAt,
      pipelineVersion: context.pipelineVersion,
      httpStatus: article.httpStatus,
      contentType: article.contentType,
      charset: article.charset,
      rawSha256: article.rawSha256,
      archive: article.archive,
      traceId: context.traceId,
    },
    schema: 'newsmill-article/1',
  });
}
