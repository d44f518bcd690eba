import { describe, expect, it } from '@jest/globals';
import { domainsOfSource, domainToAskFor } from './domains-of-source.ts';

describe('domainsOfSource', () => {
  it.each([
    ['https://www.paper.example/', ['https://feeds.paper.example/rss'], []],
    ['https://www.paper.example/', ['https://feeds.service.example/paper'], ['paper.example']],
    [
      'https://www.paper.example/',
      ['https://www.paper.example/rss', 'https://feeds.service.example/paper'],
      ['paper.example'],
    ],
    ['https://feeds.service.example/paper', ['https://feeds.service.example/paper'], []],
  ])('of %s with %j', (asked, channels, expected) => {
    expect(
      domainsOfSource(
        asked,
        channels.map((url) => ({ url })),
      ),
    ).toEqual(expected);
  });
});

describe('domainToAskFor', () => {
  const links = ['https://paper.example/1', 'https://www.paper.example/2', 'https://other.example/3'];
  it('is that of most pages, where nobody has named it', () => {
    expect(domainToAskFor({ url: 'https://feeds.service.example/paper', links }, [])).toBe('paper.example');
    expect(
      domainToAskFor({ url: 'https://feeds.service.example/paper', links }, ['paper.example']),
    ).toBeUndefined();
    expect(domainToAskFor({ url: 'https://feeds.paper.example/rss', links }, [])).toBeUndefined();
    expect(
      domainToAskFor(
        { url: 'https://links.example/rss', links: ['https://a.example/', 'https://b.example/'] },
        [],
      ),
    ).toBeUndefined();
  });
});
