import { createHash } from 'node:crypto';
import { compareWarcFileNames, isWarcFileName } from '../warc/warc-file-name.ts';
import type { WarcFileSize } from '../warc/warc-folder.ts';
import type { S3Answer, S3Client } from './s3-client.ts';
import { readXmlDocument, readXmlTexts } from './s3-xml.ts';

/**
 * Large objects are read in pieces of this size: each is a request with a time limit and tries of its own.
 */
const pieceBytes = 8 * 1_024 * 1_024;
/** Greatest number of objects that one request deletes. */
const deleteAtOnce = 1_000;
/** Pages in a row of a list that may bring no further name: S3 has some where many objects were deleted. */
const mostIdlePages = 100;
/** A page of fewer names counts as one of so many: a list of small pages ends as well. */
const fewestOfPage = 100;

/** Oldest first, whoever made them. */
const inOrder = (files: WarcFileSize[]): readonly WarcFileSize[] =>
  files.sort((a, b) => compareWarcFileNames(a.name, b.name));

/**
 * The archive's objects, day by day, oldest first: a listing in order of keys is one in order of days. A day of very
 * many comes in several parts, each in order, so that no store can fill the memory.
 */
export async function* listDays(client: S3Client): AsyncGenerator<readonly WarcFileSize[]> {
  let part: WarcFileSize[] = [];
  for await (const file of listObjects(client)) {
    const isOfPart = part[0] === undefined || part[0].name.slice(0, 8) === file.name.slice(0, 8);
    if (!isOfPart || part.length >= client.mostInOrder) {
      yield inOrder(part);
      part = [];
    }
    part.push(file);
  }
  if (part.length > 0) yield inOrder(part);
}

/** One page of a list, checked: of a list that is cut or tells no sizes nothing can be concluded. */
interface ListPage {
  readonly objects: readonly { readonly key: string; readonly bytes: number }[];
  /** How many names and folders it has, and the last of them, for what comes behind. */
  readonly names: number;
  readonly last: string;
  readonly next: string | undefined;
}

async function readList(client: S3Client, limit: number, token?: string): Promise<ListPage> {
  const { body } = await client.send({ method: 'GET', query: listQuery(client, limit, token) });
  const names = ['Key', 'Size', 'Prefix', 'IsTruncated', 'NextContinuationToken'] as const;
  const list = readXmlDocument(body.toString('utf8'), 'ListBucketResult', names);
  if (list === undefined)
    throw client.failure('its list of objects is cut or none', 'check that the endpoint is an S3 server');
  const { Key: keys = [], Size: sizes = [], Prefix: folders = [], IsTruncated: more } = list;
  const next = list.NextContinuationToken?.[0];
  if (keys.length !== sizes.length || !sizes.every((size) => /^\d{1,15}$/.test(size)))
    throw client.failure(
      'its list of objects tells not all sizes',
      'check that the endpoint is an S3 server',
    );
  if (more?.[0] === 'true' && next === undefined)
    throw client.failure(
      'its list of objects goes on, and it does not say where',
      'take a server that knows ListObjectsV2',
    );
  const all = [...keys, ...folders];
  const last = all.reduce((far, name) => (isBehind(name, far) ? name : far), '');
  const objects = keys.map((key, i) => ({ key, bytes: Number(sizes[i]) }));
  return { objects, names: all.length, last, next };
}

/** Keys stand in the order of their bytes. */
function isBehind(key: string, other: string): boolean {
  return Buffer.compare(Buffer.from(key), Buffer.from(other)) > 0;
}

/**
 * Objects of the archive in order of keys; others of the same prefix are passed over. Throws ArchiveUnreachable for
 * a list that goes back, does not go on, or goes on and on.
 */
async function* listObjects(client: S3Client): AsyncGenerator<WarcFileSize> {
  let [name, last] = ['', ''];
  let [idle, listed] = [0, 0];
  for (let token: string | undefined, more = true; more; ) {
    const page = await readList(client, 1_000, token);
    listed += Math.max(page.names, fewestOfPage);
    if (listed > client.mostObjects)
      throw client.failure(
        `its list of objects does not end: it has more than ${client.mostObjects}`,
        'check that the endpoint is an S3 server, and that no other program writes below the prefix',
      );
    for (const { key, bytes } of page.objects) {
      const next = key.slice(client.prefix.length);
      if (!key.startsWith(client.prefix) || !isWarcFileName(next)) continue;
      if (next <= name)
        throw client.failure(`it lists ${next} behind ${name}`, 'take a server that lists objects in order');
      name = next;
      yield { name, bytes };
    }
    idle = isBehind(page.last, last) ? 0 : idle + 1;
    if (idle > mostIdlePages)
      throw client.failure('its list of objects does not end', 'check that the endpoint is an S3 server');
    if (idle === 0) last = page.last;
    token = page.next;
    more = token !== undefined;
  }
}

/** Asks for at most one name: whether the bucket is there and may be read. */
export async function pingBucket(client: S3Client): Promise<void> {
  await readList(client, 1);
}

function listQuery(client: S3Client, limit: number, token?: string): Record<string, string> {
  return {
    'list-type': '2',
    'max-keys': String(limit),
    delimiter: '/',
    ...(client.prefix === '' ? {} : { prefix: client.prefix }),
    ...(token === undefined ? {} : { 'continuation-token': token }),
  };
}

/** Deletes objects; one that is gone already is no failure. */
export async function deleteObjects(client: S3Client, names: readonly string[]): Promise<void> {
  for (let at = 0; at < names.length; at += deleteAtOnce) {
    const list = names
      .slice(at, at + deleteAtOnce)
      .map((name) => `<Object><Key>${client.prefix}${name}</Key></Object>`);
    const body = new TextEncoder().encode(`<Delete><Quiet>true</Quiet>${list.join('')}</Delete>`);
    const headers = {
      'content-type': 'application/xml',
      'content-md5': createHash('md5').update(body).digest('base64'),
    };
    const answer = await client.send({ method: 'POST', query: { delete: '' }, headers, body });
    const { Code: codes = [], Message: messages = [] } = readXmlTexts(answer.body.toString('utf8'), [
      'Code',
      'Message',
    ]);
    if (codes.length > 0)
      throw client.failure(
        `${codes.length} objects could not be deleted, the first because of ${codes[0]} (${messages[0] ?? ''})`,
        'give the access key the right to delete in the bucket',
      );
  }
}

/** An object, to be read piece by piece. */
export interface S3Object {
  readonly etag: string;
  readonly bytes: AsyncIterable<Uint8Array>;
}

/**
 * Opens an object; undefined when it is not there. Its pieces are of one and the same writing and are all of it, or
 * reading them throws: what was read may be written over it.
 */
export async function readObject(client: S3Client, name: string): Promise<S3Object | undefined> {
  const first = await client.send({
    method: 'GET',
    name,
    headers: { range: `bytes=0-${pieceBytes - 1}` },
    expected: [404, 416],
    maxBytes: pieceBytes,
  });
  if (first.status === 404) return undefined;
  const etag = first.header('etag') ?? '';
  // 416: the object is empty, and the body is the text of the error.
  if (first.status === 416) return { etag, bytes: noBytes() };
  if (etag === '') throw client.failure(`it tells no ETag of ${name}`, 'take a server that does');
  const size = first.status === 206 ? sizeOf(client, name, first) : first.body.length;
  const piece = { at: 0, size, length: Math.min(pieceBytes, size) };
  if (first.status === 206) checkPiece(client, name, first, piece);
  return { etag, bytes: pieces(client, name, { etag, size, first: first.body }) };
}

async function* noBytes(): AsyncGenerator<Uint8Array> {}

/** The size of an object as an answer with a part of it says. */
function sizeOf(client: S3Client, name: string, answer: S3Answer): number {
  const size = /\/(\d{1,15})$/.exec(answer.header('content-range') ?? '')?.[1];
  if (size === undefined)
    throw client.failure(`it does not tell the size of ${name}`, 'check that the endpoint is an S3 server');
  return Number(size);
}

/** Throws, unless an answer is the piece of the object that was asked for. */
function checkPiece(
  client: S3Client,
  name: string,
  answer: S3Answer,
  { at, size, length }: { readonly at: number; readonly size: number; readonly length: number },
): void {
  const range = `bytes ${at}-${at + length - 1}/${size}`;
  const said = answer.header('content-range') ?? '';
  if (answer.status !== 206 || said !== range || answer.body.length !== length)
    throw client.failure(
      `it answers ${answer.body.length} bytes of ${name} as ${JSON.stringify(said.slice(0, 100))} where ${range} were asked for`,
      'try again',
    );
}

async function* pieces(
  client: S3Client,
  name: string,
  { etag, size, first }: { readonly etag: string; readonly size: number; readonly first: Uint8Array },
): AsyncGenerator<Uint8Array> {
  yield first;
  for (let at = first.length; at < size; ) {
    const length = Math.min(pieceBytes, size - at);
    const answer = await client.send({
      method: 'GET',
      name,
      headers: { range: `bytes=${at}-${at + length - 1}`, 'if-match': etag },
      maxBytes: length,
    });
    checkPiece(client, name, answer, { at, size, length });
    at += length;
    yield answer.body;
  }
}
