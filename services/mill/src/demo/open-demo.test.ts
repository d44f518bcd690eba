import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { knownDemoSources } from './open-demo.ts';

describe('knownDemoSources', () => {
  let data = '';
  beforeEach(() => {
    data = mkdtempSync(join(tmpdir(), 'newsmill-demo-'));
  });
  afterEach(() => rmSync(data, { recursive: true, force: true }));

  it('knows the demonstration paper of an earlier start by its port', () => {
    writeFileSync(join(data, 'demonstration.port'), '45755\n');
    expect(new Set(knownDemoSources(data).flatMap(({ allowPrivate }) => allowPrivate))).toEqual(
      new Set(['127.0.0.1:45755']),
    );
  });
  it('knows none where there never was one', () => {
    expect(knownDemoSources(data)).toEqual([]);
  });
});
