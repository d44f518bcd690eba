import type { SavedSearch, WebhookSecret } from '@newsmill/contracts';
import type { HttpClient } from '@newsmill/http';
import type { Settings } from '@newsmill/settings';
import { matrixMessage, slackMessage, teamsMessage, type AlertMessage } from './chat-messages.ts';
import { postDelivery, type SendOutcome } from './post-delivery.ts';
import { sendMail } from './send-mail.ts';
import { signWebhook } from './sign-webhook.ts';
import { webhookBody } from './webhook-body.ts';

/** Settings of the servers through which alerts go out. */
export const outletSettings = [
  'mailFrom',
  'matrixToken',
  'matrixUrl',
  'publicUrl',
  'smtpPassword',
  'smtpUrl',
  'smtpUser',
] as const satisfies readonly (keyof Settings)[];

/** What alerts go out through. */
export interface Outlets {
  readonly http: HttpClient;
  readonly settings: Pick<Settings, (typeof outletSettings)[number]>;
}

/** Whether matches of a search are sent anywhere. */
export function hasTarget({ webhook, mail, matrix }: SavedSearch): boolean {
  return (webhook ?? mail ?? matrix) !== undefined;
}

/** By what the matches go out. */
export function targetKind({ mail, matrix }: SavedSearch): 'webhook' | 'mail' | 'matrix' {
  if (mail !== undefined) return 'mail';
  return matrix === undefined ? 'webhook' : 'matrix';
}

/** Where the matches go, as far as everybody may know: the address of a webhook may hold a secret. */
export function shownTarget({ webhook, mail, matrix }: SavedSearch): string | undefined {
  if (webhook !== undefined) return new URL(webhook.url).origin;
  return mail === undefined ? matrix?.room : mail.to.join(', ');
}

const nobody: SendOutcome = { kind: 'failed', problem: 'nothing takes the matches any more', isFinal: true };

/** Sends to the target of a search. Never throws for what the receiver does. */
export async function sendAlert(
  { http, settings }: Outlets,
  { webhook, mail, matrix }: SavedSearch,
  secret: WebhookSecret | undefined,
  message: AlertMessage,
): Promise<SendOutcome> {
  const { id, now } = message;
  if (mail !== undefined) {
    const to = mail.to.filter((address) => message.left?.includes(address) ?? true);
    return to.length === 0 ? nobody : sendMail(settings, to, message);
  }
  if (matrix !== undefined) {
    const { matrixUrl, matrixToken } = settings;
    if (matrixUrl === undefined || matrixToken === undefined)
      return {
        kind: 'failed',
        problem: 'Matrix: no server is set; set NEWSMILL_MATRIX_URL and NEWSMILL_MATRIX_TOKEN',
        isFinal: false,
      };
    const place = `_matrix/client/v3/rooms/${encodeURIComponent(matrix.room)}/send/m.room.message/${id}`;
    const url = new URL(place, matrixUrl.endsWith('/') ? matrixUrl : `${matrixUrl}/`).href;
    // The id of the transaction makes of several tries one message.
    const outcome = await postDelivery(
      http,
      { url, allowPrivate: true },
      {
        method: 'PUT',
        headers: { authorization: `Bearer ${matrixToken}` },
        body: matrixMessage(message),
        now,
      },
    );
    return outcome.kind === 'gone' ? { kind: 'failed', problem: 'it answered 410', isFinal: true } : outcome;
  }
  if (webhook === undefined) return nobody;
  if (webhook.format !== 'newsmill')
    return postDelivery(http, webhook, {
      method: 'POST',
      headers: {},
      body: webhook.format === 'slack' ? slackMessage(message) : teamsMessage(message),
      now,
    });
  if (secret === undefined) return { kind: 'failed', problem: 'its secret is gone', isFinal: true };
  const body = webhookBody(message);
  return postDelivery(http, webhook, {
    method: 'POST',
    headers: signWebhook(secret, { id, body, now }),
    body,
    now,
  });
}
