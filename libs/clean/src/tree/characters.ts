import { unitRuns } from '@newsmill/text';

/**
 * What a UTF-16 code unit is, as one table look-up; built once when the module loads.
 */
export const WORD = 1;
export const UPPER = 2;
export const DIGIT = 4;
/**
 * Han, Kana, Hangul and Thai: written without spaces, or in words too short to count as one, so every
 * character is a token.
 */
export const UNSPACED = 8;
export const SPACE = 16;
/** Characters that are seen by nobody: soft hyphen, zero-width space and joiners, byte order mark. */
export const INVISIBLE = 32;
export const STOP = 64;
export const COMMA = 128;

/** Bits of a code unit. */
export const characterClass = new Uint8Array(65_536);
/** Lower-case form of a code unit, itself where there is none of one unit. */
export const lowerCase = new Uint16Array(65_536);

/** From and to which unit characters are written without spaces. */
// biome-ignore format: a table, read by its rows
const unspaced = [
  [0x3040, 0x30ff], [0x3130, 0x318f], [0x3400, 0x4dbf], [0x4e00, 0x9fff], [0xac00, 0xd7af], [0x1100, 0x11ff],
  [0xf900, 0xfaff], [0x0e00, 0x0e7f],
] as const;
// biome-ignore format: a table, read by its rows
const spaces = [
  [0, 32], [0x85, 0x85], [0xa0, 0xa0], [0x1680, 0x1680], [0x2000, 0x200a], [0x2028, 0x2029], [0x202f, 0x202f],
  [0x3000, 0x3000],
] as const;
// biome-ignore format: a table, read by its rows
const invisible = [
  [0xad, 0xad], [0x200b, 0x200f], [0x202a, 0x202e], [0x2060, 0x2060], [0xfeff, 0xfeff],
] as const;

/** Adds a bit to units of words that match. */
function addBit(expression: RegExp, bit: number): void {
  for (const [from, run] of unitRuns(expression))
    for (let code = from; code < from + run.length; code += 1)
      characterClass[code] = (characterClass[code] as number) | bit;
}

for (const [from, run] of unitRuns(/[\p{L}\p{N}\p{M}_]+/gu))
  characterClass.fill(WORD, from, from + run.length);
addBit(/\p{Lu}+/gu, UPPER);
addBit(/\p{Nd}+/gu, DIGIT);
for (const [from, to] of unspaced)
  for (let code = from; code <= to; code += 1)
    if (characterClass[code] !== 0) characterClass[code] = (characterClass[code] as number) | UNSPACED;
for (const [from, to] of spaces) characterClass.fill(SPACE, from, to + 1);
for (const [from, to] of invisible) characterClass.fill(INVISIBLE, from, to + 1);
for (const sign of '.!?…。！？।۔؟') characterClass[sign.charCodeAt(0)] = STOP;
for (const sign of ',،、，;:；：') characterClass[sign.charCodeAt(0)] = COMMA;

for (let code = 0; code < lowerCase.length; code += 1) lowerCase[code] = code;
for (const [code, character] of unitRuns(/\p{Changes_When_Lowercased}/gu)) {
  const small = character.toLowerCase();
  if (small.length === 1) lowerCase[code] = small.charCodeAt(0);
}
