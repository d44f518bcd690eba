import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { readShared } from './read-shared.ts';

describe('readShared', () => {
  const content = Buffer.from('weights of a model');
  const wanted = { bytes: content.length, sha256: createHash('sha256').update(content).digest('hex') };
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'newsmill-models-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));
  const write = (bytes: Uint8Array): URL => {
    const path = join(folder, 'x.safetensors');
    writeFileSync(path, bytes);
    return pathToFileURL(path);
  };

  it('reads the file that is wanted', () => {
    expect(Buffer.from(readShared(write(content), wanted))).toEqual(content);
  });

  it('refuses a file with one other bit', () => {
    const changed = Buffer.from(content);
    changed[3] = (changed[3] ?? 0) ^ 1;
    expect(() => readShared(write(changed), wanted)).toThrow(
      /x\.safetensors is not the file of this version/,
    );
  });

  it('refuses a file that is cut off', () => {
    const cut = write(content.subarray(0, 5));
    expect(() => readShared(cut, wanted)).toThrow(/has 5 bytes instead of 18; restore it from the release/);
  });
});
