import { request as ask } from 'node:http';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { consolePages } from './testing/console-pages.ts';
import { openSeededApp, type SeededApp } from './testing/seeded-app.ts';

let app: SeededApp;
beforeAll(async () => {
  app = await openSeededApp();
});
afterAll(() => app.close());

/** The bytes as they are on the wire: fetch would unpack them. */
function get(path: string, headers: Readonly<Record<string, string>>) {
  return new Promise<{ status: number; headers: Record<string, unknown>; body: Buffer }>(
    (resolve, reject) => {
      ask(app.address + path, { headers }, (answer) => {
        const parts: Buffer[] = [];
        answer.on('data', (part: Buffer) => parts.push(part));
        answer.on('end', () =>
          resolve({ status: answer.statusCode ?? 0, headers: answer.headers, body: Buffer.concat(parts) }),
        );
        answer.on('error', reject);
      })
        .on('error', reject)
        .end();
    },
  );
}

describe('answers', () => {
  it.each([
    ['a page', '/', 'text/html'],
    ['JSON', '/api/v1/search', 'application/json'],
    ['a feed', '/api/v1/search.rss', 'application/rss+xml'],
    ['an export', '/api/v1/export', 'application/x-ndjson'],
  ])('%s goes out compressed to whoever takes it', async (_, path, type) => {
    const plain = await get(path, {});
    expect(plain.headers).toMatchObject({ 'content-type': expect.stringContaining(type) });
    expect(plain.headers['content-encoding']).toBeUndefined();
    const brotli = await get(path, { 'accept-encoding': 'gzip, br' });
    expect(brotli.headers).toMatchObject({
      'content-encoding': 'br',
      vary: expect.stringContaining('accept-encoding'),
    });
    expect(brotli.body.length).toBeLessThan(plain.body.length / 2);
    expect(brotliDecompressSync(brotli.body).length).toBe(plain.body.length);
    const gzip = await get(path, { 'accept-encoding': 'gzip' });
    expect(gzip.headers).toMatchObject({ 'content-encoding': 'gzip' });
    expect(gunzipSync(gzip.body).length).toBe(plain.body.length);
  });
  it('are not sent again to whoever has them, compressed or not', async () => {
    const { headers } = await get('/api/v1/search', { 'accept-encoding': 'br' });
    const etag = String(headers['etag']);
    expect(etag).toMatch(/^W\/"/);
    for (const encoding of ['br', 'identity']) {
      const again = await get('/api/v1/search', { 'accept-encoding': encoding, 'if-none-match': etag });
      expect([again.status, again.body.length]).toEqual([304, 0]);
    }
  });
  it('that are streams of events go out as they are written', async () => {
    const headers = await new Promise<Record<string, unknown>>((resolve, reject) => {
      const asked = ask(
        `${app.address}/api/v1/search/events?q=ferry`,
        { headers: { 'accept-encoding': 'br' } },
        (answer) => {
          resolve(answer.headers);
          answer.destroy();
        },
      );
      asked.on('error', reject).end();
    });
    expect(headers['content-type']).toContain('text/event-stream');
    expect(headers['content-encoding']).toBeUndefined();
  });
  it('that are short stay as they are', async () => {
    const { headers } = await get('/api/v1/nothing', { 'accept-encoding': 'br' });
    expect(headers['content-encoding']).toBeUndefined();
  });
});

describe('pages', () => {
  const browser = { accept: 'text/html', 'accept-encoding': 'gzip', host: '' };
  const asked = (path: string, more: Readonly<Record<string, string>> = {}) =>
    get(path, { ...browser, host: new URL(app.address).host, ...more });

  it('are all known here', async () => {
    const shown: string[] = [];
    for (const { path } of app.routes.filter(({ method }) => method === 'GET')) {
      if (path.startsWith('/api/') || path.includes('*') || path.startsWith('/assets')) continue;
      const [address = path] = consolePages[path] ?? [];
      const { status, headers } = await asked(address);
      if (status === 200 && String(headers['content-type']).startsWith('text/html')) shown.push(path);
    }
    expect(shown.toSorted()).toEqual(Object.keys(consolePages).toSorted());
  });
  it('go out compressed, and to the same reader once where they are the same', async () => {
    let kept = 0;
    for (const path of Object.values(consolePages).flat()) {
      const { status, headers } = await asked(path);
      expect({ path, status, ...headers }).toMatchObject({
        path,
        status: expect.any(Number),
        'content-encoding': 'gzip',
        vary: expect.stringContaining('accept-encoding'),
      });
      if (headers['cache-control'] === 'no-store' || status !== 200) continue;
      kept += 1;
      expect([path, headers['cache-control']]).toEqual([path, 'private, no-cache']);
      const known = { 'if-none-match': String(headers['etag']) };
      expect([path, (await asked(path, known)).status]).toEqual([path, 304]);
      // Another reader, and another language, get their own.
      expect([path, (await asked(path, { ...known, 'accept-language': 'ar' })).status]).toEqual([path, 200]);
    }
    expect(kept).toBeGreaterThan(15);
  });
  it.each(['en', 'de', 'ar'])('come first within 30 kB, with all that they load: %s', async (language) => {
    const page = await asked('/', { 'accept-language': language });
    const loaded = [
      ...gunzipSync(page.body)
        .toString()
        .matchAll(/(?:href|src)="(\/assets\/[^"]+)"/g),
    ];
    const parts = await Promise.all(loaded.map(([, path = '']) => asked(path)));
    expect(parts.length).toBeGreaterThanOrEqual(2);
    for (const { headers } of parts) expect(headers['cache-control']).toContain('immutable');
    const bytes = [page, ...parts].reduce((sum, { body }) => sum + body.length, 0);
    expect(bytes).toBeLessThan(30_000);
  });
});
