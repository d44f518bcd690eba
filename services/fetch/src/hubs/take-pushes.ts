import { setTimeout as sleep } from 'node:timers/promises';
import {
  channelPushed,
  pipeline,
  readItem,
  readMessage,
  type ChannelPush,
  type Source,
  type HttpAnswer,
} from '@newsmill/contracts';
import type { StoredMessage } from '@newsmill/bus';
import type { Running, StagePorts } from '@newsmill/runtime';
import type { RunningCrawl } from '../crawl/run-crawl.ts';
import { HubMemory } from './hub-memory.ts';

export interface PushTakerPorts
  extends Pick<StagePorts, 'bus' | 'state' | 'note' | 'now' | 'health' | 'bytesInFlight'> {
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

/** Takes what hubs pushed out of its topic and in as if polls had brought it. */
export async function takePushes(ports: PushTakerPorts): Promise<Running> {
  const memory = new HubMemory(ports.state);
  const consumer = await ports.bus.consume({
    group: pipeline.fetch.group,
    topics: [channelPushed.name],
    maxBytesInFlight: ports.bytesInFlight,
  });
  const halt = new AbortController();

  async function takeOne(push: ChannelPush): Promise<void> {
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
  async function takeMessage(message: StoredMessage): Promise<void> {
    const read = readMessage(channelPushed, message);
    if (read.ok) return takeOne(read.value);
    return ports.note('websub.ignored', { source: '', channel: message.key, reason: read.detail, more: 0 });
  }
  async function step(): Promise<void> {
    let messages: readonly StoredMessage[] = [];
    try {
      messages = await consumer.poll(16, 500);
      for (const message of messages) await takeMessage(message);
      if (messages.length > 0) await consumer.acknowledge(messages);
      ports.health.clear('pushes');
      return;
    } catch (error) {
      ports.health.fail('pushes', error);
      await sleep(1_000, undefined, { signal: halt.signal }).catch(() => undefined);
      // a closed bus hands them out again by itself
      return consumer.giveBack(messages).catch(() => undefined);
    }
  }
  const loop = (async () => {
    while (!halt.signal.aborted) await step();
  })();
  return {
    async stop() {
      halt.abort();
      await loop;
      await consumer.close();
    },
  };
}
