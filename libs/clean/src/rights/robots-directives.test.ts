import { describe, expect, it } from '@jest/globals';
import { FetchedPage } from '@newsmill/contracts';
import { gzipSync } from 'node:zlib';
import { cleanArticle } from '../clean-article.ts';
import { readTree } from '../tree/read-tree.ts';
import { forbidsKeeping } from './forbids-keeping.ts';
import { readRobotsDirectives } from './robots-directives.ts';

describe('forbidsKeeping', () => {
  it.each([
    ['<meta name="robots" content="noindex, follow">', undefined, true],
    ['<META NAME=ROBOTS CONTENT="None">', undefined, true],
    ['<meta property="article:tag" name="robots" content="noindex">', undefined, true],
    ['<meta name="newsmill" content="noindex">', undefined, true],
    [
      '<meta name="otherbot" content="noindex"><meta name="robots" content="max-image-preview:large, index">',
      undefined,
      false,
    ],
    ['<title>noindex</title><body><meta name="robots" content="noindex">', undefined, false],
    [
      '<!-- <meta name="robots" content="noindex"> --><script>"<meta name=robots content=noindex>"</script>',
      undefined,
      false,
    ],
    ['', 'noindex', true],
    ['', 'NOARCHIVE, NoIndex', true],
    ['', 'otherbot: noindex', false],
    ['', 'otherbot: noindex, nofollow', false],
    ['', 'otherbot: noindex, newsmill: none', true],
    ['', 'newsmill: noindex', true],
    ['', 'unavailable_after: 25 Jun 2030 15:00:00 PST', false],
    ['', 'max-snippet: 20, noindex', true],
    ['', 'noarchive, nosnippet', false],
  ])('judges %s with header %s', (html, header, expected) => {
    expect(
      forbidsKeeping(
        {
          directives: readRobotsDirectives(readTree(html)),
          headers: { 'x-robots-tag': header },
          agent: 'newsmill',
        },
        0,
      ),
    ).toBe(expected);
  });
});

const text = (word: string) =>
  [
    'The ferry to the outer islands stayed in the harbour this morning, because fog had covered the whole bay.',
    'Some forty people waited on the quay until noon; the harbour master gave out tea and asked them for patience.',
    'The next boat leaves at four, if the wind turns as the weather office says it will.',
  ]
    .map((line) => `<p>${line} (${word})</p>`)
    .join('');
const html = (word: string, head = '') =>
  `<!doctype html><html lang="en"><head><title>Fog holds the ferry</title>${head}</head><body><article><h1>Fog holds the ferry</h1>${text(word)}</article></body></html>`;
const noindex = '<meta name="robots" content="noindex">';
const page = (over: Partial<FetchedPage>): FetchedPage =>
  FetchedPage.parse({
    item: 'i',
    sourceId: 'paper',
    url: 'https://paper.example/fog',
    finalUrl: 'https://paper.example/fog',
    fetchedAt: 5,
    firstSeen: 5,
    status: 200,
    contentType: 'text/html; charset=utf-8',
    encoding: 'identity',
    robotsAgent: 'newsmill',
    body: Buffer.from(html('one')),
    ...over,
  });
const answerOf = (over: Partial<FetchedPage>) => {
  const outcome = cleanArticle(page(over));
  return outcome.kind === 'accept' ? outcome.kind : outcome.reason;
};

describe('cleanArticle on pages that robots must not keep', () => {
  it('drops them, packed or not, by element or header', () => {
    expect(answerOf({})).toBe('accept');
    expect(answerOf({ body: Buffer.from(html('one', noindex)) })).toBe('denied-by-page');
    expect(answerOf({ body: gzipSync(html('one', noindex)), encoding: 'gzip' })).toBe('denied-by-page');
    expect(answerOf({ httpHeaders: { 'x-robots-tag': 'noindex' } })).toBe('denied-by-page');
  });
  it('reads them where nobody asked for the library, or the source ignores robots', () => {
    expect(answerOf({ robotsAgent: undefined, body: Buffer.from(html('one', noindex)) })).toBe('accept');
  });
  it('ends an article before a further page that must not be kept', () => {
    const archive = { file: 'f', offset: 0, length: 1 };
    const following = (xRobotsTag?: string) =>
      [2, 3].map((number) => ({
        url: `https://paper.example/fog?page=${number}`,
        contentType: 'text/html',
        encoding: 'identity' as const,
        archive,
        ...(number === 2 && xRobotsTag !== undefined ? { xRobotsTag } : {}),
      }));
    const textOf = (head: string, xRobotsTag?: string) => {
      const outcome = cleanArticle(
        page({
          following: following(xRobotsTag),
          followingBodies: [Buffer.from(html('two', head)), Buffer.from(html('three'))],
        }),
      );
      return outcome.kind === 'accept'
        ? [
            ...new Set(outcome.value.text.match(/(?<=\()\w+/g)),
            ...outcome.value.flags.filter((flag) => flag === 'truncated'),
          ]
        : outcome.reason;
    };
    expect(textOf('')).toEqual(['one', 'two', 'three']);
    expect(textOf(noindex)).toEqual(['one', 'truncated']);
    expect(textOf('', 'noindex')).toEqual(['one', 'truncated']);
  });
});
