import { describe, expect, it } from '@jest/globals';
import { isSponsoredAddress, isSponsoredLabel } from './sponsored.ts';

describe('what was paid for', () => {
  it.each([
    'Sponsored',
    ' Advertorial ',
    'Bezahlter Inhalt',
    'Contenu sponsorisé',
    'На правах рекламы',
    '記事広告',
    'תוכן ממומן',
  ])('is marked by %s', (label) => {
    expect(isSponsoredLabel(label)).toBe(true);
  });
  it.each(['Sponsors of the cup', 'Sport', 'Advertising industry', 'PR', 'Werbung', 'реклама', ''])(
    'is not marked by %s',
    (label) => {
      expect(isSponsoredLabel(label)).toBe(false);
    },
  );
  it.each([
    ['https://courier.example/sponsored/1842', true],
    ['https://courier.example/2026/Advertorial/harbour', true],
    ['https://courier.example/news/sponsored-cup-ends', false],
    ['https://courier.example/news/1?from=/sponsored/', false],
    ['https://anzeige.example/news/1', false],
    ['no address', false],
  ])('stands at %s: %s', (url, isSponsored) => {
    expect(isSponsoredAddress(url)).toBe(isSponsored);
  });
});
