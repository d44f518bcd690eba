import { shortStamp } from '../settled.ts';
import type { Retired, StateKeeper } from '../state.ts';
import { isSettled, type OldItem } from './sqlite-fates.ts';
import type { RecordParts } from './sqlite-records.ts';

/** Longer ids of articles are none of ours. */
const longestArticle = 255;

/** Makes the items settled that are at rest and old, as StateKeeper says. Runs within a transaction. */
export function retireItems(
  parts: RecordParts,
  { before, limit }: Parameters<StateKeeper['retire']>[0],
): Retired {
  const { items, isEnd } = parts.fates.oldest(before, limit);
  const retired = items.filter((old) => retire(parts, old, before)).length;
  if (isEnd) parts.fates.foldHours(before);
  return { looked: items.length, retired, isDone: isEnd };
}

function retire({ frontier, memory, fates, settled }: RecordParts, old: OldItem, before: number): boolean {
  const { item } = old;
  const current = isSettled(old, before);
  if (current === undefined || (current.articleId ?? '').length > longestArticle) return false;
  const known = settled.find(item);
  const isPage = frontier.get(item) !== undefined;
  // An item that another one is named after stays, or both would be one.
  if (known?.fate !== undefined || (isPage && known?.stamp !== undefined)) return false;
  const page = frontier.retire(item);
  if (isPage && page === undefined) return false;
  const { stage, fate, reason, version, at, sourceId, firstSeen, articleId } = current;
  const isOwnArticle = articleId === item;
  settled.save(item, {
    firstSeen,
    sourceId,
    fate: {
      stage,
      fate,
      ...(reason === undefined ? {} : { reason }),
      version,
      at: version > 0 ? version : at,
      ...(articleId === undefined || isOwnArticle ? {} : { articleId }),
      isOwnArticle,
    },
    stamp: page === undefined ? known?.stamp : shortStamp(page.stamp),
    isOwner: memory.retireOwner(item) || known?.isOwner === true,
  });
  fates.forget(item);
  return true;
}
