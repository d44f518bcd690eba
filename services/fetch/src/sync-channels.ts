import { readItem, type FetchItem, type Source } from '@newsmill/contracts';
import { channelItem, dueNow } from '@newsmill/fetch';
import type { StateReader, StateWriter } from '@newsmill/store';
import { takeTurns, type SourceFolder } from '@newsmill/source-files';

/** Makes the channels of sources due that are back: while their files had mistakes, their items waited. */
export async function wakeChannels(
  ids: ReadonlySet<string>,
  state: Pick<StateReader, 'channelsOf'> & Pick<StateWriter, 'settleItems'>,
  now: number,
): Promise<void> {
  const waiting = (await state.channelsOf([...ids])).filter(({ dueAt }) => dueAt !== null && dueAt > now);
  if (waiting.length > 0) await state.settleItems(dueNow(waiting, now));
}

/** The channels that the files name. */
async function wantedOf(sources: readonly Source[], now: number): Promise<ReadonlyMap<string, FetchItem>> {
  const wanted = new Map<string, FetchItem>();
  const turn = takeTurns();
  for (const source of sources) {
    if (!source.enabled) continue;
    for (const channel of source.channels) {
      const item = channelItem(source, channel, now);
      wanted.set(item.key, item);
    }
    await turn();
  }
  return wanted;
}

/** The channels that the frontier has, of these sources; without any, of all. */
async function presentOf(
  state: Pick<StateReader, 'channels' | 'channelsOf'>,
  ids: ReadonlySet<string> | undefined,
): Promise<ReadonlyMap<string, FetchItem>> {
  const present = new Map<string, FetchItem>();
  const turn = takeTurns();
  for (const item of await (ids === undefined ? state.channels() : state.channelsOf([...ids]))) {
    present.set(item.key, readItem(item));
    await turn();
  }
  return present;
}

/** What goes and comes when channels are brought in line, and whom to tell. */
export interface SyncOptions {
  /** Is told of the channels that go, before they do. */
  readonly leave?: (gone: readonly FetchItem[]) => Promise<void>;
  /** The sources that may have changed; without it all of them, and those that are no more. */
  readonly ids?: ReadonlySet<string>;
}

/**
 * Brings the channels of the frontier in line with the sources: new ones are due at once, those no longer
 * configured go. Of a source that is unsure (its file has a mistake) nothing goes: what is known of its channels is
 * needed again when the file is mended. `from`: the sources of the channels that went.
 */
export async function syncChannels(
  folder: Pick<SourceFolder, 'sources' | 'sourceOf' | 'isUnsure'>,
  state: Pick<StateReader, 'channels' | 'channelsOf'> & Pick<StateWriter, 'addItems' | 'removeItems'>,
  now: number,
  { leave, ids }: SyncOptions = {},
): Promise<{ readonly added: number; readonly removed: number; readonly from: readonly string[] }> {
  const sources = ids === undefined ? folder.sources() : [...ids].flatMap((id) => folder.sourceOf(id) ?? []);
  const wanted = await wantedOf(sources, now);
  const present = await presentOf(state, ids);
  /**
   * A sitemap that an index named stays as long as the index does; one that robots.txt named, while the
   * source wants such.
   */
  function isWanted(item: FetchItem, depth = 0): boolean {
    const { parent, discovered } = item.data;
    if (wanted.has(item.key) || folder.isUnsure(item.sourceId)) return true;
    if (discovered === true && folder.sourceOf(item.sourceId)?.discover !== true) return false;
    const above = parent === undefined ? undefined : present.get(parent);
    return above !== undefined && depth < 5 && isWanted(above, depth + 1);
  }
  const gone = [...present.values()].filter((item) => !isWanted(item));
  const fresh = [...wanted.values()].filter((item) => !present.has(item.key));
  if (gone.length > 0) await leave?.(gone);
  if (gone.length > 0) await state.removeItems(gone.map((item) => item.key));
  if (fresh.length > 0) await state.addItems(fresh);
  return {
    added: fresh.length,
    removed: gone.length,
    from: [...new Set(gone.map(({ sourceId }) => sourceId))],
  };
}
