import { setTimeout as sleep } from 'node:timers/promises';
import type { Visit } from '@newsmill/contracts';
import { sitemapChannels } from '@newsmill/fetch';
import { keptRobots } from './ask-robots.ts';
import type { Crawl, Visited } from './crawl.ts';

/** Adds the sitemaps that robots.txt of the found pages names, where the source wants them. */
export async function addSitemaps(
  crawl: Crawl,
  { item, source }: Omit<Visited, 'guest'>,
  { visit, delayMs }: { readonly visit: Visit; readonly delayMs: number },
): Promise<Visit> {
  const { ports } = crawl;
  const page = visit.found.find((found) => found.kind === 'page');
  if (!source.discover || page === undefined || item.data.parent !== undefined) return visit;
  await sleep(delayMs, undefined, { signal: crawl.signal });
  const { rules } = await keptRobots(crawl, new URL(page.url).origin, source);
  const sitemaps = sitemapChannels(item, source, rules.sitemaps, ports.now());
  const known = sitemaps.length === 0 ? [] : await ports.state.knows(sitemaps.map(({ key }) => key));
  const fresh = sitemaps.filter((_, index) => known[index] === false);
  for (const { url, data } of fresh)
    ports.note('source.discovered', { source: source.id, url, kind: data.kind ?? '' });
  return { ...visit, found: [...fresh, ...visit.found] };
}
