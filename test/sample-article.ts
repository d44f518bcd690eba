import type { ArticleDocument } from '@newsmill/contracts';

/** A plain article. */
export function sampleArticle(id: string, version = 1): ArticleDocument {
  return {
    id,
    uri: `urn:newsmill:article:${id}`,
    version,
    url: `https://a.example/${id}`,
    urls: [],
    domain: 'a.example',
    title: `Report ${id}`,
    content: 'Plain words.',
    language: 'en',
    published: '2026-10-20T10:00:00.000Z',
    firstSeen: '2026-10-20T10:05:00.000Z',
    authors: [],
    sourceId: 'a',
    breadcrumb: [],
    keywords: [],
    tags: [],
    images: [],
    wordCount: 2,
    readingMinutes: 1,
    paywalled: false,
    contentHash: 'h',
    flags: [],
    confidence: 1,
    blocks: [],
    provenance: [],
    removals: [],
    ingest: {
      item: `item-${id}`,
      discoveredUrl: `https://a.example/${id}`,
      fetchedAt: version,
      pipelineVersion: '1',
    },
    schema: 'newsmill-article/1',
  };
}
