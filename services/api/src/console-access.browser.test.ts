import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { AxeResults } from 'axe-core';
import type { Browser, Page } from 'playwright-core';
import { openSession } from '@newsmill/operate';
import { consolePages } from './testing/console-pages.ts';
import { openChromium } from './testing/open-chromium.ts';
import { resizePage } from './testing/resize-page.ts';
import { openSeededApp, seededKey, type SeededApp } from './testing/seeded-app.ts';
import { goTo } from './testing/visit-page.ts';

const wide = { width: 1280, height: 900 };
const phone = { width: 390, height: 844 };
const narrow = { width: 320, height: 640 };
/** What depends on colours. They do not depend on the language. */
const colours = ['color-contrast', 'link-in-text-block'];
/** What depends on where things lie and how large they are; the size of targets is off by default. */
const places = ['target-size', 'scrollable-region-focusable'];
/** Everything that axe knows of WCAG 2.2 AA, and its best practices. */
const all = { rules: { 'target-size': { enabled: true } } };
const allButColours = {
  rules: { ...all.rules, ...Object.fromEntries(colours.map((rule) => [rule, { enabled: false }])) },
};
const only = (...rules: readonly string[]) => ({ ...all, runOnly: rules });

/** axe in half the bytes: every page compiles it. */
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** What axe puts into a page. */
interface Rules {
  run(page: Document, options: object): Promise<AxeResults>;
}

/** What a look at a page found. */
interface Look {
  readonly content: string;
  readonly found: readonly string[];
}

/** What a page shows between its head and its foot. */
function contentOf(html: string): string {
  return html.slice(html.indexOf('<main'), html.indexOf('</main>') + 1);
}

describe('the console by the rules of axe', () => {
  let app: SeededApp;
  let browser: Browser;
  let session: string;
  beforeAll(async () => {
    // The clock stands still, so that a stranger is told the same times as the admin was.
    const opened = Date.now();
    app = await openSeededApp({ now: () => opened });
    session = (await openSession(app.ports, seededKey, 'axe'))?.token ?? '';
    // A page is left before axe has earned what it costs to optimise its code.
    browser = await openChromium('--js-flags=--no-maglev,--no-turbofan');
  });
  afterAll(async () => {
    await browser.close();
    await app.close();
  });

  async function faults(page: Page, options: object): Promise<readonly string[]> {
    return page.evaluate(async (wish) => {
      // Put in by `addInitScript` below, which the policy of the page does not hold back.
      const { axe: rules } = window as unknown as { readonly axe: Rules };
      const { violations } = await rules.run(document, { ...wish, resultTypes: ['violations'] });
      return violations.flatMap(({ id, nodes }) =>
        nodes.map(({ html, any: [reason] }) => `${id}: ${html.slice(0, 200)} ${reason?.message ?? ''}`),
      );
    }, options);
  }

  /** Whether a page scrolls sideways on the narrowest screen (WCAG 2.2, 1.4.10). */
  async function sideways(page: Page): Promise<readonly string[]> {
    await resizePage(page, narrow);
    const width = await page.evaluate(() => document.documentElement.scrollWidth);
    return width > narrow.width ? [`scrolls sideways: ${width} of ${narrow.width} px`] : [];
  }

  /**
   * Keeps in the page, under a name, what a width may change of each element beside its place: whether it is shown, and
   * what makes its contrast (its colours, and whether WCAG takes its text for large) where it is shown.
   */
  function mark(page: Page, name: string): Promise<void> {
    return page.evaluate((key) => {
      const marks = [...document.querySelectorAll('body, body *')].map((element) => {
        // First of all: to ask for the place of what a closed element holds makes the browser lay it out.
        if (!element.checkVisibility({ visibilityProperty: true, opacityProperty: true }))
          return { shown: false, contrast: '' };
        const { width, height, right } = element.getBoundingClientRect();
        const style = getComputedStyle(element);
        const size = Number.parseFloat(style.fontSize);
        const isLarge = size >= 24 || (size >= 18.66 && Number(style.fontWeight) >= 700);
        const { color, backgroundColor, backgroundImage, textShadow, opacity, textDecoration } = style;
        const paint = [color, backgroundColor, backgroundImage, textShadow, opacity, textDecoration, isLarge];
        return { shown: width > 0 && height > 0 && right > 0, contrast: paint.join(' ') };
      });
      Reflect.set(window, key, marks);
    }, name);
  }
  /** Whether each element is shown, or shown and painted, as it was under the other name. */
  function isSame(
    page: Page,
    kind: 'shown' | 'contrast',
    names: readonly [string, string],
  ): Promise<boolean> {
    return page.evaluate(
      ([first, second, wanted]) => {
        type Mark = { readonly shown: boolean; readonly contrast: string };
        const [one, other] = [first, second].map((key) => Reflect.get(window, key) as readonly Mark[]);
        return (
          one?.length === other?.length &&
          one?.every(({ shown, contrast }, index) => {
            const match = other?.[index];
            return shown === match?.shown && (wanted === 'shown' || contrast === match.contrast);
          }) === true
        );
      },
      [...names, kind] as const,
    );
  }

  /**
   * Faults of a page, wide and light, on a phone and dark. What axe says of structure and names depends on the document
   * and on what of it is shown: the phone is asked for it where it shows something else. Contrast depends on colours
   * and on what is large: the other two, wide and dark, on a phone and light, are asked where an element differs in
   * these between the two widths. And whether it fits on the narrowest screen.
   */
  async function look(page: Page, path: string, language: string): Promise<Look> {
    const hasColours = language === 'en';
    await page.setViewportSize(wide);
    await page.emulateMedia({ colorScheme: 'light' });
    const answer = await goTo(page, app.address + path);
    const content = contentOf((await answer?.text()) ?? '');
    const found = [...(await faults(page, hasColours ? all : allButColours))];
    await mark(page, 'wide light');
    await page.emulateMedia({ colorScheme: 'dark' });
    if (hasColours) await mark(page, 'wide dark');
    await resizePage(page, phone);
    await mark(page, 'phone dark');
    if (await isSame(page, 'shown', ['wide light', 'phone dark']))
      found.push(...(await faults(page, only(...places, ...(hasColours ? colours : [])))));
    else found.push(...(await faults(page, hasColours ? all : allButColours)));
    await page.emulateMedia({ colorScheme: 'light' });
    if (hasColours) {
      await mark(page, 'phone light');
      if (!(await isSame(page, 'contrast', ['wide light', 'phone light'])))
        found.push(...(await faults(page, only(...colours))));
    }
    found.push(...(await sideways(page)));
    if (hasColours && !(await isSame(page, 'contrast', ['wide dark', 'phone dark']))) {
      await page.emulateMedia({ colorScheme: 'dark' });
      await resizePage(page, wide);
      found.push(...(await faults(page, only(...colours))));
    }
    return { content, found: [...new Set(found)] };
  }

  /** What the admin was shown, by language and path. */
  const shown = new Map<string, string>();
  const readers = [
    { name: 'an admin who reads Arabic', language: 'ar', isKnown: true },
    { name: 'a stranger who reads Arabic', language: 'ar', isKnown: false },
    { name: 'an admin who reads English', language: 'en', isKnown: true },
    { name: 'a stranger who reads English', language: 'en', isKnown: false },
  ];
  it.each(readers)(
    'is without a fault for $name',
    async ({ language, isKnown }) => {
      const context = await browser.newContext({ viewport: wide, reducedMotion: 'reduce' });
      const cookies = { 'newsmill-language': language, ...(isKnown ? { 'newsmill-session': session } : {}) };
      await context.addCookies(
        Object.entries(cookies).map(([name, value]) => ({ name, value, url: app.address })),
      );
      await context.addInitScript({ content: axe });
      const page = await context.newPage();
      const found: Record<string, readonly string[]> = {};
      let looks = 0;
      for (const path of [...Object.values(consolePages).flat(), '/nothing-is-here']) {
        const key = `${language} ${path}`;
        // Where a stranger is shown what the admin was shown, to the letter, it was looked at; what is around it (head
        // and foot) is the same on all pages of a stranger, and looked at with the others.
        const before = isKnown ? undefined : shown.get(key);
        if (before !== undefined) {
          const answer = await context.request.get(app.address + path);
          if (before === contentOf(await answer.text())) continue;
        }
        const { content, found: here } = await look(page, path, language);
        looks += 1;
        if (isKnown && content !== '') shown.set(key, content);
        if (here.length > 0) found[path] = here;
      }
      await context.close();
      expect(found).toEqual({});
      expect(looks).toBeGreaterThan(10);
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
      await goTo(page, app.address + path);
      const here = await sideways(page);
      if (here.length > 0) found[path] = here;
    }
    await context.close();
    expect(found).toEqual({});
  }, 240_000);
});
