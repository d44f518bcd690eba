import { runInNewContext } from 'node:vm';
import { describe, expect, it } from '@jest/globals';
import { inAscii } from '../../tools/in-ascii.mjs';

const valueOf = (code: string): unknown => JSON.parse(runInNewContext(`JSON.stringify(${code})`));

describe('code of the bundle in ASCII', () => {
  it.each([
    ['strings and names', `((größe) => ['“Kai” – 港', 'a\\n😀', größe, { šířka: 1 }.šířka])('ß')`],
    ['templates', '`港 ${["ō", `${"–"}é`].join("…")} \\u00e9`'],
    [
      'expressions',
      `['a–b', '😀', 'Ż'].map((text) => [/^[😀–]$/u.test(text), /[–—]b/.exec(text), /(?<ż>Ż)/u.exec(text)?.groups.ż])`,
    ],
    [
      'raw templates, in which an escape is none',
      '[String.raw`\\d–\\d ${String.raw`–ż`} \\n 港`, "1–2".replace(new RegExp(String.raw`(\\d)–(\\d)`), "$2$1")]',
    ],
  ])('means the same in %s', (_what, code) => {
    const written = inAscii(code);
    expect(written).toMatch(/^[\0-\x7F]*$/);
    expect(valueOf(written)).toEqual(valueOf(code));
  });

  it('is left alone where it is so already, and refused where it cannot be so', () => {
    const plain = 'const raw = String.raw`\\d`;';
    expect(inAscii(plain)).toBe(plain);
    expect(() => inAscii('const a = "\\é";')).toThrow(/a backslash before/);
    for (const code of ['String.raw`é', 'const \u{2000B} = 1;'])
      expect(() => inAscii(code)).toThrow(/cannot be read/);
  });
});
