import { describe, expect, it } from '@jest/globals';
import { readPage } from '../read-page.ts';
import { completeTables } from './complete-tables.ts';
import type { PageLine } from './page-lines.ts';
import { toBlocks } from './to-blocks.ts';

const sentences = [
  'The ferry left the pier at seven in the morning, said the harbour master, who had counted the passengers himself.',
  'The council will pay four million pounds for two boats, which are to cross the estuary every twenty minutes.',
  'Nobody spoke against the plan, although the treasurer had asked for another year to look at the figures again.',
  'The yard on the east bank took on eighteen apprentices, and the first of them began in the week after Easter.',
];
const paragraphs = (from: number, to: number): string =>
  sentences
    .slice(from, to)
    .map((text) => `<p>${text}</p>`)
    .join('');

function readArticle(middle: string, before = '') {
  return readPage(
    {
      html: `<html lang="en"><head><title>Ferry returns</title></head><body><article><h1>Ferry returns</h1>${before}<div class="article-body">${paragraphs(0, 2)}${middle}${paragraphs(2, 4)}${paragraphs(0, 1)}</div></article></body></html>`,
    },
    { url: 'https://paper.example/ferry', now: 0 },
  ).article;
}

describe('typed blocks', () => {
  it('keeps a sentence whole that has a drawing in it', () => {
    const drawn =
      'The boats are shown on <a href="https://pier.example"><svg><path d="M1 1"/></svg> Pier</a> every day';
    const rest = 'and use ten litres of oil, the harbour master said to the council.';
    expect(readArticle(`<p>${drawn} ${rest}</p>`).text).toContain(
      'The boats are shown on Pier every day and use ten litres of oil, the harbour master said to the council.',
    );
  });

  it('keeps the cells of a head row that wrap their words', () => {
    const row = (day: string, boats: readonly string[]): string =>
      `<tr><th></th><th><div><span>${day}</span></div></th><th></th></tr>${boats
        .map((boat) => `<tr><td>${boat}</td><td>21:00</td><td>Northgate</td></tr>`)
        .join('')}`;
    const { text } = readArticle(
      `<table>${row('Tuesday 3 March', ['Gull', 'Tern'])}${row('Friday 6 March', ['Heron', 'Wren'])}</table>`,
    );
    expect(text.indexOf('Tuesday 3 March')).toBeLessThan(text.indexOf('Gull'));
    expect(text.indexOf('Friday 6 March')).toBeGreaterThan(text.indexOf('Tern'));
  });

  it.each([
    [
      'YouTube',
      '<iframe src="https://www.youtube.com/embed/abc123xyz_-"></iframe>',
      'https://www.youtube.com/watch?v=abc123xyz_-',
    ],
    [
      'YouTube',
      '<iframe data-src="//www.youtube-nocookie.com/embed/abc123xyz_-?rel=0" src="about:blank"></iframe>',
      'https://www.youtube.com/watch?v=abc123xyz_-',
    ],
    [
      'Vimeo',
      '<figure><iframe src="https://player.vimeo.com/video/123456"></iframe></figure>',
      'https://vimeo.com/123456',
    ],
    [
      'X',
      '<blockquote class="twitter-tweet"><p>The boats are back.</p>&mdash; Ada (@ada) <a href="https://twitter.com/ada/status/99?ref_src=x">May 3</a></blockquote>',
      'https://twitter.com/ada/status/99?ref_src=x',
    ],
    [
      'Google Maps',
      '<iframe src="https://www.google.com/maps/embed?pb=1"></iframe>',
      'https://www.google.com/maps/embed?pb=1',
    ],
    [
      'mastodon.example',
      '<blockquote class="mastodon-embed"><a href="https://mastodon.example/@ada/statuses/7">post</a></blockquote>',
      undefined,
    ],
  ])('gives an embed of %s its address and provider', (provider, html, url) => {
    const { blocks, text } = readArticle(html);
    const embed = blocks.find((block) => block.kind === 'embed');
    if (url !== undefined) expect(embed).toEqual({ kind: 'embed', text: '', url, provider });
    if (url !== undefined) expect(blocks.findIndex((block) => block === embed)).toBeGreaterThan(1);
    expect(text).not.toContain('https:');
    expect(text).not.toMatch(/\n\n\n/);
  });

  it.each([
    '<iframe src="https://ads.example/frame"></iframe>',
    '<iframe src="javascript:alert(1)"></iframe>',
    '<iframe src="https://www.facebook.com/plugins/like.php?href=x"></iframe>',
    '<iframe src="https://youtube.com.evil.example/embed/abc123xyz"></iframe>',
    '<aside><iframe src="https://www.youtube.com/embed/abc123xyz"></iframe></aside>',
  ])('takes %j for no embed', (html) => {
    expect(readArticle(html).blocks.some((block) => block.kind === 'embed')).toBe(false);
  });

  it('keeps a table as one block, its cells parted by tabs and its rows by line breaks', () => {
    const cell = (text: string, index: number, row: number, table = 1): PageLine => ({
      text,
      index,
      row,
      table,
      node: index,
      kind: 'table',
      weight: 2,
      linkShare: 0,
      flags: 0,
      score: 1,
      isBody: true,
      isBehindPicture: false,
      isBold: false,
    });
    const lines = [
      cell('Boat', 10, 2),
      cell('Seats', 11, 2),
      cell('Ada', 12, 3),
      cell('120', 13, 3),
      cell('Ben', 20, 6, 5),
    ];
    expect(toBlocks(lines)).toEqual([
      { kind: 'table', text: 'Boat\tSeats\nAda\t120' },
      { kind: 'table', text: 'Ben' },
    ]);
  });

  it('takes a short bold line between paragraphs for a heading', () => {
    expect(readArticle('<p><b>What the boats cost</b></p>').blocks).toContainEqual({
      kind: 'heading',
      text: 'What the boats cost',
      level: 3,
    });
  });

  it('keeps headings, lists, quotes and code as what they are', () => {
    const { blocks } = readArticle(
      '<h2>What it costs</h2><ul><li>Two boats with room for a hundred people each</li><li>Four piers along the estuary</li></ul><blockquote><p>We stopped talking and started building, after fifteen years.</p></blockquote>',
    );
    expect(blocks.map((block) => block.kind)).toEqual(
      expect.arrayContaining(['heading', 'list-item', 'quote', 'paragraph']),
    );
  });
});

describe('completeTables', () => {
  const cell = (index: number, isBody: boolean, table = 1): PageLine => ({
    text: `cell ${index}`,
    index,
    row: 1,
    table,
    node: index,
    kind: 'table',
    weight: 2,
    linkShare: 0,
    flags: 0,
    score: 1,
    isBody,
    isBehindPicture: false,
    isBold: false,
  });
  it('adds the head row of a table whose other rows are body', () => {
    expect(
      [...completeTables([cell(0, false), cell(1, false), cell(2, true), cell(3, true), cell(4, true)])].map(
        (line) => line.index,
      ),
    ).toEqual([0, 1]);
  });
  it('adds nothing to a table that is mostly left out, nor to one of three cells', () => {
    expect(completeTables([cell(0, false), cell(1, false), cell(2, true), cell(3, false)]).size).toBe(0);
    expect(completeTables([cell(0, false), cell(1, true), cell(2, true)]).size).toBe(0);
  });

  it('places pictures where they stand: at the head, between paragraphs, and behind the last one', () => {
    const picture = (name: string): string =>
      `<figure><img src="/${name}.jpg" alt="${name}" width="800" height="500"><figcaption>The ${name} at the pier, seen from the ferry</figcaption></figure>`;
    const page = `<html lang="en"><head><title>Ferry returns</title><meta property="og:type" content="article"></head><body><article><h1>Ferry returns</h1>${picture('boat')}<div class="article-body">${paragraphs(0, 2)}${picture('yard')}${paragraphs(2, 4)}${picture('crew')}<a href="/other"><figure><img src="/teaser.jpg" width="300" height="200"></figure></a></div><div class="more"><figure><img src="/more.jpg" width="300" height="200"></figure><h3><a href="/more">Other news of the day</a></h3></div></article></body></html>`;
    const { blocks, images, text } = readPage(
      { html: page },
      { url: 'https://paper.example/ferry', now: 0 },
    ).article;
    expect(
      blocks.filter(({ kind }) => kind !== 'caption').map(({ url, alt, kind }) => alt ?? url ?? kind),
    ).toEqual(['boat', 'paragraph', 'paragraph', 'yard', 'paragraph', 'paragraph', 'crew']);
    expect(images.map(({ caption }) => caption)).toEqual([
      'The boat at the pier, seen from the ferry',
      'The yard at the pier, seen from the ferry',
      'The crew at the pier, seen from the ferry',
    ]);
    expect(text).not.toContain('.jpg');
  });

  it('keeps the rows of a table whole that has pictures in its cells', () => {
    const row = (name: string): string =>
      `<tr><td><img src="/${name}.jpg" width="200" height="150">${name}</td><td><img src="/flag-${name}.jpg" width="200" height="150">120 seats</td></tr>`;
    const { blocks } = readArticle(`<table>${row('Ada')}${row('Ben')}${row('Cem')}</table>`);
    expect(blocks.filter(({ kind }) => kind === 'table').map(({ text }) => text)).toEqual([
      'Ada\t120 seats\nBen\t120 seats\nCem\t120 seats',
    ]);
  });
});
