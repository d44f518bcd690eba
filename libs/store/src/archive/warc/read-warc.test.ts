import { gzipSync } from 'node:zlib';
import { describe, expect, it } from '@jest/globals';
import { WARCParser } from 'warcio';
import { readWarc, type WarcRecord } from './read-warc.ts';
import type { WarcPosition } from './warc-stream.ts';

const limit = 1_000_000;
const http = (body: string) => `HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n${body}`;

function record(
  name: string,
  block: string,
  fields: Readonly<Record<string, string | undefined>> = {},
): Buffer {
  const all: Record<string, string | undefined> = {
    'WARC-Type': 'response',
    'WARC-Target-URI': `https://a.example/${name}`,
    'WARC-Date': '2024-05-01T10:00:00Z',
    'Content-Type': 'application/http; msgtype=response',
    'Content-Length': String(Buffer.byteLength(block)),
    ...fields,
  };
  const lines = Object.entries(all).flatMap(([key, value]) =>
    value === undefined ? [] : [`${key}: ${value}\r\n`],
  );
  return Buffer.from(`WARC/1.0\r\n${lines.join('')}\r\n${block}\r\n\r\n`);
}

/** A file in pieces of the given size, as disks and networks hand them out. */
function opener(bytes: Buffer, size: number) {
  return async function* open(offset: number): AsyncGenerator<Uint8Array> {
    for (let at = offset; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
  };
}

async function read(
  bytes: Buffer,
  size = 4_000,
  start: WarcPosition = { offset: 0, skip: 0 },
  most = limit,
): Promise<WarcRecord[]> {
  const records = [];
  for await (const found of readWarc(opener(bytes, size), start, most)) records.push(found);
  return records;
}

const names = (records: readonly WarcRecord[]) =>
  records.map(({ fields }) => fields.get('warc-target-uri')?.split('/').at(-1));
const story = (word: string) => `<p>${`${word} `.repeat(3_000)}</p>`;
const three = ['one', 'two', 'three'].map((name) => record(name, http(story(name))));
const packed = three.map((bytes) => gzipSync(bytes));

describe('the records of a WARC file', () => {
  it.each([
    ['plain', Buffer.concat(three)],
    ['a member for each record', Buffer.concat(packed)],
    ['one member for all', gzipSync(Buffer.concat(three))],
    [
      'members that end anywhere',
      Buffer.concat(
        [0, 1, 2, 3, 4].map((part) =>
          gzipSync(Buffer.concat(three).subarray(part * 12_000, (part + 1) * 12_000)),
        ),
      ),
    ],
    [
      'members with names and extra fields',
      Buffer.concat(
        packed.map((member) =>
          Buffer.concat([
            member.subarray(0, 3),
            Buffer.from([4 | 8]),
            member.subarray(4, 10),
            Buffer.from([2, 0, 9, 9]),
            Buffer.from('name\0'),
            member.subarray(10),
          ]),
        ),
      ),
    ],
    [
      'line feeds alone',
      Buffer.from(
        Buffer.concat(three)
          .toString()
          .replaceAll(/\r\n(?=[\s\S])/g, '\n')
          .replaceAll(/Content-Length: (\d+)/g, (_, size: string) => `Content-Length: ${Number(size) - 3}`),
      ),
    ],
  ])('are the same: %s', async (_name, bytes) => {
    for (const size of [1, 7, 1_000, 65_536, 1_000_000]) {
      const records = await read(bytes, size);
      expect(names(records)).toEqual(['one', 'two', 'three']);
      expect(records.map(({ block }) => block?.toString().includes('three three </p>') ?? false)).toEqual([
        false,
        false,
        true,
      ]);
      expect(records.every(({ problem }) => problem === undefined)).toBe(true);
    }
  });
  it.each([
    ['plain', Buffer.concat(three)],
    ['a member for each record', Buffer.concat(packed)],
    ['one member for all', gzipSync(Buffer.concat(three))],
  ])('can be read on from each of them: %s', async (_name, bytes) => {
    const records = await read(bytes);
    for (const [index, { at, next }] of records.entries()) {
      expect(names(await read(bytes, 5_000, at))).toEqual(['one', 'two', 'three'].slice(index));
      expect(names(await read(bytes, 5_000, next))).toEqual(['one', 'two', 'three'].slice(index + 1));
    }
  });
  it('lose one to a broken member, and no other', async () => {
    const broken = Buffer.from(packed[1]!);
    broken.fill(0xff, 30, broken.length - 8);
    const records = await read(Buffer.concat([packed[0]!, broken, packed[2]!]));
    expect(names(records.filter(({ problem }) => problem === undefined))).toEqual(['one', 'three']);
  });
  it('tell of a file that ends too soon', async () => {
    const half = packed[2]!.subarray(0, -20);
    const records = await read(Buffer.concat([packed[0]!, packed[1]!, half]));
    expect(names(records)).toEqual(['one', 'two', 'three']);
    expect(records.at(-1)?.problem).toContain('bytes of this record are there');
    expect((await read(Buffer.concat(three).subarray(0, -5_000))).at(-1)?.problem).toContain(
      'bytes of this record are there',
    );
  });
  it.each([
    ['a missing length', { 'Content-Length': undefined }],
    ['a length that is no number', { 'Content-Length': 'many' }],
    ['a length that is too small', { 'Content-Length': '100' }],
    ['a length that is too great', { 'Content-Length': '20000' }],
  ])('outlive %s', async (_name, fields) => {
    const odd = [three[0]!, record('odd', http(story('odd')), fields), three[2]!];
    for (const bytes of [Buffer.concat(odd), Buffer.concat(odd.map((part) => gzipSync(part)))]) {
      const records = await read(bytes);
      expect(names(records)).toEqual(['one', 'odd', 'three']);
      expect(records[2]?.problem).toBeUndefined();
      expect(records[1]).toMatchObject({
        problem: expect.any(String),
        isWhole: fields['Content-Length'] !== '100',
      });
      if (fields['Content-Length'] !== '100') expect(records[1]?.block?.toString()).toContain('odd odd </p>');
    }
  });
  it('may have anything between them', async () => {
    const bytes = Buffer.concat([
      Buffer.from('\r\n\r\ngarbage\r\n'),
      three[0]!,
      Buffer.from('\r\n\r\n\r\nWARC\r\nnoise WARC/\r\n'),
      three[1]!,
      Buffer.alloc(5_000),
    ]);
    expect(names(await read(bytes))).toEqual(['one', 'two']);
    expect(
      names(await read(Buffer.concat([packed[0]!, Buffer.alloc(100), packed[1]!, Buffer.from('end')]))),
    ).toEqual(['one', 'two']);
  });
  it('are not held where they are too large', async () => {
    const records = await read(
      Buffer.concat([gzipSync(record('large', http('x'.repeat(3_000_000)))), packed[0]!]),
    );
    expect(records[0]).toMatchObject({ problem: `larger than ${limit} bytes` });
    expect(records[0]?.block).toBeUndefined();
    expect(names(records)).toEqual(['large', 'one']);
  });
  it.each([
    ['nothing', Buffer.alloc(0)],
    ['noise', Buffer.from('no archive at all'.repeat(1_000))],
    ['packed noise', gzipSync('no archive')],
    ['a broken beginning', Buffer.from([0x1f, 0x8b, 8, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12])],
    ['half a head', Buffer.from('WARC/1.0\r\nWARC-Type: response\r\n')],
  ])('are none in %s', async (_name, bytes) => {
    expect(await read(bytes)).toEqual([]);
  });
  it('survive what other readers of WARC give up at', async () => {
    async function others(bytes: Buffer): Promise<string[]> {
      const found: string[] = [];
      try {
        for await (const { warcTargetURI } of new WARCParser([bytes]))
          found.push(warcTargetURI?.split('/').at(-1) ?? '');
      } catch (error) {
        return [...found, error instanceof Error ? 'error' : 'thrown'];
      }
      return found;
    }
    const broken = Buffer.from(packed[1]!);
    broken.fill(0xff, 30, broken.length - 8);
    const sound = Buffer.concat(packed);
    expect(await others(sound)).toEqual(names(await read(sound)));
    const odd = Buffer.concat([packed[0]!, broken, packed[2]!]);
    expect(names(await read(odd)).at(-1)).toBe('three');
    expect(await others(odd)).not.toContain('three');
  });

  it('looks at a line that only begins as a record does once, and finds the record behind', async () => {
    const costOf = async (size: number): Promise<number> => {
      const began = process.cpuUsage();
      expect(
        names(
          await read(
            Buffer.concat([Buffer.from('WARC/1.0\nA: b\n'.repeat(size / 14)), record('one', http('x'))]),
          ),
        ),
      ).toContain('one');
      const { user, system } = process.cpuUsage(began);
      return (user + system) / 1_000;
    };
    await costOf(20_000);
    const small = await costOf(20_000);
    // Ten times the lines are ten times the work; each read to the limit of a head, they were a hundred
    // times.
    expect(await costOf(200_000)).toBeLessThan(35 * Math.max(small, 10));
  });
});
