import { describe, expect, it } from '@jest/globals';
import { createByteRoom, type RoomGuest } from './byte-room.ts';

const free = 262_144;
/** What is said of the waits so far. */
function watched(guest: RoomGuest, bytes: number): { readonly state: () => string } {
  let state = 'waiting';
  const wait = guest.take(bytes);
  if (wait === undefined) return { state: () => 'goes on' };
  void wait.then(() => (state = 'called'));
  return { state: () => state };
}
const turns = async () => {
  for (let turn = 0; turn < 5; turn += 1) await Promise.resolve();
};

describe('the room for bodies', () => {
  it('lets small bodies pass, however many', () => {
    const room = createByteRoom(1_000);
    for (let i = 0; i < 100; i += 1) expect(room.enter().take(free)).toBeUndefined();
  });
  it('lets the eldest go on when it is full, and calls the next when that leaves', async () => {
    const room = createByteRoom(1_000_000);
    const [first, second, third] = [room.enter(), room.enter(), room.enter()];
    expect(first.take(free + 900_000)).toBeUndefined();
    const waits = [watched(second, free + 200_000), watched(third, free + 100_000)];
    expect(first.take(5_000_000)).toBeUndefined();
    await turns();
    expect(waits.map(({ state }) => state())).toEqual(['waiting', 'waiting']);
    first.leave();
    await turns();
    expect(waits.map(({ state }) => state())).toEqual(['called', 'called']);
  });
  it('calls one after the other while it stays full', async () => {
    const room = createByteRoom(1_000_000);
    const [first, second, third] = [room.enter(), room.enter(), room.enter()];
    void first.take(free + 2_000_000);
    const waits = [watched(second, free + 900_000), watched(third, free + 900_000)];
    first.leave();
    await turns();
    expect(waits.map(({ state }) => state())).toEqual(['called', 'waiting']);
    second.leave();
    await turns();
    expect(waits.map(({ state }) => state())).toEqual(['called', 'called']);
    third.leave();
    expect(room.enter().take(free + 1_000_000)).toBeUndefined();
  });
  it('does not keep waiting whoever leaves', async () => {
    const room = createByteRoom(1_000);
    void room.enter().take(free + 2_000);
    const leaving = room.enter();
    const wait = watched(leaving, free + 2_000);
    leaving.leave();
    await turns();
    expect(wait.state()).toBe('called');
  });
});
