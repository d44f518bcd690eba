import { describe, expect, it } from '@jest/globals';
import { plainAddress } from './plain-address.ts';
import { urlKey } from './url-key.ts';

describe('the plain address', () => {
  it.each([
    ['https://paper.example/tram?utm_source=rss&utm_medium=feed', 'https://paper.example/tram'],
    ['https://paper.example/tram?b=2&fbclid=x1&a=1', 'https://paper.example/tram?b=2&a=1'],
    ['https://paper.example/tram#comments', 'https://paper.example/tram'],
    ['https://paper.example/tram?utm_source=rss#:~:text=night', 'https://paper.example/tram'],
    ['https://paper.example/Straße?q=a+b&gclid=1', 'https://paper.example/Stra%C3%9Fe?q=a+b'],
    ['https://paper.example/tram?&utm_source=rss&', 'https://paper.example/tram'],
  ])('of %s is %s', (address, plain) => {
    expect(plainAddress(address)).toBe(plain);
    expect(urlKey(plain)).toBe(urlKey(address));
  });

  it.each([
    ['nothing tracks', 'https://Paper.example/a//b?b=2&a=1'],
    ['the fragment leads to the page', 'https://paper.example/app#!/tram'],
    ['the fragment is a page of the article', 'https://paper.example/tram#page2'],
    ['a name chooses the content', 'https://paper.example/article?source=harbour&id=7'],
    ['it is no address', 'tram'],
    ['it is none of the web', 'mailto:desk@paper.example?utm_source=x'],
  ])('is the given one where %s', (_, address) => {
    expect(plainAddress(address)).toBe(address);
  });
});
