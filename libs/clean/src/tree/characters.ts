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

function isUnspaced(code: number): boolean {
  return (
    (code >= 0x3040 && code <= 0x30ff) ||
    (code >= 0x3130 && code <= 0x318f) ||
    (code >= 0x3400 && code <= 0x4dbf) ||
    (code >= 0x4e00 && code <= 0x9fff) ||
    (code >= 0xac00 && code <= 0xd7af) ||
    (code >= 0x1100 && code <= 0x11ff) ||
    (code >= 0xf900 && code <= 0xfaff) ||
    (code >= 0x0e00 && code <= 0x0e7f)
  );
}

const word = /[\p{L}\p{N}\p{M}_]/u;
const upper = /\p{Lu}/u;
const digit = /\p{Nd}/u;

function classOf(code: number, character: string): number {
  if (
    code === 0xad ||
    (code >= 0x200b && code <= 0x200f) ||
    code === 0x2060 ||
    code === 0xfeff ||
    (code >= 0x202a && code <= 0x202e)
  )
    return INVISIBLE;
  if (
    code <= 32 ||
    code === 0xa0 ||
    (code >= 0x2000 && code <= 0x200a) ||
    code === 0x2028 ||
    code === 0x2029 ||
    code === 0x202f ||
    code === 0x3000 ||
    code === 0x1680 ||
    code === 0x85
  )
    return SPACE;
  if ('.!?…。！？।۔؟'.includes(character)) return STOP;
  if (',،、，;:；：'.includes(character)) return COMMA;
  if (!word.test(character)) return 0;
  let bits = WORD;
  if (upper.test(character)) bits |= UPPER;
  if (digit.test(character)) bits |= DIGIT;
  if (isUnspaced(code)) bits |= UNSPACED;
  return bits;
}

for (let code = 0; code < 65_536; code += 1) {
  const character = String.fromCharCode(code);
  characterClass[code] = code >= 0xd800 && code <= 0xdfff ? 0 : classOf(code, character);
  const small = character.toLowerCase();
  lowerCase[code] = small.length === 1 ? small.charCodeAt(0) : code;
}
