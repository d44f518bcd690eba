import { describe, expect, it } from '@jest/globals';
import { hasMoreLinks } from './is-busy.ts';

const bytes = (html: string) => new TextEncoder().encode(html);
const links = (count: number) => '<li><a class="b" href="/news/1">One</a></li>'.repeat(count);

describe('a page with many links', () => {
  it('is told by its bytes', () => {
    expect(hasMoreLinks(bytes(`<nav>${links(4)}</nav>`), 3)).toBe(true);
    expect(hasMoreLinks(bytes(`<nav>${links(3)}</nav>`), 3)).toBe(false);
    expect(hasMoreLinks(bytes('<a\nhref="/1">1</a><a\thref=/2>2</a>'), 1)).toBe(true);
  });
  it.each([
    ['scripts', `<script>const list = '${links(9)}';</script>`],
    ['comments', `<!-- ${links(9)} -->`],
    ['a script without end', `<script>${links(9)}`],
    ['a comment without end', `<!-- ${links(9)}`],
    ['a comment in a script', `<script>${links(5)}<!--</script>${links(1)}--><i></i>`],
    ['anchors that lead nowhere', '<a name="x">One</a>'.repeat(9)],
    ['elements with longer names', '<aside href="/">One</aside><abbr>'.repeat(9)],
    ['a tag without end', `${links(3)}<a href="/`],
  ])('has none in %s', (_, html) => {
    expect(hasMoreLinks(bytes(html), 3)).toBe(false);
  });
  it('counts behind scripts and comments', () => {
    const page = `<script>${links(9)}</script>${links(2)}<!-- ${links(9)} --><script src="/a.js"></script>${links(2)}`;
    expect(hasMoreLinks(bytes(page), 3)).toBe(true);
    expect(hasMoreLinks(bytes(page), 4)).toBe(false);
  });
  it('takes a view into other bytes as the page', () => {
    const whole = bytes(links(9));
    expect(hasMoreLinks(whole.subarray(0, whole.length / 9), 1)).toBe(false);
  });
  it('is linear', () => {
    const began = performance.now();
    for (const part of ['<a ', '<script', '<!--', '<a href=', '<script><!--'])
      hasMoreLinks(bytes(part.repeat(300_000)), 80);
    expect(performance.now() - began).toBeLessThan(5_000);
  });
});
