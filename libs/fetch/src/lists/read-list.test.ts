import { describe, expect, it } from '@jest/globals';
import { parseSelector, SelectorError } from '@newsmill/text';
import { readList } from './read-list.ts';

const page =
  '<html><head><base href="/de/"></head><body><nav><a href="/about">About</a></nav><main class="a news b"><ul id="list"><li><h2><a class="title" href="1">One <b>two</b></a></h2><time datetime="2025-05-01T10:00:00Z">May</time></li><li><a href="https://news.example.org/2#c">Two</a> <a data-x="yes it is" href="mailto:x@y.z">mail</a></li></ul><p><a href="/3">Three</a></p></main></body></html>';
const links = (select: string) =>
  readList(page, { url: 'https://news.example.org/latest', select }).map((entry) =>
    entry.url.replace('https://news.example.org', ''),
  );

describe('readList', () => {
  it.each([
    ['main a', ['/de/1', '/2', '/3']],
    ['main.news > ul a', ['/de/1', '/2']],
    ['#list > li > a', ['/2']],
    ['a.title, p > a[href^="/"]', ['/de/1', '/3']],
    ['li', ['/de/1', '/2']],
    ['nav > ul a', []],
    ['*[href$="3"]', ['/3']],
  ])('finds the links of %s', (select, expected) => {
    expect(links(select)).toEqual(expected);
  });
  it('takes the text and the time of a link', () => {
    expect(readList(page, { url: 'https://news.example.org/latest', select: 'li' })[0]).toMatchObject({
      title: 'One two',
      published: '2025-05-01T10:00:00.000Z',
    });
  });
  it('survives deep nesting', () => {
    expect(
      readList(`<ul><li><a href="/1">x</a></li>${'<div>'.repeat(100_000)}`, {
        url: 'https://news.example.org/',
        select: 'li a',
      }),
    ).toHaveLength(1);
  });
  it.each(['', 'a:hover', 'a >', '> a', 'a[', 'a..b', 'a,,b', 'a{b}'])(
    'refuses the selector "%s"',
    (select) => {
      expect(() => parseSelector(select)).toThrow(SelectorError);
    },
  );
});
