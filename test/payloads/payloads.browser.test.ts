import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Block } from '@newsmill/contracts';
import { readPage } from '@newsmill/clean';
import { toSafeHtml } from '@newsmill/text';
import type { Browser } from 'playwright-core';
import { openChromium } from '../../services/api/src/testing/open-chromium.ts';
import { hostileArticle, newsOf } from './hostile-article.ts';
import { allPayloads, morePayloads } from './more-payloads.ts';
import { noHarm, openHostile, showHtml } from './open-hostile.ts';
import { openHostileMill, type HostileMill } from './hostile-mill.ts';
import { showConsole } from './show-console.ts';
import { showFeeds } from './show-feeds.ts';
import { faultsOfForms, htmlForms, htmlOfMessages, messagesOf } from './written-forms.ts';

const payloads = allPayloads();
const more = morePayloads();
const kinds = Block.shape.kind.options;
/** Every eighth of the matrix and all others; `npm run bench -- payloads` shows all. */
const some = payloads.filter((_, index) => index % 8 === 0 || index >= payloads.length - more.length);
const articles = Array.from({ length: Math.ceil(some.length / 50) }, (_, at) =>
  hostileArticle(some.slice(at * 50, (at + 1) * 50), at),
);
/** Of these each stands in what lists of articles tell. */
const news = newsOf(some.filter((_, index) => index % 4 === 0));

describe('payloads in Chromium', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await openChromium();
  });
  afterAll(() => browser.close());

  it('are at least 7,128, all different', () => {
    expect(new Set(payloads.map(({ text }) => text)).size).toBeGreaterThanOrEqual(7_128);
  });

  it('would run where nobody escapes them, and be reported where a policy stops them', async () => {
    const { ran } = await showHtml(
      browser,
      payloads
        .filter(({ name }) => /^(?:img|svg|details|video) \w+ plain text$/.test(name))
        .map(({ text }) => text)
        .join(''),
    );
    expect(ran).toBeGreaterThan(0);
    const mutated = await showHtml(
      browser,
      more
        .filter(({ name }) => /^mutation/.test(name))
        .slice(0, 30)
        .map(({ text }) => `<div>${text}</div>`)
        .join(''),
    );
    expect(mutated.ran).toBeGreaterThan(0);
    const { page, harm, context } = await openHostile(browser);
    await page.setContent(
      '<meta http-equiv="Content-Security-Policy" content="script-src \'none\'"><img src=x onerror="window.ran=1">',
    );
    await page.waitForTimeout(300);
    await context.close();
    expect(harm.reports.length).toBeGreaterThan(0);
  });

  it('run in no kind of block of an article', async () => {
    const blocks = payloads.map(
      ({ text }, index): Block => ({
        kind: kinds[index % kinds.length] ?? 'paragraph',
        text,
        url: `https://a.example/?${text}`,
        provider: text,
      }),
    );
    expect(await showHtml(browser, toSafeHtml({ blocks }))).toEqual(noHarm);
  });

  it('run in no page that was cleaned', async () => {
    const html = `<html lang="en"><head><title>Ferry returns</title></head><body><article><h1>Ferry returns</h1>${some
      .map(
        ({ text }) =>
          `<p>The ferry left the pier at seven in the morning, said the harbour master, who had counted them. ${text}</p>`,
      )
      .join('')}</article></body></html>`;
    expect(
      await showHtml(
        browser,
        toSafeHtml(readPage({ html }, { url: 'https://paper.example/a', now: 0 }).article),
      ),
    ).toEqual(noHarm);
  });

  it('run in no mail, message of Matrix, description of a feed or Markdown', async () => {
    const [wide, short] = [htmlForms(articles), htmlOfMessages(news)];
    for (const form of Object.keys(wide))
      expect([form, await showHtml(browser, `${wide[form]}${short[form]}`)]).toEqual([form, noHarm]);
  });

  it('are no formula, markup or mention in what programs read', () => {
    expect([...faultsOfForms(articles), ...messagesOf(news).flatMap(faultsOfForms)]).toEqual([]);
  });

  describe('in a mill', () => {
    let mill: HostileMill;
    beforeAll(async () => {
      mill = await openHostileMill(some.filter((_, index) => index % 4 === 0));
    }, 60_000);
    afterAll(() => mill.close());

    it('run on no page of the console, and leave nothing for its policy to stop', async () => {
      const { harm, shown, without } = await showConsole(browser, mill);
      expect(harm).toEqual(noHarm);
      // This list is the same in every mill.
      expect(without).toEqual(['/problems']);
      expect(shown).toBeGreaterThan(10_000);
    }, 240_000);

    it('run in no feed that a browser opens', async () => {
      const fed = payloads.filter((_, index) => index % 64 === 0);
      const { harm, shown } = await showFeeds(browser, mill, fed);
      expect(harm).toEqual(noHarm);
      for (const length of Object.values(shown)) expect(length).toBeGreaterThan(fed.length * 100);
      expect(Object.keys(shown)).toEqual(['rss', 'atom', 'json']);
    }, 60_000);
  });
});
