import type { WebhookSecret, WebhookTarget } from '@newsmill/contracts';
import { readRetryAfter } from '@newsmill/fetch';
import { HttpFailure, type HttpClient } from '@newsmill/http';
import { hostAndPort } from '@newsmill/text';
import { signWebhook } from './sign-webhook.ts';

/** `gone`: nobody listens there any more (410). `failed`: tried again later, unless `isFinal`. */
export type SendOutcome =
  | { readonly kind: 'sent'; readonly status: number }
  | { readonly kind: 'gone' }
  | {
      readonly kind: 'failed';
      readonly problem: string;
      readonly isFinal: boolean;
      readonly waitMs?: number;
    };

const answerBytes = 65_536;
const sendMs = 15_000;

/** The one pair that a webhook with allowPrivate may reach, as it stands in its address. */
function privatePairs({ url, allowPrivate }: WebhookTarget): string[] {
  return allowPrivate ? [hostAndPort(new URL(url))] : [];
}

/**
 * Posts a signed webhook through the guarded client; follows no redirect. Never throws for what the receiver
 * does.
 */
export async function sendDelivery(
  http: HttpClient,
  target: WebhookTarget,
  secret: WebhookSecret,
  message: { readonly id: string; readonly body: string; readonly now: number },
): Promise<SendOutcome> {
  try {
    const { status, headers } = await http.send({
      url: target.url,
      method: 'POST',
      headers: { 'content-type': 'application/json', ...signWebhook(secret, message) },
      requestBody: message.body,
      allowPrivate: privatePairs(target),
      maxBytes: answerBytes,
      onTooLarge: 'truncate',
      verify: false,
      totalTimeoutMs: sendMs,
      maxRedirects: 0,
    });
    if (status >= 200 && status < 300) return { kind: 'sent', status };
    if (status === 410) return { kind: 'gone' };
    const waitMs = readRetryAfter(headers['retry-after'], message.now);
    return {
      kind: 'failed',
      problem: `it answered ${status}`,
      isFinal: false,
      ...(waitMs === undefined ? {} : { waitMs }),
    };
  } catch (error) {
    if (!(error instanceof HttpFailure)) throw error;
    return {
      kind: 'failed',
      problem: error.message,
      isFinal: error.kind === 'address-blocked' || error.kind === 'bad-address',
    };
  }
}
