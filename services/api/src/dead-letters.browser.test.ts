import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { addKey, readDead } from '@newsmill/operate';
import { brokenLetter } from './testing/contract-cases.ts';
import { holdTab } from './testing/hold-tab.ts';
import { openChromium } from './testing/open-chromium.ts';
import { openSeededApp, seededKey, type SeededApp } from './testing/seeded-app.ts';
import { takePicture } from './testing/take-picture.ts';
import { visitPage } from './testing/visit-page.ts';

describe('the pages of dead letters in Chromium', () => {
  let app: SeededApp;
  let browser: Browser;
  let writer: string;
  const own = Array.from({ length: 8 }, (_, i) => `c0ffee000000020${i}`);
  beforeAll(async () => {
    app = await openSeededApp({ now: Date.now });
    for (const id of own) await brokenLetter(app, id);
    writer = (await addKey(app.ports.registry, { name: 'operator', scope: 'write' }, Date.now())).key;
    browser = await openChromium();
  });
  afterAll(async () => {
    await browser.close();
    await app.close();
  });

  /** What is refused is answered with 400, which the browser tells too. */
  const visit = async (
    options: BrowserContextOptions,
    work: (page: Page) => Promise<void>,
  ): Promise<string[]> =>
    (await visitPage(browser, options, work)).filter((complaint) => !complaint.includes('400'));
  const idsNow = async () => (await readDead(app.ports, { limit: 500 })).letters.map(({ id }) => id);
  const overflow = (page: Page) =>
    page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

  /** Goes on with the Tab key until the element has the focus. */
  async function tabTo(page: Page, selector: string): Promise<void> {
    const look = (wanted: string) => ({ isLast: document.activeElement?.matches(wanted) === true });
    const passed = await holdTab(page, { look, about: [selector], most: 300 });
    if (passed.at(-1)?.isLast === true) return;
    throw new Error(`the keyboard does not reach ${selector}`);
  }
  async function logIn(page: Page, key: string): Promise<void> {
    await page.goto(`${app.address}/login?next=/dead`);
    await tabTo(page, '#key');
    await page.keyboard.type(key);
    await page.keyboard.press('Enter');
    await page.waitForURL(`${app.address}/dead`);
  }

  it.each([
    ['light', {}],
    ['dark', { colorScheme: 'dark' }],
    ['phone', { viewport: { width: 390, height: 844 } }],
    ['arabic', { viewport: { width: 390, height: 844 }, locale: 'ar' }],
  ] as readonly (readonly [string, BrowserContextOptions])[])(
    'shows causes, letters and one letter to whoever may act, without scrolling sideways: %s',
    async (form, options) => {
      const complaints = await visit(options, async (page) => {
        await logIn(page, seededKey);
        const group = (await page.getAttribute('.dead-group h3 a', 'href')) ?? '';
        for (const [name, path] of [
          ['causes', '/dead'],
          ['cause', group],
          ['letter', `/dead/${own[0]}`],
          ['bytes', '/dead/bin0000000000001'],
        ] as const) {
          await page.goto(app.address + path);
          expect([name, await overflow(page)]).toEqual([name, 0]);
          expect(await page.locator('h1').count()).toBe(1);
          const small = await page
            .locator('main button, main select, main input:not([type=hidden])')
            .evaluateAll((found) =>
              found.flatMap((element) => {
                const { width, height } = element.getBoundingClientRect();
                const label = element.closest('label')?.getBoundingClientRect();
                return Math.max(height, label?.height ?? 0) < 24 || Math.max(width, label?.width ?? 0) < 24
                  ? [`${element.outerHTML.slice(0, 80)} ${width}x${height}`]
                  : [];
              }),
            );
          expect([name, small]).toEqual([name, []]);
          await takePicture(page, `dead-${name}-${form}`, { fullPage: true });
        }
      });
      expect(complaints).toEqual([]);
    },
  );

  it('is worked by keyboard alone and without JavaScript: try, edit, replay, discard', async () => {
    const complaints = await visit({ javaScriptEnabled: false }, async (page) => {
      await logIn(page, seededKey);
      await tabTo(page, '.dead-group h3 a');
      await page.keyboard.press('Enter');
      await page.waitForURL(/\/dead\/letters\?group=/);
      // One is chosen, and tried.
      await tabTo(page, 'input[type=radio]');
      await page.keyboard.press('ArrowUp');
      await tabTo(page, 'input[name=id]');
      await page.keyboard.press('Space');
      await page.keyboard.press('Enter');
      await page.waitForSelector('.notice');
      expect(await page.locator('.notice').textContent()).toContain('0 of 1 would pass now.');
      expect(await page.locator('input[name=id]:checked').count()).toBe(1);
      await takePicture(page, 'dead-tried', { fullPage: true });
      // Its message is mended: first not enough, then as it should be.
      await tabTo(page, '.dead-letter a.address');
      await page.keyboard.press('Enter');
      await page.waitForSelector('#text');
      const letter = page.url().split('/').at(-1) ?? '';
      await tabTo(page, 'button[value=check]');
      await page.keyboard.press('Enter');
      await page.waitForSelector('#edit-result .faults');
      expect(await page.locator('#edit-result').textContent()).toContain('#/title');
      await takePicture(page, 'dead-edit-faults', { fullPage: true });
      const text = await page.inputValue('#text');
      await tabTo(page, '#text');
      await page.keyboard.press('Control+A');
      await page.keyboard.insertText(text.replace('{', '{ "title": "The night ferry returns",'));
      await tabTo(page, 'button[value=send]');
      await page.keyboard.press('Enter');
      await page.waitForURL(`${app.address}/dead`);
      expect(await page.locator('main').textContent()).toContain(`Letter ${letter} edited by`);
      expect(await idsNow()).not.toContain(letter);
      // The rest of the cause is replayed, and seen to the end.
      await tabTo(page, '.dead-group h3 a');
      await page.keyboard.press('Enter');
      await page.waitForURL(/\/dead\/letters\?group=/);
      await tabTo(page, 'input[name=rate]');
      await page.keyboard.press('Control+A');
      await page.keyboard.type('1000');
      await tabTo(page, 'button[formaction="/dead/replay"]');
      await page.keyboard.press('Enter');
      await page.waitForURL(`${app.address}/dead`);
      await takePicture(page, 'dead-replays', { fullPage: true });
      for (let looks = 0; looks < 100; looks += 1) {
        if ((await page.locator('.runs').textContent())?.includes('done') === true) break;
        await page.reload();
      }
      expect(await page.locator('.runs').textContent()).toContain('7 of 7 replayed');
      expect((await idsNow()).filter((id) => own.includes(id))).toEqual([]);
      // One is given up, with its reason.
      await page.goto(`${app.address}/dead/a1b2c3d4e5f60718`);
      await tabTo(page, 'button[formaction="/dead/discard"]');
      await page.keyboard.press('Enter');
      expect(await page.locator('.problem').textContent()).toContain('why');
      await tabTo(page, 'input[name=why]');
      await page.keyboard.type('the page is a <film>');
      await tabTo(page, 'button[formaction="/dead/discard"]');
      await page.keyboard.press('Enter');
      await page.waitForURL(`${app.address}/dead`);
      expect(await page.locator('main').textContent()).toContain('the page is a <film>');
      expect(await idsNow()).not.toContain('a1b2c3d4e5f60718');
      await takePicture(page, 'dead-done', { fullPage: true });
    });
    expect(complaints).toEqual([]);
  });

  it('offers no deed to whoever may not do it', async () => {
    await visit({}, async (page) => {
      await page.goto(`${app.address}/dead/letters`);
      expect(await page.locator('input[name=id], button[formaction]').count()).toBe(0);
      await logIn(page, writer);
      await page.goto(`${app.address}/dead/ffee00112233aabb`);
      expect(await page.locator('button[formaction="/dead/replay"]').count()).toBe(1);
      expect(await page.locator('#text').count()).toBe(0);
      expect(await page.locator('main').textContent()).toContain('scope admin to edit');
    });
  });
});
