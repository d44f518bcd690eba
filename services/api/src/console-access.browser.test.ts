import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import axe, { type AxeResults } from 'axe-core';
import type { Browser, Page } from 'playwright-core';
import { openSession } from '@newsmill/operate';
import { consolePages } from './testing/console-pages.ts';
import { openChromium } from './testing/open-chromium.ts';
import { openSeededApp, seededKey, type SeededApp } from './testing/seeded-app.ts';

const wide = { width: 1280, height: 900 };
const phone = { width: 390, height: 844 };
const narrow = { width: 320, height: 640 };
/** Everything that axe knows of WCAG 2.2 AA, and its best practices; the size of targets is off by default. */
const all = { rules: { 'target-size': { enabled: true } } };
const rulesOfColours = ['color-contrast', 'link-in-text-block'];
/** What depends on the colours alone, and all else: colours do not depend on the language. */
const colours = { runOnly: rulesOfColours };
const allButColours = {
  rules: { ...all.rules, ...Object.fromEntries(rulesOfColours.map((rule) => [rule, { enabled: false }])) },
};

/** What axe puts into a page. */
interface Rules {
  run(page: Document, options: object): Promise<AxeResults>;
}

describe('the console by the rules of axe', () => {
  let app: SeededApp;
  let browser: Browser;
  let session: string;
  beforeAll(async () => {
    app = await openSeededApp({ now: Date.now });
    session = (await openSession({ ...app.ports, now: Date.now }, seededKey, 'axe'))?.token ?? '';
    browser = await openChromium();
  });
  afterAll(async () => {
    await browser.close();
    await app.close();
  });

  async function faults(page: Page, options: object): Promise<readonly string[]> {
    return page.evaluate(async (wish) => {
      // Put in by `evaluate` below, which the policy of the page does not hold back.
      const { axe: rules } = window as unknown as { readonly axe: Rules };
      const { violations } = await rules.run(document, { ...wish, resultTypes: ['violations'] });
      return violations.flatMap(({ id, nodes }) =>
        nodes.map(({ html, any: [reason] }) => `${id}: ${html.slice(0, 200)} ${reason?.message ?? ''}`),
      );
    }, options);
  }

  /** Whether a page scrolls sideways on the narrowest screen (WCAG 2.2, 1.4.10). */
  async function sideways(page: Page): Promise<readonly string[]> {
    await page.setViewportSize(narrow);
    // The page is told of its new size a moment later.
    await page.waitForFunction((wanted) => window.innerWidth === wanted, narrow.width);
    const width = await page.evaluate(() => document.documentElement.scrollWidth);
    return width > narrow.width ? [`scrolls sideways: ${width} of ${narrow.width} px`] : [];
  }

  /**
   * Faults of a page, wide and light, on a phone and dark, by every rule; where an admin reads English, the colours of
   * all four, since strangers see no others. And whether it fits on the narrowest screen.
   */
  async function look(
    page: Page,
    path: string,
    { language, isKnown }: { readonly language: string; readonly isKnown: boolean },
  ): Promise<readonly string[]> {
    await page.setViewportSize(wide);
    await page.emulateMedia({ colorScheme: 'light' });
    await page.goto(app.address + path, { waitUntil: 'load' });
    await page.evaluate(axe.source);
    const rules = language === 'en' ? all : allButColours;
    const hasAllColours = language === 'en' && isKnown;
    const found = [...(await faults(page, rules))];
    await page.emulateMedia({ colorScheme: 'dark' });
    if (hasAllColours) found.push(...(await faults(page, colours)));
    await page.setViewportSize(phone);
    found.push(...(await faults(page, rules)));
    await page.emulateMedia({ colorScheme: 'light' });
    if (hasAllColours) found.push(...(await faults(page, colours)));
    found.push(...(await sideways(page)));
    return [...new Set(found)];
  }

  const readers = [
    { name: 'a stranger who reads English', language: 'en', isKnown: false },
    { name: 'an admin who reads Arabic', language: 'ar', isKnown: true },
    { name: 'an admin who reads English', language: 'en', isKnown: true },
    { name: 'a stranger who reads Arabic', language: 'ar', isKnown: false },
  ];
  it.each(readers)(
    'is without a fault for $name',
    async ({ language, isKnown }) => {
      const context = await browser.newContext({ viewport: wide, reducedMotion: 'reduce' });
      const cookies = { 'newsmill-language': language, ...(isKnown ? { 'newsmill-session': session } : {}) };
      await context.addCookies(
        Object.entries(cookies).map(([name, value]) => ({ name, value, url: app.address })),
      );
      const page = await context.newPage();
      const found: Record<string, readonly string[]> = {};
      for (const path of [...Object.values(consolePages).flat(), '/nothing-is-here']) {
        const here = await look(page, path, { language, isKnown });
        if (here.length > 0) found[path] = here;
      }
      await context.close();
      expect(found).toEqual({});
    },
    240_000,
  );
  it('never scrolls sideways on the narrowest screen in German, whose words are the longest', async () => {
    const context = await browser.newContext({ viewport: narrow, reducedMotion: 'reduce' });
    const cookies = { 'newsmill-language': 'de', 'newsmill-session': session };
    await context.addCookies(
      Object.entries(cookies).map(([name, value]) => ({ name, value, url: app.address })),
    );
    const page = await context.newPage();
    const found: Record<string, readonly string[]> = {};
    for (const path of Object.values(consolePages).flat()) {
      await page.goto(app.address + path, { waitUntil: 'load' });
      const here = await sideways(page);
      if (here.length > 0) found[path] = here;
    }
    await context.close();
    expect(found).toEqual({});
  }, 240_000);
});
