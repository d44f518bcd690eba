import { describe, expect, it } from '@jest/globals';
import { findLive } from './find-live.ts';

const end = '2026-11-27T20:00:00+01:00';
const live = (html: string) => findLive(Buffer.from(html));
const posts = `"liveBlogUpdate":[{"@type":"BlogPosting","headline":"One"}]`;

describe('a page that is a live blog', () => {
  it.each([
    [
      'JSON-LD',
      `<script type="application/ld+json">{"@type":"LiveBlogPosting","coverageEndTime":"${end}",${posts}}</script>`,
    ],
    [
      'JSON-LD of several types',
      `<script>{"coverageEndTime" : "${end}", "@type": ["NewsArticle", "LiveBlogPosting"]}</script>`,
    ],
    [
      'microdata',
      `<div itemscope itemtype="https://schema.org/LiveBlogPosting"><meta itemprop="coverageEndTime" content="${end}"></div>`,
    ],
    [
      'RDFa',
      `<div vocab="https://schema.org/" typeof="LiveBlogPosting"><time property="coverageEndTime" datetime="${end}">8 pm</time></div>`,
    ],
  ])('says so in %s, with its end', (_, html) => {
    expect(live(html)).toEqual({ endsAt: Date.parse(end) });
  });
  it.each([
    ['names no end', `{"@type":"LiveBlogPosting",${posts}}`],
    ['names an end that is no date', `{"@type":"LiveBlogPosting","coverageEndTime":"this evening"}`],
  ])('has none where it %s', (_, html) => {
    expect(live(html)).toEqual({});
  });
  it('is none where it only tells of one', () => {
    expect(live('<p>LiveBlogPosting is a type of schema.org.</p>')).toBeUndefined();
    expect(live(`{"@type":"NewsArticle","coverageEndTime":"${end}"}`)).toBeUndefined();
  });
});
