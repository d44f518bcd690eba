import type { ArticleDocument } from '@newsmill/contracts';

/** A plain article with what a test changes. */
export function sampleArticle(id: string, change: Partial<ArticleDocument> = {}): ArticleDocument {
  return {
    id,
    uri: `urn:newsmill:article:${id}`,
    version: 1,
    url: `https://paper.example/news/${id}`,
    urls: [],
    domain: 'paper.example',
    title: `Report ${id}`,
    content: 'Plain words.',
    language: 'en',
    published: '2026-10-20T10:00:00.000Z',
    firstSeen: '2026-10-20T10:05:00.000Z',
    authors: [],
    sourceId: 'paper',
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
      discoveredUrl: `https://paper.example/news/${id}`,
      fetchedAt: 1,
      pipelineVersion: '1',
    },
    schema: 'newsmill-article/1',
    ...change,
  };
}
