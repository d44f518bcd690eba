import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Block } from '@newsmill/contracts';
import { readPage } from '@newsmill/clean';
import { toSafeHtml } from '@newsmill/text';
import { chromium, type Browser, type Page } from 'playwright-core';
import { markupPayloads } from '../libs/clean/src/testing/markup-payloads.ts';

const executablePath = process.env['TEST_CHROMIUM'] ?? '/usr/bin/chromium';
const payloads = markupPayloads();
const kinds = Block.shape.kind.options;

/** What came of a page: how often a payload ran, which addresses it asked for, which dialogs it opened. */
async function open(
  browser: Browser,
  html: string,
): Promise<{ ran: number; asked: string[]; dialogs: number }> {
  const page: Page = await browser.newPage();
  const asked: string[] = [];
  let dialogs = 0;
  page.on('dialog', (dialog) => {
    dialogs += 1;
    return dialog.dismiss();
  });
  await page.route('**', (route) => {
    asked.push(route.request().url());
    return route.abort();
  });
  await page.setContent(`<!doctype html><meta charset="utf-8"><main>${html}</main>`);
  // Everything that a reader could touch is touched.
  await page.evaluate(() => {
    for (const element of document.querySelectorAll('main *'))
      for (const name of ['click', 'focus', 'mouseover', 'pointerenter', 'toggle', 'scroll'])
        element.dispatchEvent(new Event(name, { bubbles: true, cancelable: true }));
  });
  await page.waitForTimeout(300);
  const ran = await page.evaluate(() => Number(Reflect.get(window, 'ran') ?? 0));
  await page.close();
  return { ran, asked, dialogs };
}

describe('the HTML of an article in Chromium', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await chromium.launch({
      executablePath,
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    });
  });
  afterAll(() => browser.close());

  it('would run payloads that nobody escapes', async () => {
    const { ran } = await open(
      browser,
      payloads
        .filter(({ name }) => /^(?:img|svg|details|video) \w+ plain text$/.test(name))
        .map(({ text }) => text)
        .join(''),
    );
    expect(ran).toBeGreaterThan(0);
  });

  it('runs no payload in any kind of block', async () => {
    const blocks = payloads.map(
      ({ text }, index): Block => ({
        kind: kinds[index % kinds.length] ?? 'paragraph',
        text,
        url: `https://a.example/?${text}`,
        provider: text,
      }),
    );
    expect(await open(browser, toSafeHtml({ blocks }))).toEqual({ ran: 0, asked: [], dialogs: 0 });
  });

  it('runs none of a page that was cleaned', async () => {
    const html = `<html lang="en"><head><title>Ferry returns</title></head><body><article><h1>Ferry returns</h1>${payloads
      .filter((_, index) => index % 8 === 0)
      .map(
        ({ text }) =>
          `<p>The ferry left the pier at seven in the morning, said the harbour master, who had counted them. ${text}</p>`,
      )
      .join('')}</article></body></html>`;
    expect(
      await open(browser, toSafeHtml(readPage({ html }, { url: 'https://paper.example/a', now: 0 }).article)),
    ).toEqual({ ran: 0, asked: [], dialogs: 0 });
  });
});
