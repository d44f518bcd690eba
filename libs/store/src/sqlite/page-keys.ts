import { closeSync, existsSync, fstatSync, openSync, readSync } from 'node:fs';
import type { SQLInputValue } from 'node:sqlite';

/** Kinds of pages that hold the rows of tables without row ids (and of indexes). */
const innerPage = 2;
const leafPage = 10;
/** Bytes of an integer by the type that its record says. */
const integerBytes = [undefined, 1, 2, 3, 4, 6] as const;

interface Cut<T> {
  readonly value: T;
  readonly next: number;
}

/** A number of 7 bits a byte, as the file format has them. */
function varint(page: Buffer, at: number): Cut<number> {
  let value = 0;
  for (let next = at; next < at + 8; next += 1) {
    const byte = page[next] ?? 0;
    value = value * 128 + (byte & 0x7f);
    if (byte < 0x80) return { value, next: next + 1 };
  }
  return { value, next: at + 9 };
}

function valueOf(page: Buffer, type: number, at: number): Cut<SQLInputValue> | undefined {
  const bytes = type >= 13 && type % 2 === 1 ? (type - 13) / 2 : integerBytes[type];
  if (type === 8 || type === 9) return { value: type - 8, next: at };
  if (bytes === undefined || at + bytes > page.length) return undefined;
  const next = at + bytes;
  return { value: type < 13 ? page.readIntBE(at, bytes) : page.toString('utf8', at, next), next };
}

/** The first columns of a record; undefined where they are neither texts nor small integers. */
function keyAt(page: Buffer, at: number, columns: number): readonly SQLInputValue[] | undefined {
  const header = varint(page, varint(page, at).next);
  const key: SQLInputValue[] = [];
  let [type, body] = [header.next, varint(page, at).next + header.value];
  while (key.length < columns) {
    const said = varint(page, type);
    const cut = valueOf(page, said.value, body);
    if (cut === undefined) return undefined;
    key.push(cut.value);
    [type, body] = [said.next, cut.next];
  }
  return key;
}

/** Of a leaf its first key, of an inner page all. */
function* keysOn(page: Buffer, columns: number): Generator<readonly SQLInputValue[]> {
  const kind = page[0];
  if (kind !== innerPage && kind !== leafPage) return;
  const cells = kind === leafPage ? 1 : page.readUInt16BE(3);
  const [pointers, skipped] = kind === leafPage ? [8, 0] : [12, 4];
  for (let cell = 0; cell < cells && pointers + 2 * cell + 2 <= page.length; cell += 1) {
    const key = keyAt(page, page.readUInt16BE(pointers + 2 * cell) + skipped, columns);
    if (key !== undefined) yield key;
  }
}

/**
 * Keys of so many columns that stand on the pages of a SQLite file and of its log: at least one of each page that is
 * whole. The pages may be old, and of any table without row ids or index, so what is there is to be asked of SQLite:
 * these are places to look at. `bytes`: of a page.
 */
export function* pageKeys(path: string, columns: number, bytes: number): Generator<readonly SQLInputValue[]> {
  const page = Buffer.alloc(bytes);
  for (const { file, head, frame } of [
    { file: path, head: 0, frame: 0 },
    { file: `${path}-wal`, head: 32, frame: 24 },
  ]) {
    if (!existsSync(file)) continue;
    const handle = openSync(file, 'r');
    try {
      const { size } = fstatSync(handle);
      for (let at = head + frame; at + bytes <= size; at += frame + bytes) {
        readSync(handle, page, 0, bytes, at);
        yield* keysOn(page, columns);
      }
    } finally {
      closeSync(handle);
    }
  }
}
