import type { WebhookTarget } from '@newsmill/contracts';
import { readRetryAfter } from '@newsmill/fetch';
import { HttpFailure, type HttpClient } from '@newsmill/http';
import { hostAndPort } from '@newsmill/text';

/**
 * `sent` with a problem: not all of those who should have it. `gone`: nobody listens there any more (410).
 * `failed`: tried again later, unless `isFinal`.
 */
export type SendOutcome =
  | { readonly kind: 'sent'; readonly status: number; readonly problem?: string }
  | { readonly kind: 'gone' }
  | {
      readonly kind: 'failed';
      readonly problem: string;
      readonly isFinal: boolean;
      readonly waitMs?: number;
      /** Addresses that have not got it, where others have. */
      readonly left?: readonly string[];
    };

const sendMs = 15_000;

type Target = Pick<WebhookTarget, 'url' | 'allowPrivate'>;

/** The one pair that a webhook with allowPrivate may reach, as it stands in its address. */
function privatePairs({ url, allowPrivate }: Target): string[] {
  return allowPrivate ? [hostAndPort(new URL(url))] : [];
}

/**
 * Sends JSON through the guarded client; follows no redirect. A receiver has it once its status says so, whatever
 * becomes of the rest of its answer: sent again, it would have it twice. Never throws for what the receiver does.
 */
export async function postDelivery(
  http: HttpClient,
  target: Target,
  message: {
    readonly method: 'POST' | 'PUT';
    readonly headers: Readonly<Record<string, string>>;
    readonly body: string;
    readonly now: number;
  },
): Promise<SendOutcome> {
  try {
    const { status, headers } = await http.send({
      url: target.url,
      method: message.method,
      headers: { 'content-type': 'application/json', ...message.headers },
      requestBody: message.body,
      allowPrivate: privatePairs(target),
      maxBytes: 0,
      skipsBody: true,
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
