import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { spawnSync } from 'node:child_process';
import {
  closeSync,
  copyFileSync,
  cpSync,
  mkdtempSync,
  openSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout as sleep } from 'node:timers/promises';
import { garbleIndex } from '../../libs/store/src/testing/garble-index.ts';
import { runCommand } from '../processes/run-command.ts';
import { readOutcome } from '../oracle/read-outcome.ts';
import { startMill, untilAtRest, writeSources, type MillProcess } from '../processes/start-mill.ts';

const count = 60;
const nouns = [
  'anchor',
  'buoy',
  'capstan',
  'dredger',
  'ferry',
  'gangway',
  'hawser',
  'jetty',
  'keel',
  'lighthouse',
  'mast',
  'oar',
];
const nounOf = (i: number) => `${nouns[i % nouns.length]} ${'abcdefghijklmnopqrstuvwxyz'[i % 26]}${i}`;
const text = (i: number) =>
  Array.from(
    { length: 9 },
    (_, line) =>
      `On day ${i * 9 + line} the ${nounOf(i * 7 + line)} of quarter ${i} went to the ${nounOf(i * 5 + line * 3)}, and the crew number ${i + line * 11} told the town of it.`,
  ).join(' ');

function servePaper(): Server {
  return createServer((request, reply) => {
    const i = /^\/story\/n(\d+)$/.exec(request.url ?? '')?.[1];
    if (request.url === '/feed.xml')
      return void reply
        .writeHead(200, { 'content-type': 'application/rss+xml' })
        .end(
          `<rss version="2.0"><channel><title>Harbour Post</title>${Array.from({ length: count }, (_, n) => `<item><title>Report ${nounOf(n)}</title><link>/story/n${n}</link><category>Harbour</category></item>`).join('')}</channel></rss>`,
        );
    if (i === undefined) return void reply.writeHead(404).end();
    return void reply
      .writeHead(200, { 'content-type': 'text/html' })
      .end(
        `<!doctype html><html lang="en"><head><title>Report ${nounOf(Number(i))}</title></head><body><article><h1>Report ${nounOf(Number(i))}</h1><p>${text(Number(i))}</p></article></body></html>`,
      );
  });
}

/** Overwrites so many places of a file, the same at every run. */
function damage(path: string, places: number): void {
  // What still lies in the log would hide what is done to the file.
  const database = new DatabaseSync(path);
  database.exec('PRAGMA wal_checkpoint(TRUNCATE)');
  database.close();
  const { size } = statSync(path);
  const file = openSync(path, 'r+');
  for (let i = 0, seed = 7; i < places; i += 1) {
    seed = (seed * 1_103_515_245 + 12_345) % 2 ** 31;
    writeSync(file, Buffer.alloc(16, 0xa5), 0, 16, Math.floor((seed / 2 ** 31) * (size - 16)));
  }
  closeSync(file);
}

/** Overwrites every page with rows of these tables that is chosen by its place among them. */
function damageRows(
  path: string,
  tables: readonly string[],
  isChosen: (place: number) => boolean = () => true,
): number {
  const database = new DatabaseSync(path);
  database.exec('PRAGMA wal_checkpoint(TRUNCATE)');
  const pages = database
    .prepare(
      `SELECT pageno, pgsize FROM dbstat WHERE name IN (${tables.map(() => '?').join(', ')}) AND pagetype = 'leaf' ORDER BY name, path`,
    )
    .all(...tables)
    .filter((_, place) => isChosen(place));
  database.close();
  const file = openSync(path, 'r+');
  for (const { pageno, pgsize } of pages)
    writeSync(
      file,
      Buffer.alloc(Number(pgsize), 0xa5),
      0,
      Number(pgsize),
      (Number(pageno) - 1) * Number(pgsize),
    );
  closeSync(file);
  return pages.length;
}

describe('a library that is damaged or gone', () => {
  const folder = mkdtempSync(join(tmpdir(), 'newsmill-damaged-'));
  const data = join(folder, 'data');
  let server: Server;
  let mill: MillProcess | undefined;
  let before: readonly string[];

  const start = async (log?: string[]) => {
    mill = await startMill({
      data,
      sources: join(folder, 'sources'),
      settings: {
        NEWSMILL_POLL_MIN: '1h',
        NEWSMILL_REVISITS: '',
        NEWSMILL_LOG_LEVEL: log === undefined ? 'fatal' : 'info',
      },
      log,
    });
    return mill;
  };
  const facts = async () =>
    (await readOutcome({ NEWSMILL_DATA: data })).documents
      .map(({ id, version, firstSeen, title, content, keywords, ingest }) =>
        JSON.stringify({ id, version, firstSeen, title, content, keywords, archive: ingest.archive }),
      )
      .sort();
  const total = async ({ address }: MillProcess): Promise<number> => {
    const answer = await fetch(`${address}/api/v1/search?limit=1`);
    const page: { total?: number } = await answer.json();
    return page.total ?? 0;
  };
  /** Has everything verified by the mill itself; what became of it. */
  const verifyThere = async ({ address }: MillProcess): Promise<object> => {
    const key = readFileSync(join(data, 'admin.key'), 'utf8').trim();
    const asked = await fetch(`${address}/api/v1/integrity/verification`, {
      method: 'POST',
      headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
      body: '{}',
    });
    expect([asked.status, await asked.json()]).toMatchObject([202, { state: 'asked', mend: false }]);
    for (let turn = 0; turn < 300; turn += 1) {
      const answer = await fetch(`${address}/api/v1/integrity`);
      const { verification }: { verification: { state: string } } = await answer.json();
      if (!['asked', 'running'].includes(verification.state)) return verification;
      await sleep(200);
    }
    throw new Error('never verified');
  };
  /** Reads `/readyz` until it is ready; answers everything that it said. */
  const untilReady = async ({ address }: MillProcess): Promise<string> => {
    const said = new Set<string>();
    for (let turn = 0; turn < 900; turn += 1) {
      const answer = await fetch(`${address}/readyz`);
      const body = await answer.text();
      if (answer.status === 200) return [...said].join('\n');
      said.add(body);
      await sleep(200);
    }
    throw new Error(`never ready:\n${[...said].join('\n')}`);
  };

  beforeAll(async () => {
    server = servePaper();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo; // a TCP server has an address and a port
    writeSources(join(folder, 'sources'), [
      {
        id: 'paper',
        name: 'Harbour Post',
        allowPrivate: [`127.0.0.1:${port}`],
        limits: { delay: '0s' },
        channels: [{ url: `http://127.0.0.1:${port}/feed.xml`, interval: '1h' }],
      },
    ]);
    const first = await start();
    await untilAtRest(first.address, count, 200_000);
    await first.stop();
    before = await facts();
    expect(before).toHaveLength(count);
    // Nobody answers for what is brought back but the archive.
    server.close();
    server.closeAllConnections();
  }, 240_000);
  afterAll(async () => {
    await mill?.kill();
    rmSync(folder, { recursive: true, force: true });
  });

  it('is set aside at the start, and rebuilt from the archive: same ids, versions, first sights', async () => {
    damage(join(data, 'library.db'), 400);
    const said = await untilReady(await start());
    expect(said).toContain('rebuilt from the archive');
    expect(await total(mill!)).toBe(count);
    await mill!.stop();
    expect(await facts()).toEqual(before);
    expect(readdirSync(data).filter((name) => name.startsWith('library.db.damaged-')).length).toBeGreaterThan(
      0,
    );
  });
  it('is rebuilt where only an index says something else than its table', async () => {
    expect(garbleIndex(join(data, 'library.db'), 'article_by_indexed', 'a')).toBeGreaterThan(0);
    const verified = await runCommand(['verify', '--data', data]);
    expect([verified.code, verified.stderr]).toEqual([
      1,
      expect.stringMatching(/library\.db is damaged \(.*article_by_indexed\): restart the mill/),
    ]);
    const said = await untilReady(await start());
    expect(said).toContain('rebuilt from the archive');
    await mill!.stop();
    expect(await facts()).toEqual(before);
    expect(await runCommand(['verify', '--data', data])).toMatchObject({ code: 0 });
  });
  it('is rebuilt when it was deleted, also when the rebuilding is killed', async () => {
    for (const name of readdirSync(data)) if (name.startsWith('library.db')) rmSync(join(data, name));
    const dying = await start();
    for (let turn = 0; turn < 6_000 && (await total(dying)) === 0; turn += 1) await sleep(20);
    await dying.kill();
    await untilReady(await start());
    expect(await total(mill!)).toBe(count);
    await mill!.stop();
    expect(await facts()).toEqual(before);
  });
  it('is rebuilt while the mill runs, once a search meets the damage', async () => {
    const running = await start();
    await untilReady(running);
    expect(await verifyThere(running)).toMatchObject({
      state: 'done',
      who: 'admin key',
      databases: [{ file: 'mill.db' }, { file: 'registry.db' }, { file: 'library.db' }],
      archive: { records: count + 1, whole: count + 1 },
      damaged: 0,
    });
    damage(join(data, 'library.db'), 4_000);
    for (
      let turn = 0;
      turn < 1_200 && readdirSync(data).every((name) => !name.startsWith('library.db.damaged-'));
      turn += 1
    ) {
      await fetch(`${running.address}/api/v1/search?q=report+number&sort=newest`);
      await sleep(100);
    }
    await untilReady(running);
    await running.stop();
    expect(await facts()).toEqual(before);
  });
  it('is any other file of the data folder: made anew, or named with what can be done', async () => {
    const kept = join(folder, 'kept');
    cpSync(data, kept, { recursive: true });
    const garble = (name: string, bytes = Buffer.alloc(65_536, 0x5a)) => {
      for (const part of ['-wal', '-shm']) rmSync(join(data, `${name}${part}`), { force: true });
      writeFileSync(join(data, name), bytes);
    };
    const remove = (...names: readonly string[]) => {
      for (const name of names)
        for (const part of ['', '-wal', '-shm']) rmSync(join(data, `${name}${part}`), { force: true });
    };
    /** Leaves a log as a machine that went down does, with a page in it that lost bits: SQLite takes none of it. */
    const leaveLog = (name: string) => {
      const path = join(data, name);
      const database = new DatabaseSync(path);
      database.exec('CREATE TABLE passing (number INTEGER)');
      const log = readFileSync(`${path}-wal`);
      database.close();
      cpSync(join(kept, name), path);
      // Behind the heads of the log and of its first page.
      writeFileSync(`${path}-wal`, log.fill(0x5a, 100, 200));
    };
    const isRun = async (): Promise<string> => {
      try {
        await untilReady(await start([]));
        const found = await total(mill!);
        await mill!.stop();
        return `runs with ${found}`;
      } catch (error) {
        return error instanceof Error ? error.message : String(error);
      }
    };
    const cases: readonly [string, () => void, RegExp][] = [
      ['registry.db', () => garble('registry.db'), /registry\.db.*restore/],
      ['registry.db, gone', () => remove('registry.db'), /^runs with 60$/],
      // The articles stay; what the ledger knew of them is lost.
      ['mill.db, gone', () => remove('mill.db'), /^runs with 60$/],
      [
        'what is made anew',
        () => {
          for (const name of ['dead-letters.db', 'mill.lock', 'mill.holder']) garble(name);
          leaveLog('registry.db');
        },
        /^runs with 60$/,
      ],
      [
        'what is made anew, gone',
        () => remove('dead-letters.db', 'mill.lock', 'mill.holder', 'admin.key'),
        /^runs with 60$/,
      ],
      ['admin.key, empty', () => garble('admin.key', Buffer.alloc(0)), /admin\.key.*there is no key in it/],
      ['admin.key', () => garble('admin.key', Buffer.alloc(50, 0xff)), /admin\.key.*there is no key in it/],
    ];
    for (const [name, damageIt, outcome] of cases) {
      damageIt();
      expect({ name, outcome: await isRun() }).toEqual({ name, outcome: expect.stringMatching(outcome) });
      if (name.endsWith('gone'))
        expect(readFileSync(join(data, 'admin.key'), 'utf8').trim().length).toBeGreaterThan(20);
      rmSync(data, { recursive: true, force: true });
      cpSync(kept, data, { recursive: true });
    }
  });
  it('is the key that signs backups: named with what can be done, made anew when it is gone', async () => {
    const backup = (name: string) => runCommand(['backup', '--data', data, join(folder, name)]);
    writeFileSync(join(data, 'backup.key'), Buffer.alloc(200, 0x5a));
    expect(await backup('refused')).toMatchObject({
      code: 66,
      stderr: expect.stringMatching(/backup\.key cannot be read .*: put the earlier key back, or move/),
    });
    rmSync(join(data, 'backup.key'));
    expect(await backup('signed')).toMatchObject({ code: 0 });
    expect(readFileSync(join(data, 'backup.key'), 'utf8')).toContain('PRIVATE KEY');
  });
  it('is found in the archive by verify, and mended', async () => {
    const verify = (...words: string[]) => runCommand(['verify', '--data', data, ...words]);
    expect(await verify()).toMatchObject({ code: 0, stdout: expect.stringContaining('are whole') });
    const [file = ''] = readdirSync(join(data, 'archive'));
    const path = join(data, 'archive', file);
    const text = readFileSync(path).indexOf('<article>');
    const handle = openSync(path, 'r+');
    writeSync(handle, 'ZZZZ', text + 100);
    closeSync(handle);
    const found = await verify();
    expect(found.code).toBe(1);
    expect(found.stderr).toMatch(/archive: .*\bpage of http:\/\/127\.0\.0\.1:\d+\/story\/n\d+/);
    const mended = await verify('--mend');
    expect([mended.code, mended.stderr]).toEqual([
      1,
      expect.stringContaining('1 of the pages are asked for again'),
    ]);
    expect(await verify()).toMatchObject({ code: 0 });
    // The mill has kept that it has pruned nothing: a file that is gone was taken by somebody else.
    const other = join(dirname(path), '20260101-0-000000001.warc');
    copyFileSync(path, other);
    renameSync(path, join(folder, file));
    const lost = await verify();
    expect([lost.code, lost.stderr]).toEqual([
      1,
      expect.stringMatching(/\.warc in the archive is gone, and was not pruned; \d+ pages of articles/),
    ]);
    // Where most of it is gone, the archive is away.
    rmSync(other);
    const away = await verify('--mend');
    expect([away.code, away.stderr]).toEqual([1, expect.stringContaining('is its folder mounted')]);
    renameSync(join(folder, file), path);
    expect(await verify()).toMatchObject({ code: 0 });
  });
  it('is the state: nothing of it is brought over, all of it comes from the ledger', async () => {
    const path = join(data, 'mill.db');
    const rows = () => {
      const database = new DatabaseSync(path);
      try {
        return [
          database.prepare("SELECT key, url FROM item WHERE kind = 'page' ORDER BY key").all(),
          database.prepare('SELECT item, fate, reason FROM fate ORDER BY item').all(),
        ];
      } finally {
        database.close();
      }
    };
    const whole = rows();
    expect(whole.map((table) => table.length)).toEqual([count, count]);
    expect(damageRows(path, ['item', 'host', 'entry', 'fate'])).toBeGreaterThan(10);
    expect(rows).toThrow(/malformed/);
    const { code, stderr } = await runCommand(['recover', '--data', data]);
    expect({ code, stderr }).toEqual({
      code: 0,
      stderr: expect.stringMatching(
        /mill\.db was damaged \(.*: [1-9]\d* rows were brought over, and 0 places/,
      ),
    });
    expect(rows()).toEqual(whole);
    expect(await runCommand(['audit', '--data', data])).toMatchObject({ code: 0 });
  });
  it('is an index of the state: verify names it, and recover writes the file anew', async () => {
    expect(garbleIndex(join(data, 'mill.db'), 'fate_source', 'paper')).toBeGreaterThan(0);
    const verify = () => runCommand(['verify', '--data', data]);
    expect(await verify()).toMatchObject({
      code: 1,
      stderr: expect.stringMatching(/mill\.db is damaged \(.*fate_source\)/),
    });
    expect(await runCommand(['recover', '--data', data])).toMatchObject({ code: 0 });
    expect(await verify()).toMatchObject({ code: 0 });
    expect(await runCommand(['audit', '--data', data])).toMatchObject({ code: 0 });
  });
  it('is the queue: what can be read is brought over, the state comes from the ledger', async () => {
    const recover = () => runCommand(['recover', '--data', data]);
    const audit = (...words: string[]) => runCommand(['audit', '--data', data, ...words]);
    expect(await recover()).toMatchObject({
      code: 0,
      stdout: expect.stringContaining('nothing was changed'),
    });
    expect(damageRows(join(data, 'mill.db'), ['bus_message'], (place) => place % 3 === 1)).toBeGreaterThan(
      10,
    );
    const { code, stderr } = await recover();
    expect({ code, stderr }).toEqual({
      code: 0,
      stderr: expect.stringMatching(
        /mill\.db was damaged \(.*: [1-9]\d* rows were brought over, and [1-9]\d* places/,
      ),
    });
    expect(readdirSync(data).some((name) => name.startsWith('mill.db.damaged-'))).toBe(true);
    // As if it had been killed when the damaged file was aside and nothing else was done yet.
    renameSync(join(data, 'mill.db'), join(data, 'mill.db.recovered'));
    writeFileSync(join(data, 'mill.db.unfinished'), '');
    expect(await recover()).toMatchObject({
      code: 0,
      stderr: expect.stringContaining('a recovery that was ended has been finished'),
    });
    expect(readdirSync(data).filter((name) => /^mill\.db\.(?:recover|unfinished)/.test(name))).toEqual([]);
    const running = await start();
    await untilReady(running);
    expect(await total(running)).toBe(count);
    expect(await recover()).toMatchObject({ code: 75, stderr: expect.stringContaining('another mill') });
    await running.stop();
    await audit('--mend');
    expect(await audit()).toMatchObject({ code: 0 });
    expect(await facts()).toEqual(before);
    expect(await recover()).toMatchObject({
      code: 0,
      stdout: expect.stringContaining('nothing was changed'),
    });
    const changes = await runCommand(['changes', '--data', data]);
    expect(changes.stdout).toContain('mill.db');
  });
  it('is said of the ledger with what can be done, without a stack', async () => {
    writeFileSync(join(data, 'mill.db'), Buffer.alloc(65_536, 0x5a));
    for (const part of ['-wal', '-shm']) rmSync(join(data, `mill.db${part}`), { force: true });
    const run = spawnSync(
      process.execPath,
      [
        'services/mill/dist/main.js',
        'run',
        '--port',
        '0',
        '--data',
        data,
        '--sources',
        join(folder, 'sources'),
      ],
      { encoding: 'utf8' },
    );
    expect(run.status).toBe(66);
    expect(run.stderr).toMatch(/mill\.db\b.*\brestore\b/);
    expect(run.stderr).not.toMatch(/\n\s+at /);
    const recovered = await runCommand(['recover', '--data', data]);
    expect(recovered).toMatchObject({
      code: 66,
      stderr: expect.stringMatching(/nothing of it.*\brestore\b/),
    });
  });
});
