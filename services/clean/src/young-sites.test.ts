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
/** Lines as a sighting has them: eight bytes each, of a text, its box and its words. */
const linesOf = (...texts: readonly number[]) =>
  Buffer.from(Uint32Array.from(texts.flatMap((text) => [text, 0x06_00_00_00])).buffer).toString('base64');
/** What was cleaned; `texts`: lines besides one of its own. */
let last = 100;
const cleaned = (...texts: readonly number[]) => ({
  value: article,
  seen: [{ site: 'paper.example', item: 'any', lines: linesOf((last += 1), ...texts), replaces: [] }],
});
/** Other articles of the site, all of which have a line in common. */
const memory = (count: number) => ({
  site: Array.from(
    { length: count },
    (_, index): SiteArticle => ({ item: `old${index}`, lines: linesOf(1_000 + index, 2_000 + index, 7) }),
  ),
});

describe('YoungSites', () => {
  it('gives the first pages of a site once, without their bytes, when its memory has grown', () => {
    const sites = new YoungSites();
    for (let known = 0; known < grownSite; known += 1)
      expect(sites.tell(page(`p${known}`), cleaned(7), memory(known))).toEqual([]);
    const again = sites.tell(page('late'), cleaned(7), memory(grownSite));
    expect(again.map(({ item }) => item)).toEqual(Array.from({ length: grownSite }, (_, i) => `p${i}`));
    expect(again.every(({ body, archive }) => body.byteLength === 0 && archive !== undefined)).toBe(true);
    expect(again[0]?.cleanedBefore).toBe(hashOfText(article));
    expect(sites.tell(page('later'), cleaned(7), memory(grownSite))).toEqual([]);
  });
  it('leaves alone what has no line in common with others of the site', () => {
    const sites = new YoungSites();
    sites.tell(page('own'), cleaned(), memory(0));
    sites.tell(page('alike'), cleaned(7), memory(1));
    expect(sites.tell(page('late'), cleaned(7), memory(grownSite)).map(({ item }) => item)).toEqual([
      'alike',
    ]);
  });
  it('gives the newest version of an item, and leaves out what is not in the archive or was cleaned again', () => {
    const sites = new YoungSites();
    sites.tell(page('one'), cleaned(7), memory(0));
    sites.tell(page('one', { fetchedAt: 9 }), cleaned(7), memory(1));
    sites.tell(page('entry', { archive: undefined, fromEntry: true }), cleaned(7), memory(1));
    sites.tell(page('two', { cleanedBefore: 'a' }), cleaned(7), memory(2));
    expect(
      sites.tell(page('other', { finalUrl: 'https://other.example/1' }), cleaned(7), memory(grownSite)),
    ).toEqual([]);
    expect(
      sites.tell(page('late'), cleaned(7), memory(grownSite)).map(({ item, fetchedAt }) => [item, fetchedAt]),
    ).toEqual([['one', 9]]);
  });
});
