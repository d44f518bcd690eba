import type { ChannelFault, FaultName, HttpAnswer } from '@newsmill/contracts';
import { decodeBody, readChallenge } from '@newsmill/text';
import { beginsAsPage } from '../feeds/begins-as-page.ts';
import { findFeeds } from '../feeds/find-feeds.ts';
import { pairToName } from './pair-to-name.ts';
import { askedToWait } from './settle-visit.ts';
import type { Failure } from './visit.ts';

const byCode: Readonly<Record<string, FaultName>> = {
  CERT_HAS_EXPIRED: 'tls-expired',
  CERT_NOT_YET_VALID: 'tls-expired',
  ERR_TLS_CERT_ALTNAME_INVALID: 'tls-wrong-name',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'tls-self-signed',
  SELF_SIGNED_CERT_IN_CHAIN: 'tls-self-signed',
  UNABLE_TO_GET_ISSUER_CERT: 'tls-untrusted',
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: 'tls-untrusted',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'tls-untrusted',
  ERR_SSL_WRONG_VERSION_NUMBER: 'no-tls',
  ENOTFOUND: 'dns-no-name',
  EAI_NONAME: 'dns-no-name',
  ENODATA: 'dns-no-address',
  EAI_NODATA: 'dns-no-address',
  ECONNREFUSED: 'refused',
  EHOSTUNREACH: 'unreachable',
  ENETUNREACH: 'unreachable',
  EADDRNOTAVAIL: 'unreachable',
};
const byKind: Readonly<Record<string, FaultName>> = {
  'bad-address': 'bad-request',
  'bad-request': 'bad-request',
  'address-blocked': 'address-blocked',
  'too-many-redirects': 'redirect-loop',
  'too-large': 'too-large',
  'too-slow': 'timeout',
  timeout: 'timeout',
  reset: 'reset',
  incomplete: 'reset',
  dns: 'dns-unanswered',
  tls: 'tls',
  protocol: 'protocol',
  robots: 'robots-unreachable',
  unreadable: 'unreadable',
};
const byStatus: Readonly<Record<number, FaultName>> = {
  401: 'login',
  402: 'payment',
  403: 'forbidden',
  404: 'not-found',
  407: 'login',
  410: 'gone',
  451: 'forbidden',
};

/** Why a request brought no answer. `asked`: the address that the source file names. */
export function faultOfFailure(failure: Failure, asked: string): ChannelFault {
  const { kind, message, code = '' } = failure;
  const name =
    (Object.hasOwn(byCode, code) ? byCode[code] : undefined) ??
    (Object.hasOwn(byKind, kind) ? byKind[kind] : undefined) ??
    'reset';
  const detail = message.slice(0, 300);
  const pair = pairToName(failure, asked);
  return pair === undefined ? { name, detail } : { name, detail, line: `allowPrivate: ["${pair}"]` };
}

/** Bytes of a body that are looked at. */
const startLength = 131_072;

/** The first characters of a body, decoded. */
export function startOf({ body, encoding }: Pick<HttpAnswer, 'body' | 'encoding'>): string {
  return new TextDecoder().decode(decodeBody(body, encoding, startLength).bytes);
}

/**
 * Why an answer brings no content, by its status, or because it is a test for browsers; undefined where its
 * content has to be read. `now`: epoch milliseconds.
 */
export function faultOfAnswer(
  { status, headers }: Pick<HttpAnswer, 'status' | 'headers'>,
  start: string,
  now: number,
): ChannelFault | undefined {
  const challenge = readChallenge({ status, headers, text: start });
  if (challenge !== undefined) return { name: 'challenge', detail: `${challenge.by}, status ${status}` };
  if ((status >= 200 && status < 300) || status === 304) return undefined;
  const wait = askedToWait({ status, headers }, now);
  if (wait !== undefined)
    return {
      name: 'rate-limited',
      detail: `status ${status}, until ${new Date(now + wait).toISOString().slice(0, 19)}Z`,
    };
  const name = byStatus[status] ?? (status >= 500 ? 'server-error' : 'bad-status');
  return { name, detail: `status ${status}` };
}

// bounded: startLength, no more of a page is looked at
const password = /\btype=["']?password\b/i;
const loginPath = /\/(?:login|log-in|signin|sign-in|sso)(?:[/.?]|$)/i;
const consentPlace = /^https?:\/\/(?:consent|cmp)\.|\/consent(?:[/.?]|$)/i;
const parkedMarks = [
  'sedoparking.com',
  'parkingcrew.net',
  'bodis.com',
  'hugedomains.com',
  'afternic.com/forsale',
  'dan.com/buy-domain',
  'this domain is for sale',
  'this domain name is for sale',
  'this domain may be for sale',
  'this domain is parked',
  'buy this domain',
];

/**
 * What a web page is that came instead of something else, by its address and first characters; undefined
 * where it is a page like others, or none.
 */
export function faultOfPage(url: string, start: string): ChannelFault | undefined {
  if (!beginsAsPage(start)) return undefined;
  const text = start.slice(0, startLength).toLowerCase();
  const mark = parkedMarks.find((words) => text.includes(words));
  if (mark !== undefined) return { name: 'parked', detail: `it says ${mark}` };
  if (consentPlace.test(url)) return { name: 'consent', detail: url };
  if (loginPath.test(url) || password.test(text)) return { name: 'login', detail: url };
  return undefined;
}

const mostNamed = 3;

/** Why what came is no channel of its kind: `problem`, unless it is a page, which may name feeds. */
export function faultOfContent(url: string, text: string, problem: string): ChannelFault {
  if (!beginsAsPage(text)) return { name: 'unreadable', detail: problem.slice(0, 300) };
  const known = faultOfPage(url, text);
  if (known !== undefined) return known;
  const feeds = findFeeds(text, url).filter((feed) => feed.url !== url);
  const [first] = feeds;
  if (first === undefined) return { name: 'page-not-feed', detail: 'it names no feed' };
  const named = feeds.slice(0, mostNamed).map((feed) => feed.url);
  return { name: 'page-not-feed', detail: `it names ${named.join(', ')}`, line: `url: ${first.url}` };
}
