import { describe, expect, it } from '@jest/globals';
import { choosePages } from '../../bench/enrichment/write-reading.ts';

const page = (id: string, site: string) => ({
  id,
  set: 'set',
  url: `https://www.${site}/${id}`,
  html: '',
  bytes: 0,
});
const gold = (id: string, words: number) => ({ id, set: 'set', body: 'word '.repeat(words) });

describe('choosePages', () => {
  const pages = Array.from({ length: 120 }, (_, index) => page(`p${index}`, `site${index % 60}.example`));
  const bodies = pages.map(({ id }) => gold(id, 90));
  const sitesOf = (seeds: readonly string[]) =>
    choosePages(pages, bodies, seeds).map(({ url }) => new URL(url).hostname);

  it('chooses one page a site, the same ones for the same seed', () => {
    const sites = sitesOf(['a']);
    expect(new Set(sites).size).toBe(48);
    expect(sites).toHaveLength(48);
    expect(sitesOf(['a'])).toEqual(sites);
    expect(sitesOf(['b'])).not.toEqual(sites);
  });

  it('meets no site of an earlier reading', () => {
    const before = new Set(sitesOf(['a']));
    const sites = sitesOf(['a', 'b']);
    expect(sites).toHaveLength(12);
    expect(sites.filter((site) => before.has(site))).toEqual([]);
  });

  it('leaves short bodies out', () => {
    const short = pages.map(({ id }) => gold(id, id === 'p7' ? 80 : 79));
    expect(choosePages(pages, short, ['a']).map(({ id }) => id)).toEqual(['p7']);
  });
});
