import { readCursor, writeCursor } from './cursor.ts';
import { BadCursor } from './library.ts';

/** A place in the list of changes, the same in both forms. `indexed`: epoch milliseconds. */
export interface ChangesPlace {
  readonly indexed: number;
  readonly id: string;
  readonly kind: 'document' | 'tombstone';
}

const list = 'changes';
/** Before every change. */
const beginning: ChangesPlace = { indexed: -1, id: '', kind: 'document' };

export function writeChangesPlace({ indexed, id, kind }: ChangesPlace): string {
  return writeCursor(list, [indexed, id, kind]);
}

/**
 * The place before everything that is taken in at that time or later, epoch milliseconds; for readers that
 * begin now.
 */
export function changesCursorAt(time: number): string {
  return writeChangesPlace({ indexed: time, id: '', kind: 'document' });
}

/** Throws BadCursor for what `writeChangesPlace` did not write. */
export function readChangesPlace(cursor: string | undefined): ChangesPlace {
  if (cursor === undefined) return beginning;
  const [indexed, id, kind] = readCursor(cursor, list, ['number', 'string', 'string']);
  if (
    typeof indexed !== 'number' ||
    !Number.isSafeInteger(indexed) ||
    indexed < -1 ||
    typeof id !== 'string' ||
    (kind !== 'document' && kind !== 'tombstone')
  )
    throw new BadCursor(cursor);
  return { indexed, id, kind };
}

/** Whether the change at a cursor comes after the place of another one. Throws BadCursor. */
export function isAfter(cursor: string, other: string): boolean {
  const [one, two] = [readChangesPlace(cursor), readChangesPlace(other)];
  if (one.indexed !== two.indexed) return one.indexed > two.indexed;
  if (one.id !== two.id) return one.id > two.id;
  return one.kind === 'tombstone' && two.kind === 'document';
}
