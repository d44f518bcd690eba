import { describe, expect, it } from '@jest/globals';
import { ArticleDocument, EnrichedArticle } from '@newsmill/contracts';
import { itemOf } from '@newsmill/text';
import { toDocument } from './to-document.ts';
import { toMarkdown } from './to-markdown.ts';

const finalUrl = 'https://www.harbour-times.example.co.uk/news/2026/bridge?amp=1';
const canonicalUrl = 'https://www.harbour-times.example.co.uk/news/2026/bridge';
const context = { pipelineVersion: '1' };

function article(over: Partial<EnrichedArticle> = {}): EnrichedArticle {
  return EnrichedArticle.parse({
    item: 'i',
    sourceId: 'harbour-times',
    url: 'https://short.example/b',
    finalUrl,
    fetchedAt: 1_790_000_000_000,
    firstSeen: 1_789_999_000_000,
    title: 'Bridge opens',
    text: 'The bridge opened.',
    blocks: [{ kind: 'paragraph', text: 'The bridge opened.' }],
    confidence: 0.9,
    id: 'x',
    contentHash: 'c',
    wordCount: 3,
    readingMinutes: 1,
    ...over,
  });
}
function documentOf(over: Partial<EnrichedArticle> = {}): ArticleDocument {
  const outcome = toDocument(article(over), context);
  if (outcome.kind !== 'accept') throw new Error(outcome.reason);
  return ArticleDocument.parse(outcome.value);
}

describe('toDocument', () => {
  it('takes the time of discovery for a page without a date, and says so', () => {
    expect(documentOf()).toMatchObject({
      published: '2026-09-21T13:56:40.000Z',
      publishedSource: 'first-seen',
    });
    expect(documentOf({ published: 'yesterday' })).toMatchObject({ publishedSource: 'first-seen' });
    expect(documentOf({ published: '+012026-01-01T00:00:00Z' })).toMatchObject({
      publishedSource: 'first-seen',
    });
  });
  it('writes dates in UTC with the place where they were found', () => {
    const provenance = [{ field: 'published', value: '2026-09-01', source: 'json-ld', confidence: 0.9 }];
    expect(
      documentOf({ published: '2026-09-01T10:00:00+02:00', publishedPrecision: 'minute', provenance }),
    ).toMatchObject({
      published: '2026-09-01T08:00:00.000Z',
      publishedPrecision: 'minute',
      publishedSource: 'json-ld',
    });
  });
  it('keeps every address once and puts the one that made the id first', () => {
    expect(documentOf({ canonicalUrl, id: itemOf(canonicalUrl) ?? '' })).toMatchObject({
      url: canonicalUrl,
      urls: [canonicalUrl, finalUrl, 'https://short.example/b'],
      domain: 'example.co.uk',
    });
    // The id is that of the page's own address, and the canonical one says nothing of this article.
    const other = 'https://www.harbour-times.example.co.uk/x';
    expect(documentOf({ canonicalUrl: other, id: itemOf(finalUrl) ?? '' }).url).toBe(finalUrl);
    expect(documentOf({ url: finalUrl }).urls).toEqual([finalUrl]);
  });
  it('keeps fifty addresses of an article that names thousands, its own before those of further pages', () => {
    const pages = Array.from({ length: 5_000 }, (_, page) => ({
      url: `https://harbour-times.example.co.uk/b?page=${page + 2}`,
      archive: { file: 'pages.warc', offset: page, length: 1 },
    }));
    const { urls } = documentOf({ canonicalUrl, pages });
    expect(urls).toHaveLength(50);
    expect(urls.slice(0, 4)).toEqual(
      expect.arrayContaining([canonicalUrl, finalUrl, 'https://short.example/b']),
    );
    expect(urls[3]).toBe(pages[0]?.url);
  });
  it('shows the canonical address of the article whatever made the id, and what a page was found by without tracking', () => {
    const id = itemOf(finalUrl) ?? '';
    const shown = documentOf({ canonicalUrl, id });
    expect(shown).toMatchObject({ id, url: canonicalUrl });
    expect(shown.urls).toContain(finalUrl);
    expect(documentOf({ finalUrl: `${canonicalUrl}?utm_source=rss#comments` }).url).toBe(canonicalUrl);
    expect(documentOf({ id, canonicalUrl: `${canonicalUrl}?fbclid=1` }).url).toBe(canonicalUrl);
  });
  it('believes the detected language before the claimed one', () => {
    expect(documentOf({ languageDetected: 'de', language: 'en' }).language).toBe('de');
    expect(documentOf({ language: 'en' }).language).toBe('en');
    expect(documentOf().language).toBe('und');
  });
  it('carries the rights, the source and the answer of the page', () => {
    const entry = {
      url: 'https://short.example/b',
      channel: 'https://short.example/feed',
      channelKind: 'feed',
      authors: [],
      categories: [],
    } as const;
    expect(
      documentOf({
        copyrightHolder: 'Press',
        usageTerms: 'Free.',
        digitalSourceType: 'https://schema.org/X',
        httpStatus: 200,
        contentType: 'text/html',
        entry: { ...entry, authors: [], categories: [] },
      }),
    ).toMatchObject({
      sourceUri: 'urn:newsmill:source:harbour-times',
      sourceType: 'feed',
      copyrightHolder: 'Press',
      usageTerms: 'Free.',
      digitalSourceType: 'https://schema.org/X',
      contentHtml: '<p>The bridge opened.</p>\n',
      ingest: { httpStatus: 200, contentType: 'text/html' },
    });
  });
  it('rejects what no reader could use', () => {
    expect(toDocument(article({ title: ' ', text: '' }), context)).toMatchObject({
      kind: 'reject',
      reason: 'bad-document',
    });
    expect(toDocument(article({ finalUrl: 'nowhere' }), context)).toMatchObject({
      kind: 'reject',
      reason: 'bad-document',
    });
  });
});

describe('toMarkdown', () => {
  it('keeps the text of the publisher text', () => {
    const text = toMarkdown(
      documentOf({
        title: 'A *bold* claim',
        subtitle: '<script>',
        disclaimer: 'Views are [mine](javascript:alert(1)).',
        authorBio: '# Ann writes.',
        blocks: [
          { kind: 'paragraph', text: '1. not a list' },
          { kind: 'heading', text: 'Why', level: 3 },
          { kind: 'list-item', text: 'one' },
          { kind: 'list-item', text: 'two' },
          { kind: 'quote', text: 'said' },
          { kind: 'code', text: 'a ``` b' },
        ],
      }),
    );
    expect(text).toContain('title: "A *bold* claim"');
    expect(text).toContain(
      '# A \\*bold\\* claim\n\n*\\<script\\>*\n\n1\\. not a list\n\n### Why\n\n- one\n- two\n\n> said\n\n````\na ``` b\n````\n\n---\n\n\\# Ann writes.',
    );
    expect(text).toContain('\\[mine\\](javascript');
  });

  it('keeps references of the publisher text, and its front matter inert for readers that know none', () => {
    const title = 'Read [this](javascript:x) <img src=x onerror=y> &lt;b&gt; & more';
    const text = toMarkdown(documentOf({ title }));
    expect(text).toContain(
      '# Read \\[this\\](javascript:x) \\<img src=x onerror=y\\> \\&lt;b\\&gt; & more\n',
    );
    const line = text.split('\n').find((one) => one.startsWith('title: ')) ?? '';
    expect(line).not.toMatch(/<|\]\(/);
    expect(JSON.parse(line.slice('title: '.length))).toBe(title);
  });
});
