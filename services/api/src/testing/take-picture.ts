import { join } from 'node:path';
import type { Page } from 'playwright-core';

/** Takes a picture of a page for whoever wants to look at it: `TEST_PICTURES` names their folder. */
export async function takePicture(
  page: Page,
  name: string,
  { fullPage = false }: { readonly fullPage?: boolean } = {},
): Promise<void> {
  const folder = process.env['TEST_PICTURES'];
  if (folder === undefined) return;
  await page.screenshot({ path: join(folder, `${name}.png`), fullPage });
}
