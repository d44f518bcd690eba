import { describe, expect, it } from '@jest/globals';
import { addressToAsk, isWholeDue, movedMemory, provesLie, wholeMemory } from './ask-whole.ts';

const hour = 3_600_000;
const day = 24 * hour;
const now = 1_800_000_000_000;
const key = (digits: string) => `channel:${'0'.repeat(26)}${digits}`;

describe('a whole answer', () => {
  it('is asked for about once a day, not of all channels at once', () => {
    const due = (digits: string, hours: number) =>
      isWholeDue({ key: key(digits), data: { wholeAt: now - hours * hour } }, now);
    expect([due('000000', 17), due('000000', 19), due('ffffff', 19), due('ffffff', 31)]).toEqual([
      false,
      true,
      false,
      true,
    ]);
  });
  it('is asked for after many answers that nothing has changed', () => {
    let memory = wholeMemory({}, 200, now);
    for (let at = 0; at < 96; at++) {
      expect(isWholeDue({ key: key('800000'), data: memory }, now)).toBe(false);
      memory = wholeMemory(memory, 304, now);
    }
    expect(isWholeDue({ key: key('800000'), data: memory }, now)).toBe(true);
    expect(isWholeDue({ key: key('800000'), data: wholeMemory(memory, 200, now) }, now)).toBe(false);
  });
});

describe('provesLie', () => {
  const told = { unchanged: 5, lastStatus: 304, lastSuccessAt: now - hour, etag: '"1"' };
  const answer = { etag: '"2"', lastModified: undefined, newDates: [now - 30 * 60_000] };
  const item = (data: object) => ({ key: key('800000'), data: { ...told, ...data } });
  it('sees new entries under the validator for which nothing had changed', () => {
    expect(provesLie(item({}), { ...answer, etag: '"1"' }, now)).toBe(true);
    const dated = item({ etag: undefined, lastModified: 'Mon, 02 Nov 2026 10:00:00 GMT' });
    expect(provesLie(dated, { ...answer, lastModified: 'Mon, 02 Nov 2026 10:00:00 GMT' }, now)).toBe(true);
  });
  it('sees entries that were hours old when nothing was said to have changed', () => {
    const whole = item({ wholeAt: now - 2 * day });
    expect(provesLie(whole, { ...answer, newDates: [now - 8 * hour] }, now)).toBe(true);
  });
  it.each([
    ['of what came since', item({ wholeAt: now - 2 * day }), answer],
    [
      'of an answer that a cache held back for a while',
      item({ wholeAt: now - 2 * day }),
      { ...answer, newDates: [now - 2 * hour] },
    ],
    [
      'of a usual answer with a new validator',
      item({ wholeAt: now }),
      { ...answer, newDates: [now - 8 * hour] },
    ],
    ['where nothing was said before', item({ unchanged: 0 }), { ...answer, etag: '"1"' }],
    ['without validators', item({ etag: undefined }), { ...answer, etag: '"1"' }],
  ])('accuses nobody %s', (_, known, came) => {
    expect(provesLie(known, came, now)).toBe(false);
  });
});

describe('a channel that moved for good', () => {
  const old = 'https://paper.example/feed';
  const fresh = 'https://paper.example/rss.xml';
  it('is asked at its new address after a week, at the old one when that fails or is looked at', () => {
    const item = { key: key('800000'), kind: 'channel' as const, url: old, attempt: 0 };
    const moved = { movedTo: fresh, movedSince: now - 8 * day, wholeAt: now };
    expect(addressToAsk({ ...item, data: moved }, now)).toBe(fresh);
    expect(addressToAsk({ ...item, data: { ...moved, movedSince: now - 6 * day } }, now)).toBe(old);
    expect(addressToAsk({ ...item, attempt: 1, data: moved }, now)).toBe(old);
    expect(addressToAsk({ ...item, data: { ...moved, wholeAt: now - 2 * day } }, now)).toBe(old);
    expect(addressToAsk({ ...item, kind: 'page', data: moved }, now)).toBe(old);
  });
  it('counts from its first redirect to that address, and forgets one that ended', () => {
    const since = now - day;
    const known = { movedTo: fresh, movedSince: since };
    expect(movedMemory({}, { asked: old, answered: fresh, now })).toEqual({
      movedTo: fresh,
      movedSince: now,
    });
    expect(movedMemory(known, { asked: old, answered: fresh, now })).toEqual(known);
    expect(movedMemory(known, { asked: old, answered: `${fresh}?2`, now })).toMatchObject({
      movedSince: now,
    });
    expect(movedMemory(known, { asked: old, answered: undefined, now }).movedTo).toBeUndefined();
    expect(movedMemory(known, { asked: fresh, answered: undefined, now })).toEqual(known);
  });
});
