/** A body that is received and worked on; what it holds is counted until it leaves. */
export interface RoomGuest {
  /** Counts bytes that have come. Undefined: go on; else wait for it before more is read. */
  take(bytes: number): Promise<void> | undefined;
  leave(): void;
}
export interface ByteRoom {
  enter(): RoomGuest;
}

interface Guest {
  held: number;
  wake: (() => void) | undefined;
}

/** So much of each body is not counted: small bodies never wait. */
const freeBytes = 262_144;

/**
 * Room for the bodies that are on their way at a time. When it is full, bodies wait where they are, all but
 * that which has been there longest: so one of them always comes to its end, and the sum stays below the room
 * and one body.
 */
export function createByteRoom(most: number): ByteRoom {
  /** Those that are counted, the eldest first. */
  const guests = new Set<Guest>();
  let sum = 0;

  const mayGoOn = (guest: Guest): boolean => sum <= most || guests.values().next().value === guest;
  function wakeThem(): void {
    for (const guest of guests) {
      if (guest.wake === undefined || !mayGoOn(guest)) continue;
      guest.wake();
      guest.wake = undefined;
    }
  }
  return {
    enter() {
      const guest: Guest = { held: 0, wake: undefined };
      return {
        take(bytes) {
          const before = Math.max(0, guest.held - freeBytes);
          guest.held += bytes;
          const counted = Math.max(0, guest.held - freeBytes);
          if (counted === 0) return undefined;
          guests.add(guest);
          sum += counted - before;
          return mayGoOn(guest) ? undefined : new Promise((resolve) => (guest.wake = resolve));
        },
        leave() {
          sum -= guests.delete(guest) ? guest.held - freeBytes : 0;
          guest.wake?.();
          wakeThem();
        },
      };
    },
  };
}
