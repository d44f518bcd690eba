import { describe, expect, it } from '@jest/globals';
import { speaksFor } from './speaks-for.ts';

describe('speaksFor', () => {
  it.each([
    ['https://feeds.paper.example/rss', 'https://www.paper.example/a', [], true],
    ['https://feeds.cdn.example/rss', 'https://www.paper.example/a', [], false],
    ['https://feeds.cdn.example/rss', 'https://www.paper.example/a', ['paper.example'], true],
    ['https://feeds.cdn.example/rss', 'https://notpaper.example/a', ['paper.example'], false],
    ['https://one.github.io/rss', 'https://two.github.io/a', [], false],
    ['http://127.0.0.1:1000/rss', 'http://127.0.0.1:2000/a', [], false],
    ['http://127.0.0.1:1000/rss', 'http://127.0.0.1:2000/a', ['127.0.0.1:2000'], true],
    ['https://paper.example/rss', 'no address', [], false],
  ])('a channel at %s of a page at %s, with %j', (from, of, domains, expected) => {
    expect(speaksFor({ domains }, [from], of)).toBe(expected);
  });
});
