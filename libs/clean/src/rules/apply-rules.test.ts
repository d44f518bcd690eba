import { describe, expect, it } from '@jest/globals';
import { parseSelector } from '@newsmill/text';
import type { SiteRules } from '@newsmill/contracts';
import { readPage } from '../read-page.ts';
import { readTree } from '../tree/read-tree.ts';
import { attributeOf } from '../tree/tree.ts';
import { selectNodes } from './select-nodes.ts';

const lines = Array.from(
  { length: 5 },
  (_, part) =>
    `The harbour master told part ${part} of the story, which began when ${100 + part} people stood on the pier and waited for a boat that did not come.`,
);
const box =
  'Members of the club of friends may walk across the sands with a warden on any Sunday of this summer.';
const html = `<!doctype html><html lang="en"><head><title>Home | Herald</title></head><body><div id="top"><h2 class="head line">The long way home</h2><span data-type="when" content="2026-03-11T08:30:00+01:00">yesterday</span><b class="pen">Ilse Marwick</b><b class="pen">Jon Varga</b></div><main><section class="text">${lines.map((text) => `<p>${text}</p>`).join('')}<div class="club"><p>${box}</p></div></section></main></body></html>`;
const read = (rules?: SiteRules) =>
  readPage(
    { html },
    { url: 'https://herald.example/news/home', now: Date.parse('2026-06-01T00:00:00Z'), rules },
  );

describe('rules of a source', () => {
  it('decide body, title, authors and date where they select something, and say so', () => {
    const { article, provenance, removals } = read({
      body: ['main .text'],
      remove: ['.text > .club'],
      title: '#top h2.head',
      authors: '.pen',
      published: '[data-type=when]',
    });
    expect(article).toMatchObject({
      title: 'The long way home',
      authors: ['Ilse Marwick', 'Jon Varga'],
      published: '2026-03-11T07:30:00.000Z',
    });
    expect(article.blocks.map((block) => block.text)).toEqual(lines);
    expect(removals).toContainEqual({ pass: 'site-rule', text: box, why: 'a rule of the source takes it' });
    for (const field of ['title', 'authors', 'published', 'text'])
      expect(provenance).toContainEqual(expect.objectContaining({ field, source: 'site rule' }));
  });
  it('take nothing where they would leave nothing', () => {
    expect(read({ remove: ['main'] })).toEqual(read());
  });
  it('leave a page alone that they do not fit', () => {
    const { sighting: _, ...ruled } = read({
      body: ['.no-such'],
      remove: ['.none'],
      title: 'h5',
      authors: '.nobody',
      published: 'time',
    });
    const { sighting: __, ...plain } = read();
    expect(ruled).toEqual(plain);
  });
});

describe('selectNodes', () => {
  const select = (page: string, selector: string) => {
    const tree = readTree(page);
    return selectNodes(tree, parseSelector(selector)).map((node) => attributeOf(tree, node, 'id'));
  };
  const page =
    '<body><main id="m" class="a b"><div id="d1"><p id="p1" title="x y">t</p><ul id="u"><li id="l"><p id="p2">t</p></li></ul></div></main><div id="d2" class="b"><p id="p3">t</p></div></body>';
  it.each<[string, string[]]>([
    ['p', ['p1', 'p2', 'p3']],
    ['main p', ['p1', 'p2']],
    ['main > p', []],
    ['main > div > p', ['p1']],
    ['.a.b #u li > p', ['p2']],
    ['[title]', ['p1']],
    ['[title~="y"], #d2 > p', ['p1', 'p3']],
    ['div p, main', ['m', 'p3']],
    ['body *', ['m', 'd2']],
  ])('%s', (selector, expected) => {
    expect(select(page, selector)).toEqual(expected);
  });
  it('is not made slow by nesting', () => {
    const deep = `${'<div>'.repeat(500)}${'<p>t</p>'.repeat(500)}`;
    const began = performance.now();
    expect(select(deep, `main ${'div '.repeat(20)}p`)).toEqual([]);
    expect(performance.now() - began).toBeLessThan(20_000);
  });
});
