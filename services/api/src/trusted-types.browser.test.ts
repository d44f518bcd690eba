import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { openSession } from '@newsmill/operate';
import { sessionCookie } from './guards/session-cookie.ts';
import { openChromium } from './testing/open-chromium.ts';
import { openSeededApp, seededKey, type SeededApp } from './testing/seeded-app.ts';
import { goTo } from './testing/visit-page.ts';

/** What becomes of each way by which a script makes HTML or script of a text: the name of the error, or `taken`. */
function trySinks(page: Page): Promise<Readonly<Record<string, string>>> {
  return page.evaluate(() => {
    const text = '<img id="planted">';
    const place = document.body.appendChild(document.createElement('div'));
    const script = document.createElement('script');
    const sinks: Record<string, () => unknown> = {
      innerHTML: () => (place.innerHTML = text),
      outerHTML: () => (place.appendChild(document.createElement('p')).outerHTML = text),
      insertAdjacentHTML: () => place.insertAdjacentHTML('beforeend', text),
      createContextualFragment: () => document.createRange().createContextualFragment(text),
      parseFromString: () => new DOMParser().parseFromString(text, 'text/html'),
      srcdoc: () => (document.createElement('iframe').srcdoc = text),
      'text of a script': () => (script.text = 'planted()'),
      'address of a script': () => (script.src = '/assets/planted.js'),
      'handler of an event': () => place.setAttribute('onclick', 'planted()'),
    };
    const told = Object.entries(sinks).map(([name, sink]) => {
      try {
        sink();
        return [name, 'taken'];
      } catch (error) {
        return [name, error instanceof Error ? error.name : 'something'];
      }
    });
    return Object.fromEntries(told);
  });
}
const planted = (page: Page) => page.evaluate(() => document.querySelector('#planted') !== null);
const allAre = (told: Readonly<Record<string, string>>, what: string) =>
  Object.fromEntries(Object.keys(told).map((name) => [name, what]));

describe('the policy of the pages in a browser', () => {
  let app: SeededApp;
  let browser: Browser;
  beforeAll(async () => {
    app = await openSeededApp();
    browser = await openChromium();
  });
  afterAll(async () => {
    await browser.close();
    await app.close();
  });

  it.each(['/', '/login', '/sources', '/dead', '/nothing-is-here'])(
    'lets no script make HTML or script of a text: %s',
    async (path) => {
      const context = await browser.newContext();
      const { token = '' } = (await openSession(app.ports, seededKey, 'types')) ?? {};
      await context.addCookies([{ name: sessionCookie, value: token, url: app.address }]);
      const page = await context.newPage();
      await goTo(page, app.address + path);
      const told = await trySinks(page);
      expect(told).toEqual(allAre(told, 'TypeError'));
      expect(await planted(page)).toBe(false);
      // Nor can it give itself leave.
      const leave = await page.evaluate(() => {
        const { trustedTypes } = window as unknown as {
          readonly trustedTypes: { createPolicy(name: string, rules: object): unknown };
        };
        try {
          trustedTypes.createPolicy('own', { createHTML: (html: string) => html });
          return 'given';
        } catch (error) {
          return error instanceof Error ? error.name : 'something';
        }
      });
      expect(leave).toBe('TypeError');
      await context.close();
    },
  );

  it('is what holds them: without it each is taken', async () => {
    const page = await browser.newPage();
    await page.setContent('<p>A page without a policy</p>');
    const told = await trySinks(page);
    expect(told).toEqual(allAre(told, 'taken'));
    expect(await planted(page)).toBe(true);
    await page.close();
  });
});
