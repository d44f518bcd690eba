import { createHash } from 'node:crypto';
import { compareWarcFileNames, isWarcFileName } from '../warc/warc-file-name.ts';
import type { WarcFileSize } from '../warc/warc-folder.ts';
import type { S3Client } from './s3-client.ts';
import { readXmlTexts } from './s3-xml.ts';

/**
 * Large objects are read in pieces of this size: each is a request with a time limit and tries of its own.
 */
const pieceBytes = 8 * 1_024 * 1_024;
/** Greatest number of objects that one request deletes. */
const deleteAtOnce = 1_000;

/** The archive's objects, day by day, oldest first: a listing in order of keys is one in order of days. */
export async function* listDays(client: S3Client): AsyncGenerator<readonly WarcFileSize[]> {
  let day: WarcFileSize[] = [];
  for await (const file of listObjects(client)) {
    if (day[0] !== undefined && day[0].name.slice(0, 8) !== file.name.slice(0, 8)) {
      yield day.sort((a, b) => compareWarcFileNames(a.name, b.name));
      day = [];
    }
    day.push(file);
  }
  if (day.length > 0) yield day.sort((a, b) => compareWarcFileNames(a.name, b.name));
}

/** Objects of the archive in order of keys; others of the same prefix are passed over. */
async function* listObjects(client: S3Client): AsyncGenerator<WarcFileSize> {
  for (let token: string | undefined, more = true; more; ) {
    const { body } = await client.send({ method: 'GET', query: listQuery(client, 1_000, token) });
    const {
      Key: keys = [],
      Size: sizes = [],
      NextContinuationToken: next,
    } = readXmlTexts(body.toString('utf8'), ['Key', 'Size', 'NextContinuationToken']);
    for (const [i, key] of keys.entries()) {
      const name = key.slice(client.prefix.length);
      if (key.startsWith(client.prefix) && isWarcFileName(name)) yield { name, bytes: Number(sizes[i]) };
    }
    token = next?.[0];
    more = token !== undefined;
  }
}

/** Asks for at most one name: whether the bucket is there and may be read. */
export async function pingBucket(client: S3Client): Promise<void> {
  await client.send({ method: 'GET', query: listQuery(client, 1) });
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
 * Opens an object; undefined when it is not there. Its pieces are of one and the same writing, or reading
 * them throws.
 */
export async function readObject(client: S3Client, name: string): Promise<S3Object | undefined> {
  const first = await client.send({
    method: 'GET',
    name,
    headers: { range: `bytes=0-${pieceBytes - 1}` },
    expected: [404, 416],
  });
  if (first.status === 404) return undefined;
  const etag = first.header('etag') ?? '';
  const size =
    first.status === 206
      ? Number(/\/(\d+)$/.exec(first.header('content-range') ?? '')?.[1] ?? first.body.length)
      : first.body.length;
  // 416: the object is empty, and the body is the text of the error.
  return {
    etag,
    bytes: first.status === 416 ? noBytes() : pieces(client, name, { etag, size, first: first.body }),
  };
}

async function* noBytes(): AsyncGenerator<Uint8Array> {}

async function* pieces(
  client: S3Client,
  name: string,
  { etag, size, first }: { readonly etag: string; readonly size: number; readonly first: Uint8Array },
): AsyncGenerator<Uint8Array> {
  yield first;
  for (let at = first.length; at < size; ) {
    const { body } = await client.send({
      method: 'GET',
      name,
      headers: { range: `bytes=${at}-${Math.min(at + pieceBytes, size) - 1}`, 'if-match': etag },
    });
    if (body.length === 0) throw client.failure(`${name} is shorter than it was`, 'try again');
    at += body.length;
    yield body;
  }
}
