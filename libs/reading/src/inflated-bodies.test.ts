import { gzipSync } from 'node:zlib';
import { describe, expect, it } from '@jest/globals';
import { InflatedBodies } from './inflated-bodies.ts';

const page = (text: string) => {
  const bytes = new TextEncoder().encode(text);
  return { bytes, answer: { url: 'https://a.example/', encoding: 'gzip' as const, body: gzipSync(bytes) } };
};

describe('inflated bodies', () => {
  it('gives a body inflated that comes again as other bytes of the same content, once', () => {
    const bodies = new InflatedBodies();
    const { bytes, answer } = page('the ferry');
    bodies.keep(answer.body, bytes);
    const again = { ...answer, body: new Uint8Array(answer.body) };
    expect(bodies.of(again)).toEqual({ url: 'https://a.example/', encoding: 'identity', body: bytes });
    expect(bodies.of(again)).toBe(again);
  });

  it('remembers the last eight, and no more than four megabytes', () => {
    const bodies = new InflatedBodies();
    const pages = Array.from({ length: 9 }, (_, number) => page(`page ${number}`));
    for (const { answer, bytes } of pages) bodies.keep(answer.body, bytes);
    expect(pages.map(({ answer }) => bodies.of(answer).encoding)).toEqual([
      'gzip',
      ...Array.from({ length: 8 }, () => 'identity'),
    ]);
    const small = page('small');
    bodies.keep(small.answer.body, small.bytes);
    bodies.keep(new Uint8Array(1), new Uint8Array(4_194_304));
    expect(bodies.of(small.answer)).toBe(small.answer);
  });
});
