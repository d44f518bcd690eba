import { noteChange } from '../changes/note-change.ts';
import { channelFacts, type Channel, type FrontierItem } from '@newsmill/contracts';
import { dueNow, pauseKey } from '@newsmill/fetch';
import type { State } from '@newsmill/store';
import type { FolderPorts } from '../mill-ports.ts';
import { Refusal } from '../refusal.ts';

/** A channel that is to be polled. */
export interface PolledChannel {
  readonly url: string;
  /** Until when its domain waits because a server of it asked for a pause, epoch milliseconds. */
  readonly waitsUntil?: number;
}
export interface PollNow {
  readonly sourceId: string;
  readonly channels: readonly PolledChannel[];
}

export interface PollPorts {
  readonly state: Pick<State, 'channels' | 'channelsOf' | 'read' | 'settleItems'>;
  readonly folder: Pick<FolderPorts['folder'], 'sources'>;
  /** Epoch milliseconds. */
  now(): number;
}

function isArchive({ data }: FrontierItem): boolean {
  const channel: Partial<Channel> =
    typeof data['channel'] === 'object' && data['channel'] !== null ? data['channel'] : {};
  return (
    channel.kind !== undefined &&
    Object.hasOwn(channelFacts, channel.kind) &&
    channelFacts[channel.kind].isArchive
  );
}

/** The channels of a source, or that of an address, whichever source it is of. */
async function channelsNamed(state: PollPorts['state'], named: string): Promise<readonly FrontierItem[]> {
  const found = await state.channelsOf([named]);
  return found.length > 0 ? found : (await state.channels()).filter(({ url }) => url === named);
}

function refusalOf({ folder }: PollPorts, named: string): Refusal {
  const source = folder
    .sources()
    .find(({ id, channels }) => id === named || channels.some(({ url }) => url === named));
  if (source === undefined)
    return new Refusal('unknown-source', `There is no source and no channel ${JSON.stringify(named)}.`);
  return new Refusal(
    'not-supported',
    source.enabled
      ? `Source ${source.id} has no channel that the mill polls yet: start a fetch service, which takes up its file.`
      : `Source ${source.id} is switched off: remove enabled: false from its file.`,
  );
}

/**
 * Makes the channels of a source, or one channel by its address, due now. The fetch service asks as soon as
 * their hosts are free: pauses between requests, and those that a server asked for, hold. What is due already
 * stays as it is. Refuses with unknown-source and not-supported.
 */
export async function pollNow(ports: PollPorts, named: string): Promise<PollNow> {
  const { state } = ports;
  const now = ports.now();
  const items = (await channelsNamed(state, named)).filter((item) => !isArchive(item));
  const [first] = items;
  if (first === undefined) throw refusalOf(ports, named);
  // What is due already may be asked for at this moment; settling it would end that.
  const later = items.filter(({ dueAt }) => dueAt === null || dueAt > now);
  if (later.length > 0) await state.settleItems(dueNow(later, now));
  await noteChange({ what: 'source-polled', subject: named });
  const paused = await state.read([...new Set(items.map(({ domain }) => pauseKey(domain)))], now);
  return {
    sourceId: first.sourceId,
    channels: items.map(({ url, domain }) => {
      const until = Number(paused.get(pauseKey(domain)));
      return until > now ? { url, waitsUntil: until } : { url };
    }),
  };
}
