import type { Settings } from '@newsmill/settings';
import { isLoopback } from '@newsmill/runtime';
import type { AlertMessage } from './chat-messages.ts';
import type { SendOutcome } from './post-delivery.ts';
import { writeMail } from './write-mail.ts';

export type MailSettings = Pick<Settings, 'smtpUrl' | 'smtpUser' | 'smtpPassword' | 'mailFrom' | 'publicUrl'>;

const waitMs = 15_000;
/** Codes that say that a server does not know us: people change that, so it is tried again. */
const loginCodes: readonly number[] = [530, 534, 535, 538];

/** What nodemailer says of a failure. */
function problemOf(error: unknown): { readonly problem: string; readonly isFinal: boolean } {
  const { responseCode, response, message }: { responseCode?: number; response?: string; message?: string } =
    typeof error === 'object' && error !== null ? error : {};
  return {
    problem: `mail: ${(response ?? message ?? String(error)).slice(0, 300)}`,
    isFinal: responseCode !== undefined && responseCode >= 500 && !loginCodes.includes(responseCode),
  };
}

/**
 * Sends mail by SMTP: plain text and simple HTML, under a Message-ID that stays the same for every try (RFC
 * 5322, 3.6.4). Refused for now (4xx) it is tried again, for good (5xx) not. Never throws for what the server
 * does.
 */
export async function sendMail(
  { smtpUrl, smtpUser, smtpPassword, mailFrom, publicUrl }: MailSettings,
  to: readonly string[],
  { type, id, at, news }: AlertMessage,
): Promise<SendOutcome> {
  if (smtpUrl === undefined || mailFrom === undefined)
    return {
      kind: 'failed',
      problem: 'mail: no server is set; set NEWSMILL_SMTP_URL and NEWSMILL_MAIL_FROM',
      isFinal: false,
    };
  const { createTransport } = await import('nodemailer');
  const { hostname, port, protocol } = new URL(smtpUrl);
  const isWhole = protocol === 'smtps:';
  const isOwn = isLoopback(hostname);
  const transport = createTransport({
    host: hostname.replace(/^\[|\]$/g, ''),
    port: Number(port) || (isWhole ? 465 : 587),
    secure: isWhole,
    requireTLS: !isWhole && !isOwn,
    // Nobody stands between this machine and itself.
    tls: { rejectUnauthorized: !isOwn },
    ...(smtpUser === undefined ? {} : { auth: { user: smtpUser, pass: smtpPassword ?? '' } }),
    connectionTimeout: waitMs,
    greetingTimeout: waitMs,
    socketTimeout: waitMs,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  const page = publicUrl === undefined ? undefined : new URL('/alerts', publicUrl).href;
  try {
    const { rejected } = await transport.sendMail({
      from: { name: 'newsmill', address: mailFrom },
      to: [...to],
      ...writeMail({ type, news }, page),
      messageId: `<${id}@${mailFrom.split('@').at(-1) ?? 'newsmill'}>`,
      date: new Date(at),
      headers: {
        'Auto-Submitted': 'auto-generated',
        ...(page === undefined ? {} : { 'List-Unsubscribe': `<${page}>` }),
      },
    });
    return rejected.length === 0
      ? { kind: 'sent', status: 250 }
      : { kind: 'sent', status: 250, problem: `mail: ${rejected.join(', ')} was refused` };
  } catch (error) {
    return { kind: 'failed', ...problemOf(error) };
  } finally {
    transport.close();
  }
}
