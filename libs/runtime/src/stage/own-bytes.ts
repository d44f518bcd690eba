import { isSharedArrayBuffer, isUint8Array } from 'node:util/types';

/** What goes to another thread, and the buffers in it that move there instead of being cloned. */
export interface Parcel<T> {
  readonly value: T;
  readonly buffers: ArrayBuffer[];
}

/** Bytes are looked for in a value, in its fields, and in the entries and fields of these. */
const depth = 2;

/**
 * Objects written as `{}`, and lists: no class, no Map. Prototypes are told by their own end, since a value
 * may come from another realm.
 */
function isPlain(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value);
  return Array.isArray(value) || prototype === null || Object.getPrototypeOf(prototype) === null;
}

function pack(value: unknown, left: number, buffers: ArrayBuffer[]): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (isUint8Array(value)) {
    if (isSharedArrayBuffer(value.buffer)) return value;
    const own = new Uint8Array(value);
    buffers.push(own.buffer);
    return own;
  }
  if (left === 0 || !isPlain(value)) return value;
  const packed = Object.entries(value).map(
    ([name, field]) => [name, field, pack(field, left - 1, buffers)] as const,
  );
  const changed = packed.filter(([, field, own]) => own !== field);
  if (changed.length === 0) return value;
  return Array.isArray(value)
    ? packed.map(([, , own]) => own)
    : { ...value, ...Object.fromEntries(changed.map(([name, , own]) => [name, own])) };
}

/**
 * The value with all its bytes in buffers of their own, each exactly as long as they are. A thread is sent
 * whole buffers: what is a view into a large one (a batch of the bus, a file) would take all of that along.
 * The original stays whole and may be used afterwards.
 */
export function withOwnBytes<T>(value: T): Parcel<T> {
  const buffers: ArrayBuffer[] = [];
  return { value: pack(value, depth, buffers) as T, buffers }; // the same shape, with copies of the bytes
}
