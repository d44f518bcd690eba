import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { byKeyboard, type ByKeyboard } from './testing/by-keyboard.ts';
import { openChromium } from './testing/open-chromium.ts';
import { openPaper, type Paper } from './testing/open-paper.ts';
import { openSeededApp, seededKey, type SeededApp } from './testing/seeded-app.ts';

const file =
  'id: harbour-times\nname: Harbour Times\nchannels:\n  - url: https://harbour-times.example/feed.xml\n';

describe('the console without a pointer', () => {
  let app: SeededApp;
  let paper: Paper;
  let browser: Browser;
  const directory = mkdtempSync(join(tmpdir(), 'newsmill-keyboard-'));
  beforeAll(async () => {
    writeFileSync(join(directory, 'harbour-times.yaml'), file);
    app = await openSeededApp({ now: Date.now, directory });
    paper = await openPaper();
    browser = await openChromium();
  });
  afterAll(async () => {
    await browser.close();
    await app.close();
    await paper.close();
    rmSync(directory, { recursive: true, force: true });
  });

  /** Does a task with keys alone, with scripts and without, from the page at `path` on, logged in there. */
  async function work(
    path: string,
    task: (keys: ByKeyboard, page: Page) => Promise<void>,
    { scripts = false, isKnown = true } = {},
  ): Promise<void> {
    const context = await browser.newContext({
      viewport: { width: 1280, height: 900 },
      javaScriptEnabled: scripts,
      reducedMotion: 'reduce',
    });
    const page = await context.newPage();
    const keys = byKeyboard(page);
    await page.goto(app.address + path);
    if (isKnown) {
      await keys.press('link', 'Log in');
      await keys.write(/^Key:/, seededKey);
      await keys.press('button', 'Log in');
      expect(page.url()).toBe(app.address + path);
    }
    await task(keys, page);
    await context.close();
  }

  it('searches and opens an article', async () => {
    await work(
      '/today',
      async (keys, page) => {
        await keys.to('link', 'Skip to the content');
        await page.keyboard.press('Enter');
        expect(await page.evaluate(() => document.activeElement?.id)).toBe('main');
        await keys.press('link', 'Search');
        await keys.write('Search the articles', 'ferry');
        await keys.press('button', 'Search');
        expect(await page.locator('.hit').count()).toBe(3);
        const title = (await page.locator('.hit h3').first().textContent()) ?? '';
        await keys.press('link', title);
        expect(await page.locator('h1').textContent()).toBe(title);
      },
      { isKnown: false },
    );
  });
  it('takes the completion of a query', async () => {
    await work(
      '/',
      async (keys, page) => {
        await keys.write('Search the articles', 'nigh');
        await page.locator('#completions [role=option]').first().waitFor();
        await page.keyboard.press('ArrowDown');
        await page.keyboard.press('Enter');
        await page.waitForURL((url) => url.searchParams.get('q') === 'night');
      },
      { scripts: true, isKnown: false },
    );
  });
  it('saves a search, chooses when it is told, and removes it', async () => {
    await work('/alerts?q=ferry', async (keys, page) => {
      await keys.write('Name', 'Ferries');
      await keys.write(/^Webhook/, 'https://hooks.example/x');
      await keys.to('field', 'When');
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('ArrowDown');
      await keys.press('button', 'Save this search');
      expect(await page.locator('.saved li').textContent()).toContain('daily');
      await keys.press('button', 'Remove');
      expect(await page.locator('.saved li').count()).toBe(0);
    });
  });
  it('pauses a source, and polls it now', async () => {
    await work('/sources', async (keys, page) => {
      await keys.press('button', 'Pause: Harbour Times');
      expect(await page.locator('[role="status"]').textContent()).toContain('is paused');
      await keys.press('button', 'Poll now: Harbour Times');
      expect(await page.locator('.examination').textContent()).toContain('is due now');
    });
  });
  it('edits the file of a source', async () => {
    await work('/sources/harbour-times', async (keys, page) => {
      await keys.to('field', /^Names, channels/);
      await page.keyboard.press('ControlOrMeta+End');
      await page.keyboard.type('tags: [sea]\n');
      await keys.press('button', 'Show what would change');
      expect(await page.locator('section[aria-labelledby="plan"]').textContent()).toContain('tags');
      await keys.press('button', 'Write it');
      expect(await page.locator('[role="status"]').textContent()).toContain('The file is written');
    });
  });
  it('tries a feed and adds it', async () => {
    await work('/preview', async (keys, page) => {
      await keys.write('Address of a feed, a front page or one article', paper.feed);
      await keys.to('summary', 'Private addresses');
      await page.keyboard.press('Enter');
      await keys.write(/^Private addresses that/, paper.pair);
      await keys.press('button', 'Try it');
      expect(await page.locator('.preview-story').count()).toBe(2);
      await keys.press('button', 'Add the best channel');
      expect(await page.locator('.examination').textContent()).toContain('was added with 1 channel');
    });
  });
  it('takes an article down and lets it in again', async () => {
    await work('/?q=ferry', async (keys, page) => {
      await keys.press('link', /Night ferry returns|ferry/i);
      await keys.press('link', 'Take it down');
      await keys.write('Reason, kept in the receipt', 'a court order');
      await keys.press('button', 'Take it down');
      expect(await page.locator('.saved li').textContent()).toContain('a court order');
      await keys.press('button', 'Allow it again');
      expect(await page.locator('.saved li').textContent()).toContain('lifted by');
    });
  });
  it('chooses a language, and goes on where one was', async () => {
    await work(
      '/sources?state=waiting&sort=name',
      async (keys, page) => {
        await keys.press('button', 'العربية');
        expect(page.url()).toBe(`${app.address}/sources?state=waiting&sort=name`);
        expect(await page.locator('html').getAttribute('dir')).toBe('rtl');
        await keys.press('button', 'English');
        expect(await page.locator('h1').textContent()).toBe('Sources');
      },
      { isKnown: false },
    );
  });
});
