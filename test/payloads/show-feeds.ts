import type { Browser } from 'playwright-core';
import type { Payload } from '../../libs/clean/src/testing/markup-payloads.ts';
import { feedForms } from '../../services/api/src/http/send-feed.ts';
import { newsOf } from './hostile-article.ts';
import type { HostileMill } from './hostile-mill.ts';
import { openHostile, touchAll, type Harm } from './open-hostile.ts';

/** Entries of a feed. */
const atOnce = 100;

/** Gives the mill an article for each payload, in groups that a search finds by a word; answers the words. */
async function writeNews({ ports }: HostileMill, payloads: readonly Payload[]): Promise<string[]> {
  const wordOf = (index: number): string => `feed${Math.floor(index / atOnce)}`;
  await ports.library.write(
    newsOf(payloads).map((article, index) => ({ ...article, title: `${wordOf(index)} ${article.title}` })),
  );
  await ports.library.refresh();
  return [...new Set(payloads.map((_, index) => wordOf(index)))];
}

/**
 * Opens the feeds of searches as a browser does with their addresses: RSS, Atom and JSON, with each payload as an
 * article and one as the search. `shown`: how many characters of each form it showed.
 */
export async function showFeeds(
  browser: Browser,
  mill: HostileMill,
  payloads: readonly Payload[],
): Promise<{
  readonly harm: Harm;
  readonly pages: number;
  readonly shown: Readonly<Record<string, number>>;
}> {
  const words = await writeNews(mill, payloads);
  const { page, harm, context } = await openHostile(browser, mill.address);
  const [text = ''] = mill.texts;
  const searches = [...words, `ferry OR ${JSON.stringify(text.replaceAll('"', "'").toWellFormed())}`];
  const shown: Record<string, number> = {};
  let pages = 0;
  for (const form of Object.keys(feedForms))
    for (const query of searches) {
      await page.goto(`${mill.address}/api/v1/search.${form}?limit=${atOnce}&q=${encodeURIComponent(query)}`);
      await touchAll(page, harm);
      pages += 1;
      const length = await page.evaluate(() => document.documentElement.textContent?.length ?? 0);
      shown[form] = (shown[form] ?? 0) + length;
    }
  await context.close();
  return { harm, pages, shown };
}
