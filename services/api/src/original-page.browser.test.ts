import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { openChromium } from './testing/open-chromium.ts';
import { openSeededApp, type SeededApp } from './testing/seeded-app.ts';
import { hostilePage, seededId } from './testing/seeded-articles.ts';
import { takePicture } from './testing/take-picture.ts';

const article = `/articles/${seededId('harbour-times', 'night-ferry-returns')}`;

describe('a page that a publisher wrote', () => {
  let witness: Server;
  let origin = '';
  /** Connections that were opened to the witness, and what was asked on them. */
  const asked: string[] = [];
  let app: SeededApp;
  let browser: Browser;
  beforeAll(async () => {
    witness = createServer((request, response) => {
      asked.push(request.url ?? '');
      response.end();
    });
    witness.on('connection', () => asked.push('connection'));
    await new Promise<void>((resolve) => void witness.listen(0, '127.0.0.1', resolve));
    // listening on a port
    origin = `http://127.0.0.1:${(witness.address() as AddressInfo).port}`;
    app = await openSeededApp({ witness: origin });
    browser = await openChromium();
  });
  afterAll(async () => {
    await browser.close();
    await app.close();
    witness.close();
  });

  it.each([
    ['in the frame beside its text', `${article}/original`],
    ['by itself', `/api/v1${article}/original`],
  ])('runs nothing and asks nobody: %s', async (_where, path) => {
    const page = await browser.newPage();
    const answers: string[] = [];
    page.on('response', (response) => answers.push(response.url()));
    await page.goto(app.address + path);
    const frame = page.frames().find((one) => one.url().includes('/api/v1/')) ?? page.mainFrame();
    await frame.locator('h1:has-text("Night ferry returns")').first().waitFor();
    await takePicture(page, `original-${path.startsWith('/api') ? 'alone' : 'beside'}`);
    // What a page could do after a while: refresh, autoplay, prefetch.
    await page.waitForTimeout(1_500);
    expect(asked).toEqual([]);
    expect(answers.filter((url) => !url.startsWith(app.address))).toEqual([]);
    expect(await page.evaluate(() => 'executed' in window || document.title.includes('executed'))).toBe(
      false,
    );
    await page.close();
  });

  it('leads nowhere from the frame: links, forms and scripts of links are stopped', async () => {
    const page = await browser.newPage();
    await page.goto(`${app.address}${article}/original`);
    for (const target of ['[id="out"]', 'form button', '[id="script"]']) {
      const frame = page.frames().find((one) => one.url().includes('/api/v1/'));
      await frame?.locator(target).click({ timeout: 5_000, noWaitAfter: true });
      await page.waitForTimeout(300);
      await page.reload();
    }
    expect(page.url()).toBe(`${app.address}${article}/original`);
    expect(await page.evaluate(() => 'executed' in window)).toBe(false);
    expect(asked).toEqual([]);
    await page.close();
  });

  it('would ask and run without the policy: the page of this test is hostile', async () => {
    const page = await browser.newPage();
    await page.setContent(hostilePage(origin).replace('http-equiv="refresh"', ''));
    await page.waitForFunction(() => 'executed' in window);
    await page.waitForTimeout(500);
    expect(asked).toContain('/image.png');
    expect(asked).toContain('connection');
    asked.length = 0;
    await page.close();
  });

  it('shows text and page in turns on a phone, without JavaScript', async () => {
    const context = await browser.newContext({
      viewport: { width: 390, height: 800 },
      javaScriptEnabled: false,
    });
    const page = await context.newPage();
    await page.goto(`${app.address}${article}/original`);
    expect(await page.locator('.beside-text').isVisible()).toBe(true);
    expect(await page.locator('.beside-page').isVisible()).toBe(false);
    await page.click('.beside-choice a:has-text("Page")');
    expect(await page.locator('.beside-text').isVisible()).toBe(false);
    await page.frameLocator('iframe').locator('h1').waitFor();
    await takePicture(page, 'original-phone', { fullPage: true });
    await context.close();
  });

  it('says where there is none, and leads to the publisher', async () => {
    const page = await browser.newPage();
    const copy = `/articles/${seededId('deich-bote', 'night-ferry-wire')}/original`;
    expect((await page.goto(app.address + copy))?.status()).toBe(404);
    expect(await page.locator('.empty').textContent()).toContain('The archive of this mill does not hold');
    expect(await page.locator('.empty a').getAttribute('href')).toContain('https://deich-bote.example/');
    await page.close();
  });

  it('is not shown where its rights withhold the text', async () => {
    const [first] = (await app.ports.library.list({ limit: 100 })).items.filter(
      ({ ingest }) => ingest.archive !== undefined,
    );
    if (first === undefined) throw new Error('no article has a page');
    const denied = { decision: 'denied', rules: [{ source: 'meta robots', value: 'nosnippet' }] } as const;
    await app.ports.library.write([
      {
        ...first,
        version: first.version + 1,
        rights: { fullText: { ...denied, rules: [...denied.rules] }, reserved: ['fullText'] },
      },
    ]);
    await app.ports.library.refresh();
    const answer = await fetch(`${app.address}/api/v1${article}/original`);
    expect([answer.status, ((await answer.json()) as { code: string }).code]).toEqual([404, 'no-original']);
  });
});
