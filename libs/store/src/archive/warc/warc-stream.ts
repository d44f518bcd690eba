import { unpackMembers, type OpenAt, type Unpacked } from './gzip-members.ts';

/**
 * A place in a WARC file: the offset of a gzip member (of the beginning, where it is not packed) and unpacked
 * bytes behind it.
 */
export interface WarcPosition {
  readonly offset: number;
  readonly skip: number;
}

const empty = Buffer.alloc(0);

/** The unpacked file as one stream that knows where members begin in it. */
export class WarcStream {
  readonly #pieces: AsyncGenerator<Unpacked, void>;
  #buffer: Buffer = empty;
  /** Bytes behind the buffer, not yet joined to it: each is copied once, however small the members are. */
  #behind: Buffer[] = [];
  #behindLength = 0;
  /** Position of the buffer's first byte in the unpacked stream. */
  #at = 0;
  /** Beginnings of members, in order, from the one that holds the current record on. */
  readonly #members: { readonly offset: number; readonly at: number }[] = [];
  #isOver = false;
  /** Why a member broke: what lies behind it does not continue what lies before. */
  #broken: string | undefined;

  constructor(open: OpenAt, offset: number) {
    this.#pieces = unpackMembers(open, offset);
  }

  get at(): number {
    return this.#at;
  }

  position(at = this.#at): WarcPosition {
    const member = this.#members[this.#memberAt(at)];
    return member === undefined ? { offset: 0, skip: at } : { offset: member.offset, skip: at - member.at };
  }

  /** Forgets members that ended before the current position. */
  forget(): void {
    const first = this.#memberAt(this.#at);
    if (first > 0) this.#members.splice(0, first);
  }

  /** Index of the member that holds a position. It is near the beginning, since what ended is forgotten. */
  #memberAt(at: number): number {
    const after = this.#members.findIndex((member) => member.at > at);
    return (after === -1 ? this.#members.length : after) - 1;
  }

  /** The reason why nothing follows the bytes that are there, once. */
  takeBreak(): string | undefined {
    const broken = this.#broken;
    this.#broken = undefined;
    return broken;
  }

  async #pull(): Promise<boolean> {
    if (this.#isOver || this.#broken !== undefined) return false;
    const { value, done } = await this.#pieces.next();
    if (done === true || value === undefined) {
      this.#isOver = true;
      return false;
    }
    if (value.kind === 'bytes') {
      this.#behind.push(value.bytes);
      this.#behindLength += value.bytes.length;
    } else if (value.kind === 'member') this.#beginMember(value.offset);
    else this.#broken = value.reason;
    return true;
  }

  /** Of members with nothing in them only the last counts: reading can go on behind the others. */
  #beginMember(offset: number): void {
    const at = this.#at + this.#length;
    if (this.#members.at(-1)?.at === at) this.#members.pop();
    this.#members.push({ offset, at });
  }

  get #length(): number {
    return this.#buffer.length + this.#behindLength;
  }

  #join(): void {
    if (this.#behind.length === 0) return;
    this.#buffer =
      this.#buffer.length === 0 && this.#behind.length === 1
        ? (this.#behind[0] ?? empty)
        : Buffer.concat([this.#buffer, ...this.#behind]);
    this.#behind = [];
    this.#behindLength = 0;
  }

  /** Looks for more where nothing is left; false where nothing can follow. */
  async #fill(): Promise<boolean> {
    if (this.#length === 0 && !(await this.#pull())) return false;
    this.#join();
    return true;
  }

  /** The bytes that are there, at least `length` unless they end before. */
  async peek(length: number): Promise<Buffer> {
    while (this.#length < length) if (!(await this.#pull())) break;
    this.#join();
    return this.#buffer;
  }

  /** Whether anything follows. */
  async isAtEnd(): Promise<boolean> {
    return (await this.peek(1)).length === 0 && this.#isOver;
  }

  drop(length: number): void {
    this.#buffer = this.#buffer.subarray(length);
    this.#at += length;
  }

  /**
   * Takes `length` bytes, fewer where the stream ends or breaks. Parts are joined once, so that a large block
   * costs no more than its size.
   */
  async take(length: number): Promise<Buffer> {
    const parts: Buffer[] = [];
    for (let left = length; left > 0; ) {
      if (!(await this.#fill())) break;
      const part = this.#buffer.subarray(0, left);
      if (part.length > 0) parts.push(part);
      left -= part.length;
      this.drop(part.length);
    }
    return Buffer.concat(parts);
  }

  putBack(bytes: Buffer): void {
    this.#join();
    this.#buffer = Buffer.concat([bytes, this.#buffer]);
    this.#at -= bytes.length;
  }

  async skip(length: number): Promise<number> {
    let left = length;
    while (left > 0) {
      if (!(await this.#fill())) break;
      const part = Math.min(left, this.#buffer.length);
      left -= part;
      this.drop(part);
    }
    return length - left;
  }

  /** Reads on until a member begins ahead; answers its position, or that of the end. */
  async nextMember(limit: number): Promise<number> {
    this.forget();
    for (;;) {
      const ahead = this.#members[this.#memberAt(this.#at) + 1];
      if (ahead !== undefined) return ahead.at;
      if (this.#length > limit || !(await this.#pull())) return this.#at + this.#length;
    }
  }

  close(): Promise<unknown> {
    return this.#pieces.return();
  }
}
