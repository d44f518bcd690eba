import { describe, expect, it } from '@jest/globals';
import { readTree } from './read-tree.ts';
import { tagName } from './tags.ts';
import { attributeOf, LINK, textOf } from './tree.ts';

/** The tree as one line, such as `p("a" b("c"))`. */
function outline(html: string): string {
  const tree = readTree(html);
  const write = (node: number): string => {
    if (tree.tag[node] === 1) return JSON.stringify(tree.html.slice(tree.from[node], tree.to[node]));
    const parts: string[] = [];
    for (let child = node + 1; child < (tree.end[node] ?? 0); child = tree.end[child] ?? tree.size)
      parts.push(write(child));
    return `${tagName(tree.tag[node] ?? 0)}${parts.length > 0 ? `(${parts.join(' ')})` : ''}`;
  };
  const roots: string[] = [];
  for (let node = 0; node < tree.size; node = tree.end[node] ?? tree.size) roots.push(write(node));
  return roots.join(' ');
}

describe('readTree', () => {
  it.each([
    ['ends a paragraph at the next block', '<p>a<p>b<div>c</div>', 'p("a") p("b") div("c")'],
    [
      'ends list items at the next item, not those of an outer list',
      '<ul><li>a<ul><li>b</ul><li>c</ul>',
      'ul(li("a" ul(li("b"))) li("c"))',
    ],
    [
      'ends cells and rows',
      '<table><tr><td>1<td>2<tr><td>3</table>',
      'table(tr(td("1") td("2")) tr(td("3")))',
    ],
    [
      'keeps end tags inside a cell from ending what is outside',
      '<div><table><tr><td>a</div>b</table></div>',
      'div(table(tr(td("a" "b"))))',
    ],
    ['ends a link at the next link', '<a>one<a>two</a>', 'a("one") a("two")'],
    [
      'takes raw text as no markup',
      '<title>a <b> c</title><script>"</p>"</script><p>x</p>',
      'title script p("x")',
    ],
    [
      'passes over comments, doctypes and drawings',
      '<!doctype html><!-- <p> --><svg><path d="x"/></svg><p>x</p>',
      'svg p("x")',
    ],
    ['ends a heading at the wrong heading tag', '<h1>a</h2>b', 'h1("a") "b"'],
    ['reads tags in any letter case', '<P CLASS=x>a</p>', 'p("a")'],
    ['keeps a < that begins no tag', '<p>1 < 2 & 3</p>', 'p("1 < 2 & 3")'],
    ['reads an attribute that ends at the tag', '<p class=a>b</p>', 'p("b")'],
  ])('%s', (_, html, expected) => {
    expect(outline(html)).toBe(expected);
  });

  it('lets a link end across a block without marking what follows', () => {
    const tree = readTree('<div><a href=x>one<div>two</a>three</div>four</div>');
    const linked: string[] = [];
    for (let node = 0; node < tree.size; node += 1)
      if (tree.tag[node] === 1 && (tree.flags[node] ?? 0) & LINK)
        linked.push(tree.html.slice(tree.from[node], tree.to[node]));
    expect(linked).toEqual(['one', 'two']);
  });

  it('decodes character references in attributes and text', () => {
    const tree = readTree('<p title="a &amp; b">caf&eacute; &#8364; &#x80; &copy 2026 &unknown;</p>');
    expect(attributeOf(tree, 0, 'title')).toBe('a & b');
    expect(textOf(tree, 0)).toBe('café € € © 2026 &unknown;');
  });

  it('gives the same tree for the same page, whatever was read before', () => {
    const first = outline('<div class=a><p>x</p></div>');
    readTree('<p>'.repeat(20_000));
    expect(outline('<div class=a><p>x</p></div>')).toBe(first);
  });

  it('reads no more of a title than a headline may have', () => {
    const { title } = readTree(`<title>${'crane '.repeat(1_500_000)}</title><p>Text</p>`);
    expect([title.startsWith('crane crane'), title.length]).toEqual([true, 16_000]);
  });
});
