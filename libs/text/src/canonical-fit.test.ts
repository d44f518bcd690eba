import { describe, expect, it } from '@jest/globals';
import { canonicalFit, shownAddress } from './canonical-fit.ts';

const site = 'https://paper.example';
const tram = 'Night tram returns to the harbour after ten years';
const fitOf = (own: string, canonical: string, title = tram) =>
  canonicalFit({
    own: `${site}${own}`,
    canonical: canonical.startsWith('/') ? `${site}${canonical}` : canonical,
    title,
  });
const shownOf = (own: string, canonical: string) => shownAddress({ own, canonical, title: tram });

describe('a canonical address', () => {
  it.each([
    ['is a twin under another form', '/news/night-tram/amp', '/news/night-tram', 'Live'],
    [
      'is a twin on another host of the site',
      '/news/night-tram',
      'http://www.paper.example/news/night-tram/',
      'Live',
    ],
    ['has the words of the title', '/?p=7', '/2026/11/night-tram-returns-harbour/', tram],
    [
      'has the words of the title without their marks',
      '/?p=7',
      '/zuege-uber-konigsbrucke',
      'Zuege über Königsbrücke',
    ],
    ['has the number of the page', '/article.php?id=884211', '/news/884211', 'Live'],
    [
      'has the random name of the page',
      '/n/5f2c4e1ab07d9f2c4e1ab07d',
      '/a-b/5f2c4e1ab07d9f2c4e1ab07d',
      'Live',
    ],
    [
      'has the slug of the page elsewhere',
      '/2019/03/steady-news-stand.html',
      '/articles/steady-news-stand/',
      'Live',
    ],
    [
      'leads above the page, and has the words of the title',
      '/night-tram-returns/2',
      '/night-tram-returns',
      tram,
    ],
  ])('is of the same article where it %s', (_, own, canonical, title) => {
    expect(fitOf(own, canonical, title)).toBe('same');
  });

  it.each([
    [
      'is that of another story',
      '/night-tram-returns-to-harbour-7110021',
      '/mayor-sells-old-lighthouse-7110093',
    ],
    [
      'shares a date alone',
      '/2026/11/24/night-tram-returns-to-harbour',
      '/2026/11/24/mayor-sells-old-lighthouse',
    ],
    [
      'shares a date in one piece',
      '/20261124/night-tram-returns-to-harbour',
      '/20261124/mayor-sells-old-lighthouse',
    ],
  ])('is of another article where it %s, and the page has its own', (_, own, canonical) => {
    expect(fitOf(own, canonical)).toBe('other');
  });

  it.each([
    ['a section', '/harbour-news/story-one', '/harbour-news'],
    ['a section with the number below it', '/harbour-news/4711', '/harbour-news/'],
    ['a value that is missing', '/news/884211/night-tram', '/news/884211/undefined'],
    ['the front page of an edition', '/en/night-tram-returns-to-harbour', '/en/'],
    ['two names without meaning', '/r/a7', '/s/b9'],
    ['no address', '/r/a7', 'http://'],
  ])('says nothing where it is %s', (_, own, canonical) => {
    expect(fitOf(own, canonical)).toBe('unknown');
  });

  it('is shown where it is of the article, and not a lesser form of it', () => {
    const own = 'https://paper.example/night-tram';
    expect(shownOf('https://m.paper.example/night-tram', own)).toBe(own);
    expect(shownOf(own, 'https://m.paper.example/night-tram')).toBe(own);
    expect(shownOf(own, 'https://paper.example/amp/night-tram')).toBe(own);
    expect(shownOf(own, 'https://www.paper.example/night-tram')).toBe('https://www.paper.example/night-tram');
    expect(shownOf(own, 'http://paper.example/night-tram')).toBe(own);
    expect(shownOf(own, 'http://paper.example/night-tram-returns-harbour')).toBe(
      'https://paper.example/night-tram-returns-harbour',
    );
    expect(shownOf(own, 'https://paper.example/mayor-sells-lighthouse')).toBe(own);
  });
});
