import { describe, expect, it } from '@jest/globals';
import { pageForbids } from './page-forbids.ts';

describe('pageForbids', () => {
  it.each([
    ['<meta name="robots" content="noindex, follow">', undefined, true],
    ['<META NAME=ROBOTS CONTENT="None">', undefined, true],
    ['<meta name="newsmill" content="noindex">', undefined, true],
    [
      '<meta name="otherbot" content="noindex"><meta name="robots" content="max-image-preview:large, index">',
      undefined,
      false,
    ],
    ['<title>noindex</title><body><meta name="robots" content="noindex">', undefined, false],
    ['', 'noindex', true],
    ['', 'otherbot: noindex', false],
    ['', 'otherbot: noindex, newsmill: none', true],
    ['', 'unavailable_after: 25 Jun 2030 15:00:00 PST', false],
  ])('judges %s with header %s', (html, header, expected) => {
    expect(pageForbids(html, header, 'newsmill/1.0')).toBe(expected);
  });
});
