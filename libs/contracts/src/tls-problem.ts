import type { ConnectionNames } from './tls-files.ts';

/** What keeps two sides from a connection over TLS, and what helps. */
export interface TlsProblem {
  readonly reason: string;
  readonly remedy: string;
}

interface Row {
  /** Codes of Node.js and OpenSSL. Some clients keep the words of an error alone. */
  readonly sign: RegExp;
  readonly reason: string;
  remedy(names: ConnectionNames): string;
}

const showOther = ({ certificate }: ConnectionNames): string =>
  certificate === undefined
    ? 'let the server ask for no certificate: this client has none'
    : `name one that the server knows in ${certificate}`;

// The first that fits counts.
// biome-ignore format: a table, read by its rows
const rows: readonly Row[] = [
  { sign: /ALERT_CERTIFICATE_REQUIRED|alert certificate required/, reason: 'it wants a certificate of this client', remedy: showOther },
  { sign: /ALERT_(?:UNKNOWN_CA|BAD_CERTIFICATE|CERTIFICATE_\w+|ACCESS_DENIED)|alert (?:unknown ca|bad certificate|certificate \w+|access denied)/, reason: 'it refuses the certificate of this client', remedy: showOther },
  { sign: /ALERT_HANDSHAKE_FAILURE|alert handshake failure/, reason: 'it refuses this client: it may want a certificate, or other ciphers', remedy: showOther },
  { sign: /CERT_HAS_EXPIRED|certificate has expired/, reason: 'its certificate has expired', remedy: () => 'renew it at the server; if it is valid, set the clock of this machine' },
  { sign: /CERT_NOT_YET_VALID|certificate is not yet valid/, reason: 'its certificate is not valid yet', remedy: () => 'set the clock of this machine, or that of the server' },
  { sign: /CERT_REVOKED|certificate revoked/, reason: 'its certificate is revoked', remedy: () => 'give the server another one' },
  { sign: /ERR_TLS_CERT_ALTNAME_INVALID|does not match certificate's altnames/, reason: 'its certificate is for other names', remedy: ({ address }) => `write one of these in ${address}, or give the server a certificate for the name that stands there` },
  { sign: /SELF_SIGNED_CERT|UNABLE_TO_(?:VERIFY_LEAF_SIGNATURE|GET_ISSUER_CERT)|CERT_(?:UNTRUSTED|SIGNATURE_FAILURE)|INVALID_CA|self-signed certificate|unable to (?:verify the first|get (?:local )?issuer) certificate|certificate signature failure/, reason: 'its certificate is of an authority that is not known here', remedy: ({ ca }) => `name the file of that authority (PEM) in ${ca}` },
  { sign: /WRONG_VERSION_NUMBER|PACKET_LENGTH_TOO_LONG|wrong version number|packet length too long/, reason: 'it speaks no TLS at this port', remedy: ({ address }) => `correct the port in ${address}, or turn TLS on in the server` },
];

/**
 * A server that wants a certificate says so after the handshake, when this side has begun to write: its words may
 * be lost with the connection.
 */
const ended =
  /ECONNRESET|EPIPE|socket hang up|other side closed|socket disconnected before secure|Connection closed/;

/** The names that a certificate has, behind the words of Node.js: `… is not in the cert's altnames: DNS:a, DNS:b`. */
function altnamesIn(text: string): string {
  const at = text.indexOf("cert's ");
  const colon = at === -1 ? -1 : text.indexOf(': ', at);
  return colon === -1 ? '' : text.slice(colon + 2);
}

/** Codes and words of an error and of what led to it. No instanceof: it may come from another realm. */
function signsOf(error: unknown, depth = 0): string[] {
  if (typeof error !== 'object' || error === null || depth > 5) return [];
  const member = (name: string): unknown => Reflect.get(error, name);
  const own = [member('code'), member('message')].filter((sign) => typeof sign === 'string');
  const errors: unknown = member('errors');
  const within = [member('cause'), member('originalError'), ...(Array.isArray(errors) ? errors : [])];
  return [...own, ...within.flatMap((each) => signsOf(each, depth + 1))];
}

/**
 * What the error of a connection says of TLS, in words that name what to change; undefined where it says
 * nothing of TLS. `isTls`: whether the connection was one, so that its end may have to do with it.
 */
export function tlsProblem(error: unknown, names: ConnectionNames, isTls = false): TlsProblem | undefined {
  const signs = signsOf(error);
  const row = rows.find(({ sign }) => signs.some((text) => sign.test(text)));
  if (row === undefined)
    return isTls && names.certificate !== undefined && signs.some((text) => ended.test(text))
      ? {
          reason: 'it ended the connection',
          remedy: `see that it runs; where it wants a certificate of this client, ${showOther(names)}`,
        }
      : undefined;
  const listed = signs.map(altnamesIn).find((text) => text !== '');
  return {
    reason: listed === undefined ? row.reason : `${row.reason} (${listed.slice(0, 300)})`,
    remedy: row.remedy(names),
  };
}
