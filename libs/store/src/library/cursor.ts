import { BadCursor } from './library.ts';

type Shape = readonly ('number' | 'string')[];

/**
 * Writes a place in a list as opaque text. `list` names what it belongs to, so that a cursor of another list
 * is refused.
 */
export function writeCursor(list: string, place: readonly (number | string)[]): string {
  return Buffer.from(JSON.stringify([list, ...place])).toString('base64url');
}

/** Reads what `writeCursor` wrote. Throws BadCursor when it is something else. */
export function readCursor(cursor: string, list: string, shape: Shape): (number | string)[] {
  const place = parse(cursor);
  const isOurs =
    Array.isArray(place) &&
    place.length === shape.length + 1 &&
    place[0] === list &&
    shape.every((type, i) => typeof place[i + 1] === type);
  if (!isOurs) throw new BadCursor(cursor);
  return place.slice(1);
}

function parse(cursor: string): unknown {
  try {
    return JSON.parse(Buffer.from(cursor, 'base64url').toString());
  } catch {
    throw new BadCursor(cursor);
  }
}
