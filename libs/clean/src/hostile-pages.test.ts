import { describe, expect, it } from '@jest/globals';
import { readPage } from './read-page.ts';

const pages: Record<string, string> = {
  'a hundred thousand nested elements': '<div>'.repeat(100_000) + 'text',
  'a hundred thousand nested inline elements': '<b>'.repeat(100_000) + 'text' + '</b>'.repeat(100_000),
  'a megabyte of <': '<'.repeat(1_000_000),
  'a megabyte of </': '</'.repeat(500_000),
  'a megabyte of &': '&'.repeat(1_000_000),
  'many comments that never end': '<!--'.repeat(250_000),
  'misnested formatting over many paragraphs':
    Array.from({ length: 400 }, (_, index) => `<b id=${index}>`).join('') + '<p>x'.repeat(2_000),
  'an attribute of a megabyte': `<p class="${'x '.repeat(500_000)}">hello`,
  'a hundred thousand attributes': `<p ${Array.from({ length: 100_000 }, (_, index) => `data-a${index}="1"`).join(' ')}>hello`,
  'drawings that never end': '<div><svg></div>'.repeat(60_000),
  'scripts that never end': '<script>'.repeat(100_000),
  'quotes that never end': '<p title="'.repeat(60_000),
  'a table in a table in a table': '<table><tr><td>'.repeat(30_000),
  'links in links': '<a href=x><p>word '.repeat(50_000),
  'one word of a megabyte': `<p>${'x'.repeat(1_000_000)}</p>`,
  'one line of commas': `<p>${'a,b.C'.repeat(200_000)}</p>`,
  'structured data that is broken': `<script type="application/ld+json">${'{"a":['.repeat(100_000)}</script><p>text</p>`,
  'a title of a megabyte': `<title>${'word - '.repeat(150_000)}</title><h1>${'word | '.repeat(150_000)}</h1>`,
  'ten thousand dates': '<p>12 March 2024, 10:00</p>'.repeat(10_000),
  'ten thousand bylines': '<p class="author">By Ada Moss and Ben Lark</p>'.repeat(10_000),
  'zero bytes and lone surrogates': `<p>${'\u0000\ud800'.repeat(10_000)}</p>`,
  nothing: '',
};

describe('hostile pages', () => {
  it.each(Object.entries(pages))('answers for %s', (_, html) => {
    const before = process.cpuUsage();
    const reading = readPage({ html }, { url: 'https://paper.example/a', now: 0 });
    const { user } = process.cpuUsage(before);
    expect(typeof reading.article.text).toBe('string');
    // A hang guard with slack; nothing here should take a second.
    expect(user).toBeLessThan(20_000_000);
  });

  it('says that a page without text is empty', () => {
    expect(
      readPage(
        { html: '<html><body><script>1</script></body></html>' },
        { url: 'https://paper.example/', now: 0 },
      ).kind,
    ).toBe('empty');
  });
});
