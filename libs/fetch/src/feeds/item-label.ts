import type { FeedItem } from './feed-document.ts';
import { plainStart } from './plain-start.ts';

const maxLength = 100;

/**
 * What a list shows for an entry: its title, or the beginning of its text when it has none, as short messages
 * do.
 */
export function itemLabel(item: FeedItem): string | undefined {
  if (item.title !== undefined && item.title !== '') return item.title;
  const text = plainStart(
    item.summary !== undefined && item.summary !== '' ? item.summary : (item.content ?? ''),
    maxLength + 1,
  );
  if (text === '') return undefined;
  return text.length <= maxLength ? text : `${text.slice(0, maxLength).trimEnd().toWellFormed()}…`;
}
