import { channelPushed, writeMessage, type ChannelPush } from '@newsmill/contracts';
import { confirmIntent, isSignedBody, linksOf, readIntent } from '@newsmill/fetch';
import type { HubCallback, PushedContent } from '@newsmill/operate';
import type { StagePorts } from '@newsmill/runtime';
import { HubMemory } from './hub-memory.ts';

/** Bodies above this size do not travel: their channel is polled instead. */
const largestInMessage = 512 * 1_024;
const tokenForm = /^[A-Za-z0-9_-]{43}$/;

export function createHubCallback(ports: Pick<StagePorts, 'state' | 'bus' | 'note' | 'now'>): HubCallback {
  const memory = new HubMemory(ports.state);

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
        ports.note('websub.ignored', { source: subscription.sourceId, channel, reason });
        return 'taken';
      }
      const at = ports.now();
      const body =
        content.body.byteLength > largestInMessage ? undefined : Buffer.from(content.body).toString('base64');
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
