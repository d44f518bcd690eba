import { channelPushed, writeMessage, type ChannelPush } from '@newsmill/contracts';
import { confirmIntent, isSignedBody, linksOf, readIntent } from '@newsmill/fetch';
import type { HubCallback, PushedContent } from '../sources/hub-callback.ts';
import type { StagePorts } from '@newsmill/runtime';
import { HubMemory } from './hub-memory.ts';

/** Bodies above this size do not travel: their channel is polled instead. */
const largestInMessage = 512 * 1_024;
/** What a hub may bring in a minute of one channel; beyond it a poll at the end of that minute brings the rest. */
const windowMs = 60_000;
const mostPushes = 60;
const mostBytes = 4 * 1_024 * 1_024;
const tokenForm = /^[A-Za-z0-9_-]{43}$/;

/** Why a push is not taken: of a few kinds, whatever its sender writes. */
interface Doubt {
  readonly kind: string;
  readonly detail?: string;
}
interface PushWindow {
  readonly endsAt: number;
  pushes: number;
  bytes: number;
  /** Whether a poll at its end has been asked for. */
  isOver: boolean;
}

export function createHubCallback(ports: Pick<StagePorts, 'state' | 'bus' | 'note' | 'now'>): HubCallback {
  const memory = new HubMemory(ports.state);
  /** Of a channel and why: until when no further line says that pushes are ignored, and how many went without one. */
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

  /** Whoever knows the address of a callback can push without end: one line a minute tells of each kind of it. */
  function noteIgnored(channel: string, source: string, { kind, detail = '' }: Doubt): void {
    const now = ports.now();
    const name = `${kind} ${channel}`;
    const known = quiet.get(name);
    if (known !== undefined && known.endsAt > now) {
      known.unsaid += 1;
      return;
    }
    for (const [other, { endsAt, unsaid }] of quiet) if (endsAt <= now && unsaid === 0) quiet.delete(other);
    quiet.set(name, { endsAt: now + windowMs, unsaid: 0 });
    ports.note('websub.ignored', { source, channel, reason: kind + detail, more: known?.unsaid ?? 0 });
  }

  /** Why a push is not to be trusted. */
  function doubt(
    { signature, link, body }: PushedContent,
    subscription: { readonly secret: string; readonly topic: string },
  ): Doubt | undefined {
    if (signature === undefined) return { kind: 'no signature' };
    if (!isSignedBody(signature, subscription.secret, body)) return { kind: 'wrong signature' };
    const [self] = linksOf(link ?? '', 'self', subscription.topic);
    return self !== undefined && self !== subscription.topic && self !== new URL(subscription.topic).href
      ? { kind: 'for another topic', detail: `, ${self.slice(0, 200)}` }
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
      const doubted = doubt(content, subscription);
      if (doubted !== undefined) {
        noteIgnored(channel, subscription.sourceId, doubted);
        return 'taken';
      }
      const size = content.body.byteLength;
      const window = countPush(channel, Math.min(size, largestInMessage));
      const isOver = window.pushes > mostPushes || window.bytes > mostBytes;
      if (isOver && window.isOver) {
        noteIgnored(channel, subscription.sourceId, {
          kind: 'too many within a minute; a poll brings what they say',
        });
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
