import { describe, expect, it } from '@jest/globals';
import { ChannelMemory } from '@newsmill/contracts';
import { judgeChannel } from './judge-channel.ts';

const hour = 3_600_000;
const day = 24 * hour;
const now = Date.UTC(2026, 10, 27, 12);

function judge(memory: ChannelMemory, over: Partial<Parameters<typeof judgeChannel>[0]> = {}) {
  return judgeChannel({
    attempt: 0,
    dueAt: now + hour,
    firstSeen: now - 90 * day,
    host: 'paper.example:443',
    data: ChannelMemory.parse(memory),
    now,
    pausedUntil: undefined,
    ...over,
  });
}
const well: ChannelMemory = {
  lastAt: now - hour,
  lastSuccessAt: now - hour,
  lastStatus: 200,
  entries: 20,
  newEntries: 2,
  lastNewAt: now - hour,
  quietMs: 8 * hour,
};
const bad = (fault: ChannelMemory['fault']): ChannelMemory => ({
  ...well,
  lastError: 'answered',
  failingSince: now - 3 * hour,
  fault,
});

describe('the state of a channel', () => {
  it('is delivering where new entries come as usual, also when nothing has changed just now', () => {
    expect(judge(well)).toEqual({
      state: 'delivering',
      reason: 'The server answered 200 with 20 entries, 2 new.',
    });
    expect(judge({ ...well, lastStatus: 304, lastNewAt: now - 9 * hour }).state).toBe('delivering');
  });
  it('is silent against its own rhythm, with the numbers that show it', () => {
    const silent = judge({ ...well, newEntries: 0, lastNewAt: now - 30 * hour });
    expect(silent).toMatchObject({
      state: 'silent',
      reason:
        'Nothing new for 29 h (last 2026-11-26 06:00 UTC); its longest pause of late was 8 h. The server answered 200 with 20 entries, none new.',
    });
    expect(silent.next).toContain('still publishes');
    expect(judge({ ...well, lastNewAt: now - 30 * hour, quietMs: 3 * day }).state).toBe('delivering');
  });
  it('is drifting where it lists far fewer entries than it used to, with the numbers that show it', () => {
    const size = {
      level: Math.log2(21),
      spread: 0,
      hours: 500,
      fewHours: 0,
      spells: 0,
      since: now - 20 * hour,
      polls: 9,
    };
    const few = judge({ ...well, entries: 2, newEntries: 1, size });
    expect(few).toEqual({
      state: 'drifting',
      reason:
        'It lists 2 entries since 2026-11-26 16:00 UTC, where it usually lists 20. The server answered 200 with 2 entries, 1 new.',
      next: expect.stringContaining('sources try ID'),
    });
    // A hub brings a few at a time.
    expect(judge({ ...well, entries: 2, isSubscribed: true, size }).state).toBe('delivering');
  });
  it('is silent where it holds no entries', () => {
    expect(judge({ ...well, entries: 0 })).toMatchObject({
      state: 'silent',
      reason: expect.stringContaining('no entries'),
    });
  });
  it('is blocked by a test for browsers, named with its vendor, since when, and whom to ask', () => {
    expect(judge(bad({ name: 'challenge', detail: 'Cloudflare, status 403' }), { attempt: 3 })).toEqual({
      state: 'blocked',
      reason:
        'A page that tests for browsers, or turns robots away, came instead of the content (Cloudflare, status 403). The last 3 tries failed since 2026-11-27 09:00 UTC.',
      next: expect.stringMatching(/^Ask the publisher/),
    });
  });
  it.each([
    ['gone', 'gone'],
    ['not-found', 'gone'],
    ['parked', 'gone'],
    ['page-not-feed', 'invalid'],
    ['tls-expired', 'failing'],
    ['rate-limited', 'waiting'],
  ] as const)('with %s is %s', (name, state) => {
    expect(judge(bad({ name }), { attempt: 1 }).state).toBe(state);
  });
  it('carries the line of the source file that mends it', () => {
    const line = 'allowPrivate: ["10.0.0.7:80"]';
    expect(judge(bad({ name: 'address-blocked', line }), { attempt: 1 })).toMatchObject({
      state: 'invalid',
      line,
    });
  });
  it('is failing where an older version left no cause', () => {
    expect(judge({ lastAt: now, lastError: 'no answer' }, { attempt: 2 })).toMatchObject({
      state: 'failing',
      reason: 'The last 2 tries failed: no answer. It has not worked yet.',
    });
  });
  it('waits until its domain may be asked, whoever caused the pause', () => {
    expect(judge(well, { pausedUntil: now + hour })).toMatchObject({
      state: 'waiting',
      reason: expect.stringContaining('until 2026-11-27 13:00 UTC'),
    });
    expect(judge(bad({ name: 'gone' }), { attempt: 1, pausedUntil: now + hour }).state).toBe('gone');
  });
  it('waits where it is long due: its host is busy, or nobody fetches', () => {
    expect(judge(well, { dueAt: now - hour })).toMatchObject({
      state: 'waiting',
      reason: expect.stringMatching(/^Due since 2026-11-27 11:00 UTC: its host paper\.example:443 is busy/),
    });
  });
  it('has moved where it redirects for good, with the line to change', () => {
    const movedTo = 'https://paper.example/rss.xml';
    expect(judge({ ...well, movedTo, movedSince: now - day })).toMatchObject({
      state: 'moved',
      line: `url: ${movedTo}`,
      reason: expect.stringContaining('after a week the mill asks there by itself'),
    });
  });
  it('is new before the first poll', () => {
    expect(judge({}).state).toBe('new');
  });
});
