import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const setUp = fileURLToPath(new URL('../../tools/setup.mjs', import.meta.url));

/** An update brings a lock file that names what is not installed yet. */
describe('the set-up after an update', () => {
  let folder: string;
  const write = (path: string, text: string) => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  };
  const install = (path: string, version: string) =>
    write(`${path}/package.json`, JSON.stringify({ version }));
  /** Whether it finds nothing to install: npm cannot be run here, so that installing would fail. */
  const isContent = (...words: readonly string[]) =>
    spawnSync(process.execPath, [join(folder, 'tools', 'setup.mjs'), '--no-build', ...words], {
      env: { PATH: folder },
      encoding: 'utf8',
    }).status === 0;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'newsmill-set-up-'));
    mkdirSync(join(folder, 'tools'));
    copyFileSync(setUp, join(folder, 'tools', 'setup.mjs'));
    for (const path of [
      'node_modules/.bin/node',
      'node_modules/@swc/core/package.json',
      'node_modules/rolldown/package.json',
      'node_modules/@newsmill/old/package.json',
    ])
      write(path, '');
    write(
      'package.json',
      JSON.stringify({ optionalDependencies: { '@swc/core': '1.0.0', rolldown: '1.0.0' } }),
    );
    install('node_modules/zod', '4.0.0');
    install('libs/old', '0.1.0');
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  const lock = (more: object) =>
    write(
      'package-lock.json',
      JSON.stringify({
        packages: {
          '': {},
          'node_modules/zod': { version: '4.0.0' },
          'node_modules/@newsmill/old': { link: true, resolved: 'libs/old' },
          'libs/old': { version: '0.1.0' },
          ...more,
        },
      }),
    );

  it('installs nothing where all that the lock file names is there', () => {
    lock({});
    expect(isContent()).toBe(true);
  });
  it.each([
    ['a package of another version', { 'node_modules/zod': { version: '4.1.0' } }],
    ['a new package', { 'node_modules/new': { version: '1.0.0' } }],
    [
      'a new part of the house',
      {
        'node_modules/@newsmill/new': { link: true, resolved: 'libs/new' },
        'libs/new': { version: '0.1.0' },
      },
    ],
  ])('installs where %s is named', (_, more) => {
    lock(more);
    expect(isContent()).toBe(false);
  });
  it('installs where the folder of a part was seen, but not linked', () => {
    lock({ 'node_modules/@newsmill/new': { link: true, resolved: 'libs/new' } });
    expect(isContent()).toBe(false);
  });
  it('installs what tests need only for them, and keeps it when the mill is started afterwards', () => {
    lock({ 'node_modules/jest': { version: '30.0.0', dev: true } });
    expect(isContent()).toBe(true);
    expect(isContent('--tools')).toBe(false);
    install('node_modules/jest', '30.0.0');
    expect([isContent('--tools'), isContent(), isContent('--tools')]).toEqual([true, true, true]);
  });
  it.each(['@swc/core', 'rolldown'])('installs where %s is missing, though npm may leave it out', (name) => {
    lock({});
    expect(isContent()).toBe(true);
    rmSync(join(folder, 'node_modules', name), { recursive: true });
    expect(isContent()).toBe(false);
  });
  it('installs where npm only says that it did', () => {
    lock({ 'node_modules/new': { version: '1.0.0' } });
    write(
      'node_modules/.package-lock.json',
      JSON.stringify({
        packages: { 'node_modules/zod': { version: '4.0.0' }, 'node_modules/new': { version: '1.0.0' } },
      }),
    );
    expect(isContent()).toBe(false);
    install('node_modules/new', '1.0.0');
    expect(isContent()).toBe(true);
  });
});
