import type { Browser, BrowserContext, Page } from 'playwright-core';

/** What came of pages that hold payloads: nothing of it may be. */
export interface Harm {
  /** How often a payload ran. */
  ran: number;
  dialogs: number;
  /** Addresses that a page asked for beside its own. */
  readonly asked: string[];
  /**
   * What the content security policy stopped: nothing should have come so far. The original of an article is shown as
   * it came, so that its own policy is what makes it harmless, and stops much.
   */
  readonly reports: string[];
  /** Errors of scripts. */
  readonly errors: string[];
  /** Addresses that would run something, or open a page of their own, once somebody follows them. */
  readonly lures: string[];
}

const harmless = (): Harm => ({ ran: 0, dialogs: 0, asked: [], reports: [], errors: [], lures: [] });
export const noHarm: Harm = harmless();

/** Whether an address is that of the original of an article. */
const isOfOriginal = (address: string, own: string | undefined): boolean =>
  own !== undefined && address.startsWith(`${own}/api/v1/articles/`) && address.endsWith('/original');

/** A context of a browser that notes all harm; requests to other origins than `own` are noted and refused. */
export async function openHostile(
  browser: Browser,
  own?: string,
): Promise<{ readonly page: Page; readonly harm: Harm; readonly context: BrowserContext }> {
  const context = await browser.newContext();
  const harm = harmless();
  const page = await context.newPage();
  page.on('dialog', (dialog) => {
    harm.dialogs += 1;
    return dialog.dismiss();
  });
  page.on('pageerror', (error) => harm.errors.push(error.message));
  page.on('console', (message) => {
    const isReport = /Content.Security.Policy|Refused to/i.test(message.text());
    if (isReport && !isOfOriginal(message.location().url, own)) harm.reports.push(message.text());
  });
  await page.route('**', (route) => {
    const address = route.request().url();
    if (own !== undefined && address.startsWith(`${own}/`)) return route.continue();
    harm.asked.push(address);
    return route.abort();
  });
  return { page, harm, context };
}

/** Touches everything that a reader could touch but links and buttons that lead away, then counts what ran. */
export async function touchAll(page: Page, harm: Harm): Promise<void> {
  await page.evaluate(() => {
    document.addEventListener('click', (event) => event.preventDefault(), true);
    document.addEventListener('submit', (event) => event.preventDefault(), true);
    for (const element of document.querySelectorAll('body *'))
      for (const name of ['focus', 'mouseover', 'pointerenter', 'toggle', 'scroll', 'click'])
        element.dispatchEvent(new Event(name, { bubbles: true, cancelable: true }));
  });
  const lures = await page.evaluate(() =>
    ['href', 'xlink:href', 'src', 'action', 'formaction', 'data', 'content'].flatMap((name) =>
      [...document.querySelectorAll(`[${CSS.escape(name)}]`)].flatMap((element) => {
        const value = element.getAttribute(name) ?? '';
        const isRun =
          URL.canParse(value) &&
          /^(?:javascript|vbscript|livescript|data|blob):$/.test(new URL(value).protocol);
        return isRun ? [value] : [];
      }),
    ),
  );
  harm.lures.push(...lures);
  await page.waitForTimeout(50);
  harm.ran += await page.evaluate(() => Number(Reflect.get(window, 'ran') ?? 0));
}

/** Shows HTML as a reader of mail or feeds would, without any policy. */
export async function showHtml(browser: Browser, html: string): Promise<Harm> {
  const { page, harm, context } = await openHostile(browser);
  await page.setContent(`<!doctype html><meta charset="utf-8"><main>${html}</main>`);
  await touchAll(page, harm);
  await page.waitForTimeout(250);
  harm.ran += await page.evaluate(() => Number(Reflect.get(window, 'ran') ?? 0));
  await context.close();
  return harm;
}
