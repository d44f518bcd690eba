import { describe, expect, it } from '@jest/globals';
import { toMarkdown } from './to-markdown.ts';
import { toPlainText } from './to-plain-text.ts';
import { toSafeHtml } from './to-safe-html.ts';

const article = {
  title: 'Ferry *returns*', authors: ['Ruth Calder'], published: '2026-03-12T10:00:00.000Z',
  blocks: [
    { kind: 'paragraph', text: '# not a heading' }, { kind: 'heading', text: 'Two boats', level: 3 }, { kind: 'list-item', text: 'one' }, { kind: 'list-item', text: 'two' },
    { kind: 'quote', text: 'a\nb' }, { kind: 'code', text: 'if (a < b) {\n  c();\n}' }, { kind: 'paragraph', text: '<img src=x onerror="alert(1)"> & \'more\'' },
  ],
} as const;

describe('formats', () => {
  it('writes Markdown in which text stays text', () => {
    expect(toMarkdown({ ...article, blocks: [...article.blocks] })).toBe('# Ferry \\*returns\\*\n\nRuth Calder · 2026-03-12\n\n\\# not a heading\n\n### Two boats\n\n- one\n- two\n\n> a\n> b\n\n```\nif (a < b) {\n  c();\n}\n```\n\n\\<img src=x onerror="alert(1)"\\> & \'more\'\n');
  });

  it('writes plain text', () => {
    expect(toPlainText({ ...article, blocks: [...article.blocks] }).split('\n\n').slice(0, 4)).toEqual(['Ferry *returns*', 'Ruth Calder · 2026-03-12', '# not a heading', 'Two boats']);
  });

  it('writes HTML that holds no markup of the text', () => {
    const html = toSafeHtml({ blocks: [...article.blocks] });
    expect(html).toContain('<ul>\n<li>one</li>\n<li>two</li>\n</ul>');
    expect(html.replace(/<\/?(?:p|h3|ul|li|blockquote|pre|br)>/g, '')).not.toMatch(/[<>]/);
  });
});
