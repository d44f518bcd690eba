import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readFile } from 'node:fs/promises';
import { Source } from '@newsmill/contracts';
import { z } from 'zod';
import { demoPapers } from './demo-papers.ts';
import { readDemoMonth, type MonthArticle } from './read-demo-month.ts';
import { demoFolder, placeholderOrigin, readDemoPaper, type DemoPage } from './read-demo-paper.ts';
import { demoSources, serveDemo, type Demo } from './serve-demo.ts';

// biome-ignore format: a table, read by its rows
const dirtKinds = [
  'hacked-line', 'edition-bar', 'breadcrumb', 'share-bar', 'photo-credit', 'author-bio', 'disclaimer',
  'contact-line', 'most-viewed', 'licence-footer', 'lost-characters', 'missing-spaces',
] as const;

const Expected = z.strictObject({
  title: z.string(),
  authors: z.array(z.string()),
  published: z.iso.datetime({ offset: true }),
  modified: z.iso.datetime({ offset: true }).optional(),
  language: z.string(),
  charset: z.string(),
  duplicateOf: z.string().optional(),
  flags: z.array(z.string()).optional(),
  paragraphs: z.array(z.string()).min(5),
  mustNotContain: z.array(z.string()),
  dirt: z.array(z.strictObject({ kind: z.enum(dirtKinds), marker: z.string() })),
});
type Expected = z.output<typeof Expected>;

/** What must be true of a marker, beside standing in the page. */
const markerLooksRight: Readonly<Partial<Record<(typeof dirtKinds)[number], RegExp>>> = {
  'photo-credit': /PHOTO|PICTURE|IMAGE|FOTO|BILD|摄影|图片|사진|تصوير|عدسة|الصورة|写真|ФОТО/,
  'contact-line': /^[\w.]+@[\w.]+\.example$/,
  'licence-footer': /(©|&#169;|copyright|ⓒ).*\d{3}|\d{3}.*©/is,
  'lost-characters': /\uFFFD|\?/,
  'missing-spaces': /[\p{L}\d],\p{L}|،\p{L}/u,
};

async function expectedOf(slug: string): Promise<Expected> {
  return Expected.parse(JSON.parse(await readFile(new URL(`expected/${slug}.json`, demoFolder), 'utf8')));
}

/** Addresses of pages that a channel names, however it is written. */
function linksIn(
  channel: string,
  pages: readonly Pick<DemoPage, 'path' | 'slug'>[],
  origin: string,
): string[] {
  const named = (path: string) => channel.replaceAll(/["<]/g, '\n').includes(`${origin}${path}\n`);
  return pages.filter((page) => named(page.path)).map((page) => page.slug);
}

describe('the demonstration papers', () => {
  let demo: Demo;
  let pages: DemoPage[];
  let month: MonthArticle[];
  beforeAll(async () => {
    demo = await serveDemo();
    pages = await readDemoPaper();
    month = await readDemoMonth();
  });
  afterAll(() => demo.close());

  it('has 24 dirty pages in nine languages and four charsets', async () => {
    expect(new Set(pages.map((page) => page.path)).size).toBe(24);
    expect([...new Set(pages.map((page) => page.language))].sort()).toEqual([
      'ar',
      'de',
      'en',
      'es',
      'fr',
      'ja',
      'ko',
      'ru',
      'zh',
    ]);
    const charsets = await Promise.all(pages.map(async (page) => (await expectedOf(page.slug)).charset));
    expect([...new Set(charsets)].sort()).toEqual(['euc-kr', 'gbk', 'utf-8', 'windows-1252']);
  });

  it('holds one pair of near copies and updated stories', async () => {
    const expected = await Promise.all(pages.map((page) => expectedOf(page.slug)));
    expect(expected.filter((one) => one.duplicateOf !== undefined)).toHaveLength(1);
    expect(expected.filter((one) => one.modified !== undefined).length).toBeGreaterThanOrEqual(1);
  });

  it('is dirty: at least six kinds on every page, each where it is said to be', async () => {
    for (const page of pages) {
      const expected = await expectedOf(page.slug);
      const text = new TextDecoder(expected.charset).decode(
        await readFile(new URL(`pages/${page.slug}.html`, demoFolder)),
      );
      expect(new Set(expected.dirt.map((dirt) => dirt.kind)).size).toBeGreaterThanOrEqual(6);
      for (const { kind, marker } of expected.dirt) {
        expect(text).toContain(marker);
        expect(marker).toMatch(markerLooksRight[kind] ?? /./);
        if (kind === 'hacked-line')
          expect(text.indexOf(marker, text.indexOf('<body'))).toBeLessThan(
            text.indexOf(page.title, text.indexOf('<body')),
          );
      }
    }
  });

  it('expects nothing that it also forbids', async () => {
    for (const page of pages) {
      const expected = await expectedOf(page.slug);
      const body = expected.paragraphs.join('\n');
      expect(expected.mustNotContain.filter((text) => body.includes(text))).toEqual([]);
      expect(expected).toMatchObject({
        title: page.title,
        published: page.published,
        language: page.language,
      });
    }
  });

  it('serves each dirty page as its bytes, with its own address in place of the placeholder', async () => {
    for (const page of pages) {
      const response = await fetch(`${demo.origin}${page.path}`);
      expect(response.headers.get('content-type')).toBe(page.contentType);
      const text = Buffer.from(await response.arrayBuffer()).toString('latin1');
      const file = (await readFile(new URL(`pages/${page.slug}.html`, demoFolder))).toString('latin1');
      expect(text.includes(placeholderOrigin)).toBe(false);
      expect(text).toContain(`rel="canonical" href="${demo.origin}${page.path}"`);
      expect(text.replaceAll(demo.origin, placeholderOrigin)).toBe(file);
    }
  });

  it('lists every page in exactly one channel, and every source is valid', async () => {
    const clean = month.map(({ paper, slug }) => ({ slug, path: `/${paper}/news/${slug}` }));
    const all = [...pages, ...clean];
    const listed: string[] = [];
    for (const input of demoSources(demo.origin)) {
      const source = Source.parse(input);
      expect(source.allowPrivate).toEqual([new URL(demo.origin).host]);
      for (const channel of source.channels) {
        const response = await fetch(channel.url);
        expect(response.status).toBe(200);
        listed.push(...linksIn(await response.text(), all, demo.origin));
      }
    }
    expect(listed.sort()).toEqual(all.map((page) => page.slug).sort());
  });

  it('says by name and tag which sources have dirty pages', () => {
    const sources = demoSources(demo.origin);
    expect(sources.filter(({ tags }) => tags?.includes('dirty-pages')).map(({ name }) => name)).toEqual([
      'Dirty pages: The Harbour Courier',
      'Dirty pages: 海港信使报',
      'Dirty pages: 하버 쿠리어 한국어판',
      'Dirty pages: بريد الميناء',
      'Dirty pages: Hafenkurier',
      'Dirty pages: Harbour Courier World Desk',
    ]);
    expect(sources.every(({ tags }) => tags?.includes('demonstration'))).toBe(true);
  });

  it('prints clean articles, each with its picture and the word that it is invented', async () => {
    for (const { paper, slug, title, caption } of month) {
      const response = await fetch(`${demo.origin}/${paper}/news/${slug}`);
      expect(response.status).toBe(200);
      const text = await response.text();
      expect(text).toContain(`<h1>${title}</h1>`);
      expect(text).toContain(demoPapers.find(({ id }) => id === paper)?.words.invented);
      const picture = `${demo.origin}/pictures/${slug}.svg`;
      expect(text.includes(`<img src="${picture}"`)).toBe(caption !== '');
      expect(text).toContain(`<meta property="og:image" content="${picture}">`);
    }
    const picture = await fetch(`${demo.origin}/pictures/bergen-cod-count.svg`);
    expect(picture.headers.get('content-type')).toBe('image/svg+xml');
    expect(await picture.text()).toMatch(/^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg"[^]+<\/svg>\n$/);
  });

  it('corrects an article once its time has come', async () => {
    const old = await serveDemo({ began: Date.now() - 3_600_000 });
    try {
      const titleAt = async ({ origin }: Demo): Promise<string | undefined> => {
        const response = await fetch(`${origin}/wire/news/ferry-passengers-record-year`);
        return /<h1>(.*?)<\/h1>/.exec(await response.text())?.[1];
      };
      expect(await titleAt(demo)).toBe('Ferries of the Baltic carry 41 million passengers');
      expect(await titleAt(old)).toBe('Ferries of the Baltic carry 14 million passengers');
    } finally {
      await old.close();
    }
  });

  it('answers 304 to both validators and 200 to old ones', async () => {
    for (const path of [pages[0]?.path ?? '/', '/en/feed.xml', '/robots.txt']) {
      const url = `${demo.origin}${path}`;
      const first = await fetch(url);
      await first.arrayBuffer();
      const status = async (headers: Record<string, string>): Promise<number> =>
        (await fetch(url, { headers })).status;
      expect(await status({ 'if-none-match': first.headers.get('etag') ?? '' })).toBe(304);
      expect(await status({ 'if-modified-since': first.headers.get('last-modified') ?? '' })).toBe(304);
      expect(
        await status({
          'if-none-match': '"another"',
          'if-modified-since': first.headers.get('last-modified') ?? '',
        }),
      ).toBe(200);
    }
  });

  it('answers 404 and 405 where nothing is', async () => {
    expect((await fetch(`${demo.origin}/nothing`)).status).toBe(404);
    expect((await fetch(`${demo.origin}/`, { method: 'POST' })).status).toBe(405);
  });
});
