import { appendFile, mkdtemp, readdir, readFile, rm, truncate } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { WARCParser } from 'warcio';
import { archiveContract } from '../archive.contract.ts';
import { ArchiveUnreachable, type ArchivedPage } from '../archive.ts';
import { openDiskArchive } from './disk-archive.ts';

archiveContract('disk', async () => {
  const directory = await mkdtemp(join(tmpdir(), 'newsmill-archive-'));
  return {
    open: () => openDiskArchive({ directory }),
    destroy: () => rm(directory, { recursive: true, force: true }),
  };
});

describe('disk archive', () => {
  let directory: string;
  beforeEach(async () => {
    directory = await mkdtemp(join(tmpdir(), 'newsmill-archive-'));
  });
  afterEach(() => rm(directory, { recursive: true, force: true }));

  const page = (url: string, change: Partial<ArchivedPage> = {}): ArchivedPage => ({
    url,
    fetchedAt: Date.UTC(2026, 10, 24),
    status: 200,
    encoding: 'identity',
    headers: { 'content-type': 'text/html' },
    body: Buffer.from(url.repeat(20)),
    ...change,
  });

  async function readWithWarcio(
    file: string,
  ): Promise<{ type: string | null; url: string | null; text: string }[]> {
    const records = [];
    const bytes = await readFile(join(directory, file));
    for await (const record of new WARCParser([bytes])) {
      records.push({
        type: record.warcHeader('WARC-Type') ?? null,
        url: record.warcHeader('WARC-Target-URI') ?? null,
        text: await record.contentText(),
      });
    }
    return records;
  }

  it('writes files that another reader of WARC understands, removals included', async () => {
    const archive = await openDiskArchive({ directory });
    await archive.put(page('https://a.example/1', { body: Buffer.from('one') }));
    const removed = await archive.put(
      page('https://a.example/2', { body: Buffer.from('two'.repeat(1_000)) }),
    );
    await archive.put(
      page('https://a.example/3', {
        encoding: 'gzip',
        headers: { 'content-encoding': 'gzip', 'transfer-encoding': 'chunked' },
        body: gzipSync('three'),
      }),
    );
    await archive.remove([removed], { at: Date.UTC(2026, 10, 25), reason: 'asked by the author' });
    await archive.close();
    const [file = ''] = await readdir(directory);
    const records = await readWithWarcio(file);
    expect(records.map(({ type, url }) => [type, url])).toEqual([
      ['warcinfo', null],
      ['response', 'https://a.example/1'],
      ['metadata', null],
      ['response', 'https://a.example/3'],
    ]);
    expect(records[1]?.text).toBe('one');
    expect(records[2]?.text).toContain('reason: asked by the author');
    expect(records[3]?.text).toBe('three');
  });

  it('finds room for the receipt at every length of a record', async () => {
    const archive = await openDiskArchive({ directory });
    const references = [];
    for (let size = 0; size < 130; size += 1)
      references.push(
        await archive.put(
          page('https://a.example/', { headers: {}, body: Buffer.alloc(size * 8 + (size % 7), 'x') }),
        ),
      );
    for (const size of [1_000, 10_000, 100_000, 1_000_000, 12_000_000])
      for (const more of [-300, -240, -180, 0, 1])
        references.push(
          await archive.put(
            page('https://a.example/', { headers: {}, body: Buffer.alloc(size + more, 'x') }),
          ),
        );
    for (const reference of references)
      await archive.remove([reference], {
        at: 0,
        reason: 'because of a reason that takes some room: '.repeat(5),
      });
    await archive.close();
    const [file = ''] = await readdir(directory);
    const records = await readWithWarcio(file);
    expect(records).toHaveLength(references.length + 1);
    expect(records.slice(1).every(({ type }) => type === 'metadata')).toBe(true);
  });

  it('cuts off what a crash left incomplete, wherever it was cut, and goes on behind the last whole record', async () => {
    const archive = await openDiskArchive({ directory });
    const first = await archive.put(page('https://a.example/1'));
    const second = await archive.put(page('https://a.example/2'));
    await archive.close();
    for (const cut of [1, 4, 5, Math.trunc(second.length / 2), second.length - 9, second.length - 1]) {
      await truncate(join(directory, second.file), second.offset + second.length - cut);
      const again = await openDiskArchive({ directory });
      const third = await again.put(page('https://a.example/2'));
      expect({ ...third }).toEqual(second);
      expect((await again.get(first))?.url).toBe('https://a.example/1');
      await again.close();
    }
    expect(await readWithWarcio(second.file)).toHaveLength(3);
  });

  it('leaves a damaged file alone and starts another', async () => {
    const archive = await openDiskArchive({ directory });
    const first = await archive.put(page('https://a.example/1'));
    await archive.close();
    await appendFile(join(directory, first.file), 'this is no record at all');
    const again = await openDiskArchive({ directory });
    const second = await again.put(page('https://a.example/2'));
    expect(second.file).not.toBe(first.file);
    expect((await again.get(first))?.url).toBe('https://a.example/1');
    expect((await again.get(second))?.url).toBe('https://a.example/2');
    await again.close();
  });

  it('starts a new file when one is full', async () => {
    const archive = await openDiskArchive({ directory, maxFileBytes: 3_000 });
    const references = await Promise.all(
      Array.from({ length: 12 }, (_, i) =>
        archive.put(page(`https://a.example/${i}`, { body: Buffer.alloc(1_500, 'x') })),
      ),
    );
    for (let i = 0; i < 4; i += 1)
      references.push(
        await archive.put(page(`https://a.example/${12 + i}`, { body: Buffer.alloc(1_500, 'x') })),
      );
    expect(new Set(references.map(({ file }) => file)).size).toBeGreaterThan(2);
    for (const [i, reference] of references.entries())
      expect((await archive.get(reference))?.url).toBe(`https://a.example/${i}`);
    await archive.close();
  });

  it('keeps the pages of several processes on one folder, whoever prunes, closes or removes', async () => {
    const archives = await Promise.all(['a', 'b'].map((shard) => openDiskArchive({ directory, shard })));
    const [first, second] = archives;
    if (first === undefined || second === undefined) throw new Error('two archives expected');
    const old = await second.put(page('https://a.example/old'));
    await first.put(page('https://a.example/first'));
    expect((await first.prune({ now: Date.UTC(2026, 10, 24), maxAgeMs: 1e12, maxBytes: 0 })).files).toBe(2);
    // The file of the second went away under its hands.
    const references = await Promise.all(
      archives.flatMap((archive, i) =>
        [1, 2, 3].map((n) => archive.put(page(`https://a.example/${i}/${n}`))),
      ),
    );
    expect(references.map(({ file }) => file)).not.toContain(old.file);
    for (const archive of archives)
      expect(
        await Promise.all(references.map(async (reference) => (await archive.get(reference))?.url)),
      ).toEqual(['0/1', '0/2', '0/3', '1/1', '1/2', '1/3'].map((path) => `https://a.example/${path}`));
    const [, , , taken] = references;
    if (taken === undefined) throw new Error('six references expected');
    await first.remove([taken], { at: 0, reason: 'asked by the author' });
    const later = await second.put(page('https://a.example/later'));
    expect(later.file).toBe(taken.file);
    expect(await second.get(taken)).toBeUndefined();
    expect((await first.get(later))?.url).toBe('https://a.example/later');
    const pruned = await Promise.all(
      archives.map((archive) => archive.prune({ now: Date.UTC(2026, 10, 24), maxAgeMs: 1e12, maxBytes: 0 })),
    );
    expect(pruned.reduce((sum, { files }) => sum + files, 0)).toBe(2);
    await Promise.all(archives.map((archive) => archive.close()));
  });

  it('names the folder and the remedy when it cannot be used', async () => {
    const archive = await openDiskArchive({ directory: join(directory, 'below') });
    await rm(join(directory, 'below'), { recursive: true });
    await expect(archive.ping('write')).rejects.toThrow(/below cannot be used: .* make it/);
    await expect(archive.ping('write')).rejects.toBeInstanceOf(ArchiveUnreachable);
    await archive.close();
  });
});
