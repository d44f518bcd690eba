import { describe, expect, it } from '@jest/globals';
import { readPage } from '../read-page.ts';

const islands = ['outer', 'inner', 'northern', 'southern', 'western'];
const paragraphs = islands
  .map(
    (island) =>
      `<p>The ferry to the ${island} islands stayed in the harbour this morning, because fog had covered the whole bay and nobody could see the lights.</p>`,
  )
  .join('');
const now = Date.parse('2026-11-01T00:00:00Z');

function readBody(body: string, head = '') {
  return readPage(
    {
      html: `<html lang="en"><head><title>Fog holds the ferry</title>${head}</head><body>${body}</body></html>`,
    },
    { url: 'https://paper.example/news/fog', now },
  ).article;
}

describe('what markup says of an article', () => {
  it.each<[string, string]>([
    [
      'microdata',
      `<article itemscope itemtype="https://schema.org/NewsArticle"><h1 itemprop="headline">Fog holds the ferry</h1><span itemprop="author">Mia Lund</span><time itemprop="datePublished" datetime="2026-03-04T10:20:00+01:00">today</time>${paragraphs}</article>`,
    ],
    [
      'RDFa with a prefix',
      `<article typeof="schema:NewsArticle"><h1 property="schema:headline">Fog holds the ferry</h1><span property="schema:author">Mia Lund</span><span property="schema:datePublished" content="2026-03-04T10:20:00+01:00">today</span>${paragraphs}</article>`,
    ],
    [
      'RDFa with a vocabulary',
      `<article vocab="https://schema.org/" typeof="NewsArticle"><h1 property="headline">Fog holds the ferry</h1><span property="author">Mia Lund</span><span property="datePublished" content="2026-03-04T10:20:00+01:00">today</span>${paragraphs}</article>`,
    ],
  ])('is read from %s', (_, body) => {
    expect(readBody(body)).toMatchObject({
      title: 'Fog holds the ferry',
      authors: ['Mia Lund'],
      published: '2026-03-04T09:20:00.000Z',
    });
  });
  it('is read from Dublin Core', () => {
    const head =
      '<meta name="DC.title" content="Fog holds the ferry"><meta name="DC.creator" content="Mia Lund"><meta name="DC.date.issued" content="2026-03-04">';
    expect(readBody(`<h1>Fog holds the ferry</h1>${paragraphs}`, head)).toMatchObject({
      authors: ['Mia Lund'],
      published: '2026-03-04T00:00:00.000Z',
    });
  });
  it('sets agencies apart from people', () => {
    const linked = JSON.stringify({
      '@type': 'NewsArticle',
      headline: 'Fog holds the ferry',
      author: [
        { '@type': 'Person', name: 'Mia Lund' },
        { '@type': 'Organization', name: 'Reuters' },
      ],
    });
    expect(
      readBody(
        `<h1>Fog holds the ferry</h1><p>By Mia Lund and Reuters</p>${paragraphs}`,
        `<script type="application/ld+json">${linked}</script>`,
      ),
    ).toMatchObject({ authors: ['Mia Lund'], agencies: ['Reuters'] });
  });
  it.each<[string, string]>([
    ['a part of the byline called a category', '<span class="byline__category">Harbour &amp; Coast</span>'],
    ['a link with rel=tag', '<a rel="category tag" href="/s/7">Harbour Watch</a>'],
  ])('takes %s for no name', (_, topic) => {
    const byline = (name: string): string =>
      `<h1>Fog holds the ferry</h1><div class="byline">${name} | ${topic}</div>${paragraphs}`;
    expect(readBody(byline('March 4, 2026')).authors).toEqual([]);
    expect(readBody(byline('Mia Lund')).authors).toEqual(['Mia Lund']);
  });
  it.each(['Coast News, Port Lee, Norway', 'Harbour correspondent, Lerwick'])(
    'takes what a byline says of its writer for no name: %j',
    (said) => {
      const byline = `<span class="byline"><span class="byline-name">By Mia Lund</span> <span class="byline-title">${said}</span></span>`;
      expect(readBody(`<h1>Fog holds the ferry</h1>${byline}${paragraphs}`).authors).toEqual(['Mia Lund']);
    },
  );
  it('leaves the name where the line of the job says it again', () => {
    const byline =
      '<div class="author-name">Mia Lund</div><div class="author-role">Mia Lund writes about the coast.</div>';
    expect(readBody(`<h1>Fog holds the ferry</h1><div>${byline}</div>${paragraphs}`).authors).toEqual([
      'Mia Lund',
    ]);
  });
  it('reads the second of two boxes for writers where the data of the page name the first alone', () => {
    const box = (name: string): string =>
      `<div class="m-author"><div class="m-author-content"><a class="m-name-author" href="/author/x">${name}</a></div></div>`;
    const linked =
      '{"@type":"NewsArticle","headline":"Fog holds the ferry","author":{"@type":"Person","name":"Mia Lund"}}';
    expect(
      readBody(
        `<h1>Fog holds the ferry</h1><div>${box('Mia Lund')}${box('Jon Vale')}</div>${paragraphs}`,
        `<script type="application/ld+json">${linked}</script>`,
      ).authors,
    ).toEqual(['Mia Lund', 'Jon Vale']);
  });
  it('reads a Chinese name in brackets behind the last sentence, and no remark there', () => {
    const text = islands
      .map(
        (island) =>
          `<p>今天上午，因為海灣上有大霧，開往${island}島的渡輪停在港口，沒有人能看見燈塔的光，船長說。</p>`,
      )
      .join('');
    const read = (behind: string): readonly string[] =>
      readBody(`<h1>大霧停了渡輪</h1>${text}<p>港務局表示，明天會再次決定渡輪是否可以開航。（${behind}）</p>`)
        .authors;
    expect(read('林美玲')).toEqual(['林美玲']);
    for (const remark of ['新華社', '未完', '圖片']) expect(read(remark)).toEqual([]);
  });
  it('believes an author whose link is counted as a tag', () => {
    const link = '<a rel="author" data-link-name="auto tag link" href="/profile/mia-lund">Mia Lund</a>';
    expect(readBody(`<h1>Fog holds the ferry</h1><address>${link}</address>${paragraphs}`).authors).toEqual([
      'Mia Lund',
    ]);
  });
  it.each<[string, string, string | undefined]>([
    ['March 4, 2026. Updated March 6, 2026', '2026-03-04', '2026-03-06'],
    ['Erschienen am 04.03.2026 - Letzte Änderung: 06.03.2026', '2026-03-04', '2026-03-06'],
    ['Gepubliceerd: 4 maart 2026, laatst gewijzigd: 6 maart 2026', '2026-03-04', '2026-03-06'],
    ['2026-03-04 10:20 更新', '2026-03-04', '2026-03-04'],
  ])('tells the first day from the last in %j', (line, first, last) => {
    const read = readBody(`<h1>Fog holds the ferry</h1><p>${line}</p>${paragraphs}`);
    expect([read.published?.slice(0, 10), read.modified?.slice(0, 10)]).toEqual([first, last]);
  });
  it.each<[string, string]>([
    ['4', 'March 2026'],
    ['04', 'MAR 2026'],
    ['4 marzo', '2026'],
    ['Mar 4', '2026'],
  ])('joins the lines of one date, %j and %j', (first, second) => {
    const box = `<div class="date"><div class="day">${first}</div><div class="rest">${second}</div></div>`;
    const teasers = '<ul><li>Gulls <span>2026-02-02 11:00</span></li><li>Nets 2026-02-03 12:00</li></ul>';
    const read = readBody(`${teasers}${box}<h2>Fog holds the ferry</h2>${paragraphs}`);
    expect(read.published?.slice(0, 10)).toBe('2026-03-04');
  });
  it('takes the clock above the menu for no date of the article', () => {
    const menu = ['Coast', 'Sport', 'Weather', 'Boats'].map(
      (name) => `<li><a href="/${name}">${name}</a></li>`,
    );
    const clock = '<div id="headerdate"><span>11:20:07</span> Friday 30 October 2026</div>';
    const page = (stamp: string): string =>
      `${clock}<ul>${menu.join('')}</ul><h1>Fog holds the ferry</h1>${paragraphs}<p>${stamp}</p>`;
    expect(readBody(page('10:20 04.03.2026')).published?.slice(0, 10)).toBe('2026-03-04');
  });
  it('is read as it was meant where the page was saved with the wrong charset', () => {
    const misread = (text: string): string => Buffer.from(text, 'utf8').toString('latin1');
    const html = `<html lang="de"><head><title>${misread('Fähre hält für Nebel')}</title>
      <meta name="author" content="${misread('Jörg Müller')}"><meta property="og:site_name" content="${misread('Küstenblatt')}">
      <meta name="description" content="${misread('Über die Küste')}"></head>
      <body><h1>${misread('Fähre hält für Nebel')}</h1>${paragraphs}</body></html>`;
    expect(readPage({ html }, { url: 'https://paper.example/news/fog', now }).article).toMatchObject({
      title: 'Fähre hält für Nebel',
      authors: ['Jörg Müller'],
      publisher: 'Küstenblatt',
      summary: 'Über die Küste',
    });
  });
});
