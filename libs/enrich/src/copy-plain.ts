/** Characters of JSON that numbers and words such as `false` take at most, with the mark behind them. */
const longestScalar = 26;
/** Characters of JSON that one character of a string takes at most. */
const longestEscape = 6;
/** Deeper values are left to JSON itself. */
const deepest = 50;

/** How many characters of JSON are left. */
interface Room {
  left: number;
}

function copyObject(value: object, room: Room, depth: number): unknown {
  if (Object.getPrototypeOf(value) !== Object.prototype) return undefined;
  const copy: Record<string, unknown> = {};
  for (const [name, own] of Object.entries(value)) {
    room.left -= name.length * longestEscape + 4;
    const made = name === '__proto__' ? undefined : copyInto(own, room, depth + 1);
    if (made === undefined) return undefined;
    copy[name] = made;
  }
  return copy;
}

function copyArray(value: readonly unknown[], room: Room, depth: number): unknown {
  const copy: unknown[] = [];
  for (const own of value) {
    const made = copyInto(own, room, depth + 1);
    if (made === undefined) return undefined;
    copy.push(made);
  }
  return copy;
}

function copyInto(value: unknown, room: Room, depth: number): unknown {
  room.left -= typeof value === 'string' ? value.length * longestEscape + 3 : longestScalar;
  if (room.left < 0 || depth > deepest) return undefined;
  if (typeof value === 'string' || typeof value === 'boolean' || value === null) return value;
  if (typeof value === 'number') return Number.isFinite(value) && !Object.is(value, -0) ? value : undefined;
  if (typeof value !== 'object') return undefined;
  return Array.isArray(value) ? copyArray(value, room, depth) : copyObject(value, room, depth);
}

/**
 * A value as it is when it was written as JSON and read again, without writing it. Undefined for what JSON
 * would change, and for what may have more than `most` characters.
 */
export function copyPlain(value: unknown, most: number): unknown {
  return copyInto(value, { left: most }, 0);
}
