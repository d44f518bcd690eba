import {
  carriedFields,
  factOf,
  type ArticleDocument,
  type CleanArticle,
  type FeedEntry,
} from '@newsmill/contracts';

/** Names of the quality flags and precisions were checked when the document was made. */
type Checked = Pick<CleanArticle, 'flags' | 'publishedPrecision'>;

/** The article as the fields of its document tell it. */
export function articleOfFields(document: ArticleDocument): CleanArticle {
  const { ingest } = document;
  const { flags, publishedPrecision } = {
    flags: document.flags,
    publishedPrecision: document.publishedPrecision,
  } as Checked; // see Checked
  return {
    item: ingest.item,
    sourceId: document.sourceId,
    url: ingest.discoveredUrl,
    finalUrl: document.url,
    fetchedAt: ingest.fetchedAt,
    firstSeen: Date.parse(document.firstSeen),
    ...carriedFields(['page', 'clean'], document),
    agencies: document.agencies ?? [],
    modified: document.modified,
    flags,
    publishedPrecision,
    published: document.publishedSource === 'first-seen' ? undefined : document.published,
    text: document.content,
    httpStatus: ingest.httpStatus,
    contentType: ingest.contentType,
    charset: ingest.charset,
    rawSha256: ingest.rawSha256,
    archive: ingest.archive,
  };
}

/**
 * What the feed of a document without evidence called its sections, as far as its topics tell: by their
 * labels, which name the same topics.
 */
function entryByTopics({ ingest, facts = [] }: ArticleDocument): FeedEntry | undefined {
  const named = (factOf(facts, 'topics') ?? []).filter(({ evidence }) => evidence.includes('feed-category'));
  return named.length === 0
    ? undefined
    : { url: ingest.discoveredUrl, authors: [], categories: named.map(({ label }) => label) };
}

/**
 * The cleaned article that a document was made of, for finding facts again without the page: enrichers are
 * given what they were given at first. A document of an older version has no evidence: of its feed only the
 * sections are known that its topics tell, and its language is the one that was found.
 */
export function toArticle(document: ArticleDocument): CleanArticle {
  const { evidence } = document.ingest;
  if (evidence === undefined)
    return {
      ...articleOfFields(document),
      language: document.language === 'und' ? undefined : document.language,
      entry: entryByTopics(document),
    };
  const { vectorBy: _, ...claimed } = evidence;
  return { ...articleOfFields(document), ...claimed };
}
