import { FeedEntry, type FetchItem, type Source } from '@newsmill/contracts';
import { pageItem } from '../visit/frontier-items.ts';

/** The frontier item of an address that a feed told of, due at `now`. */
export function pageToFetch(source: Source, url: string, now: number): FetchItem {
  const item = pageItem(source, FeedEntry.parse({ url }), now);
  if (item === undefined) throw new Error(`${url} is no page`);
  return item;
}
