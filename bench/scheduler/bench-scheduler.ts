import { idleSources, pagesOfSources } from './idle-sources.ts';
import { simulateFrontier } from './simulate-frontier.ts';

/**
 * `npm run bench -- scheduler [sqlite|redis] [hosts] [pages]`: a frontier of so many hosts (each with a channel) and
 * pages, and what a mill does with it; the clock is simulated, the store is real.
 * `npm run bench -- scheduler idle [sources]`: an embedded mill with one source, then with so many.
 * `npm run bench -- scheduler sources [sources]`: the lists of so many sources.
 */
export async function benchScheduler(words: readonly string[]): Promise<void> {
  const [form = 'sqlite', first, pages = '1000000'] = words;
  if (form === 'idle') return idleSources(Number(first ?? 10_000));
  if (form === 'sources') return pagesOfSources(Number(first ?? 10_000));
  const hosts = Number(first ?? 100_000);
  console.log(`${form}: ${hosts} hosts with a channel each, ${pages} pages`);
  await simulateFrontier(form, { hosts, pages: Number(pages) });
}
