import { createHmac } from 'node:crypto';
import type { WebhookSecret } from '@newsmill/contracts';

/**
 * The headers of Standard Webhooks (standardwebhooks.com, 1.0): HMAC-SHA256 over `id.timestamp.body`, one
 * signature for each secret that holds. `now`: epoch milliseconds.
 */
export function signWebhook(
  { secret, previous, previousUntil }: WebhookSecret,
  message: { readonly id: string; readonly body: string; readonly now: number },
): Readonly<Record<string, string>> {
  const timestamp = Math.floor(message.now / 1_000);
  const secrets =
    previous !== undefined && (previousUntil ?? 0) > message.now ? [secret, previous] : [secret];
  const sign = (text: string) =>
    `v1,${createHmac('sha256', Buffer.from(text.replace(/^whsec_/, ''), 'base64'))
      .update(`${message.id}.${timestamp}.${message.body}`)
      .digest('base64')}`;
  return {
    'webhook-id': message.id,
    'webhook-timestamp': String(timestamp),
    'webhook-signature': secrets.map(sign).join(' '),
  };
}
