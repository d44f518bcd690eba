import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { execFileSync } from 'node:child_process';
import {
  appendFileSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { formatProblem, openSourceFolder, type SourceFolder } from '@newsmill/source-files';
import { openSqliteFile, openSqliteState } from '@newsmill/store';
import { quietTelling } from '../../../libs/runtime/src/testing/quiet-telling.ts';
import { syncChannels } from './sync-channels.ts';
import { tellProblems } from '@newsmill/service';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'newsmill-mistakes-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const yaml = (id: string, ...channels: readonly string[]) =>
  `id: ${id}\nname: ${id}\nchannels:\n${[`https://${id}.example/feed`, ...channels].map((url) => `  - url: ${url}\n`).join('')}`;
const write = (name: string, text: string) => writeFileSync(join(folder, name), text);
const ids = (sources: SourceFolder) =>
  sources
    .sources()
    .map(({ id }) => id)
    .join();
const words = (sources: SourceFolder) =>
  sources.problems().map((problem) => formatProblem(problem).slice(folder.length + 1));

async function until(check: () => boolean): Promise<void> {
  for (let turn = 0; turn < 2_400 && !check(); turn += 1) await sleep(50);
  expect(check()).toBe(true);
}

/** Works on a folder that is watched. */
async function watched(sources: SourceFolder, work: () => Promise<void>): Promise<void> {
  const halt = new AbortController();
  const watching = sources.watch(halt.signal, async () => undefined);
  try {
    await work();
  } finally {
    halt.abort();
    await watching;
  }
}

describe('a source file with a mistake', () => {
  it('stays out alone at the start, and says why', () => {
    write('a.yaml', yaml('a'));
    write('bad.yaml', `${yaml('bad')}chanels: []\n`);
    write('c.yaml', yaml('c'));
    write('secret.yaml', `${yaml('secret')}headers:\n  X-Key: \${NEWSMILL_SECRET_X}\n  X-Path: \${PATH}\n`);
    // What was written just now may still be written to, and is unsure for that.
    for (const name of readdirSync(folder)) utimesSync(join(folder, name), 1_700_000_000, 1_700_000_000);
    const sources = openSourceFolder(folder, { secrets: {} });
    expect(ids(sources)).toBe('a,c');
    expect(words(sources)).toEqual([
      expect.stringMatching(/^bad\.yaml:5:1 chanels: unknown key; allowed: .*; did you mean channels\?$/),
      expect.stringMatching(
        /^secret\.yaml:6:10 headers\.X-Key: the secret NEWSMILL_SECRET_X is not set; set it/,
      ),
      expect.stringMatching(/^secret\.yaml:7:11 headers\.X-Path: a source may not read PATH/),
    ]);
    expect(sources.problems().map(({ effect }) => effect)).toEqual(['out', 'out', 'out']);
    expect(['a', 'bad', 'secret', 'gone'].map(sources.isUnsure)).toEqual([false, true, true, false]);
  });

  it('keeps its last good state while the mill runs, and keeps nothing else out', async () => {
    write('a.yaml', yaml('a'));
    const sources = openSourceFolder(folder);
    await watched(sources, async () => {
      write('a.yaml', `${yaml('a').replace('name: a', 'name: changed')}bogus: 1\n`);
      write('b.yaml', yaml('b'));
      await until(() => ids(sources) === 'a,b' && sources.problems().length === 1);
      expect(sources.sourceOf('a')?.name).toBe('a');
      expect(sources.problems()[0]?.effect).toBe('kept');
      write('a.yaml', yaml('a').replace('name: a', 'name: changed'));
      await until(() => sources.sourceOf('a')?.name === 'changed' && sources.problems().length === 0);
      rmSync(join(folder, 'a.yaml'));
      await until(() => ids(sources) === 'b');
      expect(sources.isUnsure('a')).toBe(false);
    });
  });

  it('is read again when it was half written at the moment of the look', async () => {
    write('a.yaml', yaml('a', 'https://a.example/second'));
    const sources = openSourceFolder(folder);
    await watched(sources, async () => {
      const whole = yaml('a', 'https://a.example/second', 'https://a.example/third');
      write('a.yaml', '');
      for (let turn = 0; turn < 60; turn += 1) {
        appendFileSync(join(folder, 'a.yaml'), whole.slice(turn * 2, turn * 2 + 2));
        await sleep(60);
        expect([2, 3]).toContain(sources.sourceOf('a')?.channels.length);
        expect(sources.problems()).toEqual([]);
      }
      appendFileSync(join(folder, 'a.yaml'), whole.slice(120));
      await until(() => sources.sourceOf('a')?.channels.length === 3);
    });
  });

  it('of two with one id the first by name stays', () => {
    write('a.yaml', yaml('same'));
    write('b.yaml', yaml('same').replace('name: same', 'name: other'));
    const sources = openSourceFolder(folder);
    expect(sources.sourceOf('same')?.name).toBe('same');
    expect(words(sources)).toEqual([
      expect.stringMatching(/^b\.yaml:1:5 id: the id is already that of .*a\.yaml; found "same"$/),
    ]);
  });

  it('is named itself, whatever lies there: too deep, too large, a bomb, a folder, a pipe, a dead link', () => {
    write('a.yaml', yaml('a'));
    write('deep.yaml', `id: deep\nname: ${'['.repeat(300_000)}`);
    write('blocks.yaml', Array.from({ length: 900 }, (_, depth) => `${' '.repeat(depth)}a:`).join('\n'));
    write('anchors.yaml', `id: x\nname: ${'&a '.repeat(200_000)}`);
    write('keys.yaml', Array.from({ length: 60_000 }, (_, index) => `k${index}: 1\n`).join(''));
    write('large.yaml', `id: large\nname: ${'x'.repeat(2_000_000)}`);
    const letters = 'abcdefgh';
    write(
      'bomb.yaml',
      `a: &a [x,x,x,x,x,x,x,x,x]\n${[...letters.slice(1)].map((key, index) => `${key}: &${key} [${`*${letters.charAt(index)},`.repeat(9)}]\n`).join('')}`,
    );
    mkdirSync(join(folder, 'folder.yaml'));
    symlinkSync(join(folder, 'nowhere'), join(folder, 'link.yaml'));
    execFileSync('mkfifo', [join(folder, 'pipe.yaml')]);
    const began = performance.now();
    const sources = openSourceFolder(folder);
    expect(performance.now() - began).toBeLessThan(60_000);
    expect(ids(sources)).toBe('a');
    expect(words(sources)).toEqual([
      expect.stringMatching(/^anchors\.yaml:2:\d+ holds more than 200 anchors/),
      expect.stringMatching(/^blocks\.yaml:\d+:\d+ is nested deeper than 20 levels/),
      expect.stringMatching(/^bomb\.yaml:1:1 cannot be read: Excessive alias count/),
      expect.stringMatching(/^deep\.yaml:2:\d+ is nested deeper than 20 levels/),
      expect.stringMatching(/^folder\.yaml:1:1 is no file$/),
      expect.stringMatching(/^keys\.yaml:\d+:\d+ holds a map with more than 1000 keys/),
      expect.stringMatching(/^large\.yaml:1:1 is larger than 1000000 characters$/),
      expect.stringMatching(/^link\.yaml:1:1 is a link that leads nowhere$/),
      expect.stringMatching(/^pipe\.yaml:1:1 is no file$/),
    ]);
  });

  it('of ten thousand mistakes only the first ones are told', () => {
    write('many.yaml', `id: many\nname: many\nchannels:\n${'  - x\n'.repeat(10_000)}`);
    const problems = openSourceFolder(folder).problems();
    expect(problems).toHaveLength(101);
    expect(problems.at(-1)?.message).toBe('and 9900 more mistakes');
  });

  it('loses nothing of its frontier: not after a restart, not while its id cannot be read, not when the folder goes away', async () => {
    const db = openSqliteFile(join(folder, 'state.db'));
    const state = await openSqliteState({ db });
    const urls = async () => (await state.channels()).map(({ url }) => url).toSorted();
    try {
      write('a.yaml', yaml('a'));
      write('b.yaml', yaml('b'));
      await syncChannels(openSourceFolder(folder), state, 1);
      const all = ['https://a.example/feed', 'https://b.example/feed'];
      expect(await urls()).toEqual(all);
      for (const text of [`${yaml('b')}bogus: 1\n`, 'id: b\n\tname: b\n', '', '{{{']) {
        write('b.yaml', text);
        const sources = openSourceFolder(folder);
        expect(ids(sources)).toBe('a');
        await syncChannels(sources, state, 2);
        expect(await urls()).toEqual(all);
      }
      rmSync(join(folder, 'b.yaml'));
      await syncChannels(openSourceFolder(folder), state, 3);
      expect(await urls()).toEqual(['https://a.example/feed']);
    } finally {
      await state.close();
      await db.close();
    }
  });

  it('shows in the metric and in the remarks, and goes from them when it is mended', () => {
    const ports = quietTelling();
    write('bad.yaml', `${yaml('bad')}chanels: []\n`);
    tellProblems(openSourceFolder(folder), ports);
    expect(ports.health.problems()).toEqual([]);
    expect(ports.health.remarks()[0]?.text).toMatch(
      /^1 source file left out, 0 files with a mistake.*\n.*bad\.yaml:5:1 chanels: unknown key/,
    );
    write('bad.yaml', yaml('bad'));
    tellProblems(openSourceFolder(folder), ports);
    expect(ports.health.remarks()).toEqual([]);
  });
});
