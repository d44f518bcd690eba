import { characterClass, INVISIBLE, lowerCase, UNSPACED, WORD } from '../tree/characters.ts';

/** Shows the hashes of the words of any text, as those of blocks are made, until `isLast` says yes to one. */
export function readTokens(text: string, isLast: (token: number) => boolean): void {
  let hash = 0;
  let isInWord = false;
  for (let index = 0; index <= text.length; index += 1) {
    const code = index < text.length ? text.charCodeAt(index) : 32;
    const kind = characterClass[code] as number;
    if (kind === INVISIBLE) continue;
    if ((kind & WORD) !== 0 && (kind & UNSPACED) === 0) {
      hash = (Math.imul(hash, 31) + (lowerCase[code] as number)) | 0;
      isInWord = true;
      continue;
    }
    if (isInWord && isLast(hash)) return;
    isInWord = false;
    hash = 0;
    if (kind & UNSPACED && isLast(code)) return;
  }
}

/** Room for the words of a text of usual length, before their number is known. */
const usual = new Int32Array(8_192);

/** Hashes of the words of any text. */
export function tokensOf(text: string): Int32Array {
  const tokens = text.length > usual.length ? new Int32Array(text.length) : usual;
  let size = 0;
  readTokens(text, (token) => {
    tokens[size++] = token;
    return false;
  });
  return tokens.slice(0, size);
}
