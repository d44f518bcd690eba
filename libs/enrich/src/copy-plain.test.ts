import { describe, expect, it } from '@jest/globals';
import { copyPlain } from './copy-plain.ts';

describe('copyPlain', () => {
  it.each([
    ['text', 'a "quoted" \ud800 word'],
    ['numbers', [0, 1.5, -3, 1e300]],
    ['nothing', null],
    ['objects in lists', [{ name: 'Berg', aliases: [], known: true }, { deep: { er: null } }]],
  ])('copies %s as JSON would', (_name, value) => {
    const copy = copyPlain(value, 1_000);
    expect(copy).toEqual(JSON.parse(JSON.stringify(value)));
    if (value !== null && typeof value === 'object') expect(copy).not.toBe(value);
  });

  it.each([
    ['a field without value', { name: undefined }],
    ['a hole', [1, undefined]],
    ['no finite number', [Number.NaN]],
    ['a negative zero', -0],
    ['a date', new Date(0)],
    ['a function', { run: () => 1 }],
    ['an own __proto__', JSON.parse('{"__proto__":1}')],
  ])('leaves %s to JSON', (_name, value) => {
    expect(copyPlain(value, 1_000)).toBeUndefined();
  });

  it('leaves what may be too long, too deep or endless to JSON', () => {
    expect(copyPlain('a'.repeat(1_001), 1_000)).toBeUndefined();
    const endless: unknown[] = [];
    endless.push(endless);
    expect(copyPlain(endless, 1_000_000)).toBeUndefined();
  });
});
