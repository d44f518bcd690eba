import type { OpenAt } from './gzip-members.ts';
import { WarcStream, type WarcPosition } from './warc-stream.ts';

/** A record of a WARC file that another program wrote. */
export interface WarcRecord {
  /** Lower-case names. */
  readonly fields: ReadonlyMap<string, string>;
  /** Absent where it is larger than the limit. */
  readonly block?: Buffer;
  /** What is wrong with the record. */
  readonly problem?: string;
  /** Whether the block is all that the record holds, as far as can be told. */
  readonly isWhole: boolean;
  /** Where the record begins, and where the next one does. */
  readonly at: WarcPosition;
  readonly next: WarcPosition;
}

const mark = Buffer.from('WARC/');
const longestHead = 256 * 1_024;

function fieldsOf(head: string): Map<string, string> {
  const fields = new Map<string, string>();
  // A line that begins with a blank goes on with the one before (WARC 1.1, 4).
  for (const line of head
    .replace(/\r?\n[ \t]+/g, ' ')
    .split(/\r?\n/)
    .slice(1)) {
    const colon = line.indexOf(':');
    if (colon > 0) fields.set(line.slice(0, colon).trim().toLowerCase(), line.slice(colon + 1).trim());
  }
  return fields;
}

/** End of a head: behind the first empty line. Some writers end lines with a line feed alone. */
function headEnd(bytes: Buffer): { readonly head: number; readonly body: number } | undefined {
  const crlf = bytes.indexOf('\r\n\r\n');
  const lf = bytes.indexOf('\n\n');
  if (crlf < 0 && lf < 0) return undefined;
  return lf < 0 || (crlf >= 0 && crlf < lf) ? { head: crlf, body: crlf + 4 } : { head: lf, body: lf + 2 };
}

/**
 * End of the head that begins here. `none`: another record begins before it ends. Without that, each line of
 * a file of nothing but first lines would be read to the limit of a head.
 */
function ownHeadEnd(bytes: Buffer): ReturnType<typeof headEnd> | 'none' {
  const rival = bytes.indexOf('\nWARC/', mark.length);
  const end = headEnd(rival < 0 ? bytes : bytes.subarray(0, rival + 1));
  return rival >= 0 && end === undefined ? 'none' : end;
}

/** Goes to the next `WARC/` at the beginning of a line; answers how many bytes lie before it. */
async function findRecord(stream: WarcStream): Promise<number> {
  let skipped = 0;
  for (;;) {
    const bytes = await stream.peek(65_536);
    let at = bytes.indexOf(mark);
    while (at > 0 && bytes[at - 1] !== 0x0a) at = bytes.indexOf(mark, at + 1);
    if (at >= 0) {
      stream.drop(at);
      return skipped + at;
    }
    const keep = bytes.length < 65_536 ? 0 : mark.length;
    skipped += bytes.length - keep;
    stream.drop(bytes.length - keep);
    if (keep === 0) return skipped;
  }
}

type Block = Pick<WarcRecord, 'block' | 'problem' | 'isWhole'>;

/** A block whose length the head does not tell: to the end of its member, or up to the next record. */
async function unmeasuredBlock(stream: WarcStream, limit: number): Promise<Block> {
  const problem = 'the record does not say how long it is';
  const end = await stream.nextMember(limit);
  const bytes = await stream.peek(Math.min(end - stream.at, limit));
  const here = bytes.subarray(0, end - stream.at);
  const next = here.indexOf('\r\n\r\nWARC/');
  const length = next < 0 ? here.length : next;
  if (length > limit)
    return { problem: `${problem}, and no other follows within ${limit} bytes`, isWhole: false };
  return { block: await stream.take(length), problem, isWhole: true };
}

async function readBlock(stream: WarcStream, size: number, limit: number): Promise<Block> {
  if (size > limit) {
    const skipped = await stream.skip(size);
    return {
      problem:
        skipped < size
          ? `the file ends after ${skipped} of ${size} bytes of this record`
          : `larger than ${limit} bytes`,
      isWhole: false,
    };
  }
  const block = await stream.take(size);
  // A length that is too great would swallow the next record.
  const isEnd = await endsWell(stream);
  const swallowed = isEnd ? undefined : swallowedAt(block);
  if (swallowed !== undefined) {
    stream.putBack(block.subarray(swallowed));
    return {
      block: block.subarray(0, swallowed),
      problem: 'the record says that it is longer than it is',
      isWhole: true,
    };
  }
  if (block.length < size)
    return {
      block,
      problem: `only ${block.length} of ${size} bytes of this record are there`,
      isWhole: false,
    };
  return isEnd
    ? { block, isWhole: true }
    : { block, problem: 'more bytes follow than the record says', isWhole: false };
}

/**
 * Whether a record ends here, as every record must: with empty lines and another record, or with the file.
 */
async function endsWell(stream: WarcStream): Promise<boolean> {
  const bytes = await stream.peek(16);
  return bytes.length === 0 || /^[\r\n\0]*(WARC\/|$)/.test(bytes.toString('latin1', 0, 16));
}

/** Where in a block another record seems to begin. */
function swallowedAt(block: Buffer): number | undefined {
  const at = block.indexOf('\r\n\r\nWARC/1.');
  return at < 0 ? undefined : at + 4;
}

/**
 * Reads the records of a WARC file, packed or not, from a position on; bounded memory. It goes on after
 * broken members, wrong or missing lengths and bytes between records, and says so with the record that
 * suffered. `limit`: greatest size of a block.
 */
export async function* readWarc(
  open: OpenAt,
  start: WarcPosition,
  limit: number,
): AsyncGenerator<WarcRecord, void> {
  const stream = new WarcStream(open, start.offset);
  try {
    await stream.skip(start.skip);
    for (;;) {
      await findRecord(stream);
      if (await stream.isAtEnd()) return;
      stream.forget();
      const at = stream.position();
      const head = await stream.peek(mark.length);
      if (head.length < mark.length) {
        stream.drop(head.length);
        if (stream.takeBreak() === undefined && (await stream.isAtEnd())) return;
        continue;
      }
      const record = await readRecord(stream, limit);
      const broken = stream.takeBreak();
      if (record === undefined) continue;
      const isCut = record.problem !== undefined && broken !== undefined;
      await dropLineEnds(stream);
      yield {
        ...record,
        ...(isCut ? { problem: `${record.problem} (${broken})` } : {}),
        at,
        next: stream.position(),
      };
    }
  } finally {
    await stream.close();
  }
}

/** The two line ends behind a record. */
async function dropLineEnds(stream: WarcStream): Promise<void> {
  const bytes = await stream.peek(4);
  let length = 0;
  while (length < bytes.length && length < 4 && (bytes[length] === 0x0d || bytes[length] === 0x0a))
    length += 1;
  stream.drop(length);
}

async function readRecord(
  stream: WarcStream,
  limit: number,
): Promise<Omit<WarcRecord, 'at' | 'next'> | undefined> {
  let bytes = await stream.peek(4_096);
  let end = ownHeadEnd(bytes);
  for (
    let length = 16_384;
    end === undefined && bytes.length >= length / 4 && length <= longestHead;
    length *= 4
  ) {
    bytes = await stream.peek(length);
    end = ownHeadEnd(bytes);
  }
  if (end === undefined || end === 'none') {
    // No head ends here: the next look for a record must not find the same place.
    stream.drop(Math.min(mark.length, bytes.length));
    return undefined;
  }
  const fields = fieldsOf(bytes.toString('utf8', 0, end.head));
  stream.drop(end.body);
  const size = /^\d+$/.test(fields.get('content-length') ?? '')
    ? Number(fields.get('content-length'))
    : undefined;
  const read =
    size === undefined ? await unmeasuredBlock(stream, limit) : await readBlock(stream, size, limit);
  return { fields, ...read };
}
