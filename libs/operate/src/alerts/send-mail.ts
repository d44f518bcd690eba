import type { Settings } from '@newsmill/settings';
import { isLoopback } from '@newsmill/runtime';
import type { AlertMessage } from './chat-messages.ts';
import type { SendOutcome } from './post-delivery.ts';
import { writeMail } from './write-mail.ts';
import { oneLine } from '@newsmill/text';

export type MailSettings = Pick<Settings, 'smtpUrl' | 'smtpUser' | 'smtpPassword' | 'mailFrom' | 'publicUrl'>;

const waitMs = 15_000;
/** The whole of a sending: a server that says a little again and again never reaches the other limits. */
const sendMs = 60_000;
/** Codes that say that a server does not know us: people change that, so it is tried again. */
const loginCodes: readonly number[] = [530, 534, 535, 538];

/** Words of a server on one line, without the password that it may send back. */
function toldBy(words: string, { smtpUser = '', smtpPassword = '' }: MailSettings): string {
  const base64 = (text: string): string => Buffer.from(text).toString('base64');
  const secrets =
    smtpPassword === ''
      ? []
      : [base64(`\u0000${smtpUser}\u0000${smtpPassword}`), base64(smtpPassword), smtpPassword];
  return oneLine(secrets.reduce((text, secret) => text.replaceAll(secret, '…'), words)).slice(0, 300);
}

/** What nodemailer says of a failure. */
function problemOf(
  error: unknown,
  settings: MailSettings,
): { readonly problem: string; readonly isFinal: boolean } {
  const { responseCode, response, message }: { responseCode?: number; response?: string; message?: string } =
    typeof error === 'object' && error !== null ? error : {};
  return {
    problem: `mail: ${toldBy(response ?? message ?? String(error), settings)}`,
    isFinal: responseCode !== undefined && responseCode >= 500 && !loginCodes.includes(responseCode),
  };
}

/**
 * Sends mail by SMTP: plain text and simple HTML, under a Message-ID that stays the same for every try (RFC
 * 5322, 3.6.4). Refused for now (4xx) it is tried again, for those whom the server refused, for good (5xx) not.
 * Never throws for what the server does.
 */
export async function sendMail(
  settings: MailSettings,
  to: readonly string[],
  { type, id, at, news }: AlertMessage,
  mostMs = sendMs,
): Promise<SendOutcome> {
  const { smtpUrl, smtpUser, smtpPassword, mailFrom, publicUrl } = settings;
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
  const end = AbortSignal.timeout(mostMs);
  try {
    const { rejected, rejectedErrors = [] } = await transport.sendMail({
      signal: end,
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
    if (rejected.length === 0) return { kind: 'sent', status: 250 };
    const problem = `mail: ${rejected.join(', ')} was refused`;
    const later = rejectedErrors.flatMap(({ recipient = '', responseCode = 500 }) =>
      responseCode < 500 ? [recipient.toLowerCase()] : [],
    );
    // As they stand in the search: nodemailer writes hosts in its own way.
    const left = to.filter((address) => later.includes(address.toLowerCase()));
    return left.length === 0
      ? { kind: 'sent', status: 250, problem }
      : { kind: 'failed', problem: `${problem} (for now: ${left.join(', ')})`, isFinal: false, left };
  } catch (error) {
    if (end.aborted)
      return { kind: 'failed', problem: `mail: no end within ${mostMs / 1_000} s`, isFinal: false };
    return { kind: 'failed', ...problemOf(error, settings) };
  } finally {
    transport.close();
  }
}
