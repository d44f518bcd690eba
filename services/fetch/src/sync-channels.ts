import { readItem, type FetchItem } from '@newsmill/contracts';
import { channelItem, dueNow } from '@newsmill/fetch';
import type { StateReader, StateWriter } from '@newsmill/store';
import type { SourceFolder } from '@newsmill/source-files';

/** Makes the channels of sources due that are back: while their files had mistakes, their items waited. */
export async function wakeChannels(
  ids: ReadonlySet<string>,
  state: Pick<StateReader, 'channels'> & Pick<StateWriter, 'settleItems'>,
  now: number,
): Promise<void> {
  const waiting =
    ids.size === 0
      ? []
      : (await state.channels()).filter(
          (item) => ids.has(item.sourceId) && item.dueAt !== null && item.dueAt > now,
        );
  if (waiting.length > 0) await state.settleItems(dueNow(waiting, now));
}

/**
 * Brings the channels of the frontier in line with the sources: new ones are due at once, those no longer
 * configured go. `leave` is told of these before. Of a source that is unsure (its file has a mistake) nothing
 * goes: what is known of its channels is needed again when the file is mended.
 */
export async function syncChannels(
  folder: Pick<SourceFolder, 'sources' | 'isUnsure'>,
  state: Pick<StateReader, 'channels'> & Pick<StateWriter, 'addItems' | 'removeItems'>,
  now: number,
  leave?: (gone: readonly FetchItem[]) => Promise<void>,
): Promise<{ readonly added: number; readonly removed: number }> {
  const sources = folder.sources();
  const wanted = new Map<string, FetchItem>();
  for (const source of sources) {
    if (!source.enabled) continue;
    for (const channel of source.channels) {
      const item = channelItem(source, channel, now);
      wanted.set(item.key, item);
    }
  }
  const discovering = new Set(sources.filter((source) => source.discover).map((source) => source.id));
  const present = (await state.channels()).map(readItem);
  const keys = new Map(present.map((item) => [item.key, item]));
  /**
   * A sitemap that an index named stays as long as the index does; one that robots.txt named, while the
   * source wants such.
   */
  function isWanted(item: FetchItem, depth = 0): boolean {
    const { parent, discovered } = item.data;
    if (wanted.has(item.key) || folder.isUnsure(item.sourceId)) return true;
    if (discovered === true && !discovering.has(item.sourceId)) return false;
    const above = parent === undefined ? undefined : keys.get(parent);
    return above !== undefined && depth < 5 && isWanted(above, depth + 1);
  }
  const gone = present.filter((item) => !isWanted(item));
  const fresh = [...wanted.values()].filter((item) => !keys.has(item.key));
  if (gone.length > 0) await leave?.(gone);
  if (gone.length > 0) await state.removeItems(gone.map((item) => item.key));
  if (fresh.length > 0) await state.addItems(fresh);
  return { added: fresh.length, removed: gone.length };
}
