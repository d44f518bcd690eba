import { randomBytes } from 'node:crypto';
import { closeSync, openSync, readdirSync, readFileSync, writeFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { zstdCompressSync } from 'node:zlib';
import { describe, expect, it } from '@jest/globals';
import { allTopics, ledger, pageFetched, stages, type LedgerEvent } from '@newsmill/contracts';
import {
  BackupExists,
  BackupNotWritten,
  BadBackup,
  NewerBackup,
  type FrameWithBytes,
} from './backup-format.ts';
import { backupMill, type BackupPorts } from './backup-mill.ts';
import { readBackup } from './backup-reader.ts';
import {
  contentOf,
  fill,
  now,
  sampleItem,
  sampleKey,
  sampleTrust,
  type TestMill,
} from './backup-samples.contract.ts';
import { sampleArticle } from '../../../store/src/testing/sample-article.ts';
import { writeBackup } from './backup-writer.ts';
import { checkBackup } from './check-backup.ts';
import { restoreMill } from './restore-mill.ts';
import { NotEmpty } from './restore-target.ts';
import { useMills } from './use-mills.contract.ts';

const hangMs = 240_000;

const mills = useMills('backup');
const openMill = mills.open;

async function backUp(
  mill: TestMill,
  name = 'mill.backup',
  change: { readonly withArchive?: boolean } = {},
): Promise<string> {
  const path = join(mills.root(), name);
  await backupMill(mill, {
    path,
    sources: mill.sources,
    version: '0.1.0',
    form: 'embedded',
    withArchive: true,
    key: sampleKey,
    now,
    ...change,
  });
  return path;
}
async function restoreInto(mill: TestMill, path: string, change: { readonly merge?: boolean } = {}) {
  const checked = await checkBackup(path, sampleTrust);
  return {
    ...checked,
    ...(await restoreMill(mill, {
      path,
      checked,
      withKeys: true,
      sources: mill.sources,
      merge: false,
      now,
      ...change,
    })),
  };
}

describe('backup and restore', () => {
  it('read back what was written: a write that was torn leaves no backup', async () => {
    const mill = await openMill('first');
    await fill(mill);
    /** Loses a sector of what is on the disk already, while the backup is still being written. */
    const tear = () => {
      const [draft] = readdirSync(mills.root()).filter((name) => name.endsWith('.part'));
      const file = openSync(join(mills.root(), draft ?? ''), 'r+');
      writeSync(file, Buffer.alloc(512), 0, 512, 65_536);
      closeSync(file);
    };
    const torn = {
      ...mill,
      archive: {
        ...mill.archive,
        files: () => mill.archive.files(),
        async *readFile(name: string) {
          yield* mill.archive.readFile(name);
          for (let piece = 0; piece < 20; piece += 1) yield randomBytes(500_000);
          tear();
        },
      },
    };
    const writing = backUp(torn);
    await expect(writing).rejects.toBeInstanceOf(BackupNotWritten);
    await expect(writing).rejects.toThrow(/mill\.backup was read back .* deleted. Write it to another disk/);
    expect(readdirSync(mills.root()).filter((name) => name.includes('.backup'))).toEqual([]);
    expect(await checkBackup(await backUp(mill), sampleTrust)).toMatchObject({ counts: { manifest: 1 } });
  });
  it('bring everything into another mill as it was', async () => {
    const mill = await openMill('first');
    await fill(mill);
    const path = await backUp(mill);
    const other = await openMill('second');
    const { manifest, keptSources, rejected } = await restoreInto(other, path);
    expect(manifest).toMatchObject({ form: 'embedded', format: 4, time: '2026-11-24T12:00:00.000Z' });
    expect({ keptSources, rejected }).toEqual({ keptSources: [], rejected: [] });
    expect(await contentOf(other)).toEqual(await contentOf(mill));
    expect(await other.library.write([sampleArticle('art3', { version: 7 })])).toEqual([{ kind: 'stale' }]);
  });

  it('bring the events into the ledger, with what the frontier knows: a lost state is rebuilt from there', async () => {
    const mill = await openMill('first');
    await fill(mill);
    const other = await openMill('second');
    await restoreInto(other, await backUp(mill));
    const events: LedgerEvent[] = [];
    for await (const message of other.bus.browse(ledger.name))
      events.push(JSON.parse(Buffer.from(message.value).toString('utf8')));
    expect(events.map(({ item: key, stage }) => `${key}/${stage}`).sort()).toEqual([
      'one/discover',
      'one/index',
      'two/fetch',
    ]);
    expect(events.find(({ stage }) => stage === 'discover')?.frontier).toEqual({
      stamp: 's',
      priority: 1,
      host: 'a.example:443',
      domain: 'a.example',
      entry: { title: 'one' },
    });
    expect((await other.state.fateOf('one'))?.events.every((one) => one.frontier === undefined)).toBe(true);
  });

  it('leave the archive out when asked', async () => {
    const mill = await openMill('first');
    await fill(mill);
    const other = await openMill('second');
    await restoreInto(other, await backUp(mill, 'small.backup', { withArchive: false }));
    for await (const file of other.archive.files()) throw new Error(`${file.name} is there`);
  });

  it('overwrite no file, and nothing in a mill that is not empty unless asked', async () => {
    const mill = await openMill('first');
    await fill(mill);
    const path = await backUp(mill);
    await expect(backUp(mill)).rejects.toBeInstanceOf(BackupExists);
    const before = await contentOf(mill);
    await expect(restoreInto(mill, path)).rejects.toThrow(
      /2 articles, dead letters, messages in progress, archived pages; .*--merge|2 articles, a ledger, dead letters, messages in progress, archived pages; .*--merge/,
    );
    await expect(restoreInto(mill, path)).rejects.toBeInstanceOf(NotEmpty);
    writeFileSync(join(mill.sources, 'a.yaml'), 'id: a\nname: changed here\n');
    expect((await restoreInto(mill, path, { merge: true })).keptSources).toEqual(['a.yaml']);
    writeFileSync(join(mill.sources, 'a.yaml'), 'id: a\nname: Größe\n');
    expect(await contentOf(mill)).toEqual(before);
  });

  it(
    'are completed by restoring again after a restore was broken off, wherever that was',
    async () => {
      const mill = await openMill('first');
      await fill(mill);
      const path = await backUp(mill);
      const whole = await contentOf(mill);
      const broken = () => Promise.reject(new Error('the power is gone'));
      const breaks: ((ports: TestMill) => Partial<BackupPorts>)[] = [
        (ports) => ({ archive: failing(ports.archive, 'writeFile', broken) }),
        (ports) => ({ library: failing(ports.library, 'link', broken) }),
        (ports) => ({ bus: failing(ports.bus, 'publish', broken) }),
        (ports) => ({ state: failing(ports.state, 'write', broken) }),
      ];
      for (const [i, breakOff] of breaks.entries()) {
        const other = await openMill(`other${i}`);
        await expect(restoreInto({ ...other, ...breakOff(other) }, path)).rejects.toThrow(
          'the power is gone',
        );
        await restoreInto(other, path);
        expect(await contentOf(other)).toEqual(whole);
      }
    },
    hangMs,
  );

  it(
    'lose nothing of a mill that works meanwhile',
    async () => {
      const mill = await openMill('first');
      const names = Array.from({ length: 400 }, (_, i) => `i${String(i).padStart(3, '0')}`);
      await mill.state.addItems(
        names.map((name) =>
          sampleItem(name, {
            host: `${name}.example:443`,
            domain: `${name}.example`,
            dueAt: 0,
            fetchedAt: 0,
          }),
        ),
      );
      const path = join(mills.root(), 'moving.backup');
      const mover = await openMover(mill);
      // Whatever is read, items move on before, between and after.
      const moving = {
        bus: interleaved(mill.bus, ['browse', 'backlog'], mover.step),
        state: interleaved(mill.state, ['exportRecords'], mover.step),
        library: interleaved(mill.library, ['exportRecords'], mover.step),
        archive: mill.archive,
        registry: mill.registry,
      };
      await backupMill(moving, {
        path,
        sources: mill.sources,
        version: '0.1.0',
        form: 'embedded',
        withArchive: true,
        key: sampleKey,
        now,
      });
      await mover.close();
      const other = await openMill('second');
      await restoreInto(other, path);
      const found = new Set<string>();
      for await (const record of other.state.exportRecords())
        if (record.kind === 'item' && record.item.dueAt !== null) found.add(record.item.key);
      for (const { name, groups } of allTopics())
        for (const group of groups)
          if (name !== ledger.name)
            for await (const { key } of other.bus.backlog(name, group)) found.add(key);
      for await (const record of other.library.exportRecords())
        if (record.kind === 'document') found.add(record.document.id);
      expect(names.filter((name) => !found.has(name))).toEqual([]);
      expect(await other.library.count()).toBeGreaterThan(0);
      expect(await other.library.count()).toBeLessThan(names.length);
    },
    hangMs,
  );
});

/** The port with one method replaced; methods keep their own `this`. */
function failing<P extends object>(port: P, method: keyof P, instead: () => Promise<never>): P {
  return new Proxy(port, {
    get(target, name) {
      if (name === method) return instead;
      const value: unknown = Reflect.get(target, name);
      return typeof value === 'function' ? value.bind(target) : value;
    },
  });
}

/** The port, where each of these readings calls `step` before it begins, now and then, and at its end. */
function interleaved<P extends object>(port: P, methods: readonly (keyof P)[], step: () => Promise<void>): P {
  return new Proxy(port, {
    get(target, name) {
      const value: unknown = Reflect.get(target, name);
      if (typeof value !== 'function') return value;
      const method = value.bind(target);
      if (!methods.some((other) => other === name)) return method;
      return async function* reading(...parts: unknown[]): AsyncGenerator<unknown> {
        await step();
        let read = 0;
        for await (const thing of method(...parts)) {
          yield thing;
          read += 1;
          if (read % 25 === 0) await step();
        }
        await step();
      };
    },
  });
}

/**
 * Carries items from the frontier through the topics into the library, each step in the order in which the
 * mill does it.
 */
async function openMover({
  bus,
  state,
  library,
}: TestMill): Promise<{ step(): Promise<void>; close(): Promise<void> }> {
  const steps = stages.flatMap((stage) => ('from' in stage ? [stage] : []));
  const consumers = await Promise.all(
    steps.map((stage) =>
      bus.consume({ group: stage.group, topics: [stage.from.name], maxBytesInFlight: 1e6 }),
    ),
  );
  async function fetchSome(): Promise<void> {
    const items = await state.claimItems({ now, limit: 4, leaseMs: 1e6 });
    await bus.publish(
      items.map(({ key }) => ({
        topic: pageFetched.name,
        key,
        value: new Uint8Array(),
        headers: { ce_id: key },
      })),
    );
    await state.settleItems(
      items.map(({ key, data }) => ({ key, dueAt: null, attempt: 0, fetchedAt: now, data, hostFreeAt: 0 })),
    );
  }
  return {
    async step() {
      for (const [i, stage] of steps.entries()) {
        const messages = (await consumers[i]?.poll(3, 0)) ?? [];
        if ('to' in stage)
          await bus.publish(
            messages.map(({ key, headers, value }) => ({ topic: stage.to.name, key, headers, value })),
          );
        else await library.write(messages.map(({ key }) => sampleArticle(key)));
        await consumers[i]?.acknowledge(messages);
      }
      await fetchSome();
    },
    async close() {
      for (const consumer of consumers) await consumer.close();
    },
  };
}

describe('a backup file', () => {
  const unsigned = { signedBy: [], unsigned: true };
  async function* frames(count: number, bytes: Uint8Array): AsyncGenerator<FrameWithBytes> {
    yield {
      frame: {
        kind: 'manifest',
        format: 1,
        newsmill: '1',
        form: 'embedded',
        time: '2026-11-24T12:00:00Z',
        archive: true,
      },
    };
    yield { frame: { kind: 'file', name: '20261124-0-000000000.warc' } };
    for (let i = 0; i < count; i += 1) yield { frame: { kind: 'piece' }, bytes };
    yield { frame: { kind: 'file-end' } };
  }

  it(
    'is refused when it is cut off, wherever it was, or when any byte of it was changed',
    async () => {
      const mill = await openMill('first');
      await fill(mill);
      const path = await backUp(mill);
      const whole = readFileSync(path);
      const other = await openMill('second');
      const bad = join(mills.root(), 'bad.backup');
      const places = [
        0,
        1,
        5,
        100,
        Math.trunc(whole.length / 3),
        Math.trunc(whole.length / 2),
        whole.length - 200,
        whole.length - 5,
        whole.length - 1,
      ];
      for (const place of places) {
        writeFileSync(bad, whole.subarray(0, place));
        await expect(restoreInto(other, bad)).rejects.toBeInstanceOf(BadBackup);
        if (place < 100) continue; // not every bit of the head of the zstd stream means something
        const changed = Buffer.from(whole);
        changed[place] = (changed[place] ?? 0) ^ 0x10;
        writeFileSync(bad, changed);
        await expect(restoreInto(other, bad)).rejects.toThrow(
          /bad\.backup cannot be restored: .*; nothing was changed\. Copy the file again/,
        );
      }
      expect(await contentOf({ ...other, sources: mills.root() })).toEqual([]);
    },
    hangMs,
  );

  it('is refused when it is no backup, lacks frames, or has something behind its end', async () => {
    const path = join(mills.root(), 'wrong.backup');
    const good = join(mills.root(), 'good.backup');
    await writeBackup(good, frames(3, Buffer.from('abc')));
    const { sha256, counts } = await checkBackup(good, unsigned);
    const manifest = JSON.stringify({
      kind: 'manifest',
      format: 1,
      newsmill: '1',
      form: 'embedded',
      time: 'x',
      archive: true,
    });
    const trailer = JSON.stringify({ kind: 'trailer', counts, sha256 });
    for (const text of [
      '',
      'hello',
      '{}\n',
      '{"kind":"piece","bytes":-1}\n',
      `${trailer}\n`,
      `${manifest}\n`,
      `${manifest}\n{"kind":"piece","bytes":99}\nab`,
      `${manifest}\n${trailer}\n`,
      `${manifest}\n${trailer}\n\n`,
    ]) {
      writeFileSync(path, zstdCompressSync(text));
      await expect(checkBackup(path, unsigned)).rejects.toBeInstanceOf(BadBackup);
    }
    await expect(checkBackup(join(mills.root(), 'missing.backup'), unsigned)).rejects.toThrow(/ENOENT/);
  });

  it('is refused when it is a device or a pipe, which would wait for a writer', async () => {
    await expect(checkBackup('/dev/null', sampleTrust)).rejects.toThrow(
      /\/dev\/null cannot be restored: it is a pipe or a device, where a file is needed/,
    );
  });

  it('is refused when a newer newsmill made it', async () => {
    const path = join(mills.root(), 'newer.backup');
    writeFileSync(
      path,
      zstdCompressSync('{"kind":"manifest","format":5,"newsmill":"9.1"}\n{"kind":"what we do not know"}\n'),
    );
    await expect(checkBackup(path, unsigned)).rejects.toThrow(
      /has format 5 and was made by newsmill 9\.1, .* restore it with that version/,
    );
    await expect(checkBackup(path, unsigned)).rejects.toBeInstanceOf(NewerBackup);
  });

  it(
    'keeps memory flat however large it is',
    async () => {
      const path = join(mills.root(), 'large.backup');
      const piece = Buffer.concat([randomBytes(20_000), Buffer.alloc(980_000, 'x')]);
      let peak = 0;
      const start = process.memoryUsage.rss();
      const watch = setInterval(() => (peak = Math.max(peak, process.memoryUsage.rss())), 5);
      try {
        const counts = await writeBackup(path, frames(600, piece));
        const checked = await checkBackup(path, unsigned);
        const { sha256 } = checked;
        expect(checked.counts).toEqual(counts);
        let bytes = 0;
        for await (const next of readBackup(path, sha256)) bytes += next.bytes?.length ?? 0;
        expect(bytes).toBe(600_000_000);
      } finally {
        clearInterval(watch);
      }
      expect(peak - start).toBeLessThan(350_000_000);
    },
    hangMs,
  );

  it('leaves nothing behind when it could not be written', async () => {
    async function* broken(): AsyncGenerator<FrameWithBytes> {
      yield* frames(2, Buffer.from('x'));
      throw new Error('the disk is full');
    }
    await expect(writeBackup(join(mills.root(), 'half.backup'), broken())).rejects.toThrow(
      'the disk is full',
    );
    expect(readdirSync(mills.root())).toEqual([]);
  });
});
