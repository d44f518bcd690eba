import { gzipSync } from 'node:zlib';
import { describe, expect, it } from '@jest/globals';
import { readSitemap } from './read-sitemap.ts';

const context = { url: 'https://news.example.org/sitemap.xml', maxItems: 100 };
const news =
  '<?xml version="1.0"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:n="http://www.google.com/schemas/sitemap-news/0.9"><url><loc>https://news.example.org/1</loc><lastmod>2025-05-01</lastmod><n:news><n:publication><n:name>Post</n:name><n:language>en</n:language></n:publication><n:publication_date>2025-05-01T10:00:00Z</n:publication_date><n:title>One &amp; two</n:title></n:news></url><url><loc>javascript:1</loc></url></urlset>';

describe('readSitemap', () => {
  it('reads the fields of a news sitemap under any prefix', () => {
    expect(readSitemap(Buffer.from(news), context)).toMatchObject({
      kind: 'urls',
      sitemaps: [],
      urls: [
        {
          url: 'https://news.example.org/1',
          title: 'One & two',
          published: '2025-05-01T10:00:00.000Z',
          updated: '2025-05-01T00:00:00.000Z',
          language: 'en',
          publication: 'Post',
        },
      ],
    });
  });
  it('unpacks gzip', () => {
    expect(readSitemap(gzipSync(news), context)).toMatchObject({
      urls: [{ url: 'https://news.example.org/1' }],
    });
  });
  it('reads an index', () => {
    expect(
      readSitemap(
        Buffer.from(
          '<sitemapindex><sitemap><loc>/a.xml</loc></sitemap><sitemap><loc>https://news.example.org/b.xml.gz</loc></sitemap></sitemapindex>',
        ),
        context,
      ),
    ).toMatchObject({
      kind: 'index',
      sitemaps: ['https://news.example.org/a.xml', 'https://news.example.org/b.xml.gz'],
    });
  });
  it('reads a list of addresses, and a feed used as sitemap', () => {
    expect(
      readSitemap(
        Buffer.from('https://news.example.org/1\r\nnonsense\r\nhttps://news.example.org/2\r\n'),
        context,
      ),
    ).toMatchObject({ urls: [{ url: 'https://news.example.org/1' }, { url: 'https://news.example.org/2' }] });
    expect(
      readSitemap(
        Buffer.from('<rss><channel><item><title>x</title><link>/1</link></item></channel></rss>'),
        context,
      ),
    ).toMatchObject({ urls: [{ url: 'https://news.example.org/1' }] });
  });
  it('prefers the id of a feed entry where it is the address without its query', () => {
    const entry = (id: string) =>
      `<feed xmlns="http://www.w3.org/2005/Atom"><title>t</title><entry><title>x</title><id>${id}</id><link rel="alternate" href="https://news.example.org/1?from=feed"/></entry></feed>`;
    expect(readSitemap(Buffer.from(entry('https://news.example.org/1')), context)).toMatchObject({
      urls: [{ url: 'https://news.example.org/1' }],
    });
    expect(readSitemap(Buffer.from(entry('https://news.example.org/2')), context)).toMatchObject({
      urls: [{ url: 'https://news.example.org/1?from=feed' }],
    });
  });
  it('stops at its limit and refuses what is no sitemap', () => {
    expect(
      readSitemap(
        Buffer.from(`<urlset>${'<url><loc>https://news.example.org/1</loc></url>'.repeat(200)}</urlset>`),
        context,
      ),
    ).toMatchObject({ isCut: true });
    for (const text of ['', '<html></html>', 'hello', '<!DOCTYPE x [<!ENTITY a "b">]><urlset/>'])
      expect(readSitemap(Buffer.from(text), context)).toHaveProperty('error');
    expect(
      readSitemap(gzipSync(Buffer.alloc(10_000_000)), { ...context, maxBytes: 1_000_000 }),
    ).toHaveProperty('error');
  });
});
