/** A file is no model of newsmill, or not the one that this version was made with. */
export class BadModelFile extends Error {
  override readonly name = 'BadModelFile';
  constructor(file: string, why: string) {
    super(`${file} ${why}; restore it from the release or the repository`);
  }
}

/** The arrays of numbers that a file may hold, by the names that safetensors has for them. */
export const tensorTypes = {
  I8: Int8Array,
  U8: Uint8Array,
  U16: Uint16Array,
  I32: Int32Array,
  U32: Uint32Array,
  F32: Float32Array,
  F64: Float64Array,
} as const;
export type TensorType = keyof typeof tensorTypes;
export type Tensor = InstanceType<(typeof tensorTypes)[TensorType]>;

/** What the header says of one tensor: where its bytes lie behind the header. */
interface Place {
  readonly dtype: string;
  readonly shape: readonly number[];
  readonly data_offsets: readonly [number, number];
}

/** Tensors over the bytes of the file, none copied; and what the header says of the file, text by name. */
export interface TensorFile {
  readonly tensors: ReadonlyMap<string, Tensor>;
  readonly metadata: Readonly<Record<string, string>>;
}

const headerLengthBytes = 8;

function isPlace(value: unknown): value is Place {
  return (
    typeof value === 'object' &&
    value !== null &&
    'dtype' in value &&
    'data_offsets' in value &&
    Array.isArray(value.data_offsets)
  );
}

function tensorAt(bytes: Uint8Array, start: number, name: string, place: Place, file: string): Tensor {
  const [from, to] = place.data_offsets;
  const type = Object.hasOwn(tensorTypes, place.dtype)
    ? tensorTypes[place.dtype as TensorType] // it is one of the keys
    : undefined;
  if (type === undefined) throw new BadModelFile(file, `holds ${name} as ${place.dtype}`);
  const offset = bytes.byteOffset + start + from;
  const size = type.BYTES_PER_ELEMENT;
  if (to < from || start + to > bytes.length || offset % size !== 0 || (to - from) % size !== 0)
    throw new BadModelFile(file, `ends within ${name}, or has it off its boundary`);
  // shared memory holds arrays of numbers as well as any other
  return new type(bytes.buffer as ArrayBuffer, offset, (to - from) / size);
}

/**
 * Reads a file in the format of safetensors: eight bytes with the length of the header (little-endian), the
 * header as JSON, then the numbers. Throws BadModelFile.
 */
export function readTensors(bytes: Uint8Array, file: string): TensorFile {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const length = bytes.length < headerLengthBytes ? Number.NaN : Number(view.getBigUint64(0, true));
  const start = headerLengthBytes + length;
  if (!(start <= bytes.length)) throw new BadModelFile(file, 'is cut off');
  const header: unknown = JSON.parse(
    Buffer.from(bytes.buffer, bytes.byteOffset + headerLengthBytes, length).toString('utf8'),
  );
  if (typeof header !== 'object' || header === null) throw new BadModelFile(file, 'has no header');
  const tensors = new Map<string, Tensor>();
  const metadata: Record<string, string> = {};
  for (const [name, value] of Object.entries(header)) {
    if (name === '__metadata__') Object.assign(metadata, value);
    else if (isPlace(value)) tensors.set(name, tensorAt(bytes, start, name, value, file));
  }
  return { tensors, metadata };
}
