import type { FrontierItem, Source } from '@newsmill/contracts';
import { channelItem } from '@newsmill/fetch';
import type { State } from '@newsmill/store';

/** Brings the channels of the frontier in line with the sources: new ones are due at once, those no longer configured go. `leave` is told of these before. */
export async function syncChannels(
  sources: readonly Source[],
  state: Pick<State, 'channels' | 'addItems' | 'removeItems'>,
  now: number,
  leave?: (gone: readonly FrontierItem[]) => Promise<void>,
): Promise<{ readonly added: number; readonly removed: number }> {
  const wanted = new Map<string, FrontierItem>();
  for (const source of sources) {
    if (!source.enabled) continue;
    for (const channel of source.channels) {
      const item = channelItem(source, channel, now);
      wanted.set(item.key, item);
    }
  }
  const discovering = new Set(sources.filter((source) => source.discover).map((source) => source.id));
  const present = await state.channels();
  const parentOf = (item: FrontierItem) =>
    typeof item.data['parent'] === 'string' ? item.data['parent'] : undefined;
  const keys = new Map(present.map((item) => [item.key, item]));
  /** A sitemap that an index named stays as long as the index does; one that robots.txt named, while the source wants such. */
  function isWanted(item: FrontierItem, depth = 0): boolean {
    const parent = parentOf(item);
    if (wanted.has(item.key)) return true;
    if (item.data['discovered'] === true && !discovering.has(item.sourceId)) return false;
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
