import { readItem, type ChannelPush, type Source, type HttpAnswer } from '@newsmill/contracts';
import type { StagePorts } from '@newsmill/runtime';
import type { RunningCrawl } from '../crawl/run-crawl.ts';
import { HubMemory } from '@newsmill/operate';

export interface PushTakerPorts extends Pick<StagePorts, 'state' | 'note' | 'now'> {
  readonly sourceOf: (id: string) => Source | undefined;
  readonly running: Pick<RunningCrawl, 'takeIn' | 'wake'>;
}

/** The answer that a poll would have got. */
function answerOf(url: string, { contentType }: ChannelPush, body: Uint8Array): HttpAnswer {
  return {
    status: 200,
    url,
    redirects: [],
    headers: contentType === '' ? {} : { 'content-type': contentType },
    body,
    encoding: 'identity',
    truncated: false,
  };
}

/** Takes in what a hub pushed, as if a poll had brought it. */
export async function takePush(push: ChannelPush, ports: PushTakerPorts): Promise<void> {
  const memory = new HubMemory(ports.state);
  const [kept] = await ports.state.getItems([push.channel]);
  const item = kept === undefined ? undefined : readItem(kept);
  const source = ports.sourceOf(push.sourceId);
  if (item === undefined || source?.enabled !== true || item.sourceId !== source.id)
    return ports.note('websub.ignored', {
      source: push.sourceId,
      channel: push.channel,
      reason: 'the channel is not configured',
      more: 0,
    });
  if (push.body === undefined) {
    // Too large or too many to travel: the hub has said that there is something, a poll brings it.
    const dueAt = Math.min(kept?.dueAt ?? Infinity, Math.max(ports.now(), push.at));
    await memory.keepPush(item.key, ports.now());
    await ports.state.settleItems([
      {
        key: item.key,
        dueAt,
        attempt: item.attempt,
        fetchedAt: item.fetchedAt,
        data: item.data,
        hostFreeAt: ports.now() + 1_000,
      },
    ]);
    return ports.running.wake();
  }
  const { contentHash: _contentHash, ...data } = item.data;
  const entries = await ports.running.takeIn(
    { ...item, data },
    source,
    answerOf(item.url, push, Buffer.from(push.body, 'base64')),
  );
  // What brings no entries is no reason to poll less.
  if (entries > 0) await memory.keepPush(item.key, ports.now());
  return ports.note('websub.pushed', { source: source.id, url: item.url, entries });
}
