import { gzipSync } from 'node:zlib';
import { describe, expect, it } from '@jest/globals';
import { WarcStream } from './warc-stream.ts';

/**
 * Milliseconds of CPU for reading so many bytes that come one by one: looked at together, as heads are, and
 * then taken.
 */
async function costOf(count: number): Promise<number> {
  const one = Buffer.from('x');
  const stream = new WarcStream(async function* (): AsyncGenerator<Uint8Array> {
    for (let at = 0; at < count; at += 1) yield one;
  }, 0);
  const began = process.threadCpuUsage();
  expect((await stream.peek(count)).length).toBe(count);
  expect((await stream.take(count)).length).toBe(count);
  const { user, system } = process.threadCpuUsage(began);
  return (user + system) / 1_000;
}

describe('the unpacked stream of a WARC file', () => {
  it('costs what it is long, however small the pieces are', async () => {
    await costOf(30_000);
    const small = Math.min(await costOf(60_000), await costOf(60_000));
    const large = Math.min(await costOf(240_000), await costOf(240_000));
    // Four times the bytes: sixteen times the work where each piece copies all before it.
    expect(large / small).toBeLessThan(9);
  });

  it('knows where tiny and empty members begin, and forgets those that are read', async () => {
    const members = ['a', '', '', 'b', 'c', ''].map((text) => gzipSync(text));
    const offsets = members.map((_, index) => Buffer.concat(members.slice(0, index)).length);
    const stream = new WarcStream(async function* (): AsyncGenerator<Uint8Array> {
      yield Buffer.concat(members);
    }, 0);
    expect((await stream.peek(9)).toString()).toBe('abc');
    expect([0, 1, 2].map((at) => stream.position(at))).toEqual([
      { offset: offsets[0], skip: 0 },
      { offset: offsets[3], skip: 0 },
      { offset: offsets[4], skip: 0 },
    ]);
    expect(await stream.nextMember(9)).toBe(1);
    stream.drop(1);
    stream.forget();
    expect([stream.position(), await stream.nextMember(9)]).toEqual([{ offset: offsets[3], skip: 0 }, 2]);
    stream.putBack(Buffer.from('z'));
    expect((await stream.take(9)).toString()).toBe('zbc');
    expect(await stream.isAtEnd()).toBe(true);
  });
});
