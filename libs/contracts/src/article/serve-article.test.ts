import { describe, expect, it } from '@jest/globals';
import type { ArticleDocument } from './article-document.ts';
import type { Rights, UseDecision } from '../rights.ts';
import type { SearchHit } from '../search-query.ts';
import { serveArticle, serveHit, whyNotServed } from './serve-article.ts';

const secret = 'the gulls took the lamp';
const denied: UseDecision = { decision: 'denied', rules: [{ source: 'meta robots', value: 'nosnippet' }] };
const limited = (limit: number): UseDecision => ({
  decision: 'limited',
  limit,
  rules: [{ source: 'meta robots', value: `max-snippet: ${limit}` }],
});
const closed: Rights = { snippet: denied, fullText: denied, reserved: ['snippet', 'fullText'] };

/** An article whose text, or a piece of it, stands in every place that may hold it. */
function article(rights: Rights | undefined): ArticleDocument {
  return {
    id: 'a',
    uri: 'urn:newsmill:article:a',
    version: 1,
    url: 'https://paper.example/a',
    urls: [],
    domain: 'paper.example',
    title: 'Night at the light',
    subtitle: `Last night ${secret}`,
    summary: `So ${secret}`,
    summaryGenerated: `And ${secret}`,
    content: `In the dark ${secret}.`,
    contentHtml: `<p>In the dark ${secret}.</p>`,
    blocks: [{ kind: 'paragraph', text: `In the dark ${secret}.` }],
    language: 'en',
    published: '2026-10-20T10:00:00.000Z',
    firstSeen: '2026-10-20T10:05:00.000Z',
    authors: [],
    sourceId: 'paper',
    breadcrumb: [],
    keywords: [],
    tags: [],
    images: [{ url: 'https://paper.example/a.jpg', caption: `How ${secret}`, alt: secret, credit: 'Ann' }],
    wordCount: 8,
    readingMinutes: 1,
    paywalled: false,
    contentHash: 'h',
    flags: [],
    confidence: 1,
    facts: [{ name: 'quotes', value: [{ text: secret }], by: 'quotes/1' }],
    provenance: [],
    removals: [{ pass: 'drop-share-bar', text: secret, why: 'Repeated.' }],
    ingest: {
      item: 'i',
      discoveredUrl: 'https://paper.example/a',
      fetchedAt: 1,
      pipelineVersion: '1',
      evidence: { entry: { url: 'https://paper.example/a', authors: [], categories: [], summary: secret } },
    },
    schema: 'newsmill-article/1',
    ...(rights === undefined ? {} : { rights }),
  };
}
const serve = (rights: Rights | undefined, over: object = {}) =>
  serveArticle(article(rights), { way: 'article', now: 0, ...over });

describe('serveArticle', () => {
  it('leaves an article alone of which nothing is reserved', () => {
    const document = article(undefined);
    expect(serveArticle(document, { way: 'training', now: 0 })).toBe(document);
    expect(serve({ reserved: [] })).toEqual(article({ reserved: [] }));
  });

  it('leaves no piece of a text that must not be shown, and says why', () => {
    const served = serve(closed);
    expect(JSON.stringify(served)).not.toContain('gulls');
    expect(served).toMatchObject({ title: 'Night at the light', content: '', blocks: [] });
    expect(served?.rights?.withheld).toEqual([
      expect.stringMatching(/^The text is left out: fullText .* nosnippet \(meta robots\)\.$/),
      expect.stringMatching(/^The summary is left out: snippet /),
    ]);
  });

  it('keeps the summary where the text alone is reserved', () => {
    const served = serve({ fullText: denied, reserved: ['fullText'] });
    expect(served?.summary).toBe(`So ${secret}`);
    expect(JSON.stringify({ ...served, summary: '', subtitle: '', summaryGenerated: '' })).not.toContain(
      'gulls',
    );
  });

  it('cuts what is limited to so many characters, and no character in two', () => {
    const rights = { snippet: limited(9), fullText: limited(9), reserved: ['snippet', 'fullText'] };
    expect(serve(rights)).toMatchObject({
      content: 'In the da',
      blocks: [{ kind: 'paragraph', text: 'In the da' }],
      summary: 'So the gu',
    });
    const document = { ...article({ fullText: limited(2), reserved: [] }), content: 'a😀b' };
    expect(serveArticle(document, { way: 'article', now: 0 })?.content).toBe('a');
  });

  it('follows the uses that the way needs', () => {
    const rights: Rights = { agents: denied, reserved: ['agents'] };
    expect(serve(rights)?.content).toContain('gulls');
    expect(JSON.stringify(serve(rights, { way: 'agents' }))).not.toContain('gulls');
  });

  it('gives what the source file allows, and shows the ground', () => {
    const grant = { ground: 'Contract of 3 January 2026', allow: ['fullText', 'snippet'] as const };
    const served = serve(closed, { grant });
    expect(served?.content).toContain('gulls');
    expect(served?.rights?.withheld).toBeUndefined();
    expect(JSON.stringify(served?.rights)).toContain('Contract of 3 January 2026');
  });

  it('shows nothing at all after its time, and names it', () => {
    const rights = { reserved: ['later'], unavailableAfter: '2030-01-01T00:00:00.000Z' };
    const context = { way: 'article', now: Date.parse('2031-01-01') } as const;
    expect(serveArticle(article(rights), context)).toBeUndefined();
    expect(whyNotServed(article(rights), context)).toContain('unavailable_after');
    expect(whyNotServed(article(rights), { ...context, now: 0 })).toBeUndefined();
  });
});

describe('serveHit', () => {
  const hit = (rights: Rights | undefined): SearchHit => ({
    id: 'a',
    url: 'https://paper.example/a',
    title: 'Night at the light',
    summary: `So ${secret}`,
    published: '2026-10-20T10:00:00.000Z',
    sourceId: 'paper',
    language: 'en',
    authors: [],
    flags: [],
    rights,
    highlights: [
      { field: 'title', text: 'Night at the light', marks: [[0, 5]] },
      {
        field: 'content',
        text: `In ${secret}`,
        marks: [
          [3, 6],
          [7, 12],
        ],
      },
    ],
  });

  it('leaves out summary and found words of the text, and keeps the title', () => {
    const served = serveHit(hit(closed), { way: 'search', now: 0 });
    expect(JSON.stringify(served)).not.toContain('gulls');
    expect(served?.highlights).toEqual([{ field: 'title', text: 'Night at the light', marks: [[0, 5]] }]);
  });

  it('cuts pieces, and drops the marks that are cut', () => {
    const served = serveHit(hit({ snippet: limited(8), reserved: [] }), { way: 'search', now: 0 });
    expect(served?.summary).toBe('So the g');
    expect(served?.highlights[1]).toEqual({ field: 'content', text: 'In the g', marks: [[3, 6]] });
  });

  it('leaves hits alone of which nothing is reserved, and drops those whose time is over', () => {
    const free = hit(undefined);
    expect(serveHit(free, { way: 'agents', now: 0 })).toBe(free);
    const rights = { reserved: ['later'], unavailableAfter: '2030-01-01T00:00:00.000Z' };
    expect(serveHit(hit(rights), { way: 'search', now: Date.parse('2030-01-01') })).toBeUndefined();
  });
});
