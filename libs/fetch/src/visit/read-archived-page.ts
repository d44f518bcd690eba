import {
  channelFacts,
  contentEncodings,
  type Channel,
  type ContentEncoding,
  type DropReason,
  type FetchedPage,
  type FetchItem,
  type Source,
  type HttpAnswer,
} from '@newsmill/contracts';
import { decodeBody, registrableDomain } from '@newsmill/text';
import { pageItem } from './frontier-items.ts';
import { fetchedPage, isWebPage } from './read-page-visit.ts';

/** A record of a WARC file; field names in lower case. */
export interface ArchivedRecord {
  readonly fields: ReadonlyMap<string, string>;
  readonly block?: Uint8Array | undefined;
  readonly problem?: string | undefined;
  readonly isWhole: boolean;
}

/** `skipped`: no page of this source. `dropped`: a page of it that cannot be used. */
export type ArchivedReading =
  | { readonly kind: 'skipped' }
  | {
      readonly kind: 'dropped';
      readonly item: FetchItem;
      readonly reason: DropReason;
      readonly detail: string;
    }
  | { readonly kind: 'page'; readonly item: FetchItem; readonly page: FetchedPage };

/** Which addresses of an archive belong to a source. */
export type Scope = (url: URL) => boolean;

const domainOf = ({ hostname }: URL) => registrableDomain(hostname) ?? hostname;

/**
 * The beginnings that the channel names; without them the domains of the other channels; without these
 * everything.
 */
export function scopeOf(source: Source, channel: Channel): Scope {
  const { within } = channel;
  if (within !== undefined) {
    const beginnings = within.map((text) => new URL(text));
    return (url) =>
      beginnings.some(({ host, pathname }) => url.host === host && url.pathname.startsWith(pathname));
  }
  const others = source.channels
    .filter(({ kind }) => !channelFacts[kind].isArchive)
    .map(({ url }) => domainOf(new URL(url)));
  return others.length === 0 ? () => true : (url) => others.includes(domainOf(url));
}

function bytesIndex(bytes: Uint8Array, mark: string, from = 0): number {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).indexOf(mark, from, 'latin1');
}

interface HttpHead {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array;
}

const latin1 = new TextDecoder('latin1');

/** Head and body of an HTTP answer as it was received; line ends may be line feeds alone. */
function readHttp(block: Uint8Array): HttpHead | undefined {
  const crlf = bytesIndex(block, '\r\n\r\n');
  const lf = bytesIndex(block, '\n\n');
  const isLf = lf >= 0 && (crlf < 0 || lf < crlf);
  const end = isLf ? lf : crlf;
  // An answer without a body may end with its head.
  const text = latin1.decode(block.subarray(0, end < 0 ? block.length : end)).replace(/\r?\n[ \t]+/g, ' ');
  const [first = '', ...lines] = text.split(/\r?\n/);
  const status = /^HTTP\/\d(?:\.\d)?\s+(\d{3})\b/i.exec(first)?.[1];
  if (status === undefined) return undefined;
  const headers: Record<string, string> = {};
  for (const line of lines) {
    const colon = line.indexOf(':');
    const name = line.slice(0, Math.max(colon, 0)).trim().toLowerCase();
    if (!/^[!#$%&'*+\-.^_`|~0-9a-z]+$/.test(name) || name === '__proto__') continue;
    const value = line.slice(colon + 1).trim();
    headers[name] = headers[name] === undefined ? value : `${headers[name]}, ${value}`;
  }
  return {
    status: Number(status),
    headers,
    body: end < 0 ? new Uint8Array() : block.subarray(end + (isLf ? 2 : 4)),
  };
}

/**
 * A body without its chunks; as it is where it is in none, although its header says so: many archives took
 * them away and kept the header.
 */
function withoutChunks(body: Uint8Array): Uint8Array {
  const parts: Uint8Array[] = [];
  for (let at = 0; at < body.length; ) {
    const end = bytesIndex(body, '\n', at);
    const size =
      end < 0 || end - at > 1_000
        ? undefined
        : /^([0-9a-f]{1,8})[ \t]*(?:;[^\r\n]*)?\r?$/i.exec(latin1.decode(body.subarray(at, end)))?.[1];
    if (size === undefined) return parts.length === 0 ? body : Buffer.concat(parts);
    const length = Number.parseInt(size, 16);
    if (length === 0) break;
    parts.push(body.subarray(end + 1, end + 1 + length));
    at = end + 1 + length;
    if (body[at] === 0x0d) at += 1;
    if (body[at] === 0x0a) at += 1;
  }
  return Buffer.concat(parts);
}

/**
 * The encoding that the bytes are in. Archives often hold decoded bodies under the header of the encoded
 * ones.
 */
function encodingOf(named: string | undefined, body: Uint8Array): ContentEncoding {
  const name = named?.trim().toLowerCase().replace(/^x-/, '');
  const encoding = contentEncodings.find((known) => known === name) ?? 'identity';
  if (encoding === 'identity' || encoding === 'gzip' || encoding === 'zstd')
    return body[0] === 0x1f && body[1] === 0x8b
      ? 'gzip'
      : body[0] === 0x28 && body[1] === 0xb5 && body[2] === 0x2f
        ? 'zstd'
        : 'identity';
  return decodeBody(body, encoding, 65_536).bytes.length > 0 ? encoding : 'identity';
}

/** When the page was fetched: WARC-Date, also in the form of 14 digits. */
function dateOf(text: string | undefined): number | undefined {
  const digits = /^(\d{4})(\d{2})(\d{2})(\d{2})(\d{2})(\d{2})$/.exec(text?.trim() ?? '');
  const at =
    digits === null
      ? Date.parse(text ?? '')
      : Date.UTC(
          Number(digits[1]),
          Number(digits[2]) - 1,
          Number(digits[3]),
          Number(digits[4]),
          Number(digits[5]),
          Number(digits[6]),
        );
  return Number.isFinite(at) && at > 0 ? at : undefined;
}

/** The address of a record; some writers put it in angle brackets. */
function addressOf(text: string | undefined): URL | undefined {
  const bare = text?.trim().replace(/^<(.*)>$/, '$1');
  const url = bare !== undefined && bare.length <= 8_000 && URL.canParse(bare) ? new URL(bare) : undefined;
  return url !== undefined && /^https?:$/.test(url.protocol) && url.hostname !== '' ? url : undefined;
}

function isResponse(fields: ReadonlyMap<string, string>): boolean {
  const type = fields.get('warc-type')?.toLowerCase();
  return type === 'response' || type === 'resource';
}

function answerIn(record: ArchivedRecord): HttpHead | undefined {
  const block = record.block ?? new Uint8Array();
  if (record.fields.get('warc-type')?.toLowerCase() !== 'resource') return readHttp(block);
  const type = record.fields.get('content-type');
  return { status: 200, headers: type === undefined ? {} : { 'content-type': type }, body: block };
}

/**
 * The page as an item that rests: it was fetched when it was archived, and is asked for again only when a
 * channel names it.
 */
function itemAt(source: Source, url: URL, at: number): FetchItem | undefined {
  const item = pageItem(source, { url: url.href, authors: [], categories: [] }, at);
  return item === undefined ? undefined : { ...item, dueAt: null, stamp: '', fetchedAt: at, data: {} };
}

/**
 * What a record of an archive means for a source. Never throws: what is odd has a reason. `now` bounds dates
 * that lie ahead; `agent` is asked for in what the page says to robots.
 */
export function readArchivedPage(
  record: ArchivedRecord,
  source: Source,
  scope: Scope,
  { now, agent }: { readonly now: number; readonly agent: string },
): ArchivedReading {
  const { fields, problem } = record;
  const url = isResponse(fields) ? addressOf(fields.get('warc-target-uri')) : undefined;
  if (url === undefined || !scope(url)) return { kind: 'skipped' };
  const at = dateOf(fields.get('warc-date'));
  const item = itemAt(source, url, Math.min(at ?? now, now));
  if (item === undefined) return { kind: 'skipped' };
  const drop = (reason: DropReason, detail: string): ArchivedReading => ({
    kind: 'dropped',
    item,
    reason,
    detail,
  });
  if (!record.isWhole) return drop('archived-unusable', problem ?? 'the record is cut short');
  if (at === undefined)
    return drop(
      'archived-unusable',
      `WARC-Date is none: ${fields.get('warc-date')?.slice(0, 60) ?? 'it is missing'}`,
    );
  const http = answerIn(record);
  if (http === undefined) return drop('archived-unusable', 'the record holds no HTTP answer');
  if (http.status !== 200) return drop('archived-unusable', `answered ${http.status}`);
  const body = /\bchunked\b/i.test(http.headers['transfer-encoding'] ?? '')
    ? withoutChunks(http.body)
    : http.body;
  const answer: HttpAnswer = {
    status: 200,
    url: url.href,
    redirects: [],
    headers: http.headers,
    body,
    encoding: encodingOf(http.headers['content-encoding'], body),
    truncated: false,
  };
  if (body.length === 0) return drop('archived-unusable', 'the answer has no body');
  if (!isWebPage(answer)) return drop('not-html', answer.headers['content-type'] ?? 'no content type');
  return { kind: 'page', item, page: fetchedPage(item, source, answer, { now: item.fetchedAt, agent }) };
}
