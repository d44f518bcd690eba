import { describe, expect, it } from '@jest/globals';
import { Progress, progressWords } from './progress.ts';

const names = { what: 'backup', unit: 'records' };

function drawn(
  isTTY: boolean,
  steps: readonly (readonly [ms: number, done: number, total?: number])[],
): string {
  let now = 0;
  let text = '';
  const stream = { isTTY, columns: 100, write: (piece: string) => (text += piece) };
  const progress = new Progress(names, stream, () => now);
  for (const [ms, done, total] of steps) {
    now = ms;
    progress.at(done, total);
  }
  progress.end();
  return text;
}

describe('progress', () => {
  it('says how much of what is done, how fast, and how long it takes still', () => {
    expect(progressWords(names, { done: 2_500, total: 10_000, ms: 10_000 })).toBe(
      'backup: 2,500 of 10,000 records (25 %), 250 a second, 30 s left',
    );
    expect(progressWords(names, { done: 9, total: undefined, ms: 3_000 })).toBe(
      'backup: 9 records, 3.0 a second',
    );
    expect(progressWords(names, { done: 0, total: 0, ms: 0 })).toBe('backup: 0 records, 0.0 a second');
    expect(progressWords(names, { done: 1, total: 10_000, ms: 1_000 })).toContain('2 h 46 min left');
  });
  it('draws one line over at a terminal, ten times a second at most, and takes it away', () => {
    const text = drawn(true, [
      [50, 1, 10],
      [120, 2, 10],
      [130, 3, 10],
      [500, 5, 10],
    ]);
    expect(text.split('\r').length).toBe(4);
    expect(text).toContain('backup: 5 of 10 records (50 %)');
    expect(text).not.toContain('\n');
    expect(text.endsWith('\r\u001b[K')).toBe(true);
  });
  it('writes a plain line every ten seconds elsewhere, and none for what ends soon', () => {
    expect(drawn(false, [[9_000, 4, 10]])).toBe('');
    const text = drawn(false, [
      [9_000, 4, 10],
      [10_000, 5, 10],
      [12_000, 6, 10],
      [21_000, 8, 10],
    ]);
    expect(text.trim().split('\n')).toEqual([
      expect.stringMatching(/^backup: 5 of 10 records/),
      expect.stringMatching(/^backup: 8 of 10 records/),
    ]);
    expect(text).not.toContain('\u001b');
  });
});
