import { Channel, type ChannelFetch, type Source } from '@newsmill/contracts';
import { fetchHistoryKey, readFetchHistory } from '@newsmill/fetch';
import type { State } from '@newsmill/store';
import { Refusal } from '../refusal.ts';

/** The last polls of a channel, the newest first. */
export interface ChannelFetches {
  readonly kind: string;
  readonly url: string;
  readonly fetches: readonly ChannelFetch[];
}
/** The last polls of the channels of a source, those that an index of sitemaps named too. */
export interface SourceFetches {
  readonly sourceId: string;
  readonly channels: readonly ChannelFetches[];
}

export interface FetchesPorts {
  readonly state: Pick<State, 'channelsOf' | 'read'>;
  readonly folder: { sourceOf(id: string): Source | undefined };
  /** Epoch milliseconds. */
  now(): number;
}

/** How the last polls of a source went, fifty of each channel. Refuses with unknown-source. */
export async function readFetches({ state, folder, now }: FetchesPorts, id: string): Promise<SourceFetches> {
  const items = await state.channelsOf([id]);
  if (items.length === 0 && folder.sourceOf(id) === undefined)
    throw new Refusal('unknown-source', `There is no source ${JSON.stringify(id)}.`);
  const kept = await state.read(
    items.map(({ key }) => fetchHistoryKey(key)),
    now(),
  );
  return {
    sourceId: id,
    channels: items.map(({ key, url, data }) => ({
      kind: Channel.safeParse(data['channel']).data?.kind ?? 'feed',
      url,
      fetches: readFetchHistory(kept.get(fetchHistoryKey(key))),
    })),
  };
}
