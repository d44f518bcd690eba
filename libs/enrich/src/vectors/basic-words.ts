/** What an ASCII character is to the cutter. */
const space = 0;
const letter = 1;
const sign = 2;
const nothing = 3;
const other = 4;

const classes = Uint8Array.from({ length: 128 }, (_, code) => {
  if (code === 9 || code === 10 || code === 13 || code === 32) return space;
  if (code < 32 || code === 127) return nothing;
  const character = String.fromCharCode(code);
  return /[0-9A-Za-z]/.test(character) ? letter : sign;
});

/** Written without spaces; each character is a word of its own. The blocks that BERT counts among them. */
function isIdeograph(code: number): boolean {
  return (
    (code >= 0x4e00 && code <= 0x9fff) ||
    (code >= 0x3400 && code <= 0x4dbf) ||
    (code >= 0x20000 && code <= 0x2a6df) ||
    (code >= 0x2a700 && code <= 0x2b81f) ||
    (code >= 0x2b920 && code <= 0x2ceaf) ||
    (code >= 0xf900 && code <= 0xfaff) ||
    (code >= 0x2f800 && code <= 0x2fa1f)
  );
}

const spaceCharacter = /^\s$/u;
const hiddenCharacter = /^[\p{C}\uFFFD]$/u;
const accent = /\p{Mn}/gu;
const punctuation = /^\p{P}$/u;

/**
 * The words of a run that is not plain ASCII: hidden characters go, accents go, small letters, signs and
 * ideographs stand alone.
 */
function wordsOfRun(run: string, take: (word: string) => void): void {
  let word = '';
  const end = () => {
    if (word !== '') take(word);
    word = '';
  };
  let spaced = '';
  for (const character of run) {
    const code = character.codePointAt(0) ?? 0;
    if (spaceCharacter.test(character)) spaced += ' ';
    else if (code < 128 ? classes[code] === nothing : hiddenCharacter.test(character)) continue;
    else spaced += isIdeograph(code) ? ` ${character} ` : character;
  }
  for (const bare of spaced.normalize('NFD').replace(accent, '')) {
    // One by one: the reference knows no final sigma.
    const character = bare.toLowerCase();
    const code = character.codePointAt(0) ?? 0;
    const isSign = code < 128 ? classes[code] === sign : punctuation.test(character);
    if (character === ' ') end();
    else if (isSign) {
      end();
      take(character);
    } else word += character;
  }
  end();
}

/**
 * The words of a text as BERT (uncased) counts them before it cuts them into pieces: small letters, no
 * accents, each sign a word. Linear; plain ASCII never leaves the loop.
 */
export function basicWords(text: string, take: (word: string) => void): void {
  let start = 0;
  let isPlain = true;
  let hasCapital = false;
  const end = (at: number): void => {
    if (at === start) return;
    const run = text.slice(start, at);
    if (!isPlain) wordsOfRun(run, take);
    else take(hasCapital ? run.toLowerCase() : run);
  };
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    const kind = code < 128 ? (classes[code] ?? other) : other;
    if (kind === letter) {
      if (code <= 90 && code >= 65) hasCapital = true;
      continue;
    }
    if (kind === other || kind === nothing) {
      isPlain = false;
      continue;
    }
    end(at);
    if (kind === sign) take(String.fromCharCode(code));
    start = at + 1;
    isPlain = true;
    hasCapital = false;
  }
  end(text.length);
}
