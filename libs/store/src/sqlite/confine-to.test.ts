import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from '@jest/globals';
import { LibraryDatabase } from '../library/sqlite/library-database.ts';
import { LibraryWorker } from '../library/sqlite/library-worker.ts';
import { confineTo } from './confine-to.ts';

const root = mkdtempSync(join(tmpdir(), 'newsmill-confined-'));
const [own, other, code] = ['own', 'other', 'code'].map((name) => join(root, name)) as [
  string,
  string,
  string,
];
for (const folder of [own, other, code]) mkdirSync(folder);
writeFileSync(join(code, 'package.json'), '{"type":"module"}');
writeFileSync(join(other, 'secret'), 'x');
writeFileSync(join(own, 'backup.key'), 'x');
const entry = join(code, 'entry.js');
writeFileSync(
  entry,
  `import { DatabaseSync } from 'node:sqlite';
import { readFileSync, writeFileSync } from 'node:fs';
import { spawnSync } from 'node:child_process';
import { Worker } from 'node:worker_threads';
const [, , own, other] = process.argv;
const tried = (work) => { try { work(); return 'done'; } catch (error) { return error.code ?? error.message; } };
console.log(JSON.stringify({
  own: tried(() => new DatabaseSync(own + '/a.sqlite').exec('PRAGMA journal_mode = WAL; CREATE TABLE IF NOT EXISTS a (b)')),
  beside: tried(() => readFileSync(own + '/backup.key')),
  write: tried(() => writeFileSync(other + '/b', '')),
  read: tried(() => readFileSync(other + '/secret')),
  spawn: tried(() => spawnSync('true')),
  thread: tried(() => new Worker('1', { eval: true })),
  addon: tried(() => process.dlopen({ exports: {} }, own + '/x.node')),
}));`,
);
const run = (): Record<string, string> => {
  const { stdout, stderr } = spawnSync(
    process.execPath,
    ['--no-warnings', ...confineTo(join(own, 'a.sqlite'), entry), entry, own, other],
    { encoding: 'utf8', env: {} },
  );
  return JSON.parse(stdout === '' ? `{"problem":${JSON.stringify(stderr)}}` : stdout);
};

/** The command lines of the processes that this one has started, by /proc. */
function commandsStarted(): string[][] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((pid) => {
      try {
        const isOurs = readFileSync(`/proc/${pid}/status`, 'utf8').includes(`\nPPid:\t${process.pid}\n`);
        return isOurs ? [readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0')] : [];
      } catch {
        // It ended while we looked.
        return [];
      }
    });
}

describe('a confined process', () => {
  afterAll(() => rmSync(root, { recursive: true, force: true }));

  it('reads and writes its own files, and nothing else', () => {
    const refused = 'ERR_ACCESS_DENIED';
    const answers = run();
    expect(answers).toMatchObject({
      own: 'done',
      beside: refused,
      write: refused,
      read: refused,
      spawn: refused,
      thread: refused,
    });
    expect(answers['addon']).not.toBe('done');
  });

  it('of the library attaches no other database', () => {
    const database = new LibraryDatabase(join(other, 'library.db'));
    expect(() => database.statement(`ATTACH '${join(own, 'a.sqlite')}' AS mine`).all()).toThrow(
      /too many attached databases/,
    );
    database.close();
  });

  it('is what the library starts: with all of these options, and no further right', async () => {
    const path = join(own, 'library.db');
    const worker = new LibraryWorker(path);
    await worker.start();
    try {
      const [command = [], ...others] = commandsStarted().filter((words) => words.includes(path));
      expect(others).toEqual([]);
      // As it is built, where there is a build.
      const libraryEntry = command[command.indexOf(path) - 1] ?? '';
      expect(libraryEntry).toMatch(/\/library-process\.[jt]s$/);
      const rights = command.filter((word) => /^--(?:permission|allow-)/.test(word));
      expect(rights).toEqual(confineTo(path, libraryEntry));
      expect(rights).toContain('--permission');
    } finally {
      await worker.stop();
    }
  });

  it('may load all of the code', () => {
    const here = fileURLToPath(import.meta.url);
    const read = confineTo(own, here).find((option) => option.startsWith('--allow-fs-read='));
    expect(here.startsWith(read?.slice('--allow-fs-read='.length) ?? '-')).toBe(true);
    expect(read).not.toContain('libs');
  });
});
