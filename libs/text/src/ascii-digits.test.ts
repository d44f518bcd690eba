import { describe, expect, it } from '@jest/globals';
import { asciiDigits } from './ascii-digits.ts';

const systems = [
  'arab',
  'arabext',
  'deva',
  'beng',
  'guru',
  'gujr',
  'orya',
  'tamldec',
  'telu',
  'knda',
  'mlym',
  'thai',
  'laoo',
  'mymr',
  'khmr',
  'fullwide',
  'latn',
];

describe('asciiDigits', () => {
  it.each(systems)('reads the digits of the numbering system %s', (system) => {
    const written = new Intl.NumberFormat(`en-u-nu-${system}`, { useGrouping: false }).format(1_234_567_890);
    expect(asciiDigits(`a ${written} b`)).toBe('a 1234567890 b');
  });
});
