import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { BodyPieces } from './body-pieces.ts';

describe('the pieces of a body', () => {
  it('are the body again, however it was cut', () => {
    const size = fc.oneof(fc.nat(20), fc.nat(5_000), fc.nat(70_000));
    fc.assert(
      fc.property(fc.array(size, { maxLength: 40 }), (sizes) => {
        const pieces = new BodyPieces();
        const chunks = sizes.map((length, index) =>
          Uint8Array.from({ length }, (_, at) => (index * 31 + at) % 251),
        );
        for (const chunk of chunks) pieces.add(chunk);
        expect(pieces.size).toBe(sizes.reduce((sum, one) => sum + one, 0));
        expect(Buffer.compare(pieces.join(), Buffer.concat(chunks))).toBe(0);
      }),
      { numRuns: 60 },
    );
  });

  it('take the memory of their bytes, also where each is a chunk', () => {
    const pieces = new BodyPieces();
    const before = process.memoryUsage();
    for (let i = 0; i < 2_000_000; i += 1) pieces.add(new Uint8Array([i % 251]));
    const after = process.memoryUsage();
    // Chunks that were copied may not be collected yet; all of them would be 200 MB and more.
    expect(after.heapUsed + after.external - before.heapUsed - before.external).toBeLessThan(80_000_000);
    expect(pieces.join().length).toBe(2_000_000);
  });

  it('give their memory back at once when they are dropped', () => {
    const pieces = new BodyPieces();
    for (let i = 0; i < 2_000; i += 1) pieces.add(new Uint8Array(10_000));
    const { arrayBuffers: full } = process.memoryUsage();
    pieces.drop();
    expect(full - process.memoryUsage().arrayBuffers).toBeGreaterThan(19_000_000);
  });

  it('are crumbs where they are many and small beyond what anybody writes', () => {
    const crumbled = (chunks: number, size: number) => {
      const pieces = new BodyPieces();
      for (let i = 0; i < chunks; i += 1) pieces.add(new Uint8Array(size));
      return pieces.isCrumbled;
    };
    expect(crumbled(9_000, 1)).toBe(false);
    expect(crumbled(20_000, 100)).toBe(false);
    expect(crumbled(20_000, 1)).toBe(true);
    // However large the body might be, what has come is what counts.
    expect(crumbled(100_000, 64)).toBe(false);
    expect(crumbled(100_000, 32)).toBe(true);
  });
});
