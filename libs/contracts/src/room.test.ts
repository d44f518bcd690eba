import { describe, expect, it } from '@jest/globals';
import { daysLeft, isRoomShort, roomInWords, shortRoomInWords, type RoomSample } from './room.ts';

const day = 86_400_000;
const now = 100 * day;
const mib = 2 ** 20;
/** A sample every six hours of the last days. */
const samples = (days: number, bytesAt: (day: number) => number): RoomSample[] =>
  Array.from({ length: days * 4 + 1 }, (_, i) => [now - days * day + (i * day) / 4, bytesAt(i / 4)] as const);
const room = { bytes: 100 * mib, limit: 384 * mib };

describe('daysLeft', () => {
  it('goes by the rate of the last days', () => {
    expect(
      daysLeft(
        samples(5, (at) => at * 4 * mib),
        room,
        now,
      ),
    ).toBeCloseTo(71);
  });
  it('is not moved by a night of tidying', () => {
    const tidied = samples(10, (at) => (at < 8 ? at : at - 6) * 4 * mib);
    expect(daysLeft(tidied, room, now)).toBeCloseTo(71);
  });
  it('says nothing of what does not grow, of a first day, and of what is long ago', () => {
    expect(
      daysLeft(
        samples(5, () => mib),
        room,
        now,
      ),
    ).toBeUndefined();
    expect(
      daysLeft(
        samples(5, (at) => -at),
        room,
        now,
      ),
    ).toBeUndefined();
    expect(
      daysLeft(
        [
          [now - day / 2, 0],
          [now, mib],
        ],
        room,
        now,
      ),
    ).toBeUndefined();
    expect(
      daysLeft(
        [
          [now - 40 * day, 0],
          [now - 20 * day, mib],
        ],
        room,
        now,
      ),
    ).toBeUndefined();
    expect(daysLeft([], room, now)).toBeUndefined();
  });
});

describe('room in words', () => {
  it('tells what is short, and what to do', () => {
    expect(isRoomShort({ of: 'state', ...room })).toBe(false);
    expect(isRoomShort({ of: 'state', ...room, daysLeft: 13 })).toBe(true);
    expect(isRoomShort({ of: 'data', bytes: 95, limit: 100 })).toBe(true);
    expect(roomInWords({ of: 'state', ...room, daysLeft: 35.2 })).toBe(
      'memory of the state: 100 MiB of 384 MiB, full in about 35 days',
    );
    expect(shortRoomInWords({ of: 'data', bytes: 9.5 * 2 ** 30, limit: 10 * 2 ** 30, daysLeft: 1.25 })).toBe(
      'disk of the data folder: 9.5 GiB of 10.0 GiB, full in about 1.3 days: make it larger, or lower NEWSMILL_ARCHIVE_MAX_BYTES or NEWSMILL_ARCHIVE_MAX_AGE',
    );
  });
});
