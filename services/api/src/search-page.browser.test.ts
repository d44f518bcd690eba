import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { openChromium } from './testing/open-chromium.ts';
import { openSeededApp, type SeededApp } from './testing/seeded-app.ts';
import { seededId } from './testing/seeded-articles.ts';
import { takePicture } from './testing/take-picture.ts';
import { visitPage } from './testing/visit-page.ts';

const run = promisify(execFile);
const article = `/articles/${seededId('harbour-times', 'night-ferry-returns')}`;
/** A picture of one pixel. */
const pixel = Buffer.from('R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7', 'base64');

describe('the search page and what it leads to', () => {
  let app: SeededApp;
  let browser: Browser;
  let publisher: Server;
  /** Pictures that were asked for. */
  const asked: string[] = [];
  beforeAll(async () => {
    publisher = createServer((request, response) => {
      asked.push(`${request.url ?? ''} ${request.headers.referer ?? 'no referrer'}`);
      response.setHeader('content-type', 'image/gif').end(pixel);
    });
    await new Promise<void>((resolve) => void publisher.listen(0, '127.0.0.1', resolve));
    app = await openSeededApp();
    // listening on a port
    const { port } = publisher.address() as AddressInfo;
    const { items } = await app.ports.library.list({ limit: 100 });
    await app.ports.library.write(
      items.map((document) => ({
        ...document,
        version: document.version + 1,
        images: [{ url: `http://127.0.0.1:${port}/${document.id}.gif`, caption: 'A boat' }],
      })),
    );
    await app.ports.library.refresh();
    browser = await openChromium();
  });
  afterAll(async () => {
    await browser.close();
    await app.close();
    publisher.close();
  });

  const visit = (options: BrowserContextOptions, work: (page: Page) => Promise<void>): Promise<string[]> =>
    visitPage(browser, options, work);
  const parametersOf = (page: Page) => Object.fromEntries(new URL(page.url()).searchParams);

  it('loads no picture of a publisher until somebody wants it, without JavaScript too', async () => {
    const complaints = await visit({ javaScriptEnabled: false }, async (page) => {
      await page.goto(`${app.address}/?q=ferry`);
      expect(await page.locator('img').count()).toBe(0);
      expect(asked).toEqual([]);
      await page.click('button:has-text("Show pictures")');
      expect(page.url()).toBe(`${app.address}/?q=ferry`);
      expect(await page.locator('.hit img.thumbnail').count()).toBe(3);
      await page.waitForLoadState('networkidle');
      expect(asked.length).toBeGreaterThan(0);
      expect(asked.every((one) => one.endsWith('no referrer'))).toBe(true);
      await page.goto(app.address + article);
      expect(await page.locator('img.picture').count()).toBe(1);
      await page.click('button:has-text("Hide pictures")');
      expect(await page.locator('img').count()).toBe(0);
      expect((await page.goto(`${app.address}/?q=ferry`))?.headers()['content-security-policy']).toContain(
        "img-src 'self';",
      );
    });
    expect(complaints).toEqual([]);
  });

  it('chooses days in the chart by dragging, by a click, by keys, and by links without JavaScript', async () => {
    const complaints = await visit({}, async (page) => {
      await page.goto(app.address);
      const surface = page.locator('.chart-surface');
      const box = await surface.boundingBox();
      if (box === null) throw new Error('no chart');
      const at = (share: number): [number, number] => [box.x + box.width * share, box.y + box.height / 2];
      // The 22nd to the 24th.
      await page.mouse.move(...at(0.5));
      expect(await page.locator('[data-chart-time]').textContent()).toBe('23 Nov 2026: 3');
      await page.mouse.down();
      await page.mouse.move(...at(0.9), { steps: 4 });
      await takePicture(page, 'search-drag');
      await page.mouse.up();
      await page.waitForURL(/from=/);
      expect(parametersOf(page)).toEqual({ from: '2026-11-23', to: '2026-11-24' });
      expect(await page.locator('[role="status"]').textContent()).toContain('12 articles');
      await page.goto(app.address);
      await page.mouse.click(...at(0.1));
      await page.waitForURL(/from=/);
      expect(parametersOf(page)).toEqual({ from: '2026-11-22', to: '2026-11-22' });
      await page.goto(`${app.address}/?sort=newest`);
      await surface.focus();
      for (const key of ['ArrowLeft', 'ArrowLeft', 'Shift+ArrowRight']) await page.keyboard.press(key);
      expect(await surface.getAttribute('aria-valuetext')).toBe('23 Nov 2026 – 24 Nov 2026: 12');
      await page.keyboard.press('Enter');
      await page.waitForURL(/from=/);
      expect(parametersOf(page)).toEqual({ sort: 'newest', from: '2026-11-23', to: '2026-11-24' });
    });
    expect(complaints).toEqual([]);
    await visit({ javaScriptEnabled: false }, async (page) => {
      await page.goto(app.address);
      const link = page.locator('.chart-plot a').nth(1);
      expect(await link.getAttribute('href')).toBe('/?from=2026-11-23&to=2026-11-23');
    });
  });

  it('goes through the hits by keys, which belong to nobody else while one types', async () => {
    const complaints = await visit({}, async (page) => {
      await page.goto(`${app.address}/?q=ferry`);
      const focused = () => page.evaluate(() => document.activeElement?.textContent ?? '');
      await page.keyboard.press('j');
      expect(await focused()).toContain('Night ferry returns');
      await page.keyboard.press('j');
      await page.keyboard.press('j');
      expect(await focused()).toContain('Bridge inspectors');
      await page.keyboard.press('j');
      await page.keyboard.press('k');
      await page.keyboard.press('k');
      expect(await page.evaluate(() => document.activeElement?.matches(':focus-visible'))).toBe(true);
      await page.keyboard.press('?');
      expect(await page.locator('dialog[open] h2').textContent()).toBe('Keys');
      await takePicture(page, 'search-keys');
      await page.keyboard.press('j');
      await page.keyboard.press('Escape');
      expect(await page.locator('dialog[open]').count()).toBe(0);
      await page.keyboard.press('/');
      await page.keyboard.type('jk?o/');
      expect(await page.inputValue('#q')).toBe('jk?o/');
      await page.goto(`${app.address}/?q=bolts`);
      await page.keyboard.press('j');
      await page.keyboard.press('Enter');
      await page.waitForURL(/articles/);
    });
    expect(complaints).toEqual([]);
  });

  it('writes hints into the field, and searches with them without JavaScript', async () => {
    await visit({}, async (page) => {
      await page.goto(`${app.address}/?q=ferry`);
      await page.click('.hints a:has-text("changed:headline")');
      expect(await page.inputValue('#q')).toBe('ferry changed:headline');
      await page.keyboard.type('any');
      expect(await page.inputValue('#q')).toBe('ferry changed:any');
      await page.waitForURL((url) => url.searchParams.get('q') === 'ferry changed:any');
      expect(await page.locator('.hit').count()).toBe(1);
    });
    await visit({ javaScriptEnabled: false }, async (page) => {
      await page.goto(`${app.address}/?q=ferry`);
      await page.click('.hints a:has-text("changed:headline")');
      expect(await page.inputValue('#q')).toBe('ferry changed:headline');
      expect(await page.locator('.hit').count()).toBe(1);
    });
  });

  it('gives the search to a shell and to the typed client, which find the same articles, and to Elasticsearch', async () => {
    await visit({ javaScriptEnabled: false }, async (page) => {
      await page.goto(
        `${app.address}/?q=ferry+-%22it%27s%22&source=harbour-times&sort=newest&from=2026-11-24`,
      );
      const ids = await page
        .locator('.hit h3 a')
        .evaluateAll((links) => links.map((link) => link.getAttribute('href')?.split('/').at(-1) ?? ''));
      expect(ids).toHaveLength(2);
      await page.click('text=copy it for curl');
      const [curl = '', typescript = '', elastic = ''] = await page
        .locator('.copy-block pre')
        .allTextContents();
      const answer = JSON.parse((await run('sh', ['-c', curl])).stdout) as { items: { id: string }[] };
      expect(answer.items.map(({ id }) => id)).toEqual(ids);
      const folder = mkdtempSync(join(tmpdir(), 'newsmill-copy-'));
      const client = new URL('../../../libs/client/dist/index.js', import.meta.url).href;
      writeFileSync(
        join(folder, 'search.mts'),
        typescript.replace("'@newsmill/client'", JSON.stringify(client)),
      );
      const { stdout } = await run(process.execPath, [join(folder, 'search.mts')]);
      rmSync(folder, { recursive: true, force: true });
      expect(
        stdout
          .trim()
          .split('\n')
          .map((line) => line.split(' ')[0]),
      ).toEqual(ids);
      const [, body = ''] = /^GET \/newsmill-articles\/_search\n([\s\S]+)$/.exec(elastic) ?? [];
      expect(JSON.parse(body)).toMatchObject({
        size: 20,
        sort: [{ published: { order: 'desc' } }, { id: { order: 'desc' } }],
      });
      expect(body).toContain('"harbour-times"');
      await page.goto(`${app.address}/copy?q=ferry&collapse=story`);
      expect(await page.locator('.copy-block').count()).toBe(2);
    });
  });

  it('has pages of people and places, linked from articles, filters, queries and lists', async () => {
    const complaints = await visit({ javaScriptEnabled: false }, async (page) => {
      await page.goto(app.address + article);
      await page.click('.panel a:has-text("Mara Quill")');
      expect(new URL(page.url()).pathname).toBe('/people/Mara%20Quill');
      expect(await page.locator('.hit').count()).toBe(2);
      expect(await page.locator('.chart-plot rect.series-1').count()).toBe(31);
      await page.click('.facet a:has-text("Port Alder")');
      expect(await page.locator('.name-head').textContent()).toContain('Wikidata Q4711');
      await page.click('a:has-text("Save this search")');
      expect(parametersOf(page)).toEqual({ q: 'place:"Port Alder"', name: 'Port Alder' });
      await page.goto(`${app.address}/?q=ferry`);
      await page.click('a[aria-label="About Stonehaven Quay"]');
      expect(await page.locator('h1').textContent()).toBe('Stonehaven Quay');
      await page.goto(`${app.address}/?q=${encodeURIComponent('organisation:"Harbour Council"')}`);
      await page.click('.names a');
      expect(await page.locator('h1').textContent()).toBe('Harbour Council');
      await page.goto(`${app.address}/today`);
      await page.click('.tops a:has-text("Mara Quill")');
      expect(await page.locator('h1').textContent()).toBe('Mara Quill');
    });
    expect(complaints).toEqual([]);
    for (const [path, status] of [
      ['/people/Nobody%20At%20All', 404],
      ['/people/AC%2FDC', 404],
      [`/people/${encodeURIComponent('ليلى '.repeat(19).trim())}`, 404],
      [`/people/${'x'.repeat(300)}`, 404],
      ['/people/%3Cscript%3E', 404],
      ['/places/Port%20Alder?span=century', 400],
    ] as const)
      expect([path, (await fetch(app.address + path)).status]).toEqual([path, status]);
    expect(await (await fetch(`${app.address}/people/%3Cscript%3E`)).text()).not.toContain('<script>');
  });

  it('loads the front page with all that it needs in less than 30 KB', async () => {
    const zipped = async (path: string) =>
      gzipSync(Buffer.from(await (await fetch(app.address + path)).arrayBuffer())).length;
    const html = await (await fetch(app.address)).text();
    const assets = [...html.matchAll(/"(\/assets\/[^"]+)"/g)].map(([, path = '']) => path);
    expect(assets.map((path) => path.split('.')[0])).toEqual([
      '/assets/icon',
      '/assets/console',
      '/assets/console',
    ]);
    const sizes = await Promise.all(['/', ...assets].map(zipped));
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(30_000);
  });

  it('counts all values of a field, and Today in one language', async () => {
    const complaints = await visit({ javaScriptEnabled: false }, async (page) => {
      await page.goto(`${app.address}/values?field=place&q=ferry`);
      expect(await page.locator('.values li').count()).toBe(2);
      expect(await page.locator('.pages').count()).toBe(0);
      await page.goto(`${app.address}/values?field=place&q=ferry&page=2`);
      expect(await page.locator('.values li').count()).toBe(0);
      await page.click('.pages a[rel=prev]');
      expect(await page.locator('.values').getAttribute('start')).toBe('1');
      await page.click('.values a:has-text("Port Alder")');
      expect(await page.inputValue('#q')).toBe('ferry place:"Port Alder"');
      await page.goto(`${app.address}/today?span=week`);
      await page.click('.choices a:has-text("German")');
      expect(parametersOf(page)).toEqual({ span: 'week', language: 'de' });
      expect(await page.locator('.tops').textContent()).not.toContain('Harbour Times');
      expect(await page.locator('.chart-plot a').first().getAttribute('href')).toContain('language=de');
    });
    expect(complaints).toEqual([]);
  });
});
