import { BadModelFile, tensorTypes, type TensorFile, type TensorType } from './tensor-file.ts';

/** Lines of a text, found by their number and decoded one at a time. */
export interface Lines {
  readonly count: number;
  /** The line of that number, from 0 on; undefined where there is none. */
  at(number: number): string | undefined;
}

/** A model or table as it lies in its file. All of it is shared by the threads of a process: nobody writes. */
export class Model {
  readonly name: string;
  /** Rises when other weights come. */
  readonly version: number;
  readonly #file: TensorFile;

  constructor(name: string, file: TensorFile) {
    this.name = name;
    this.version = Number(file.metadata['version']);
    this.#file = file;
  }

  /** Name and version, as facts show them: `language/1`. */
  get by(): string {
    return `${this.name}/${this.version}`;
  }

  /** Whether the file holds a tensor of that name. */
  has(tensor: string): boolean {
    return this.#file.tensors.has(tensor);
  }

  /** What follows `prefix` in the names of tensors that begin with it. */
  names(prefix: string): string[] {
    return [...this.#file.tensors.keys()].flatMap((name) =>
      name.startsWith(prefix) ? [name.slice(prefix.length)] : [],
    );
  }

  int8(tensor: string): Int8Array {
    return this.#of('I8', tensor);
  }
  uint8(tensor: string): Uint8Array {
    return this.#of('U8', tensor);
  }
  uint16(tensor: string): Uint16Array {
    return this.#of('U16', tensor);
  }
  int32(tensor: string): Int32Array {
    return this.#of('I32', tensor);
  }
  uint32(tensor: string): Uint32Array {
    return this.#of('U32', tensor);
  }
  float32(tensor: string): Float32Array {
    return this.#of('F32', tensor);
  }
  float64(tensor: string): Float64Array {
    return this.#of('F64', tensor);
  }

  /** The one number of a tensor of 64-bit floats. */
  number(tensor: string): number {
    const [value] = this.float64(tensor);
    if (value === undefined) throw new BadModelFile(this.name, `holds no number as ${tensor}`);
    return value;
  }

  /** A text, kept as the bytes of its UTF-8. */
  text(tensor: string): string {
    const { buffer, byteOffset, byteLength } = this.uint8(tensor);
    return Buffer.from(buffer, byteOffset, byteLength).toString('utf8');
  }

  /** A text of lines: `NAME` holds its bytes, `NAME.starts` where each line begins, and the end of the last. */
  lines(tensor: string): Lines {
    const { buffer, byteOffset, byteLength } = this.uint8(tensor);
    const bytes = Buffer.from(buffer, byteOffset, byteLength);
    const starts = this.uint32(`${tensor}.starts`);
    return {
      count: starts.length - 1,
      at(number) {
        const from = starts[number];
        const next = starts[number + 1];
        return from === undefined || next === undefined ? undefined : bytes.toString('utf8', from, next - 1);
      },
    };
  }

  #of<Type extends TensorType>(type: Type, name: string): InstanceType<(typeof tensorTypes)[Type]> {
    const found = this.#file.tensors.get(name);
    if (found?.constructor.name !== tensorTypes[type].name)
      throw new BadModelFile(this.name, `holds no ${type} as ${name}`);
    // the line above has asked for its class; by name, since tests have a realm of their own
    return found as InstanceType<(typeof tensorTypes)[Type]>;
  }
}
