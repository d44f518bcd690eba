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
});
