import { fileURLToPath } from 'node:url';
import { installPython, pythonIn } from '../extraction/install-peers.ts';

const folder = fileURLToPath(new URL('../out/scrapy/', import.meta.url));
/** What the peer stands on, and what of theirs spends its time. */
const packages = [
  'Scrapy==2.19.0',
  'feedparser==6.0.14',
  'trafilatura==2.3.1',
  'elasticsearch==8.19.2',
  'Twisted==26.10.0',
  'lxml==6.1.3',
  'htmldate==1.11.0',
  'courlan==1.4.0',
  'jusText==3.0.2',
];

/** What the peer is made of, in words. */
export const scrapyParts = packages
  .slice(0, 3)
  .map((one) => one.replace('==', ' '))
  .join(', ');

/** A Python that has Scrapy, feedparser and trafilatura, or why there is none. */
export function scrapyPython(): { readonly path: string } | { readonly problem: string } {
  const problem = installPython({ name: 'scrapy', packages }, folder);
  return problem === undefined ? { path: pythonIn(folder) } : { problem };
}
