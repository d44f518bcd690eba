import { settledFields, settledItem, type SettledFields, type SettledItem } from '../settled.ts';

/*
 * A bucket holds the records of the settled items whose names begin with the same four hex digits. A record: its
 * length behind this number, 6 bytes (the other digits of the name), flags (1 byte), number of the outcome, minute of
 * firstSeen, milliseconds from there to the version or event (below zero as odd numbers), id of the article (16 bytes
 * where it is a hash, else its length in front), stamp. Numbers are varints: seven bits a byte, the lowest first.
 * <https://protobuf.dev/programming-guides/encoding/#varints>
 */
const flags = { hasPage: 1, hasFate: 2, isOwner: 4, isFetched: 8, isOwnArticle: 16, hasHash: 32 } as const;
const restBytes = 6;
const hashBytes = 16;

/** What an item came to is a row of its own: many came to the same. */
export type Outcome = Pick<SettledFields, 'stage' | 'fate' | 'sourceId' | 'reason'>;

function pushVarint(bytes: number[], value: number): void {
  let left = value;
  for (; left > 127; left = Math.floor(left / 128)) bytes.push((left % 128) + 128);
  bytes.push(left);
}

/** Reads numbers and bytes one after the other. Throws RangeError behind the end. */
class ByteReader {
  readonly #bytes: Buffer;
  #at = 0;

  constructor(bytes: Uint8Array) {
    this.#bytes = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  }

  get at(): number {
    return this.#at;
  }
  get isAtEnd(): boolean {
    return this.#at >= this.#bytes.length;
  }
  byte(): number {
    return this.#bytes.readUInt8(this.#at++);
  }
  varint(): number {
    let value = 0;
    for (let scale = 1; ; scale *= 128) {
      const byte = this.byte();
      value += (byte & 127) * scale;
      if (byte < 128) return value;
    }
  }
  take(length: number): Buffer {
    if (this.#at + length > this.#bytes.length)
      throw new RangeError('a bucket of settled items is cut short');
    this.#at += length;
    return this.#bytes.subarray(this.#at - length, this.#at);
  }
}

interface PlacedRecord {
  /** Where the record begins, with its length. */
  readonly from: number;
  readonly to: number;
  readonly rest: Buffer;
  readonly body: Buffer;
}

function* recordsOf(bucket: Uint8Array): Generator<PlacedRecord> {
  const reader = new ByteReader(bucket);
  while (!reader.isAtEnd) {
    const from = reader.at;
    const length = reader.varint();
    const rest = reader.take(restBytes);
    yield { from, body: reader.take(length - restBytes), rest, to: reader.at };
  }
}

function find(bucket: Uint8Array, key: string): PlacedRecord | undefined {
  const rest = Buffer.from(key.slice(4), 'hex');
  for (const record of recordsOf(bucket)) if (record.rest.equals(rest)) return record;
  return undefined;
}

function readBody(key: string, body: Buffer, outcomeOf: (id: number) => Outcome): SettledItem {
  const reader = new ByteReader(body);
  const bits = reader.byte();
  const outcome = outcomeOf(reader.varint());
  const firstSeen = reader.varint() * 60_000;
  const difference = reader.varint();
  const articleId =
    (bits & flags.hasHash) !== 0
      ? reader.take(hashBytes).toString('hex')
      : reader.take(reader.varint()).toString('utf8');
  return settledItem({
    ...outcome,
    key,
    firstSeen,
    hasFate: (bits & flags.hasFate) !== 0,
    time: firstSeen + (difference % 2 === 0 ? difference / 2 : -(difference + 1) / 2),
    isFetched: (bits & flags.isFetched) !== 0,
    articleId,
    isOwnArticle: (bits & flags.isOwnArticle) !== 0,
    stamp: (bits & flags.hasPage) === 0 ? undefined : body.toString('utf8', reader.at),
    isOwner: (bits & flags.isOwner) !== 0,
  });
}

/** The settled item of that name (see settledKey), where the bucket has it. */
export function readFromBucket(
  bucket: Uint8Array,
  key: string,
  outcomeOf: (id: number) => Outcome,
): SettledItem | undefined {
  const record = find(bucket, key);
  return record === undefined ? undefined : readBody(key, record.body, outcomeOf);
}

/** All items of a bucket; `digits`: the four that their names begin with. */
export function readBucket(
  bucket: Uint8Array,
  digits: string,
  outcomeOf: (id: number) => Outcome,
): SettledItem[] {
  return [...recordsOf(bucket)].map(({ rest, body }) =>
    readBody(digits + rest.toString('hex'), body, outcomeOf),
  );
}

/** The bucket with the item in place of what it has of it. */
export function putIntoBucket(bucket: Uint8Array, item: SettledItem, outcome: number): Buffer {
  const { key, firstSeen, hasFate, time, isFetched, articleId, isOwnArticle, stamp, isOwner } =
    settledFields(item);
  const isHash = /^[0-9a-f]{32}$/.test(articleId);
  const article = Buffer.from(articleId, isHash ? 'hex' : 'utf8');
  const minute = Math.floor(firstSeen / 60_000);
  const difference = hasFate ? time - minute * 60_000 : 0;
  const numbers = [
    (stamp === undefined ? 0 : flags.hasPage) |
      (hasFate ? flags.hasFate : 0) |
      (isOwner ? flags.isOwner : 0) |
      (isFetched ? flags.isFetched : 0) |
      (isOwnArticle ? flags.isOwnArticle : 0) |
      (isHash ? flags.hasHash : 0),
  ];
  pushVarint(numbers, outcome);
  pushVarint(numbers, minute);
  pushVarint(numbers, difference < 0 ? -2 * difference - 1 : 2 * difference);
  if (!isHash) pushVarint(numbers, article.length);
  const body = Buffer.concat([
    Buffer.from(key.slice(4), 'hex'),
    Buffer.from(numbers),
    article,
    Buffer.from(stamp ?? ''),
  ]);
  const length: number[] = [];
  pushVarint(length, body.length);
  return Buffer.concat([takeFromBucket(bucket, key), Buffer.from(length), body]);
}

/** The bucket without the item. */
export function takeFromBucket(bucket: Uint8Array, key: string): Uint8Array {
  const record = find(bucket, key);
  return record === undefined
    ? bucket
    : Buffer.concat([bucket.subarray(0, record.from), bucket.subarray(record.to)]);
}
