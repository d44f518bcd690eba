import { describe, expect, it } from '@jest/globals';
import type { PageContext, ReadArticle, Reading } from '../src/page-reading.ts';
import {
  readPage,
  type Article,
  type Block,
  type Image,
  type Page,
  type PageRules,
  type Provenance,
  type Removal,
} from './index.ts';

/** Fields that a type names, whatever else it lets through. */
type Named<T> = keyof { [Name in keyof T as string extends Name ? never : Name]: T[Name] };
/** Fields that only one of two types names. */
type Differing<A, B> = Exclude<Named<A>, Named<B>> | Exclude<Named<B>, Named<A>>;
type Members<List> = List extends readonly (infer Member)[] ? Member : never;

const html =
  '<title>A tram</title><p>The night tram runs again from Friday, the council said on Thursday.</p>';
const url = 'https://harbour-courier.example/tram';

describe('the door of the package that stands alone', () => {
  it('has every field of a reading but what only the mill needs', () => {
    const differing: readonly [
      Differing<Article, ReadArticle>[],
      Differing<Page, Omit<Reading, 'sighting'>>[],
      Differing<PageRules, NonNullable<PageContext['rules']>>[],
      Differing<Block, Members<ReadArticle['blocks']>>[],
      Differing<Image, Members<ReadArticle['images']>>[],
      Differing<Provenance, Members<Reading['provenance']>>[],
      Differing<Removal, Members<Reading['removals']>>[],
      Exclude<Block['kind'], Members<ReadArticle['blocks']>['kind']>[],
      Exclude<Members<Reading['flags']>, Members<Page['flags']>>[],
      Exclude<Members<Page['flags']>, Members<Reading['flags']>>[],
    ] = [[], [], [], [], [], [], [], [], [], []];
    const nothing: readonly never[][] = differing;
    expect(nothing.flat()).toEqual([]);
    expect(readPage(html, url)).not.toHaveProperty('sighting');
  });

  it('reads text and bytes alike, and finds the encoding of bytes', () => {
    const now = Date.parse('2026-11-27T00:00:00Z');
    const ofText = readPage(html, url, { now });
    const ofBytes = readPage(new TextEncoder().encode(html), url, { now, contentType: 'text/html' });
    expect(ofBytes).toEqual({ ...ofText, charset: 'utf-8' });
  });

  it('believes no date after the time that it is given', () => {
    const dated = `<meta property="article:published_time" content="2026-11-20T08:00:00Z">${html}`;
    expect(readPage(dated, url, { now: Date.parse('2026-11-21') }).article.published).toMatch(/^2026-11-20/);
    expect(readPage(dated, url, { now: Date.parse('2026-11-01') }).article.published).toBeUndefined();
  });

  it('takes what rules point at', () => {
    const marked = html.replace(
      '<p>',
      '<p>Buy a ticket today, while there are some left.</p><p class="story">',
    );
    const rules = { body: ['p.story'] } as const;
    expect(readPage(marked, url, { rules }).article.text).toMatch(/^The night tram runs again/);
  });

  it('throws where a selector is none', () => {
    expect(() => readPage(html, url, { rules: { body: ['p['] } })).toThrow(
      'the attribute test cannot be read',
    );
  });
});
