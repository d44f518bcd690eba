import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { makeDataFolder } from './make-data-folder.ts';

describe('makeDataFolder', () => {
  let data = '';
  const at = (name: string) => join(data, name);
  beforeEach(() => {
    data = mkdtempSync(join(tmpdir(), 'newsmill-data-'));
  });
  afterEach(() => rmSync(data, { recursive: true, force: true }));

  it('takes files, folders, and links to files or to nothing', () => {
    writeFileSync(at('mill.db'), '');
    mkdirSync(at('archive'));
    symlinkSync(at('mill.db'), at('library.db'));
    symlinkSync(at('nowhere'), at('registry.db'));
    expect(() => makeDataFolder(data)).not.toThrow();
    expect(() => makeDataFolder(at('new/one'))).not.toThrow();
  });

  it.each(['admin.key', 'backup.key', 'mill.lock', 'mill.holder', 'registry.db', 'library.db-wal'])(
    'names %s where it is a pipe, or a link to one',
    (name) => {
      execFileSync('mkfifo', [at(name)]);
      expect(() => makeDataFolder(data)).toThrow(`${at(name)} is damaged (it is a named pipe`);
      rmSync(at(name));
      execFileSync('mkfifo', [at('pipe')]);
      symlinkSync(at('pipe'), at(name));
      rmSync(at('pipe'));
      symlinkSync('/dev/null', at('pipe'));
      expect(() => makeDataFolder(data)).toThrow('it is a device, where a file is needed): move it away');
    },
  );

  it('names a folder that stands where a file of its own is needed', () => {
    mkdirSync(at('registry.db'));
    expect(() => makeDataFolder(data)).toThrow('registry.db is damaged (it is a folder, where');
  });
});
