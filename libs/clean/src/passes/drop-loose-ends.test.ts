import { describe, expect, it } from '@jest/globals';
import { readEdgeCredit } from '../metadata/edge-credit.ts';
import { readPage } from '../read-page.ts';

const lead =
  'Northgate council voted on Tuesday to spend four million pounds on the return of the harbour ferry after a long debate that went on until midnight.';
const second =
  'The plan was passed by 31 votes to 12 and the boats will cross the estuary every twenty minutes from the spring of next year, said the harbour master.';
const end =
  'The yard that is to build the two boats has promised to deliver them before the end of March, and to pay for every week of delay.';
const story = [lead, second, end].map((text) => `<p>${text}</p>`);
const menu = '<nav><a href="/">Home</a> <a href="/news">News</a></nav>';
const title = 'Council approves the return of the harbour ferry';

/** The texts of the article's blocks but the story itself, with what was credited; `below` stands behind its last words. */
function around(below: string, above = ''): { rest: string[]; authors: string[]; agencies: string[] } {
  const html = `<html lang="en"><head><title>${title}</title><meta property="og:type" content="article"></head>
    <body>${menu}<article><h1>${title}</h1>${above}${story.join('')}${below}</article></body></html>`;
  const { article } = readPage(
    { html },
    {
      url: 'https://www.northgate-ledger.example/news/ferry',
      now: Date.parse('2026-06-01T00:00:00Z'),
      isAnnounced: true,
    },
  );
  return {
    rest: article.blocks
      .flatMap(({ text }) => text.split('\n'))
      .filter((text) => text !== '' && ![lead, second, end, title].includes(text)),
    authors: [...article.authors],
    agencies: [...article.agencies],
  };
}

describe('dropLooseEnds', () => {
  it.each([
    ['initials in brackets', '<p>(jpo)</p>'],
    ['a desk and an agency', '<p>zew, PAP</p>'],
    ['an editor', '<p>責任編輯：陳大文</p>'],
    ['a day', '<p>15 December 2025</p>'],
    ['a day and its time', '<p>Dienstag, 12.05.2026, 14:30</p>'],
    ['a day in Chinese', '<p>2026年5月12日</p>'],
    ['the address of the page itself', '<p><a href="/">www.northgate-ledger.example</a></p>'],
    ['a label of nothing', '<p>Zobacz jeszcze w naszym serwisie:</p>'],
    [
      'links under a label, parted by line breaks alone',
      '<p>Our other stories:<br><a href="/a">How the old ferry was lost</a><br><a href="/b">Who pays for the pier</a></p>',
    ],
    ['the headline again', `<p>${title}</p>`],
    ['a heading with nothing under it', '<h4>Up next</h4><div class="related"><a href="/x">Boats</a></div>'],
    ['a sentence again behind a dash', `<p>- ${second}</p>`],
    ['who compiled it', '<p>-- Compiled by Vera Marsh</p>'],
  ])('takes %s behind the last sentence', (_, below) => {
    expect(around(below).rest).toEqual([]);
  });

  it.each([
    ['a day that a sentence ends with', '<p>The first of the boats sails on 15 December 2025</p>', 1],
    ['the bare address of another site', '<p>Tickets at the pier<br>www.pier.example</p>', 2],
    [
      'a link that a sentence introduces',
      '<p>Whoever wants to read the whole plan of the council finds it here:</p><p><a href="/plan">The plan of the harbour council</a></p>',
      2,
    ],
    [
      'a whole sentence that is set as a link',
      '<p><a href="/plan">The council has put the whole plan before its readers today.</a></p>',
      1,
    ],
  ])('leaves %s', (_, below, lines) => {
    expect(around(below).rest).toHaveLength(lines);
  });

  it('fills in whom a credit below names, where the page names nobody', () => {
    expect(around('<p>Vera Marsh, dpa</p>')).toEqual({
      rest: [],
      authors: ['Vera Marsh'],
      agencies: ['dpa'],
    });
    expect(around('<p>zew, PAP</p>').agencies).toEqual(['PAP']);
    for (const [line, name] of [
      ['한지민 / 화면캡처 KBC', '한지민'],
      ['서다온 | 사진=나루타임스', '서다온'],
    ])
      expect(around(`<p>${line}</p>`)).toMatchObject({ rest: [], authors: [name] });
    expect(readEdgeCredit('서울 / 부산', [])).toBeUndefined();
    expect(readEdgeCredit('사진=나루타임스', [])).toBeUndefined();
  });

  it('takes a table of figures whose lines differ by their numbers alone, and the credit above it', () => {
    const day = (number: number, town: number): string =>
      `<li>0${number}-05-2026 Max Temp : ${20 + town}.${number}°C Min Temp : ${5 + town}.0°C</li>`;
    const towns = ['Aldmouth', 'Brinmouth', 'Colmouth', 'Dunmouth', 'Elmouth', 'Farmouth', 'Galmouth'].map(
      (name, town) => `<li>${name}</li>${[1, 2, 3].map((number) => day(number, town)).join('')}`,
    );
    expect(around(`<p>(jpo)</p><ul>${towns.join('')}</ul>`).rest).toEqual([]);
  });

  it('keeps what stands in the very element of the story above a box of links', () => {
    const box = `<div class="box"><h4><a href="/a">Who pays for the pier of the town</a></h4><ul><li><a href="/b">How the old ferry was lost at sea</a></li><li><a href="/c">The yard and its ten years of debt</a></li><li><a href="/d">A walk along the harbour wall</a></li></ul></div>`;
    const html = `<html><head><title>${title}</title></head><body>${menu}<div class="text"><h1>${title}</h1><b>${lead}</b>${box}${second}<br><br>${end}</div></body></html>`;
    const { article } = readPage(
      { html },
      {
        url: 'https://www.northgate-ledger.example/news/ferry',
        now: Date.parse('2026-06-01T00:00:00Z'),
        isAnnounced: true,
      },
    );
    for (const text of [lead, second, end]) expect(article.text).toContain(text);
  });
});
