import { describe, expect, it } from '@jest/globals';
import { readTensors } from './tensor-file.ts';

function fileOf(header: unknown, data: readonly number[] = []): Uint8Array {
  const json = JSON.stringify(header);
  const text = Buffer.from(json.padEnd(Math.ceil(json.length / 8) * 8, ' '));
  const length = Buffer.alloc(8);
  length.writeBigUInt64LE(BigInt(text.length));
  return Uint8Array.from(Buffer.concat([length, text, Buffer.from(data)]));
}
const place = (dtype: string, from: number, to: number) => ({
  dtype,
  shape: [1],
  data_offsets: [from, to],
});

describe('readTensors', () => {
  it('reads numbers where they lie, and what is said of the file', () => {
    const bytes = fileOf(
      { __metadata__: { version: '3' }, a: place('U16', 0, 4), b: place('I8', 4, 6) },
      [1, 0, 0, 1, 255, 7],
    );
    const { tensors, metadata } = readTensors(bytes, 'x');
    expect(metadata).toEqual({ version: '3' });
    expect([...(tensors.get('a') ?? [])]).toEqual([1, 256]);
    expect([...(tensors.get('b') ?? [])]).toEqual([-1, 7]);
    expect(tensors.get('a')?.buffer).toBe(bytes.buffer);
  });

  it.each([
    ['nothing', new Uint8Array(0), 'is cut off'],
    ['a header that is longer than the file', fileOf({}).subarray(0, 12), 'is cut off'],
    ['numbers of a kind that is not read', fileOf({ a: place('BF16', 0, 2) }, [1, 2]), 'holds a as BF16'],
    [
      'a kind by the name of what every object has',
      fileOf({ a: place('toString', 0, 2) }, [1, 2]),
      'holds a',
    ],
    ['a tensor beyond the end', fileOf({ a: place('U8', 0, 9) }, [1, 2]), 'ends within a'],
    ['a tensor that ends before it begins', fileOf({ a: place('U8', 2, 0) }, [1, 2]), 'ends within a'],
    ['a tensor off its boundary', fileOf({ a: place('U16', 1, 3) }, [1, 2, 3]), 'ends within a'],
    ['half a number', fileOf({ a: place('U16', 0, 3) }, [1, 2, 3]), 'ends within a'],
  ])('refuses %s', (_name, bytes, why) => {
    expect(() => readTensors(bytes, 'x.safetensors')).toThrow(`x.safetensors ${why}`);
    expect(() => readTensors(bytes, 'x.safetensors')).toThrow('restore it from the release');
  });
});
