import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startMoto, type MotoServer } from '../../testing/moto-server.ts';
import { archiveContract } from '../archive.contract.ts';
import { ArchiveUnreachable } from '../archive.ts';
import { openS3Archive } from './s3-archive.ts';
import type { S3ArchiveOptions } from './s3-client.ts';

const noon = Date.UTC(2026, 10, 24, 12);
const page = (url: string, body: Uint8Array = Buffer.from(url)) => ({
  url,
  fetchedAt: noon,
  status: 200,
  encoding: 'identity' as const,
  headers: { 'content-type': 'text/html' },
  body,
});

let moto: MotoServer;
beforeAll(async () => {
  moto = await startMoto();
}, 600_000);
afterAll(() => moto?.close());

async function empty(options: S3ArchiveOptions): Promise<void> {
  const archive = await openS3Archive(options);
  await archive.prune({ now: noon, maxAgeMs: 0, maxBytes: 0 });
  await archive.close();
}

archiveContract('s3 with checked signatures', async () => {
  const options = { ...moto.options, prefix: `contract/${randomUUID()}` };
  return { open: () => openS3Archive(options), destroy: () => empty(options) };
});

describe('s3 archive before a server that checks signatures', () => {
  const attempt = async (change: Partial<S3ArchiveOptions>) => {
    const archive = await openS3Archive({ ...moto.options, prefix: `refused/${randomUUID()}`, ...change });
    const reference = { file: '20261124-0-000000001.warc', offset: 0, length: 10 };
    const errors = [];
    for (const work of [
      () => archive.ping('read'),
      () => archive.ping('write'),
      () => archive.put(page('https://a.example/')),
      () => archive.get(reference),
      () => archive.prune({ now: noon, maxAgeMs: 0, maxBytes: 0 }),
    ])
      errors.push(
        await work().then(
          () => 'allowed',
          (error: unknown) => (error instanceof ArchiveUnreachable ? error.message : error),
        ),
      );
    await archive.close();
    return errors;
  };

  it('is refused with a wrong secret, whatever it asks, and tells neither key', async () => {
    const secretKey = `${moto.options.secretKey.slice(0, -1)}!`;
    const errors = await attempt({ secretKey });
    expect(errors).toHaveLength(5);
    for (const error of errors) {
      expect(error).toMatch(/it answered 403 SignatureDoesNotMatch .*; check the access key/);
      expect(error).not.toContain(secretKey);
      expect(error).not.toContain(moto.options.secretKey);
    }
  });

  it('is asked with the keys that are set at each request', async () => {
    const options = { ...moto.options, prefix: `keys/${randomUUID()}` };
    let { accessKey, secretKey } = moto.options;
    const archive = await openS3Archive({
      ...options,
      get accessKey() {
        return accessKey;
      },
      get secretKey() {
        return secretKey;
      },
    });
    const reference = await archive.put(page('https://a.example/'));
    ({ accessKey, secretKey } = moto.reader);
    await expect(archive.put(page('https://b.example/'))).rejects.toThrow('AccessDenied');
    expect((await archive.get(reference))?.status).toBe(200);
    ({ accessKey, secretKey } = moto.options);
    await archive.put(page('https://b.example/'));
    await archive.close();
    await empty(options);
  });

  it('is refused with an access key that nobody has', async () => {
    for (const error of await attempt({ accessKey: 'AKIAIOSFODNN7EXAMPLE' }))
      expect(error).toMatch(/it answered 403 InvalidAccessKeyId .*; check the access key/);
  });

  it('may do what the user of its keys may', async () => {
    const [read, , put, get] = await attempt(moto.reader);
    expect([read, get]).toEqual(['allowed', 'allowed']);
    expect(put).toMatch(/it answered 403 AccessDenied .*; check the access key and the secret key, and that/);
  });

  it('writes large files in signed parts, and pages out of the midst of them', async () => {
    const options = { ...moto.options, prefix: `large/${randomUUID()}` };
    const [source, archive] = [
      await openS3Archive({ ...options, prefix: `${options.prefix}/source` }),
      await openS3Archive(options),
    ];
    const body = Uint8Array.from({ length: 3_700_000 }, (_, i) => (i * 31 + (i >> 7)) & 0xff);
    const first = await source.put(page('https://a.example/', body));
    const pieces = [];
    for await (const part of source.readFile(first.file)) pieces.push(part);
    const piece = Buffer.concat(pieces);
    const name = '20261124-0-000000001.warc';
    await archive.writeFile(
      name,
      (async function* () {
        for (let i = 0; i < 6; i += 1) yield piece;
      })(),
    );
    const references = Array.from({ length: 6 }, (_, i) => ({
      ...first,
      file: name,
      offset: i * piece.length + first.offset,
    }));
    await archive.remove(references.slice(1, 3), { at: noon, reason: 'asked by the author' });
    expect(await Promise.all(references.map(async (one) => (await archive.get(one))?.body.length))).toEqual([
      body.length,
      undefined,
      undefined,
      body.length,
      body.length,
      body.length,
    ]);
    await Promise.all([source, archive].map((one) => one.close()));
    await empty(options);
    await empty({ ...options, prefix: `${options.prefix}/source` });
  });
});
