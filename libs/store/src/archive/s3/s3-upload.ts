import type { S3Client } from './s3-client.ts';
import { readXmlTexts } from './s3-xml.ts';

/** Size of a part; the least that servers take is 5 MiB. */
const partBytes = 8 * 1_024 * 1_024;
/** Statuses that say that the condition of `If-Match` does not hold. */
const conditionFailed = [412];

export interface S3Upload {
  readonly name: string;
  readonly bytes: AsyncIterable<Uint8Array>;
  /** Only over the object as it was read: false is answered when another was written meanwhile. */
  readonly over?: string;
}

/** Writes an object from a stream, whole or not at all, with one part of it in memory. */
export async function uploadObject(client: S3Client, upload: S3Upload): Promise<boolean> {
  const parts = inParts(upload.bytes)[Symbol.asyncIterator]();
  const first = await parts.next();
  const second = first.done === true ? first : await parts.next();
  if (second.done === true)
    return putObject(client, upload, first.done === true ? new Uint8Array() : first.value);
  return uploadParts(client, upload, chain([first.value, second.value], parts));
}

async function putObject(
  client: S3Client,
  { name, over }: S3Upload,
  body: Uint8Array<ArrayBuffer>,
): Promise<boolean> {
  const { status } = await client.send({
    method: 'PUT',
    name,
    body,
    headers: { 'content-type': 'application/warc', ...condition(over) },
    expected: over === undefined ? [] : conditionFailed,
  });
  return status !== 412;
}

async function uploadParts(
  client: S3Client,
  { name, over }: S3Upload,
  parts: AsyncIterable<Uint8Array<ArrayBuffer>>,
): Promise<boolean> {
  const started = await client.send({
    method: 'POST',
    name,
    query: { uploads: '' },
    headers: { 'content-type': 'application/warc' },
  });
  const uploadId = readXmlTexts(started.body.toString('utf8'), ['UploadId']).UploadId?.[0];
  if (uploadId === undefined)
    throw client.failure('it takes no upload in parts', 'check that the endpoint is an S3 server');
  try {
    const tags: string[] = [];
    for await (const body of parts) {
      const answer = await client.send({
        method: 'PUT',
        name,
        query: { uploadId, partNumber: String(tags.length + 1) },
        body,
      });
      tags.push(answer.header('etag') ?? '');
    }
    const list = tags.map(
      (tag, i) =>
        `<Part><PartNumber>${i + 1}</PartNumber><ETag>${tag.replaceAll('"', '&quot;')}</ETag></Part>`,
    );
    const body = new TextEncoder().encode(
      `<CompleteMultipartUpload>${list.join('')}</CompleteMultipartUpload>`,
    );
    const done = await client.send({
      method: 'POST',
      name,
      query: { uploadId },
      body,
      headers: { 'content-type': 'application/xml', ...condition(over) },
      expected: over === undefined ? [] : conditionFailed,
    });
    // A server may have begun its answer with 200 before it failed.
    const { Code: code } = readXmlTexts(done.body.toString('utf8'), ['Code']);
    if (code !== undefined && done.status !== 412)
      throw client.failure(
        `the parts of an object could not be put together (${code[0] ?? ''})`,
        'try again',
      );
    if (done.status === 412) await abort(client, name, uploadId);
    return done.status !== 412;
  } catch (error) {
    // Parts that nobody completes would be paid for; what went wrong is the first error.
    await abort(client, name, uploadId).catch(() => undefined);
    throw error;
  }
}

async function abort(client: S3Client, name: string, uploadId: string): Promise<void> {
  await client.send({ method: 'DELETE', name, query: { uploadId }, expected: [404] });
}

function condition(over: string | undefined): Record<string, string> {
  return over === undefined || over === '' ? {} : { 'if-match': over };
}

async function* inParts(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  let waiting: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of bytes) {
    waiting.push(chunk);
    size += chunk.length;
    if (size < partBytes) continue;
    yield Buffer.concat(waiting);
    waiting = [];
    size = 0;
  }
  if (size > 0) yield Buffer.concat(waiting);
}

async function* chain<T>(first: readonly T[], rest: AsyncIterator<T>): AsyncGenerator<T> {
  yield* first;
  for (let next = await rest.next(); next.done !== true; next = await rest.next()) yield next.value;
}
