import { describe, expect, it } from '@jest/globals';
import { fetchHistoryKey, readFetchHistory, rememberFetch } from './fetch-history.ts';

const poll = (at: number) => ({ at, ms: 20, status: 200, bytes: 900, entries: 3, fresh: 1 });

describe('the last polls of a channel', () => {
  it('are fifty, the newest first, and forgotten after three months', () => {
    let kept: string | undefined;
    let expiresAt = 0;
    for (let at = 1; at <= 60; at += 1) ({ value: kept, expiresAt } = rememberFetch('c1', kept, poll(at)));
    expect(readFetchHistory(kept).map(({ at }) => at)).toEqual(
      Array.from({ length: 50 }, (_, place) => 60 - place),
    );
    expect(expiresAt).toBe(60 + 90 * 86_400_000);
    expect(rememberFetch('c1', kept, poll(61)).key).toBe(fetchHistoryKey('c1'));
  });
  it('tell a failure in short', () => {
    const { value } = rememberFetch('c1', undefined, { at: 1, ms: 5_000, error: 'x'.repeat(1_000) });
    expect(readFetchHistory(value)).toEqual([{ at: 1, ms: 5_000, error: 'x'.repeat(200) }]);
  });
  it('are none where what is kept cannot be read, and begin again', () => {
    for (const kept of ['', '{}', '[{"at":"x"}]', '[']) {
      expect(readFetchHistory(kept)).toEqual([]);
      expect(readFetchHistory(rememberFetch('c1', kept, poll(1)).value)).toEqual([poll(1)]);
    }
  });
});
