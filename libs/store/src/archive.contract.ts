import { gunzipSync, gzipSync, zstdCompressSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { ArchiveReference } from '@newsmill/contracts';
import type { Archive, ArchivedPage } from './archive.ts';

/** A place where an archive keeps its pages; opened again, they are still there. */
export interface ArchivePlace {
  open(): Promise<Archive>;
  destroy(): Promise<void>;
}

const day = 86_400_000;
const noon = Date.UTC(2026, 10, 24, 12);

function page(url: string, change: Partial<ArchivedPage> = {}): ArchivedPage {
  const body = Buffer.from(`<p>${url}</p>`);
  return { url, fetchedAt: noon, status: 200, encoding: 'identity', headers: { 'content-type': 'text/html; charset=utf-8', etag: '"1"' }, body, ...change };
}
/** A page whose body is bytes of whatever class the archive uses. */
function plain(found: ArchivedPage | undefined): unknown {
  return found === undefined ? undefined : { ...found, body: Buffer.from(found.body).toString('latin1') };
}

/** What every form of the Archive must do. `makePlace` is called once for each test. */
export function archiveContract(name: string, makePlace: () => Promise<ArchivePlace>): void {
  describe(`${name}: archive contract`, () => {
    let place: ArchivePlace;
    let archive: Archive;
    beforeEach(async () => {
      place = await makePlace();
      archive = await place.open();
    });
    afterEach(async () => {
      await archive.close();
      await place.destroy();
    });
    const reopen = async () => {
      await archive.close();
      archive = await place.open();
    };

    it('opens and closes twice, and does nothing after close', async () => {
      await reopen();
      await archive.close();
      await archive.close();
      await expect(archive.put(page('https://a.example/'))).rejects.toThrow();
    });

    it('gives pages back as they were received, also after it was opened again', async () => {
      const pages = [
        page('https://a.example/1'),
        page('https://a.example/gzip', { encoding: 'gzip', headers: { 'content-encoding': 'gzip', 'content-type': 'text/html' }, body: gzipSync('hello') }),
        page('https://a.example/ours', { encoding: 'zstd', headers: { 'content-type': 'text/html' }, body: zstdCompressSync(Buffer.alloc(5_000, 'x')) }),
        page('https://a.example/empty', { status: 404, body: new Uint8Array(0), headers: {} }),
        page('https://a.example/金?q=\u00e9', { headers: { 'x-title': 'Größe 金' } }),
        page('https://a.example/breaks', { body: Buffer.from('a\r\n\r\nWARC/1.1\r\nContent-Length: 5\r\n\r\nb\r\n\r\n') }),
        page('https://a.example/big', { body: Uint8Array.from({ length: 1_500_000 }, (_, i) => (i * 7 + (i >> 9)) & 0xff) }),
      ];
      const references = await Promise.all(pages.map((one) => archive.put(one)));
      expect((await Promise.all(references.map((reference) => archive.get(reference)))).map(plain)).toEqual(pages.map(plain));
      await reopen();
      const later = await archive.put(page('https://a.example/later'));
      expect((await Promise.all(references.map((reference) => archive.get(reference)))).map(plain)).toEqual(pages.map(plain));
      expect((await archive.get(later))?.url).toBe('https://a.example/later');
    });

    it('keeps headers from breaking out of their line', async () => {
      const reference = await archive.put(page('https://a.example/', { headers: { 'x-evil': 'a\r\nset-cookie: b' } }));
      expect((await archive.get(reference))?.headers).toEqual({ 'x-evil': 'a set-cookie: b' });
    });

    it('answers undefined for what is not there', async () => {
      const reference = await archive.put(page('https://a.example/'));
      for (const wrong of [{ ...reference, file: 'missing.warc' }, { ...reference, file: '../../etc/passwd' }, { ...reference, offset: reference.offset + 1_000_000 }, { ...reference, length: reference.length - 1 }]) {
        expect(await archive.get(wrong)).toBeUndefined();
      }
    });

    it('prunes the oldest until both limits hold', async () => {
      const references: ArchiveReference[] = [];
      for (let age = 5; age >= 0; age -= 1) references.push(await archive.put(page(`https://a.example/${age}`, { fetchedAt: noon - age * day, body: Buffer.alloc(10_000, 'x') })));
      const there = async () => (await Promise.all(references.map((reference) => archive.get(reference)))).map((found) => (found === undefined ? 0 : 1));
      expect(await archive.prune({ now: noon, maxAgeMs: 30 * day, maxBytes: 10_000_000 })).toEqual({ files: 0, bytes: 0 });
      const byAge = await archive.prune({ now: noon, maxAgeMs: 3 * day, maxBytes: 10_000_000 });
      expect(byAge.files).toBe(2);
      expect(byAge.bytes).toBeGreaterThan(20_000);
      expect(await there()).toEqual([0, 0, 1, 1, 1, 1]);
      expect((await archive.prune({ now: noon, maxAgeMs: 30 * day, maxBytes: 25_000 })).files).toBe(2);
      expect(await there()).toEqual([0, 0, 0, 0, 1, 1]);
      expect((await archive.prune({ now: noon, maxAgeMs: 30 * day, maxBytes: 0 })).files).toBe(2);
      const again = await archive.put(page('https://a.example/again'));
      expect((await archive.get(again))?.url).toBe('https://a.example/again');
      expect(await there()).toEqual([0, 0, 0, 0, 0, 0]);
    });

    it('removes single pages for good and leaves the others where they are', async () => {
      const body = gzipSync('a secret that must go');
      const references = [];
      for (const url of ['https://a.example/1', 'https://a.example/secret', 'https://a.example/3']) references.push(await archive.put(page(url, { encoding: 'gzip', headers: { 'content-encoding': 'gzip' }, body })));
      const [first, secret, third] = references;
      if (first === undefined || secret === undefined || third === undefined) throw new Error('three references expected');
      await archive.remove([secret, { ...secret, file: 'missing.warc' }], { at: noon, reason: 'court order 7' });
      await archive.remove([secret], { at: noon, reason: 'again' });
      await reopen();
      expect(await archive.get(secret)).toBeUndefined();
      for (const kept of [first, third]) expect(gunzipSync((await archive.get(kept))?.body ?? '').toString()).toBe('a secret that must go');
      const later = await archive.put(page('https://a.example/later'));
      expect((await archive.get(later))?.url).toBe('https://a.example/later');
    });
  });
}
