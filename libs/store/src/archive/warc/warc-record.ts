import { createHash, randomUUID } from 'node:crypto';
import { STATUS_CODES } from 'node:http';
import { contentEncodings, type ContentEncoding } from '@newsmill/contracts';
import type { ArchivedPage } from '../archive.ts';

const version = 'WARC/1.1';
const headEnd = '\r\n\r\n';
const endBytes = Buffer.from(headEnd);
/** Digits of the longest Content-Length that is written. */
const longestNumber = 10;
/** The content-encoding that the publisher sent, where the body is kept in another. */
const originalEncoding = 'x-newsmill-original-content-encoding';
/** Extension field (WARC 1.1, 4): digest of the fields before it and of the HTTP head. */
const headDigest = 'newsmill-head-digest';
/** Body was taken out of its chunks; a reader of the archive would try to do that again. */
const droppedHeaders = new Set(['transfer-encoding', originalEncoding]);

/** The record is not what its digest says. */
export class ArchiveDamaged extends Error {
  override readonly name = 'ArchiveDamaged';
  constructor(place: string) {
    super(`the archived page at ${place} is damaged`);
  }
}

/** Head of a record as far as its place in a file is concerned. */
export interface WarcHead {
  readonly fields: ReadonlyMap<string, string>;
  /** Bytes of the head with the empty line. */
  readonly headLength: number;
  /** Bytes of the whole record with the two line ends behind it. */
  readonly length: number;
}

/** A record to be written: its pieces stand behind each other, and the body among them is the page's own. */
export interface WarcRecord {
  readonly pieces: readonly Uint8Array[];
  /** Bytes of all pieces. */
  readonly length: number;
}

function record(fields: readonly (readonly [string, string])[], block: readonly Uint8Array[]): WarcRecord {
  const size = block.reduce((sum, part) => sum + part.length, 0);
  const head = Buffer.from(
    [version, ...fields.map(([name, value]) => `${name}: ${oneLine(value)}`), `Content-Length: ${size}`].join(
      '\r\n',
    ) + headEnd,
  );
  return { pieces: [head, ...block, endBytes], length: head.length + size + endBytes.length };
}

function oneLine(value: string): string {
  return value.replace(/[\r\n\0]+/g, ' ').trim();
}

/** First record of a file (WARC 1.1, 6.2 `warcinfo`). */
export function writeInfoRecord(file: string, at: number): WarcRecord {
  const block = Buffer.from('software: newsmill\r\nformat: WARC File Format 1.1\r\n');
  return record(
    [
      ['WARC-Type', 'warcinfo'],
      ['WARC-Record-ID', newId()],
      ['WARC-Date', new Date(at).toISOString()],
      ['WARC-Filename', file],
      ['Content-Type', 'application/warc-fields'],
    ],
    [block],
  );
}

/** A page as `response` record: HTTP head and the body in the encoding it came in. */
export function writeResponseRecord(page: ArchivedPage): WarcRecord {
  const head = Buffer.from(
    `HTTP/1.1 ${page.status} ${STATUS_CODES[page.status] ?? 'Unknown'}\r\n${httpHeaders(page)
      .map(([name, value]) => `${name}: ${oneLine(value)}\r\n`)
      .join('')}\r\n`,
  );
  const fields: [string, string][] = [
    ['WARC-Type', 'response'],
    ['WARC-Record-ID', newId()],
    ['WARC-Date', new Date(page.fetchedAt).toISOString()],
    ['WARC-Target-URI', page.url],
    ['WARC-Payload-Digest', payloadDigest(page.body)],
    ['Content-Type', 'application/http; msgtype=response'],
  ];
  const digest = digestOfHeads(
    new Map(fields.map(([name, value]) => [name.toLowerCase(), oneLine(value)])),
    head,
  );
  return record([...fields, [headDigest, digest]], [head, page.body]);
}

/**
 * Digest of what no field of the standard covers: the fields of a record (but its length, which its end tells) and the
 * HTTP head with its empty line.
 */
function digestOfHeads(fields: ReadonlyMap<string, string>, http: Uint8Array): string {
  const told = [...fields].filter(([name]) => name !== headDigest && name !== 'content-length');
  return sha256([...told.map(([name, value]) => `${name}: ${value}\n`), http]);
}

/**
 * Whether the fields of a record and the HTTP head of its block are what was written; those of other writers, and of
 * before there was a digest of them, are believed.
 */
export function areHeadsWhole(fields: ReadonlyMap<string, string>, block: Buffer): boolean {
  const digest = fields.get(headDigest);
  if (digest === undefined) return true;
  const end = block.indexOf(headEnd);
  return end >= 0 && digest === digestOfHeads(fields, block.subarray(0, end + headEnd.length));
}

function httpHeaders(page: ArchivedPage): [string, string][] {
  const kept = Object.entries(page.headers).filter(
    ([name]) => !droppedHeaders.has(name.toLowerCase()) && /^[!#$%&'*+\-.^_`|~0-9a-z]+$/i.test(name),
  );
  const sent = page.headers['content-encoding'];
  if (sent === page.encoding || (sent === undefined && page.encoding === 'identity')) return kept;
  return [
    ...kept.filter(([name]) => name !== 'content-encoding'),
    ['content-encoding', page.encoding],
    [originalEncoding, sent ?? ''],
  ];
}

/**
 * What stands in the place of a removed page: a `metadata` record of the same length, so that what follows
 * keeps its place. undefined when `length` is too short for one.
 */
function writeReceiptRecord(
  removed: WarcHead,
  receipt: { readonly at: number; readonly reason: string },
): WarcRecord | undefined {
  const removedId = removed.fields.get('warc-record-id');
  const fields: (readonly [string, string])[] = [
    ['WARC-Type', 'metadata'],
    ['WARC-Record-ID', newId()],
    ['WARC-Date', new Date(receipt.at).toISOString()],
    ...(removedId === undefined ? [] : [['WARC-Refers-To', removedId] as const]),
    ['Content-Type', 'application/warc-fields'],
  ];
  for (const reason of [oneLine(receipt.reason), oneLine(receipt.reason).slice(0, 60), '']) {
    const block = Buffer.from(`removed: ${new Date(receipt.at).toISOString()}\r\nreason: ${reason}\r\n`);
    // The number of digits of Content-Length depends on the padding: try around the wanted size.
    const missing = removed.length - record(fields, [block]).length;
    for (let padding = missing; padding > missing - longestNumber; padding -= 1) {
      if (padding < 0) continue;
      const padded = record(fields, [block, Buffer.alloc(padding, ' ')]);
      if (padded.length === removed.length) return padded;
      // One byte that no number of digits fits: a field takes it.
      const stretched = record(
        [...fields.slice(0, -1), ['Content-Type', 'application/warc-fields;']],
        [block, Buffer.alloc(padding, ' ')],
      );
      if (stretched.length === removed.length) return stretched;
    }
  }
  return undefined;
}

/**
 * Reads the head of a record at the start of `bytes`. undefined: no record starts here; `short`: the head
 * goes on behind the bytes.
 */
export function readHead(bytes: Buffer): WarcHead | 'short' | undefined {
  const start = bytes.subarray(0, version.length + 2).toString('latin1');
  if (!`${version}\r\n`.startsWith(start)) return undefined;
  const end = bytes.indexOf(headEnd);
  if (end < 0) return 'short';
  const fields = readFields(bytes.toString('utf8', version.length + 2, end));
  const size = Number(fields.get('content-length'));
  if (!Number.isSafeInteger(size) || size < 0) return undefined;
  const headLength = end + headEnd.length;
  return { fields, headLength, length: headLength + size + headEnd.length };
}

function readFields(text: string): Map<string, string> {
  const fields = new Map<string, string>();
  for (const line of text.split('\r\n')) {
    const colon = line.indexOf(':');
    if (colon > 0) fields.set(line.slice(0, colon).toLowerCase(), line.slice(colon + 1).trim());
  }
  return fields;
}

const typesBeside = new Set(['warcinfo', 'metadata', 'request', 'resource', 'revisit', 'conversion']);

/**
 * What lies at a place that a page was written to: its record; `unreadable` where its head cannot be read; undefined
 * where another record lies there, or where no record ends with the place.
 */
function recordAt(bytes: Buffer): WarcHead | 'unreadable' | undefined {
  const head = readHead(bytes);
  const isAlone = bytes.subarray(-headEnd.length).equals(endBytes) && !bytes.includes(`${headEnd}WARC/1.`);
  const damaged = isAlone ? 'unreadable' : undefined;
  if (head === undefined || head === 'short' || head.length !== bytes.length) return damaged;
  const type = head.fields.get('warc-type') ?? '';
  if (type === 'response') return head;
  return typesBeside.has(type) ? undefined : damaged;
}

/**
 * What is to stand where a page was written, instead of it. A head that cannot be read does not keep the page in, but
 * a place that reaches into other records stays as it is. undefined where no page lies there (any more). Throws
 * RangeError where no receipt fits.
 */
export function receiptInPlace(
  bytes: Buffer,
  receipt: { readonly at: number; readonly reason: string },
  place: string,
): Buffer | undefined {
  const found = recordAt(bytes);
  if (found === undefined) return undefined;
  const written = writeReceiptRecord(
    found === 'unreadable' ? { fields: new Map(), headLength: 0, length: bytes.length } : found,
    receipt,
  );
  if (written === undefined)
    throw new RangeError(`no receipt fits into the ${bytes.length} bytes of ${place}`);
  return Buffer.concat(written.pieces);
}

/**
 * The page of a `response` record. undefined when it is another record. Throws ArchiveDamaged when
 * the body or a head is not what was written.
 */
export function readResponseRecord(bytes: Buffer, place: string): ArchivedPage | undefined {
  const head = recordAt(bytes);
  if (head === 'unreadable') throw new ArchiveDamaged(place);
  if (head === undefined) return undefined;
  const httpEnd = bytes.indexOf(headEnd, head.headLength);
  const body = bytes.subarray(httpEnd + headEnd.length, bytes.length - headEnd.length);
  if (
    httpEnd < 0 ||
    head.fields.get('warc-payload-digest') !== payloadDigest(body) ||
    !areHeadsWhole(head.fields, bytes.subarray(head.headLength))
  )
    throw new ArchiveDamaged(place);
  const http = bytes.toString('utf8', head.headLength, httpEnd);
  const lineEnd = http.indexOf('\r\n');
  const received = readFields(lineEnd < 0 ? '' : http.slice(lineEnd + 2));
  const encoding = encodingOf(received.get('content-encoding'));
  const sent = received.get(originalEncoding);
  received.delete(originalEncoding);
  if (sent === '') received.delete('content-encoding');
  else if (sent !== undefined) received.set('content-encoding', sent);
  return {
    url: head.fields.get('warc-target-uri') ?? '',
    fetchedAt: Date.parse(head.fields.get('warc-date') ?? ''),
    status: Number(/^HTTP\/\S+ (\d+)/.exec(http)?.[1]),
    encoding,
    headers: Object.fromEntries(received),
    body,
  };
}

function encodingOf(name: string | undefined): ContentEncoding {
  return contentEncodings.find((encoding) => encoding === name) ?? 'identity';
}

/** Digest of a payload, as `WARC-Payload-Digest` has it. */
export function payloadDigest(body: Uint8Array): string {
  return sha256([body]);
}

function sha256(parts: readonly (string | Uint8Array)[]): string {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return `sha256:${hash.digest('hex')}`;
}

function newId(): string {
  return `<urn:uuid:${randomUUID()}>`;
}
