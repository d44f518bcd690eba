import { describe, expect, it } from '@jest/globals';
import type { QualityFlag } from '@newsmill/contracts';
import { readPage } from '../read-page.ts';

const sentences = [
  'The ferry left the pier at seven in the morning, said the harbour master, who had counted the passengers himself.',
  'The council will pay four million pounds for two boats, which are to cross the estuary every twenty minutes.',
  'Nobody spoke against the plan, although the treasurer had asked for another year to look at the figures again.',
  'The yard on the east bank took on eighteen apprentices, and the first of them began in the week after Easter.',
  'Residents of the pier have asked for limits on the noise, which the council wants to measure for half a year.',
];
const paragraphs = sentences.map((text) => `<p>${text}</p>`).join('');

interface Parts {
  readonly title?: string;
  readonly front?: string;
  readonly body?: string;
  readonly behind?: string;
  readonly head?: string;
}

function flagsOf({
  title = 'Ferry returns to the pier',
  front = '',
  body = paragraphs,
  behind = '',
  head = '',
}: Parts): QualityFlag[] {
  const html = `<html lang="en"><head><title>${title}</title><meta property="article:published_time" content="2026-03-12T10:00:00Z">${head}</head><body>${front}<article><h1>${title}</h1><div class="article-body">${body}</div></article>${behind}</body></html>`;
  return [...readPage({ html }, { url: 'https://paper.example/ferry', now: Date.parse('2026-06-01') }).flags];
}

const spamLinks = [
  'online casino bonus',
  'free spins casino',
  'slot gacor',
  'poker online',
  'buy viagra',
].map((text, index) => `<a href="http://spam-${index}.example/">${text}</a>`);

describe('readFlags', () => {
  it.each<[QualityFlag, Parts]>([
    [
      'hacked-title',
      {
        front:
          '<div>Compre remédios baratos sem receita com entrega em todo o país, as melhores ofertas do mês para você</div>',
      },
    ],
    ['hacked-title', { front: '<div>Самые низкие цены на все товары только у нас сегодня</div>' }],
    ['hacked-title', { front: '<div>Best slot gacor and free spins for new players today</div>' }],
    ['sponsored', { head: '<meta property="article:section" content="Sponsored Content">' }],
    [
      'sponsored',
      {
        head: '<script type="application/ld+json">{"@context":"https://schema.org","@type":"AdvertiserContentArticle","headline":"Ferry returns to the pier"}</script>',
      },
    ],
    ['hidden-text', { front: `<div style="position:absolute;left:-9999px">${spamLinks.join(' ')}</div>` }],
    ['link-farm', { front: `<div style="position:absolute;left:-9999px">${spamLinks.join(' ')}</div>` }],
    ['link-farm', { behind: spamLinks.map((link) => `<div>${link}</div>`).join('') }],
    ['title-disagrees', { title: 'Zoological garden mourns elephant' }],
    [
      'truncated',
      {
        body: `${paragraphs}<p>The rest of the boats will follow in the spring, the council told the paper, when…</p>`,
      },
    ],
    [
      'paywalled',
      {
        head: '<script type="application/ld+json">{"@type":"NewsArticle","headline":"Ferry returns to the pier","isAccessibleForFree":false}</script>',
      },
    ],
    ['repeated-text', { body: paragraphs + paragraphs }],
    ['mojibake-mended', { body: paragraphs.replace('The council', 'The cafÃ© and the council') }],
    ['characters-lost', { body: paragraphs.replace('The council', 'The caf\ufffd and the council') }],
  ])('raises %s', (flag, parts) => {
    expect(flagsOf(parts)).toContain(flag);
  });

  it.each<[string, Parts]>([
    ['a plain article', {}],
    [
      'words of the software in another language',
      { front: '<div>Posted on this website by the admin, please enable JavaScript in your browser</div>' },
    ],
    [
      'teasers about casinos',
      { front: '<a href="/a">Star wins at casino in Monaco</a> <a href="/b">Casino closes</a>' },
    ],
    [
      'a hidden row of share buttons',
      {
        front: `<div style="left:-9999px">${['facebook', 'twitter', 'linkedin', 'pinterest', 'reddit', 'whatsapp'].map((name) => `<a href="https://www.${name}.com/share">${name}</a>`).join('')}</div>`,
      },
    ],
    ['a title that names things in other forms', { title: 'Ferries, apprenticeship, treasury' }],
    [
      'smart quotes, soft hyphens and joiners',
      { body: paragraphs.replace('The council', '“The coun\u00adcil” \u200bthat') },
    ],
  ])('raises nothing for %s', (_, parts) => {
    expect(flagsOf(parts)).toEqual([]);
  });

  it('takes no Japanese line of ideographs for foreign', () => {
    const html = `<html lang="ja"><head><title>渡し船が港に戻る</title><meta property="article:published_time" content="2026-03-12"></head><body><div>受付時間平日九時十八時</div><article><h1>渡し船が港に戻る</h1>${Array.from({ length: 5 }, (_, index) => `<p>市議会は火曜日、渡し船を${index + 2}年ぶりに港へ戻すことを決めた。船は二十分ごとに湾を渡り、料金は二百円になると市長は話している。</p>`).join('')}</article></body></html>`;
    expect(
      readPage({ html }, { url: 'https://minato.example/a', now: Date.parse('2026-06-01') }).flags,
    ).not.toContain('hacked-title');
  });
});
