import { constants, createInflateRaw } from 'node:zlib';

/** Opens a file, or an address that serves one, at an offset in bytes. */
export type OpenAt = (offset: number) => AsyncIterable<Uint8Array>;

/**
 * What unpacking brings: bytes; the offset in the file at which a gzip member begins; the news that a member
 * was broken or cut short.
 */
export type Unpacked =
  | { readonly kind: 'bytes'; readonly bytes: Buffer }
  | { readonly kind: 'member'; readonly offset: number }
  | { readonly kind: 'broken'; readonly reason: string };

/** Pieces of a file with their offset; what was not used can be put back. */
class Pieces {
  readonly #iterator: AsyncIterator<Uint8Array>;
  #back: Buffer | undefined;
  /** Offset of the next byte. */
  offset: number;

  constructor(open: OpenAt, offset: number) {
    this.#iterator = open(offset)[Symbol.asyncIterator]();
    this.offset = offset;
  }

  async next(): Promise<Buffer | undefined> {
    const back = this.#back;
    this.#back = undefined;
    const piece = back ?? (await this.#pull());
    if (piece !== undefined) this.offset += piece.length;
    return piece;
  }

  async #pull(): Promise<Buffer | undefined> {
    for (;;) {
      const { value, done } = await this.#iterator.next();
      if (done === true) return undefined;
      if (value.length > 0) return Buffer.from(value.buffer, value.byteOffset, value.length);
    }
  }

  putBack(bytes: Buffer): void {
    if (bytes.length === 0) return;
    this.#back = this.#back === undefined ? bytes : Buffer.concat([bytes, this.#back]);
    this.offset -= bytes.length;
  }

  /** At least so many bytes, unless the file ends before; nothing is used up. */
  async peek(length: number): Promise<Buffer> {
    let bytes = (await this.next()) ?? Buffer.alloc(0);
    while (bytes.length < length) {
      const more = await this.next();
      if (more === undefined) break;
      bytes = Buffer.concat([bytes, more]);
    }
    this.putBack(bytes);
    return bytes;
  }

  async skip(length: number): Promise<void> {
    let left = length;
    while (left > 0) {
      const piece = await this.next();
      if (piece === undefined) return;
      if (piece.length > left) this.putBack(piece.subarray(left));
      left -= Math.min(left, piece.length);
    }
  }

  async close(): Promise<void> {
    await this.#iterator.return?.();
  }
}

const magic = Buffer.from([0x1f, 0x8b, 0x08]);
const longestHeader = 65_536 + 1_024;

/** Length of the gzip header (RFC 1952) at the beginning of the bytes; undefined when there is none. */
function headerLength(bytes: Buffer): number | undefined {
  if (bytes.length < 10 || !bytes.subarray(0, 3).equals(magic)) return undefined;
  const flags = bytes[3] ?? 0;
  if (flags > 0x1f) return undefined;
  let length = 10;
  if ((flags & 4) !== 0) length += 2 + (bytes.length >= length + 2 ? bytes.readUInt16LE(length) : 0);
  for (const flag of [8, 16]) {
    if ((flags & flag) === 0) continue;
    const end = bytes.indexOf(0, length);
    if (end < 0) return undefined;
    length = end + 1;
  }
  if ((flags & 2) !== 0) length += 2;
  return length <= bytes.length ? length : undefined;
}

/** Unpacks one member behind its header. Answers why it is broken. */
async function* inflateMember(pieces: Pieces): AsyncGenerator<Buffer, string | undefined> {
  // A member that the end of the file cuts gives what there is of it.
  const inflate = createInflateRaw({ chunkSize: 65_536, finishFlush: constants.Z_SYNC_FLUSH });
  let isOver = false;
  let given = 0;
  let last: Buffer = Buffer.alloc(0);
  const over = new Promise<void>((resolve) => {
    for (const event of ['end', 'error', 'close'] as const) {
      inflate.once(event, () => {
        isOver = true;
        resolve();
      });
    }
  });
  async function feed(): Promise<void> {
    while (!isOver) {
      const piece = await pieces.next();
      if (piece === undefined) return void inflate.end();
      given += piece.length;
      last = piece;
      await Promise.race([over, new Promise<void>((resolve) => inflate.write(piece, () => resolve()))]);
      // The end shows only after what was written before it has been read.
      await new Promise(setImmediate);
    }
  }
  const feeding = feed();
  try {
    for await (const piece of inflate) yield Buffer.from(piece);
    await feeding;
    pieces.putBack(last.subarray(last.length - Math.min(last.length, given - inflate.bytesWritten)));
    return undefined;
  } catch (error) {
    await feeding;
    // Where in the last piece it broke is not known: the search for the next member begins at its beginning.
    pieces.putBack(last);
    return error instanceof Error ? error.message : String(error);
  } finally {
    inflate.destroy();
  }
}

/** Goes to the next place that looks like the beginning of a member, past `from`. */
async function findMember(pieces: Pieces, from: number): Promise<boolean> {
  if (pieces.offset < from) await pieces.skip(from - pieces.offset);
  for (;;) {
    const bytes = await pieces.peek(65_536);
    if (bytes.length < 10) return false;
    const at = bytes.indexOf(magic);
    if (at < 0) await pieces.skip(bytes.length - 2);
    else if (headerLength(bytes.subarray(at, at + longestHeader)) === undefined) await pieces.skip(at + 1);
    else {
      await pieces.skip(at);
      return true;
    }
  }
}

/**
 * Unpacks a file of gzip members from the beginning of one of them on; a file that is not packed comes as it
 * is. After a broken member it goes on with the next one that can be found. Holds a few pieces at a time,
 * however large the file is.
 */
export async function* unpackMembers(open: OpenAt, offset: number): AsyncGenerator<Unpacked, void> {
  const pieces = new Pieces(open, offset);
  try {
    const beginning = await pieces.peek(3);
    if (!beginning.subarray(0, 3).equals(magic)) {
      yield { kind: 'member', offset };
      for (let piece = await pieces.next(); piece !== undefined; piece = await pieces.next())
        yield { kind: 'bytes', bytes: piece };
      return;
    }
    for (;;) {
      const header = headerLength(await pieces.peek(longestHeader));
      if (header === undefined) {
        const rest = await pieces.peek(1);
        if (rest.length === 0) return;
        const from = pieces.offset;
        if (!(await findMember(pieces, from + 1))) return;
        yield { kind: 'broken', reason: `no gzip member at ${from}` };
        continue;
      }
      const start = pieces.offset;
      yield { kind: 'member', offset: start };
      await pieces.skip(header);
      const problem = yield* bytesOf(inflateMember(pieces));
      if (problem === undefined) await pieces.skip(8);
      else {
        yield { kind: 'broken', reason: problem };
        if (!(await findMember(pieces, start + 3))) return;
      }
    }
  } finally {
    await pieces.close();
  }
}

async function* bytesOf(
  member: AsyncGenerator<Buffer, string | undefined>,
): AsyncGenerator<Unpacked, string | undefined> {
  for (;;) {
    const { value, done } = await member.next();
    if (done === true) return value;
    yield { kind: 'bytes', bytes: value };
  }
}
