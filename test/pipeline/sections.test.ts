import { afterAll, describe, expect, it } from '@jest/globals';
import { describeCandidate, worthAdding } from '@newsmill/fetch';
import { createHttpClient } from '@newsmill/http';
import { openReadingThread } from '@newsmill/reading';
import { discoverChannels } from '../../libs/operate/src/sources/discover-channels.ts';
import type { SectionsWish } from '../../libs/operate/src/sources/search-sections.ts';
import { startSectionPaper, type SectionPaper } from '../papers/section-paper.ts';

describe('section pages of a publisher', () => {
  const papers: SectionPaper[] = [];
  const http = createHttpClient({ userAgent: 'newsmill-test' });
  const thread = openReadingThread({ budgetMs: 10_000 });
  const usual: SectionsWish = { most: 6, below: 0.6, limitMs: 60_000, agent: 'newsmill-test', delayMs: 20 };

  async function open(options: Parameters<typeof startSectionPaper>[0] = {}): Promise<SectionPaper> {
    const paper = await startSectionPaper(options);
    papers.push(paper);
    return paper;
  }
  async function discover(paper: SectionPaper, wish: Partial<SectionsWish> = {}, path = '/') {
    const found = await discoverChannels(http, paper.origin + path, {
      allowPrivate: [new URL(paper.origin).host],
      now: Date.now,
      limitMs: 60_000,
      thread,
      sections: { ...usual, ...wish },
    });
    const pathOf = (url: string) => url.replace(paper.origin, '');
    const asked = paper.asked.splice(0);
    return {
      ...found,
      paths: found.candidates.map(({ url, kind }) => [kind, pathOf(url)]),
      added: found.candidates.map(({ url, adds }) => [pathOf(url), adds?.ofHome, adds?.others]),
      all: worthAdding(found.candidates, found.home).map(({ url }) => pathOf(url)),
      asked: asked.map((one) => one.path),
      times: asked.map((one) => one.at),
    };
  }
  afterAll(async () => {
    await thread.close();
    await http.close();
    for (const { server } of papers) {
      server.closeAllConnections();
      server.close();
    }
  });

  it('are searched for feeds and lists where the home page has no feed; each says what it adds', async () => {
    const found = await discover(await open());
    expect(found.added).toEqual([
      ['/', undefined, undefined],
      ['/culture/feed.xml', 2, 6],
      ['/politics/', 2, 6],
      ['/sport/', 2, 6],
    ]);
    expect(found.candidates[1]).toMatchObject({
      kind: 'feed',
      foundBy: 'section',
      section: { title: 'culture' },
    });
    expect(found.candidates.map(describeCandidate)[2]).toBe(
      'list page, 8 entries, of the section politics, 2 of the 8 articles of the home page (25 %), adds 2 articles of the home page and 6 others',
    );
    expect(found.all).toEqual(['/', '/culture/feed.xml', '/politics/', '/sport/']);
    expect(found.sections).toEqual({ looked: 3, left: 1, requests: 4 });
    expect(found.asked).not.toContain('/about');
  });

  it('are not asked for where robots.txt forbids it, and one host no sooner than after the pause', async () => {
    const delayMs = 600;
    const { asked, times } = await discover(await open(), { delayMs });
    expect(asked.filter((path) => path.startsWith('/hidden'))).toEqual([]);
    // The paper notes when a request arrives: on a busy machine the one before arrives late.
    const least = delayMs / 2;
    const first = asked.indexOf('/politics');
    const starts = ['/politics', '/sport', '/culture', '/culture/feed.xml'].map(
      (path) => times[asked.indexOf(path)] ?? 0,
    );
    for (const [index, at] of starts.slice(1).entries())
      expect(at - (starts[index] ?? 0)).toBeGreaterThan(least);
    expect((times[first] ?? 0) - (times[first - 1] ?? 0)).toBeGreaterThan(least);
  });

  it('are left alone where the channels bring enough of the home page, unless a number is given', async () => {
    const paper = await open({ hasMainFeed: true });
    const quick = await discover(paper);
    expect(quick.paths).toEqual([
      ['feed', '/feed.xml'],
      ['list', '/'],
    ]);
    expect([quick.sections, quick.asked.length]).toEqual([undefined, quick.requests]);
    const two = await discover(paper, { most: 2, below: Infinity });
    expect(two.sections).toMatchObject({ looked: 2, left: 2 });
    // The main feed has what the home page shows: sections add what that does not.
    expect(two.added.slice(2)).toEqual([
      ['/politics/', 0, 6],
      ['/sport/', 0, 6],
    ]);
    expect(two.all).toEqual(['/feed.xml', '/politics/', '/sport/']);
    expect((await discover(paper, { most: 0, below: Infinity })).sections).toBeUndefined();
  });

  it('end where a page leads off the site, in circles, or back to what was seen', async () => {
    const away = await open();
    const links = ['off', 'ring', 'back', 'again', 'news']
      .map((name) => `<a href="/${name}">${name}</a>`)
      .join('');
    const paper = await open({
      links,
      more: {
        '/off': [302, `${away.origin}/politics/`],
        '/ring': [302, '/ring'],
        '/back': [302, '/'],
        '/again': [302, '/sport/'],
        '/news': '<!doctype html><p>'.repeat(50_000),
      },
    });
    const found = await discover(paper, { most: 20 });
    expect(found.paths.map(([, path]) => path)).toEqual(['/', '/culture/feed.xml', '/politics/', '/sport/']);
    expect(found.sections?.looked).toBe(8);
  });

  it('are few of ten thousand, and those that bring nothing end after the same number', async () => {
    const links = Array.from({ length: 10_000 }, (_, i) => {
      const name = [...String(i)].map((digit) => String.fromCharCode(97 + Number(digit))).join('');
      return `<a href="/x${name}">x${name}</a>`;
    }).join('');
    const before = performance.now();
    const { sections, requests, asked } = await discover(await open({ links }), { most: 6 });
    expect(sections).toMatchObject({ looked: 6, left: 44 });
    expect(requests).toBeLessThan(30);
    expect(asked.filter((path) => path.startsWith('/x'))).toHaveLength(3);
    expect(performance.now() - before).toBeLessThan(30_000);
  });
});
