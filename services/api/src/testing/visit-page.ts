import type { Browser, BrowserContextOptions, Page, Response } from 'playwright-core';

/**
 * Chromium cuts its connections when interfaces of the machine come or go, as those of containers beside it do:
 * that says nothing of the page.
 */
const isOfMachine = (complaint: string): boolean =>
  complaint.includes('net::ERR_NETWORK_CHANGED') ||
  // Its page of the error, which opens the address again by itself.
  complaint.includes('is interrupted by another navigation');
const mostVisits = 3;

/** Opens an address; again where the network of the machine changed meanwhile. */
export async function goTo(page: Page, address: string): Promise<Response | null> {
  for (let visit = 1; ; visit += 1)
    try {
      return await page.goto(address);
    } catch (error) {
      if (visit === mostVisits || !isOfMachine(String(error))) throw error;
    }
}

/**
 * Runs `work` on a fresh page and answers what the browser complained of: errors, warnings, and what `watch`
 * adds. Work that fails because the network of the machine changed is done again.
 */
export async function visitPage(
  browser: Browser,
  options: BrowserContextOptions,
  work: (page: Page) => Promise<void>,
  watch: (page: Page, complaints: string[]) => void = () => undefined,
): Promise<string[]> {
  for (let visit = 1; ; visit += 1) {
    const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options });
    const complaints: string[] = [];
    try {
      const page = await context.newPage();
      page.on('console', (message) => {
        if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text());
      });
      page.on('pageerror', (error) => complaints.push(error.message));
      watch(page, complaints);
      await work(page);
      return complaints.filter((one) => !isOfMachine(one));
    } catch (error) {
      if (visit === mostVisits || ![String(error), ...complaints].some(isOfMachine)) throw error;
    } finally {
      await context.close();
    }
  }
}
