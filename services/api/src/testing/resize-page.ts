import type { Page } from 'playwright-core';

/**
 * Gives a page another size, and waits until it has it, and its charts have theirs: they are told within a frame. It
 * waits by a call of its own: what Playwright waits with is a large script that every page would have to read.
 */
export async function resizePage(
  page: Page,
  size: { readonly width: number; readonly height: number },
): Promise<void> {
  await page.setViewportSize(size);
  await page.evaluate(async (width) => {
    const frame = () => new Promise(requestAnimationFrame);
    while (window.innerWidth !== width) await frame();
    for (let more = 0; more < 2; more += 1) await frame();
  }, size.width);
}
