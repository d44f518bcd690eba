import { gunzipSync, gzipSync, zstdCompressSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { ArchiveReference } from '@newsmill/contracts';
import type { Archive, ArchivedPage } from './archive.ts';
import { ArchiveDamaged } from './warc/warc-record.ts';

/** A place where an archive keeps its pages; opened again, they are still there. */
export interface ArchivePlace {
  open(): Promise<Archive>;
  destroy(): Promise<void>;
}

const day = 86_400_000;
const noon = Date.UTC(2026, 10, 24, 12);

function page(url: string, change: Partial<ArchivedPage> = {}): ArchivedPage {
  const body = Buffer.from(`<p>${url}</p>`);
  return {
    url,
    fetchedAt: noon,
    status: 200,
    encoding: 'identity',
    headers: { 'content-type': 'text/html; charset=utf-8', etag: '"1"' },
    body,
    ...change,
  };
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
        page('https://a.example/gzip', {
          encoding: 'gzip',
          headers: { 'content-encoding': 'gzip', 'content-type': 'text/html' },
          body: gzipSync('hello'),
        }),
        page('https://a.example/ours', {
          encoding: 'zstd',
          headers: { 'content-type': 'text/html' },
          body: zstdCompressSync(Buffer.alloc(5_000, 'x')),
        }),
        page('https://a.example/empty', { status: 404, body: new Uint8Array(0), headers: {} }),
        page('https://a.example/金?q=\u00e9', { headers: { 'x-title': 'Größe 金' } }),
        page('https://a.example/breaks', {
          body: Buffer.from('a\r\n\r\nWARC/1.1\r\nContent-Length: 5\r\n\r\nb\r\n\r\n'),
        }),
        page('https://a.example/big', {
          body: Uint8Array.from({ length: 1_500_000 }, (_, i) => (i * 7 + (i >> 9)) & 0xff),
        }),
      ];
      const references = await Promise.all(pages.map((one) => archive.put(one)));
      expect((await Promise.all(references.map((reference) => archive.get(reference)))).map(plain)).toEqual(
        pages.map(plain),
      );
      await reopen();
      const later = await archive.put(page('https://a.example/later'));
      expect((await Promise.all(references.map((reference) => archive.get(reference)))).map(plain)).toEqual(
        pages.map(plain),
      );
      expect((await archive.get(later))?.url).toBe('https://a.example/later');
    });

    it('keeps headers from breaking out of their line', async () => {
      const reference = await archive.put(
        page('https://a.example/', { headers: { 'x-evil': 'a\r\nset-cookie: b' } }),
      );
      expect((await archive.get(reference))?.headers).toEqual({ 'x-evil': 'a set-cookie: b' });
    });

    it('answers undefined for what is not there', async () => {
      const reference = await archive.put(page('https://a.example/'));
      for (const wrong of [
        { ...reference, file: 'missing.warc' },
        { ...reference, file: '../../etc/passwd' },
        { ...reference, offset: reference.offset + 1_000_000 },
        { ...reference, length: reference.length - 1 },
      ]) {
        expect(await archive.get(wrong)).toBeUndefined();
      }
    });

    it('refuses a page that was changed where it lies, and gives its neighbours', async () => {
      const body = Buffer.from('<p>Mayor Lund said yes.</p>');
      const references: ArchiveReference[] = [];
      for (const url of ['https://a.example/1', 'https://a.example/2', 'https://a.example/3'])
        references.push(await archive.put(page(url, { body })));
      const [before, changed, after] = references;
      if (before === undefined || changed === undefined || after === undefined)
        throw new Error('three references expected');
      const files = new Map<string, Buffer>();
      for await (const { name } of archive.files())
        files.set(name, Buffer.concat(await collect(archive.readFile(name))));
      const whole = files.get(changed.file) ?? Buffer.alloc(0);
      const record = whole.toString('latin1', changed.offset, changed.offset + changed.length);
      for (const [from, to] of [
        ['said yes', 'said no.'],
        ['/html; charset', '/htmx; charset'],
        ['a.example/2', 'b.example/2'],
        ['Payload-Digest: sha256:', 'Payload-Digest: sha255:'],
      ] as const) {
        const at = record.indexOf(from);
        expect({ from, isThere: at > 0 }).toEqual({ from, isThere: true });
        const bytes = Buffer.from(whole);
        bytes.write(to, changed.offset + at, 'latin1');
        // Other bytes under the name: what a disk that loses bits leaves.
        await archive.prune({ now: noon, maxAgeMs: 30 * day, maxBytes: 0 });
        for (const [name, kept] of files)
          await archive.writeFile(name, streamOf([name === changed.file ? bytes : kept]));
        await expect(archive.get(changed)).rejects.toThrow(ArchiveDamaged);
        for (const { url, reference } of [
          { url: 'https://a.example/1', reference: before },
          { url: 'https://a.example/3', reference: after },
        ])
          expect(plain(await archive.get(reference))).toEqual(plain(page(url, { body })));
      }
    });

    it('prunes the oldest until both limits hold', async () => {
      const references: ArchiveReference[] = [];
      for (let age = 5; age >= 0; age -= 1)
        references.push(
          await archive.put(
            page(`https://a.example/${age}`, {
              fetchedAt: noon - age * day,
              body: Buffer.alloc(10_000, 'x'),
            }),
          ),
        );
      const there = async () =>
        (await Promise.all(references.map((reference) => archive.get(reference)))).map((found) =>
          found === undefined ? 0 : 1,
        );
      expect(await archive.prune({ now: noon, maxAgeMs: 30 * day, maxBytes: 10_000_000 })).toEqual({
        files: 0,
        bytes: 0,
      });
      const announced: (string | undefined)[] = [];
      const byAge = await archive.prune({
        now: noon,
        maxAgeMs: 3 * day,
        maxBytes: 10_000_000,
        async announce(newest) {
          announced.push(newest);
          // Whoever is killed now has told of more than is gone, never of less.
          expect(await archive.get(references[announced.length - 1]!)).toBeDefined();
        },
      });
      expect(announced.at(-1)).toBe(references[1]?.file);
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
      for (const url of ['https://a.example/1', 'https://a.example/secret', 'https://a.example/3'])
        references.push(
          await archive.put(page(url, { encoding: 'gzip', headers: { 'content-encoding': 'gzip' }, body })),
        );
      const [first, secret, third] = references;
      if (first === undefined || secret === undefined || third === undefined)
        throw new Error('three references expected');
      await archive.remove([secret, { ...secret, file: 'missing.warc' }], {
        at: noon,
        reason: 'court order 7',
      });
      await archive.remove([secret], { at: noon, reason: 'again' });
      await reopen();
      expect(await archive.get(secret)).toBeUndefined();
      for (const kept of [first, third])
        expect(gunzipSync((await archive.get(kept))?.body ?? '').toString()).toBe('a secret that must go');
      const later = await archive.put(page('https://a.example/later'));
      expect((await archive.get(later))?.url).toBe('https://a.example/later');
    });

    it('removes a page whose head cannot be read, and nothing that reaches into another', async () => {
      const body = Buffer.from('a secret that must go');
      const [first, secret, third] = await Promise.all(
        ['1', 'secret', '3'].map((name) => archive.put(page(`https://a.example/${name}`, { body }))),
      );
      if (first === undefined || secret === undefined || third === undefined)
        throw new Error('three references expected');
      const files = new Map<string, Buffer>();
      for await (const { name } of archive.files())
        files.set(name, Buffer.concat(await collect(archive.readFile(name))));
      const spoiled = Buffer.from(files.get(secret.file) ?? '');
      spoiled.write('XXXX', secret.offset);
      await archive.prune({ now: noon, maxAgeMs: 30 * day, maxBytes: 0 });
      for (const [name, kept] of files)
        await archive.writeFile(name, streamOf([name === secret.file ? spoiled : kept]));
      await expect(archive.get(secret)).rejects.toThrow(ArchiveDamaged);
      const receipt = { at: noon, reason: 'court order 7' };
      await archive.remove([{ ...secret, length: secret.length + 400 }], receipt);
      await expect(archive.get(secret)).rejects.toThrow(ArchiveDamaged);
      await archive.remove([secret], receipt);
      expect(await archive.get(secret)).toBeUndefined();
      const left = Buffer.concat(await collect(archive.readFile(secret.file))).toString();
      expect(left.slice(secret.offset, secret.offset + secret.length)).toMatch(
        /^WARC\/1\.1[^]*court order 7/,
      );
      for (const kept of [first, third])
        expect(Buffer.from((await archive.get(kept))?.body ?? '')).toEqual(body);
    });

    it('answers a ping while it can be used', async () => {
      await archive.ping('write');
      await archive.close();
      await expect(archive.ping('write')).rejects.toThrow();
    });

    it('gives its files away, oldest first, and what refers into them holds where they are put in', async () => {
      const pages = [2, 0, 1].map((age) =>
        page(`https://a.example/${age}`, {
          fetchedAt: noon - age * day,
          body: Buffer.alloc(300_000, String(age)),
        }),
      );
      const references: ArchiveReference[] = [];
      for (const one of pages) references.push(await archive.put(one));
      const files = await collect(archive.files());
      expect(new Set(files.map(({ name }) => name))).toEqual(new Set(references.map(({ file }) => file)));
      expect(files.map(({ name }) => name.slice(0, 8))).toEqual(
        [...files.map(({ name }) => name.slice(0, 8))].sort(),
      );
      const other = await makePlace();
      const second = await other.open();
      try {
        for (const { name, bytes } of files) {
          const chunks = await collect(archive.readFile(name));
          expect(chunks.reduce((sum, chunk) => sum + chunk.length, 0)).toBe(bytes);
          await second.writeFile(name, streamOf(chunks));
          await second.writeFile(name, streamOf([Buffer.from('another file of that name')]));
        }
        expect((await Promise.all(references.map((reference) => second.get(reference)))).map(plain)).toEqual(
          pages.map(plain),
        );
        expect(await collect(second.files())).toEqual(files);
        // It is never appended to: the archive it came from may go on with a file of that name.
        const later = await second.put(page('https://a.example/later'));
        expect(files.map(({ name }) => name)).not.toContain(later.file);
        const [gone, ...kept] = references;
        if (gone === undefined) throw new Error('three references expected');
        await second.remove([gone], { at: noon, reason: 'asked by the author' });
        expect(await second.get(gone)).toBeUndefined();
        for (const reference of kept) expect(await second.get(reference)).toBeDefined();
        expect((await second.prune({ now: noon, maxAgeMs: 30 * day, maxBytes: 0 })).files).toBe(
          files.length + 1,
        );
      } finally {
        await second.close();
        await other.destroy();
      }
    });

    it('takes a file in whole or not at all, and only under the name of one', async () => {
      const reference = await archive.put(page('https://a.example/', { body: Buffer.alloc(100_000, 'x') }));
      const chunks = await collect(archive.readFile(reference.file));
      await archive.prune({ now: noon, maxAgeMs: 30 * day, maxBytes: 0 });
      expect(await collect(archive.readFile(reference.file))).toEqual([]);
      await expect(archive.writeFile(reference.file, breaking(chunks))).rejects.toThrow(
        'the backup is cut off',
      );
      expect(await collect(archive.files())).toEqual([]);
      await archive.writeFile(reference.file, streamOf(chunks));
      expect((await archive.get(reference))?.url).toBe('https://a.example/');
      for (const wrong of ['../../etc/passwd', 'page.warc', '']) {
        await expect(archive.writeFile(wrong, streamOf(chunks))).rejects.toThrow(RangeError);
        expect(await collect(archive.readFile(wrong))).toEqual([]);
      }
    });
  });
}

async function collect<T>(items: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = [];
  for await (const item of items) all.push(item);
  return all;
}

async function* streamOf(chunks: readonly Uint8Array[]): AsyncGenerator<Uint8Array> {
  yield* chunks;
}

async function* breaking(chunks: readonly Uint8Array[]): AsyncGenerator<Uint8Array> {
  yield* chunks;
  throw new Error('the backup is cut off');
}
