import { describe, expect, it } from '@jest/globals';
import { decodeText } from './decode-text.ts';

function mixed(...parts: readonly (string | number)[]): string {
  const bytes = Buffer.concat(
    parts.map((part) => (typeof part === 'string' ? Buffer.from(part) : Buffer.from([part]))),
  );
  return decodeText(bytes, { kind: 'xml' }).text;
}
const much = 'Größe über Maß, façade, naïve, déjà vu. '.repeat(3);

describe('UTF-8 with bytes of windows-1252 in it', () => {
  it('keeps the letters and marks of both', () => {
    expect(mixed(much, 'caf', 0xe9, ' ', 0x80)).toBe(`${much}café €`);
  });
  it('takes no letter from a character that was cut', () => {
    expect([mixed(much, 'cut ', 0xe2, 0x80), mixed(much, 'cut ', 0xc3)]).toEqual([
      `${much}cut \ufffd`,
      `${much}cut \ufffd`,
    ]);
  });
});
