import { describe, expect, it } from '@jest/globals';
import type { Block } from '@newsmill/contracts';
import { toMarkdown } from './to-markdown.ts';
import { toPlainText } from './to-plain-text.ts';
import { toSafeHtml } from '@newsmill/text';

const article = {
  title: 'Ferry *returns*',
  authors: ['Ruth Calder'],
  published: '2026-03-12T10:00:00.000Z',
  blocks: [
    { kind: 'paragraph', text: '# not a heading' },
    { kind: 'heading', text: 'Two boats', level: 3 },
    { kind: 'list-item', text: 'one' },
    { kind: 'list-item', text: 'two' },
    { kind: 'quote', text: 'a\nb' },
    { kind: 'code', text: 'if (a < b) {\n  c();\n}' },
    { kind: 'paragraph', text: '<img src=x onerror="alert(1)"> & \'more\'' },
    { kind: 'table', text: 'Boat\tSeats\nAda|Ben\t120' },
    { kind: 'embed', text: '', url: 'https://www.youtube.com/watch?v=abc', provider: 'YouTube' },
  ] satisfies Block[],
};
const markdownOf = (...blocks: readonly Block[]): string =>
  toMarkdown({ title: 'T', blocks }).slice('# T\n\n'.length, -1);

describe('formats', () => {
  it('writes Markdown in which text stays text', () => {
    expect(toMarkdown(article)).toBe(
      '# Ferry \\*returns\\*\n\nRuth Calder · 2026-03-12\n\n\\# not a heading\n\n### Two boats\n\n- one\n- two\n\n> a\n> b\n\n```\nif (a < b) {\n  c();\n}\n```\n\n\\<img src=x onerror="alert(1)"\\> & \'more\'\n\n| Boat | Seats |\n| --- | --- |\n| Ada\\|Ben | 120 |\n\n[YouTube](<https://www.youtube.com/watch?v=abc>)\n',
    );
  });

  it.each([
    ['- no item', '\\- no item'],
    ['1. no list', '1\\. no list'],
    ['2026) no list', '2026\\) no list'],
    ['---', '\\---'],
    ['a\n===', 'a  \n\\==='],
    ['#', '\\#'],
    ['+', '\\+'],
    ['&lt;b&gt; and AT&T', '\\&lt;b\\&gt; and AT&T'],
    ['~~gone~~ | a', '\\~\\~gone\\~\\~ \\| a'],
    ['[a](javascript:b) ![c](d)', '\\[a\\](javascript:b) !\\[c\\](d)'],
    ['`code` and \\', '\\`code\\` and \\\\'],
    ['    four spaces', 'four spaces'],
    ['1.5 metres', '1.5 metres'],
    ['-5 degrees', '-5 degrees'],
  ])('escapes %j', (text, markdown) => {
    expect(markdownOf({ kind: 'paragraph', text })).toBe(markdown);
  });

  it('closes a fence that the code itself could not', () => {
    expect(markdownOf({ kind: 'code', text: '```\nx\n````' })).toBe('`````\n```\nx\n````\n`````');
  });

  it.each([
    'javascript:alert(1)',
    'data:text/html,x',
    '//no.scheme.example',
    'https://user:word@a.example/',
    'x'.repeat(3_000),
  ])('sends nobody to %j', (url) => {
    const blocks: Block[] = [{ kind: 'embed', text: '', url, provider: 'X' }];
    expect(toMarkdown({ title: 'T', blocks })).toBe('# T\n\nX\n');
    expect(toSafeHtml({ blocks })).toBe('<p>X</p>\n');
    expect(toPlainText({ title: 'T', blocks })).toBe('T\n');
  });

  it('writes pictures where they stand, and only their address where markup would load them', () => {
    const blocks: Block[] = [
      { kind: 'image', text: '', url: 'https://a.example/b.jpg?w=1', alt: 'The [new] boat' },
      { kind: 'image', text: '', url: 'https://a.example/c.jpg' },
    ];
    expect(markdownOf(...blocks)).toBe(
      '![The \\[new\\] boat](<https://a.example/b.jpg?w=1>)\n\n![](<https://a.example/c.jpg>)',
    );
    expect(toSafeHtml({ blocks })).toBe(
      '<p><a href="https://a.example/b.jpg?w=1" rel="nofollow noopener noreferrer">The [new] boat</a></p>\n<p><a href="https://a.example/c.jpg" rel="nofollow noopener noreferrer">https://a.example/c.jpg</a></p>\n',
    );
    expect(toPlainText({ title: 'T', blocks })).toBe('T\n');
    expect(markdownOf({ kind: 'image', text: '', url: 'javascript:alert(1)', alt: 'A boat' })).toBe('A boat');
  });

  it('writes plain text', () => {
    expect(toPlainText(article).split('\n\n').slice(0, 4)).toEqual([
      'Ferry *returns*',
      'Ruth Calder · 2026-03-12',
      '# not a heading',
      'Two boats',
    ]);
    expect(toPlainText(article)).toContain('\n\nhttps://www.youtube.com/watch?v=abc\n');
  });

  it('writes HTML that holds no markup of the text', () => {
    const html = toSafeHtml(article);
    expect(html).toContain('<ul>\n<li>one</li>\n<li>two</li>\n</ul>');
    expect(html).toContain(
      '<table>\n<tr><td>Boat</td><td>Seats</td></tr>\n<tr><td>Ada|Ben</td><td>120</td></tr>\n</table>',
    );
    expect(html).toContain(
      '<p><a href="https://www.youtube.com/watch?v=abc" rel="nofollow noopener noreferrer">YouTube</a></p>',
    );
    expect(
      html.replace(
        /<\/?(?:p|h3|ul|li|blockquote|pre|br|table|tr|td|a(?: href="https:[^"]*" rel="[a-z ]+")?)>/g,
        '',
      ),
    ).not.toMatch(/[<>]/);
  });
});
