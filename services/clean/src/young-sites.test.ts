import { describe, expect, it } from '@jest/globals';
import { hashOfText } from '@newsmill/clean';
import { FetchedPage, type SiteArticle } from '@newsmill/contracts';
import { grownSite, YoungSites } from './young-sites.ts';

const page = (item: string, over: Partial<FetchedPage> = {}) =>
  FetchedPage.parse({
    item,
    sourceId: 's',
    url: `https://paper.example/${item}`,
    finalUrl: `https://paper.example/${item}`,
    fetchedAt: 5,
    firstSeen: 1,
    status: 200,
    encoding: 'identity',
    archive: { file: 'a.warc.gz', offset: 1, length: 2 },
    body: new Uint8Array([1, 2, 3]),
    ...over,
  });
const article = { title: 'Bridge opens', text: 'It opened.' };
const memory = (count: number) => ({
  site: Array.from({ length: count }, (_, index): SiteArticle => ({ item: `old${index}`, lines: '' })),
});

describe('YoungSites', () => {
  it('gives the first pages of a site once, without their bytes, when its memory has grown', () => {
    const sites = new YoungSites();
    for (let known = 0; known < grownSite; known += 1)
      expect(sites.tell(page(`p${known}`), article, memory(known))).toEqual([]);
    const again = sites.tell(page('late'), article, memory(grownSite));
    expect(again.map(({ item }) => item)).toEqual(Array.from({ length: grownSite }, (_, i) => `p${i}`));
    expect(again.every(({ body, archive }) => body.byteLength === 0 && archive !== undefined)).toBe(true);
    expect(again[0]?.cleanedBefore).toBe(hashOfText(article));
    expect(sites.tell(page('later'), article, memory(grownSite))).toEqual([]);
  });
  it('gives the newest version of an item, and leaves out what is not in the archive or was cleaned again', () => {
    const sites = new YoungSites();
    sites.tell(page('one'), article, memory(0));
    sites.tell(page('one', { fetchedAt: 9 }), article, memory(1));
    sites.tell(page('entry', { archive: undefined, fromEntry: true }), article, memory(1));
    sites.tell(page('two', { cleanedBefore: 'a' }), article, memory(2));
    expect(
      sites.tell(page('other', { finalUrl: 'https://other.example/1' }), article, memory(grownSite)),
    ).toEqual([]);
    expect(
      sites.tell(page('late'), article, memory(grownSite)).map(({ item, fetchedAt }) => [item, fetchedAt]),
    ).toEqual([['one', 9]]);
  });
});
