/** In `plainLetters`: a combining mark, which is passed over. */
export const combiningMark = 1;

/** Letters whose plain form no decomposition gives: Turkish writes both i, Greek ends words with ς. */
const special: Readonly<Record<string, string>> = { ı: 'i', ς: 'σ' };

let table: Uint16Array | undefined;

/**
 * By UTF-16 unit of Latin, Greek and Cyrillic, the small letter or digit without marks; 0 for all that parts
 * words. Capitals are often written without marks (`ΚΥΒΕΡΝΗΣΗ`), so that words are compared without them.
 */
export function plainLetters(): Uint16Array {
  if (table !== undefined) return table;
  table = new Uint16Array(0x2000);
  const mark = /\p{M}/u;
  const letter = /[\p{L}\p{N}]/u;
  for (let unit = 0; unit < table.length; unit += 1) {
    const character = String.fromCharCode(unit);
    if (mark.test(character)) table[unit] = combiningMark;
    else if (letter.test(character))
      table[unit] = (special[character] ?? character.toLowerCase()).normalize('NFD').charCodeAt(0);
  }
  return table;
}
