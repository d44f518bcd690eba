import {
  FetchedPage,
  longestSighting,
  mostSiteArticles,
  type CleanArticle,
  type SiteArticle,
  type SiteSighting,
} from '@newsmill/contracts';
import { describe, expect, it } from '@jest/globals';
import { cleanArticle } from '../clean-article.ts';
import { hashOfText } from '../hash-of-text.ts';

const bio =
  'Ilse Marwick has walked this coast for thirty years and writes about its birds, boats and people every week.';
const legal =
  'The Estuary Herald is printed in Northgate and belongs to those who read it, as it has since the spring of 1911.';
const background =
  'The ferry stopped in 2011, when the old pier was found to be unsafe and the county said that it had no money to mend it.';
// biome-ignore format: a table, read by its rows
const subjects = [
  'harbour', 'school', 'library', 'market', 'river', 'theatre', 'station', 'orchard', 'museum', 'bridge',
  'mill', 'chapel', 'garden', 'quarry', 'windmill', 'canal', 'lido', 'foundry', 'brewery', 'pier',
];

function story(index: number, paragraphs = 6): string[] {
  const subject = subjects[index % subjects.length] ?? '';
  return Array.from(
    { length: paragraphs },
    (_, part) =>
      `Council number ${index} spoke about the ${subject} for ${part + 2} hours on Monday, and ${part * 17 + index} people who live beside the ${subject} came to hear what would become of it in the years ahead.`,
  );
}

function page(index: number, paragraphs: readonly string[], item = `item-${index}`): FetchedPage {
  const html = `<!doctype html><html lang="en"><head><title>News of the ${subjects[index % subjects.length]} ${index}</title></head><body><nav><a href="/">Home</a> <a href="/sport">Sport</a></nav><main><article><h1>News of the ${subjects[index % subjects.length]} ${index}</h1><div class="story-body">${paragraphs.map((text) => `<p>${text}</p>`).join('')}</div></article></main></body></html>`;
  return FetchedPage.parse({
    item,
    sourceId: 'herald',
    url: `https://www.herald.example/news/${index}`,
    finalUrl: `https://www.herald.example/news/${index}`,
    fetchedAt: Date.parse('2026-03-12T10:00:00Z'),
    firstSeen: 1,
    status: 200,
    contentType: 'text/html; charset=utf-8',
    encoding: 'identity',
    body: Buffer.from(html),
  });
}

/** The memory of a site as a state keeps it. */
class Memory {
  articles: readonly SiteArticle[] = [];

  record({ item, lines, replaces }: SiteSighting): void {
    this.articles = [
      ...this.articles.filter((article) => article.item !== item && !replaces.includes(article.item)),
      { item, lines },
    ].slice(-mostSiteArticles);
  }
  clean(input: FetchedPage): CleanArticle {
    const outcome = cleanArticle(input, { site: this.articles });
    if (outcome.kind !== 'accept' || outcome.seen?.[0] === undefined)
      throw new Error(JSON.stringify(outcome));
    expect(outcome.seen[0].site).toBe('herald.example');
    expect(outcome.seen[0].lines.length).toBeLessThanOrEqual(longestSighting);
    this.record(outcome.seen[0]);
    return outcome.value;
  }
}

const texts = (article: CleanArticle) => article.blocks.map((block) => block.text);

describe('the memory of a site', () => {
  it('takes what stands at the end of article after article, and says how often it did', () => {
    const memory = new Memory();
    const read = Array.from({ length: 12 }, (_, index) =>
      memory.clean(page(index, [...story(index), bio, legal])),
    );
    expect(
      read.slice(0, 4).every((article) => article.text.includes(bio) && article.text.includes(legal)),
    ).toBe(true);
    for (const [index, article] of read.entries()) {
      if (index >= 4) expect(texts(article)).toEqual(story(index));
      expect(texts(article)).toEqual(expect.arrayContaining(story(index)));
    }
    expect(read[11]?.removals).toContainEqual({
      pass: 'drop-site-boilerplate',
      text: legal,
      why: 'stands on 11 of the last 11 articles of the site',
    });
  });

  it('is worth nothing while cold: the answer is byte for byte that without it', () => {
    const input = page(3, [...story(3), bio]);
    const alone = JSON.stringify(cleanArticle(input));
    expect(JSON.stringify(cleanArticle(input, { site: [] }))).toBe(alone);
    const strangers = Array.from({ length: 3 }, (_, index) =>
      cleanArticle(page(index + 10, [...story(index + 10), bio])),
    ).flatMap((outcome) =>
      outcome.kind === 'accept' && outcome.seen?.[0] !== undefined ? [outcome.seen[0]] : [],
    );
    const outcome = cleanArticle(input, { site: strangers });
    expect(JSON.stringify(outcome.kind === 'accept' ? outcome.value : outcome)).toBe(
      JSON.stringify(outcome.kind === 'accept' ? JSON.parse(alone).value : alone),
    );
    expect(cleanArticle(input, { site: [{ item: 'x', lines: 'no base64 of ours !' }] })).toEqual(
      cleanArticle(input),
    );
  });

  it('leaves an article whole that is fetched or printed again and again', () => {
    const memory = new Memory();
    for (let visit = 0; visit < 10; visit += 1)
      expect(texts(memory.clean(page(1, story(1), 'same-item')))).toEqual(story(1));
    for (let copy = 0; copy < 10; copy += 1)
      expect(texts(memory.clean(page(1, story(1), `copy-${copy}`)))).toEqual(story(1));
    expect(memory.articles).toHaveLength(1);
    expect(
      texts(
        memory.clean(
          page(1, [
            ...story(1).slice(0, 5),
            'The vote was put off until the week after next, the chair said late on Thursday evening.',
          ]),
        ),
      ),
    ).toHaveLength(6);
  });

  it('tells short articles under one notice from copies of each other', () => {
    const memory = new Memory();
    const notice = `${bio} ${legal} ${bio} ${legal}`;
    const short = (index: number) => page(index, [...story(index, 2), notice]);
    for (let index = 0; index < 8; index += 1) memory.clean(short(index));
    expect(memory.articles).toHaveLength(8);
    expect(texts(memory.clean(page(9, [...story(9), notice])))).toEqual(story(9));
  });

  it('takes a text that goes on, or that is cut, for the same one', () => {
    const memory = new Memory();
    for (let part = 2; part <= 6; part += 1) {
      expect(texts(memory.clean(page(1, story(1, part), `part-${part}`)))).toEqual(story(1, part));
      expect(memory.articles).toHaveLength(1);
    }
    memory.clean(page(1, story(1, 4), 'cut'));
    expect(memory.articles.map(({ item }) => item)).toEqual(['cut']);
  });

  it('says of a page that was cleaned before whether another text came of it', () => {
    const memory = new Memory();
    const first = memory.clean(page(0, [...story(0), bio]));
    const cleanedBefore = hashOfText(first);
    const again = () => memory.clean({ ...page(0, [...story(0), bio]), cleanedBefore });
    expect([first.isAgain, again().isAgain]).toEqual([undefined, undefined]);
    for (let index = 1; index < 8; index += 1) memory.clean(page(index, [...story(index), bio]));
    expect(again()).toMatchObject({ isAgain: true, text: story(0).join('\n\n') });
  });

  it('keeps a sentence of background that some articles repeat', () => {
    const memory = new Memory();
    const read = Array.from({ length: 30 }, (_, index) =>
      memory.clean(page(index, index % 3 === 0 ? story(index).toSpliced(3, 0, background) : story(index))),
    );
    for (const [index, article] of read.entries())
      expect(article.text.includes(background)).toBe(index % 3 === 0);
  });

  it('takes nothing where more than half of the text would go', () => {
    const memory = new Memory();
    for (let index = 0; index < 10; index += 1) memory.clean(page(index, [...story(index), bio, legal]));
    const short = memory.clean(page(11, [...story(11, 1), bio, legal]));
    expect(texts(short)).toEqual([...story(11, 1), bio, legal]);
  });

  it('keeps a heading that articles share, unless what follows it goes too', () => {
    const memory = new Memory();
    const withHeadings = (index: number) => {
      const input = page(index, []);
      const body = `${story(index, 3)
        .map((text) => `<p>${text}</p>`)
        .join('')}<h2>What happened before that</h2>${story(index + 50, 3)
        .map((text) => `<p>${text}</p>`)
        .join('')}<h2>More about this newspaper</h2><p>${legal}</p>`;
      return {
        ...input,
        body: Buffer.from(
          Buffer.from(input.body)
            .toString('utf8')
            .replace('<div class="story-body">', `<div class="story-body">${body}`),
        ),
      };
    };
    const read = Array.from({ length: 8 }, (_, index) => memory.clean(withHeadings(index))).at(-1);
    expect(read?.text).toContain('What happened before that');
    expect(read?.text).not.toContain('More about this newspaper');
    expect(read?.text).not.toContain(legal);
  });

  it('takes a new text out of a box that never held anything but repeated ones', () => {
    const memory = new Memory();
    const offers = [
      'Walk the sands with the wardens of the estuary on any Sunday of this summer, at no cost to readers.',
      'Twelve prints of the old harbour, drawn by hand, can be had at the counter of our office this month.',
    ];
    const boxed = (index: number, offer: string) => {
      const input = page(index, story(index));
      return {
        ...input,
        body: Buffer.from(
          Buffer.from(input.body)
            .toString('utf8')
            .replace('<p>Council', `<div class="offer-text"><p>${offer}</p></div><p>Council`),
        ),
      };
    };
    for (let index = 0; index < 16; index += 1) memory.clean(boxed(index, offers[index % 2] ?? ''));
    const read = memory.clean(
      boxed(
        17,
        'Bread from the mill at the bridge is on the breakfast table of every reader who asks for it by Friday noon.',
      ),
    );
    expect(texts(read)).toEqual(story(17));
    expect(read.removals).toContainEqual(
      expect.objectContaining({
        pass: 'drop-site-boilerplate',
        why: 'stands in a box that held only repeated text on 16 of the last 16 articles of the site',
      }),
    );
  });
});
