import { channelPushed, writeMessage, type ChannelPush } from '@newsmill/contracts';
import { confirmIntent, isSignedBody, linksOf, readIntent } from '@newsmill/fetch';
import type { HubCallback, PushedContent } from '@newsmill/operate';
import type { StagePorts } from '@newsmill/runtime';
import { HubMemory } from './hub-memory.ts';

/** Bodies above this size do not travel: their channel is polled instead. */
const largestInMessage = 512 * 1_024;
/** What a hub may bring in a minute of one channel; beyond it a poll at the end of that minute brings the rest. */
const windowMs = 60_000;
const mostPushes = 60;
const mostBytes = 4 * 1_024 * 1_024;
const tokenForm = /^[A-Za-z0-9_-]{43}$/;

interface PushWindow {
  readonly endsAt: number;
  pushes: number;
  bytes: number;
  /** Whether a poll at its end has been asked for. */
  isOver: boolean;
}

export function createHubCallback(ports: Pick<StagePorts, 'state' | 'bus' | 'note' | 'now'>): HubCallback {
  const memory = new HubMemory(ports.state);
  /** Of each channel, until when no further line says that pushes are ignored, and how many went without one. */
  const quiet = new Map<string, { readonly endsAt: number; unsaid: number }>();
  const windows = new Map<string, PushWindow>();

  /** The minute of a channel with one more push in it. */
  function countPush(channel: string, bytes: number): PushWindow {
    const now = ports.now();
    for (const [name, { endsAt }] of windows) {
      if (endsAt > now) break;
      windows.delete(name);
    }
    const window = windows.get(channel) ?? { endsAt: now + windowMs, pushes: 0, bytes: 0, isOver: false };
    window.pushes += 1;
    window.bytes += bytes;
    windows.set(channel, window);
    return window;
  }

  /** Whoever knows the address of a callback can push without end: one line a minute tells of it. */
  function noteIgnored(channel: string, source: string, reason: string): void {
    const known = quiet.get(channel);
    if (known !== undefined && known.endsAt > ports.now()) {
      known.unsaid += 1;
      return;
    }
    quiet.set(channel, { endsAt: ports.now() + windowMs, unsaid: 0 });
    const since =
      known === undefined || known.unsaid === 0 ? '' : `; ${known.unsaid} more since the last line`;
    ports.note('websub.ignored', { source, channel, reason: reason + since });
  }

  /** Why a push is not to be trusted. */
  function doubt(
    { signature, link, body }: PushedContent,
    subscription: { readonly secret: string; readonly topic: string },
  ): string | undefined {
    if (signature === undefined) return 'no signature';
    if (!isSignedBody(signature, subscription.secret, body)) return 'wrong signature';
    const [self] = linksOf(link ?? '', 'self', subscription.topic);
    return self !== undefined && self !== subscription.topic && self !== new URL(subscription.topic).href
      ? `for another topic, ${self.slice(0, 200)}`
      : undefined;
  }

  return {
    async confirm(token, query) {
      const intent = readIntent(query);
      const known =
        intent === undefined || !tokenForm.test(token) ? undefined : await memory.ofToken(token, ports.now());
      if (intent === undefined || known === undefined) return undefined;
      const { channel, subscription, answer } = known;
      const kept = confirmIntent(intent, subscription, answer, ports.now());
      if (kept === undefined) return undefined;
      await memory.keepAnswer(token, kept, ports.now());
      if (intent.mode === 'denied') {
        ports.note('websub.denied', { source: subscription.sourceId, channel, reason: intent.reason });
        return '';
      }
      ports.note('websub.confirmed', {
        source: subscription.sourceId,
        channel,
        mode: intent.mode,
        leaseSeconds: intent.leaseSeconds,
      });
      return intent.challenge;
    },
    async take(token, content) {
      const known = tokenForm.test(token) ? await memory.ofToken(token, ports.now()) : undefined;
      if (known === undefined || known.subscription.mode === 'unsubscribe') return 'gone';
      const { channel, subscription } = known;
      const reason = doubt(content, subscription);
      if (reason !== undefined) {
        noteIgnored(channel, subscription.sourceId, reason);
        return 'taken';
      }
      const size = content.body.byteLength;
      const window = countPush(channel, Math.min(size, largestInMessage));
      const isOver = window.pushes > mostPushes || window.bytes > mostBytes;
      if (isOver && window.isOver) {
        noteIgnored(channel, subscription.sourceId, 'too many within a minute; a poll brings what they say');
        return 'taken';
      }
      window.isOver = isOver;
      const at = isOver ? window.endsAt : ports.now();
      const body =
        isOver || size > largestInMessage ? undefined : Buffer.from(content.body).toString('base64');
      const push: ChannelPush = {
        channel,
        sourceId: subscription.sourceId,
        contentType: content.contentType.slice(0, 200),
        at,
        ...(body === undefined ? {} : { body }),
      };
      await ports.bus.publish([
        {
          topic: channelPushed.name,
          ...writeMessage(channelPushed, push, { key: channel, source: 'websub', time: at }),
        },
      ]);
      return 'taken';
    },
  };
}
