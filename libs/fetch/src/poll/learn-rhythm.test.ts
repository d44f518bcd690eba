import { describe, expect, it } from '@jest/globals';
import { learnRhythm, silenceOf, type Rhythm } from './learn-rhythm.ts';

const hour = 3_600_000;
const day = 24 * hour;
const now = 1_800_000_000_000;

describe('learnRhythm', () => {
  it('learns from the dates of the first answer, whatever their order', () => {
    const dates = [now - hour, now - 9 * hour, now - 3 * hour];
    const { lastNewAt, quietMs = 0 } = learnRhythm({}, { now, dates });
    expect(lastNewAt).toBe(now - hour);
    expect(Math.round(quietMs / hour)).toBe(6);
  });
  it('takes a first answer without dates for news of now, and learns by polls', () => {
    const first = learnRhythm({}, { now, dates: [] });
    expect(first).toEqual({ lastNewAt: now, quietMs: undefined });
    expect(learnRhythm(first, { now: now + 2 * hour, dates: [] })).toEqual({
      lastNewAt: now + 2 * hour,
      quietMs: 2 * hour,
    });
  });
  it('does not take the pause of the mill for one of the channel', () => {
    const known = { lastNewAt: now, quietMs: hour };
    const dates = Array.from({ length: 48 }, (_, at) => now + (at + 1) * hour);
    expect(learnRhythm(known, { now: now + 2 * day, dates }).quietMs).toBeLessThan(1.01 * hour);
  });
  it('leaves dates of the future out', () => {
    expect(learnRhythm({}, { now, dates: [now + day, now - hour] }).lastNewAt).toBe(now - hour);
  });
  it('remembers nights and weekends, and forgets a holiday within weeks', () => {
    let rhythm: Rhythm = { lastNewAt: now, quietMs: 20 * day };
    for (let at = now + hour; at < now + 60 * day; at += hour)
      rhythm = learnRhythm(rhythm, { now: at, dates: [at] });
    expect(rhythm.quietMs).toBeLessThan(2 * day);
    let weekly: Rhythm = { lastNewAt: now, quietMs: 7 * day };
    for (let week = 1; week < 20; week++)
      weekly = learnRhythm(weekly, { now: now + week * 7 * day, dates: [now + week * 7 * day] });
    expect(weekly.quietMs).toBe(7 * day);
  });
});

describe('silenceOf', () => {
  const known = 90 * day;
  it('measures against the rhythm of the channel: a wire is missed after hours, a weekly paper is not', () => {
    const lastNewAt = now - 2 * day;
    const after = (quietMs: number) => silenceOf({ lastNewAt, quietMs, lastSuccessAt: now }, known)?.isSilent;
    expect([after(hour), after(8 * hour), after(7 * day)]).toEqual([true, true, false]);
  });
  it('counts up to the last poll that succeeded: what was not asked for is not missed', () => {
    const memory = { lastNewAt: now - 30 * day, quietMs: day, lastSuccessAt: now - 29 * day };
    expect(silenceOf(memory, known)?.isSilent).toBe(false);
  });
  it('leaves a channel its first weekend', () => {
    const memory = { lastNewAt: now - 2.5 * day, quietMs: 2 * hour, lastSuccessAt: now };
    expect([silenceOf(memory, 3 * day)?.isSilent, silenceOf(memory, known)?.isSilent]).toEqual([false, true]);
  });
  it('says nothing where the rhythm is not known', () => {
    expect(silenceOf({ lastNewAt: now - day, lastSuccessAt: now }, known)).toBeUndefined();
  });
});
