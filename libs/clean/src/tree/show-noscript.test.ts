import { describe, expect, it } from '@jest/globals';
import { blockText } from '../body/block-text.ts';
import { readText } from '../view-page.ts';

function linesOf(html: string): string[] {
  const { blocks } = readText(html);
  return Array.from({ length: blocks.size }, (_, index) => blockText(blocks, index));
}

const longText = 'The ferry stayed in the harbour this morning, because fog had covered the whole bay. '
  .repeat(6)
  .trim();

describe('what a page shows without scripts', () => {
  it('is read where scripts would fill the page', () => {
    expect(
      linesOf(
        `<body><div id="app"></div><noscript><h1>Fog</h1><p>${longText}</p><script>var a = 'no text';</script><style>p { color: red }</style></noscript></body>`,
      ),
    ).toEqual(['Fog', longText]);
  });
  it('is left alone where the page has text of its own', () => {
    expect(
      linesOf(`<body><p>${longText}</p><noscript><p>Please switch scripts on.</p></noscript></body>`),
    ).toEqual([longText]);
  });
});

describe('text that a page holds only as data for its scripts', () => {
  const data = {
    props: {
      story: {
        title: 'Fog',
        body: `<p>${longText}</p>`,
        teaser: JSON.stringify({ note: `${longText} It ended "at noon".` }),
        code: 'function () { return 1; }'.repeat(20),
      },
    },
  };
  it('is read from JSON in scripts, nested or not, and code is not', () => {
    expect(
      linesOf(
        `<head><title>Fog</title></head><body><div id="app"></div><script id="__DATA__" type="application/json">${JSON.stringify(data)}</script></body>`,
      ),
    ).toEqual(['Fog', longText, `${longText} It ended "at noon".`]);
  });
  it('is read from JSON in attributes', () => {
    const value = JSON.stringify({ body: `<p>${longText.repeat(5)}</p>` }).replaceAll('"', '&quot;');
    expect(linesOf(`<title>Fog</title><div data-page="${value}"></div>`)).toEqual([
      'Fog',
      longText.repeat(5),
    ]);
  });
});
