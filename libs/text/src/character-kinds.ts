/** Kinds of a character, as bits. */
export const characterKind = {
  letter: 1,
  mark: 2,
  number: 4,
  /** A capital letter. */
  capital: 8,
  /** Han, Hiragana or Katakana. */
  ideograph: 16,
  /** A script of South-East Asia that is written without spaces between words. */
  unspaced: 32,
  space: 64,
} as const;

const expressions = [
  [/\p{L}/u, characterKind.letter],
  [/\p{M}/u, characterKind.mark],
  [/\p{N}/u, characterKind.number],
  [/\p{Lu}/u, characterKind.capital],
  [/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u, characterKind.ideograph],
  [/[\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u, characterKind.unspaced],
  [/\s/u, characterKind.space],
] as const;
const isKnown = 128;

/** The kinds of each code point; zero where nobody asked yet. What nobody asks for takes no memory. */
const kinds = new Uint8Array(0x110000);

function readKinds(code: number): number {
  const character = String.fromCodePoint(code);
  const found = expressions.reduce(
    (bits, [kind, bit]) => (kind.test(character) ? bits | bit : bits),
    isKnown,
  );
  kinds[code] = found;
  return found;
}

/** The kinds of a code point: for walks through a text that would ask expressions for every character. */
export function kindsOf(code: number): number {
  const known = kinds[code] ?? 0;
  return known === 0 ? readKinds(code) : known;
}

/** The code point at a place of a text. Both halves of a character of two are taken together at its first one. */
export function codeAt(text: string, at: number): number {
  const unit = text.charCodeAt(at);
  return (unit & 0xfc00) === 0xd800 ? (text.codePointAt(at) ?? unit) : unit;
}

const ofWord = characterKind.letter | characterKind.number;

/** Where the letters, digits and marks end that begin at `from` with a letter or digit; `from` where none do. */
export function endOfLetters(text: string, from: number): number {
  let at = from;
  while (at < text.length) {
    const code = codeAt(text, at);
    if ((kindsOf(code) & (at === from ? ofWord : ofWord | characterKind.mark)) === 0) break;
    at += code > 0xffff ? 2 : 1;
  }
  return at;
}
