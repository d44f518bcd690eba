import { describe, expect, it } from '@jest/globals';
import { PassingPages } from './passing-pages.ts';

const at = (offset: number) => ({ file: '20261128-0-1.warc', offset, length: 9 });
const body = (bytes: number) => new Uint8Array(bytes);

describe('pages on their way', () => {
  it('are had once', () => {
    const pages = new PassingPages(100);
    const first = body(10);
    pages.leave(at(1), first);
    expect(pages.take(at(2))).toBeUndefined();
    expect(pages.take(at(1))).toBe(first);
    expect(pages.take(at(1))).toBeUndefined();
  });
  it('are let go, oldest first, where there are too many bytes', () => {
    const pages = new PassingPages(100);
    for (const offset of [1, 2, 3]) pages.leave(at(offset), body(40));
    expect([1, 2, 3].map((offset) => pages.take(at(offset))?.byteLength)).toEqual([undefined, 40, 40]);
    pages.leave(at(4), body(101));
    expect(pages.take(at(4))).toBeUndefined();
    for (const offset of [5, 6]) pages.leave(at(offset), body(50));
    expect(pages.take(at(5))).toBeDefined();
  });
});
