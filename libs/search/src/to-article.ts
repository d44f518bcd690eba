import type { ArticleDocument, CleanArticle } from '@newsmill/contracts';

/** Names of the quality flags and precisions were checked when the document was made. */
type Checked = Pick<CleanArticle, 'flags' | 'publishedPrecision'>;

/**
 * The cleaned article that a document was made of, as far as documents keep it: what the feed said of it (its entry) is lost, and
 * the language is the one that was found. For finding facts anew without the page.
 */
export function toArticle(document: ArticleDocument): CleanArticle {
  const {
    title,
    subtitle,
    summary,
    byline,
    authors,
    agencies = [],
    publisher,
    section,
    breadcrumb,
    keywords,
    tags,
    images,
    blocks,
    confidence,
    provenance,
    removals,
    sourceId,
    sourceName,
    sourceCountry,
  } = document;
  const {
    authorBio,
    disclaimer,
    copyright,
    copyrightHolder,
    usageTerms,
    digitalSourceType,
    licence,
    paywalled,
    modified,
    ingest,
  } = document;
  const { flags, publishedPrecision } = {
    flags: document.flags,
    publishedPrecision: document.publishedPrecision,
  } as Checked; // see Checked
  return {
    item: ingest.item,
    sourceId,
    url: ingest.discoveredUrl,
    finalUrl: document.url,
    fetchedAt: ingest.fetchedAt,
    firstSeen: Date.parse(document.firstSeen),
    title,
    subtitle,
    summary,
    byline,
    authors,
    agencies,
    publisher,
    section,
    breadcrumb,
    keywords,
    tags,
    images,
    blocks,
    confidence,
    provenance,
    removals,
    sourceName,
    sourceCountry,
    authorBio,
    disclaimer,
    copyright,
    copyrightHolder,
    usageTerms,
    digitalSourceType,
    licence,
    paywalled,
    modified,
    flags,
    publishedPrecision,
    published: document.publishedSource === 'first-seen' ? undefined : document.published,
    language: document.language === 'und' ? undefined : document.language,
    text: document.content,
    httpStatus: ingest.httpStatus,
    contentType: ingest.contentType,
    charset: ingest.charset,
    rawSha256: ingest.rawSha256,
    archive: ingest.archive,
  };
}
