import { describe, expect, it } from '@jest/globals';
import { Block } from '@newsmill/contracts';
import { Parser } from 'htmlparser2';
import { readPage } from './read-page.ts';
import { markupPayloads } from './testing/markup-payloads.ts';
import { toSafeHtml } from '@newsmill/text';

const allowed = new Set([
  'p',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
  'ul',
  'li',
  'blockquote',
  'pre',
  'table',
  'tr',
  'td',
  'br',
  'a',
]);
const payloads = markupPayloads();

/** Elements and attributes of HTML that the allow-list lacks. */
function strangers(html: string): string[] {
  const found: string[] = [];
  const parser = new Parser({
    onopentag: (name, attributes) => {
      if (!allowed.has(name)) found.push(`<${name}>`);
      for (const [key, value] of Object.entries(attributes)) {
        const isLink =
          name === 'a' &&
          ((key === 'href' && /^https?:\/\//.test(value)) ||
            (key === 'rel' && value === 'nofollow noopener noreferrer'));
        if (!isLink) found.push(`${name} ${key}=${value.slice(0, 60)}`);
      }
    },
    oncomment: () => found.push('a comment'),
    onprocessinginstruction: (name) => found.push(name),
  });
  parser.end(html);
  return found;
}

const story =
  'The ferry left the pier at seven in the morning, said the harbour master, who had counted the passengers himself.';

describe('toSafeHtml', () => {
  it('has at least 7,128 payloads to stand', () => {
    expect(payloads.length).toBeGreaterThanOrEqual(7_128);
    expect(new Set(payloads.map(({ text }) => text)).size).toBeGreaterThanOrEqual(7_128);
  });

  it.each(Block.shape.kind.options)(
    'lets no element or attribute of a payload out of a block of kind %s',
    (kind) => {
      const failed = payloads.filter(
        ({ text }) =>
          strangers(
            toSafeHtml({
              blocks: [{ kind, text, level: 2, url: `https://a.example/${text}`, provider: text }],
            }),
          ).length > 0,
      );
      expect(failed.slice(0, 3)).toEqual([]);
    },
  );

  it('lets none out through addresses', () => {
    const blocks = payloads.flatMap(({ text }): Block[] =>
      [text, `javascript:${text}`, `https://a.example/?${text}`, `https://a.example/#${text}`].map((url) => ({
        kind: 'embed',
        text: '',
        url,
        provider: 'X',
      })),
    );
    expect(strangers(toSafeHtml({ blocks }))).toEqual([]);
  });

  it('lets none out of pages that hold them', () => {
    const failed: string[] = [];
    for (let from = 0; from < payloads.length; from += 48) {
      const some = payloads.slice(from, from + 48);
      const html = `<html lang="en"><head><title>Ferry returns</title></head><body><article><h1>Ferry returns</h1>${some.map(({ text }) => `<p>${story} ${text}</p>`).join('')}<pre>${some[0]?.text ?? ''}</pre></article></body></html>`;
      failed.push(
        ...strangers(toSafeHtml(readPage({ html }, { url: 'https://paper.example/a', now: 0 }).article)),
      );
    }
    expect(failed.slice(0, 5)).toEqual([]);
  });
});
