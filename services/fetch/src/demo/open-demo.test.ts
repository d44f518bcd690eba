import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { knownDemoSources, openDemo } from './open-demo.ts';

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

describe('openDemo', () => {
  const began = Date.parse('2026-11-28T18:00:00Z');
  let data = '';
  beforeEach(() => {
    data = mkdtempSync(join(tmpdir(), 'newsmill-demo-'));
  });
  afterEach(() => rmSync(data, { recursive: true, force: true }));

  it('dates its articles by the first start, also at a later one', async () => {
    const datesAt = async (now: number): Promise<string[]> => {
      const { demo } = await openDemo(data, now);
      const feed = await (await fetch(`${demo?.origin}/tidewater/feed.xml`)).text();
      await demo?.close();
      return [...feed.matchAll(/<pubDate>(.*?)<\/pubDate>/g)].map(([, date = '']) => date);
    };
    const first = await datesAt(began);
    expect(first[0]).toBe('Sat, 28 Nov 2026 16:48:00 GMT');
    expect(await datesAt(began + 3 * 86_400_000)).toEqual(first);
    expect(readFileSync(join(data, 'demonstration.began'), 'utf8')).toBe('2026-11-28T18:00:00.000Z\n');
  });
});
