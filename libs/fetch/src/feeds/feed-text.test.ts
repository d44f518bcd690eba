import { describe, expect, it } from '@jest/globals';
import { parseFeed } from './parse-feed.ts';

const xhtml = 'xmlns="http://www.w3.org/1999/xhtml"';

function contentOf(content: string, base = ''): string | undefined {
  return parseFeed(
    `<feed xmlns="http://www.w3.org/2005/Atom" ${base}><entry xml:base="e/">${content}</entry></feed>`,
    { base: 'https://a.example/f' },
  )?.feed.entries[0]?.content;
}

describe('XHTML in Atom', () => {
  it.each([
    ['without the div around it', `<div ${xhtml}>a <b>b</b></div>`, 'a <b>b</b>'],
    ['also where the div bears a prefix', '<x:div xmlns:x="http://www.w3.org/1999/xhtml">a</x:div>', 'a'],
    ['with two divs as they stand', `<div ${xhtml}>a</div><div ${xhtml}>b</div>`, '<div>a</div><div>b</div>'],
    ['with divs inside', `<div ${xhtml}><div>a</div><div>b</div></div>`, '<div>a</div><div>b</div>'],
    [
      'with formulas',
      `<div ${xhtml}><m:math xmlns:m="http://www.w3.org/1998/Math/MathML"><m:mi>x</m:mi></m:math></div>`,
      '<math><mi>x</mi></math>',
    ],
    [
      'with its references',
      `<div ${xhtml}><a href="/?a=1&amp;b=2" title="&lt;&quot;">&lt;p&gt;</a></div>`,
      '<a href="https://a.example/?a=1&amp;b=2" title="&lt;&quot;">&lt;p&gt;</a>',
    ],
  ])('is read %s', (_title, inner, expected) => {
    expect(contentOf(`<content type="xhtml">${inner}</content>`)).toBe(expected);
  });
});

describe('xml:base', () => {
  it.each([
    ['the feed', `<content type="xhtml"><div ${xhtml}><a href="t">t</a></div></content>`, 'b/e/t'],
    [
      'the content',
      `<content type="xhtml" xml:base="c/"><div ${xhtml}><a href="t">t</a></div></content>`,
      'b/e/c/t',
    ],
    [
      'the div',
      `<content type="xhtml" xml:base="c/"><div ${xhtml} xml:base="d/"><a href="t">t</a></div></content>`,
      'b/e/c/d/t',
    ],
    [
      'the element itself',
      `<content type="xhtml"><div ${xhtml}><a href="t" xml:base="/q/">t</a></div></content>`,
      'q/t',
    ],
  ])('holds from %s on', (_title, content, path) => {
    expect(contentOf(content, 'xml:base="b/"')).toBe(`<a href="https://a.example/${path}">t</a>`);
  });
  it('ends with its element', () => {
    expect(
      contentOf(
        `<content type="xhtml"><div ${xhtml}><p xml:base="https://q.example/"><img src="t"/></p><img src="t"/></div></content>`,
      ),
    ).toBe('<p><img src="https://q.example/t"></img></p><img src="https://a.example/e/t"></img>');
  });
});
