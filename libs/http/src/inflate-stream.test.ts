import zlib from 'node:zlib';
import { describe, expect, it } from '@jest/globals';
import { streamInflater } from './inflate-stream.ts';

const zeros = Buffer.alloc(150_000_000);
const bombs = [
  ['gzip', zlib.gzipSync(zeros, { level: 1 })],
  ['deflate', zlib.deflateSync(zeros, { level: 1 })],
  ['deflate', zlib.deflateRawSync(zeros, { level: 1 })],
] as const;

describe('a large body that is inflated while it comes', () => {
  it.each(bombs)(
    'is ended as soon as %s passes the greatest ratio, at a bounded size',
    async (encoding, bomb) => {
      const chunkSize = 65_536;
      const inflater = streamInflater(encoding, { maxBytes: 1_000_000_000, maxRatio: 20 }, false);
      let taken = 0;
      let verdict: string | undefined;
      while (verdict !== 'enough' && taken < bomb.length) {
        const chunk = bomb.subarray(taken, taken + chunkSize);
        taken += chunk.length;
        verdict = await inflater.take(chunk);
      }
      expect([verdict, taken]).toEqual(['enough', 3 * chunkSize]);
      const decoded = await inflater.finish();
      expect(decoded?.truncated).toBe(true);
      expect(decoded?.size).toBeGreaterThan(20 * taken);
      expect(decoded?.size).toBeLessThanOrEqual(20 * taken + 131_072);
    },
  );
});
