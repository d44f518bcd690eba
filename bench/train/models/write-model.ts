import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const modelsFolder = fileURLToPath(new URL('../../../libs/models/files/', import.meta.url));

type Numbers = Int8Array | Uint8Array | Uint16Array | Int32Array | Uint32Array | Float32Array | Float64Array;
const typeOf = (numbers: Numbers): string =>
  (numbers instanceof Int8Array && 'I8') ||
  (numbers instanceof Uint8Array && 'U8') ||
  (numbers instanceof Uint16Array && 'U16') ||
  (numbers instanceof Int32Array && 'I32') ||
  (numbers instanceof Uint32Array && 'U32') ||
  (numbers instanceof Float32Array && 'F32') ||
  'F64';

/** What stands in the header of every file, beside the tensors. */
export interface About {
  /** Rises when other weights come. */
  readonly version: number;
  /** One sentence: what it is for. */
  readonly description: string;
  /** What it was made from, each with its licence. */
  readonly sources: string;
  /** The script that makes it. */
  readonly madeBy: string;
}

/** A text as the tensor that holds it. */
export const textTensor = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, 'utf8'));

/** Lines as the two tensors that `Model.lines` reads. */
export function lineTensors(name: string, lines: readonly string[]): Record<string, Numbers> {
  const starts = new Uint32Array(lines.length + 1);
  lines.forEach((line, at) => (starts[at + 1] = (starts[at] ?? 0) + Buffer.byteLength(line) + 1));
  return {
    [name]: textTensor(lines.map((line) => `${line}\n`).join('')),
    [`${name}.starts`]: starts,
  };
}

/**
 * Writes a model in the format of safetensors, the widest numbers first so that all lie on their boundaries,
 * and answers its size in bytes. `npm run gen` then writes its hash into libs/models.
 */
export function writeModel(name: string, about: About, tensors: Readonly<Record<string, Numbers>>): number {
  const ordered = Object.entries(tensors).sort(([, a], [, b]) => b.BYTES_PER_ELEMENT - a.BYTES_PER_ELEMENT);
  let at = 0;
  const places = ordered.map(([tensor, numbers]) => {
    const from = at;
    at += numbers.byteLength;
    return [tensor, { dtype: typeOf(numbers), shape: [numbers.length], data_offsets: [from, at] }] as const;
  });
  const metadata = { ...about, version: String(about.version) };
  const json = JSON.stringify({ __metadata__: metadata, ...Object.fromEntries(places) });
  const header = Buffer.from(json.padEnd(json.length + ((8 - (Buffer.byteLength(json) % 8)) % 8), ' '));
  const length = Buffer.alloc(8);
  length.writeBigUInt64LE(BigInt(header.length));
  const file = Buffer.concat([
    length,
    header,
    ...ordered.map(([, { buffer, byteOffset, byteLength }]) => Buffer.from(buffer, byteOffset, byteLength)),
  ]);
  writeFileSync(`${modelsFolder}${name}.safetensors`, file);
  return file.length;
}
