import {
  carriedFields,
  CleanArticle,
  EnrichedArticle,
  accept,
  factOf,
  reject,
  type ArticleDocument,
  type Evidence,
  type Outcome,
} from '@newsmill/contracts';
import { itemOf, plainAddress, registrableDomain, shownAddress, toSafeHtml } from '@newsmill/text';
import { searchableFacts } from './searchable-facts.ts';
import { articleOfFields } from './to-article.ts';

/** What the index stage knows besides the article. */
export interface DocumentContext {
  readonly pipelineVersion: string;
  readonly traceId?: string;
}

type Published = Pick<ArticleDocument, 'published' | 'publishedPrecision' | 'publishedSource'>;

/**
 * ISO 8601 in UTC; undefined for what is no date or lies outside the years that an index can sort (0001 to
 * 9999).
 */
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

/**
 * The address to show: the canonical one where enrich took its hash for the id, or where it is that of this very
 * article; else the one that answered. Without what only tells where a reader came from.
 */
function addressOf({ canonicalUrl, finalUrl, id, title }: EnrichedArticle): string {
  const isId = canonicalUrl !== undefined && itemOf(canonicalUrl) === id;
  if (canonicalUrl === undefined || isId) return plainAddress(canonicalUrl ?? finalUrl);
  return plainAddress(shownAddress({ own: finalUrl, canonical: canonicalUrl, title }));
}

/** An article of ours has fourteen addresses at most; a message of others may name thousands. */
const mostUrls = 50;

/** All addresses of an article, each once; the one that is shown first, and those of further pages last. */
function addressesOf(article: EnrichedArticle, url: string): string[] {
  const { finalUrl, canonicalUrl, pages = [] } = article;
  const all = [url, finalUrl, article.url, canonicalUrl ?? url, ...pages.map((page) => page.url)];
  return [...new Set(all)].slice(0, mostUrls);
}

/**
 * What the fields of the document do not say of the article, or say otherwise; whatever a cleaned article
 * holds is either in them or here, also what only a later release knows of.
 */
function evidenceOf(article: EnrichedArticle, document: ArticleDocument): Evidence {
  const told: Readonly<Record<string, unknown>> = articleOfFields(document);
  const unknown = Object.keys(article).filter((name) => !Object.hasOwn(EnrichedArticle.shape, name));
  const untold = [...Object.keys(CleanArticle.shape), ...unknown].filter(
    (name) =>
      article[name] !== undefined &&
      article[name] !== told[name] &&
      JSON.stringify(article[name]) !== JSON.stringify(told[name]),
  );
  const vectorBy = article.facts.find(({ name }) => name === 'vector')?.by;
  return {
    ...Object.fromEntries(untold.map((name) => [name, article[name]])),
    ...(vectorBy === undefined ? {} : { vectorBy }),
  };
}

/**
 * The document of an article, for the library. A page without a date takes the time at which the item was
 * first seen. Rejects as `bad-document` what has neither title nor text, or an address that is none.
 */
export function toDocument(article: EnrichedArticle, context: DocumentContext): Outcome<ArticleDocument> {
  const url = addressOf(article);
  if (!URL.canParse(url))
    return reject('bad-document', `the address ${JSON.stringify(url.slice(0, 200))} cannot be parsed`);
  if (article.title.trim() === '' && article.text.trim() === '')
    return reject('bad-document', 'the article has neither title nor text');
  const html = toSafeHtml({ blocks: article.blocks });
  const document: ArticleDocument = {
    id: article.id,
    uri: `urn:newsmill:article:${article.id}`,
    version: article.fetchedAt,
    url,
    urls: addressesOf(article, url),
    domain: registrableDomain(new URL(url).hostname),
    ...carriedFields(['page', 'clean', 'enrich'], article),
    content: article.text,
    contentHtml: html === '' ? undefined : html,
    language: article.languageDetected ?? article.language ?? 'und',
    ...publishedOf(article),
    modified: isoDate(article.modified),
    firstSeen: new Date(article.firstSeen).toISOString(),
    sourceId: article.sourceId,
    sourceUri: `urn:newsmill:source:${article.sourceId}`,
    sourceType: article.entry?.channelKind,
    ...searchableFacts(article.facts, article.id),
    facts: article.facts.filter((fact) => fact.name !== 'vector'),
    flags: article.flags,
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
  };
  return accept({ ...document, ingest: { ...document.ingest, evidence: evidenceOf(article, document) } });
}
