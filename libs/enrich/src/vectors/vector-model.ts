/** A table of vectors for word pieces, as it lies in the weights. */
export interface VectorModel {
  /** Name and version, as facts show it. */
  readonly name: string;
  readonly dimensions: number;
  /** The pieces, one a line, in the order of the vocabulary. */
  readonly pieces: string;
  /** The line of the unknown piece. */
  readonly unknown: number;
  /** Base64 of 16-bit numbers, little-endian: for each piece its row in the table, 65535 for none. */
  readonly rows: string;
  /** Base64 of 32-bit floats, little-endian: what each row is multiplied by. */
  readonly scales: string;
  /** Base64, row by row: two numbers a byte, the first in the lower four bits, each 8 too large. */
  readonly table: string;
}

/** The table, ready for use. */
export interface VectorTable {
  readonly dimensions: number;
  readonly pieces: readonly string[];
  readonly unknown: number;
  readonly rows: Uint16Array;
  readonly scales: Float32Array;
  readonly table: Int8Array;
}

/** No row for this piece. */
export const noRow = 65_535;

function bytesOf(base64: string): ArrayBuffer {
  const bytes = Buffer.from(base64, 'base64');
  // A copy of its own: typed arrays of wider numbers need their beginning on a boundary.
  return Uint8Array.from(bytes).buffer;
}

/** The numbers of four bits each. */
function unpack(base64: string): Int8Array {
  const bytes = Buffer.from(base64, 'base64');
  const numbers = new Int8Array(bytes.length * 2);
  for (const [at, byte] of bytes.entries()) {
    numbers[2 * at] = (byte & 15) - 8;
    numbers[2 * at + 1] = (byte >> 4) - 8;
  }
  return numbers;
}

/** Decodes a model. */
export function readVectorModel(model: VectorModel): VectorTable {
  return {
    dimensions: model.dimensions,
    pieces: model.pieces.split('\n'),
    unknown: model.unknown,
    rows: new Uint16Array(bytesOf(model.rows)),
    scales: new Float32Array(bytesOf(model.scales)),
    table: unpack(model.table),
  };
}
