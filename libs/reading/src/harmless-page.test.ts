import { describe, expect, it } from '@jest/globals';
import { harmlessPage } from './harmless-page.ts';

describe('harmlessPage', () => {
  it.each([
    ['<link rel="preconnect" href="//a">', '<basefont rel="preconnect" href="//a">'],
    ['<LINK\nrel=dns-prefetch href=//a />', '<basefont\nrel=dns-prefetch href=//a />'],
    ['<link/rel=prefetch/href=//a>', '<basefont/rel=prefetch/href=//a>'],
    ['</link>', '</basefont>'],
    ['<base href="//a/">', '<basefont href="//a/">'],
    ['<iframe src="//a"><p>x</iframe>', '<noembed src="//a"><p>x</noembed>'],
    ['<A HREF="//a">x</A>', '<u HREF="//a">x</u>'],
    ['<object data="//a">x</object><embed src="//a">', '<span data="//a">x</span><basefont src="//a">'],
    ['<svg><link rel=prefetch></svg>', '<svg><basefont rel=prefetch></svg>'],
  ])('takes away what reaches out: %j', (html, shown) => {
    expect(harmlessPage(html).startsWith(`${shown}<style>`)).toBe(true);
  });
  it.each([
    '<p>A <b>link</b> &lt;link&gt;</p><article><abbr>',
    '<linked-list>',
    '<baseline>',
    '<basefont>',
    'a < link',
  ])('leaves the rest as it is: %j', (html) => {
    expect(harmlessPage(html).startsWith(`${html}<style>`)).toBe(true);
  });
});
