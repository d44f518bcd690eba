import fc from 'fast-check';

const ascii = Array.from({ length: 128 }, (_, code) => String.fromCharCode(code));
/**
 * Signs that break what was not made for them: lost ones, halves of pairs, marks, directions, signs beyond
 * the first plane.
 */
// biome-ignore format: a table, read by its rows
const rare = [
  '\ufffd', '\ud800', '\udc00', '\udbff', '\ufeff', '\ufffe', '\uffff', '\u00ad', '\u200b', '\u200d',
  '\u200f', '\u202e', '\u2028', '\u0085', '\u0301', '\u064b', '\u20dd', '𝒜', '👩‍👧', '\u{10ffff}',
  '\u{e0041}', 'İ', 'ı', 'ß', 'ſ', 'ﬁ', '٣', '²', '中', '한', 'か', 'ا', 'א', 'ก', 'я',
];
// biome-ignore format: a table, read by its rows
const words = [
  'Jean-Ren\ufffd', 'caf\ufffd', 'Ada Moss', 'said', 'By', '2026-03-12', '12 March 2026', '$5m', '5 km',
  'Foto:', '<p>', '</p>', '<!--', '-->', '<![CDATA[', ']]>', '&amp;', '&#xD800;', '&#0;', '&#1114112;',
  'https://a.example/b?c=d#e', '%zz', '{"a":', '\\u0000', '(?:', '[a-', '$&', '${x}', '\\p{', 'data:',
  '__proto__', 'constructor',
];

/** Texts that carry every sign of ASCII, rare ones, and words that some reader looks for, side by side. */
export const anyText: fc.Arbitrary<string> = fc
  .array(
    fc.oneof(
      { weight: 3, arbitrary: fc.constantFrom(...ascii) },
      { weight: 2, arbitrary: fc.constantFrom(...rare) },
      { weight: 2, arbitrary: fc.constantFrom(...words) },
      fc.string({ unit: 'binary', maxLength: 6 }),
    ),
    { maxLength: 40 },
  )
  .map((pieces) => pieces.join(''));

/** Each sign of ASCII and each rare one inside words that lost a sign, as no chance would bring them all. */
export const everySign: readonly string[] = [...ascii, ...rare, ...words].flatMap((sign) => [
  `Jean${sign}Ren\ufffd and Jean${sign}René`,
  `${sign} \ufffd${sign}\ufffd`,
]);
