/** The tokens of a text, in typed arrays: offsets are UTF-16 units. */
export interface Tokens {
  readonly count: number;
  readonly start: Int32Array;
  readonly end: Int32Array;
  /** Number of the sentence that the token stands in. */
  readonly sentence: Int32Array;
  /** 1 where the token is the first of its sentence. */
  readonly first: Int32Array;
}

/** Tokens with their texts. */
export interface WordTokens extends Tokens {
  readonly words: readonly string[];
}

/** Characters of one text that are read; an article is shorter, and what is longer is no article. */
const mostCharacters = 120_000;

const OTHER = 0;
const LETTER = 1;
const DIGIT = 2;
const SPACE = 3;

const kinds = new Uint8Array(0x250);
for (let code = 0; code < kinds.length; code += 1) {
  const character = String.fromCharCode(code);
  if (/[\p{L}\p{M}]/u.test(character)) kinds[code] = LETTER;
  else if (/\d/.test(character)) kinds[code] = DIGIT;
  else if (/\s/.test(character)) kinds[code] = SPACE;
}

function kindOf(code: number): number {
  if (code < kinds.length) return kinds[code] ?? OTHER;
  if (
    (code >= 0x2000 && code <= 0x200b) ||
    code === 0x3000 ||
    code === 0x2028 ||
    code === 0x2029 ||
    code === 0xfeff ||
    code === 0x202f
  )
    return SPACE;
  if (code >= 0x2010 && code <= 0x2bff) return OTHER;
  return /[\p{L}\p{M}]/u.test(String.fromCharCode(code)) ? LETTER : OTHER;
}

const isApostrophe = (code: number): boolean => code === 0x27 || code === 0x2019;
const isHyphen = (code: number): boolean => code === 0x2d || code === 0x2010 || code === 0x2011;
const isWordKind = (kind: number): boolean => kind === LETTER || kind === DIGIT;

/** Words whose full stop belongs to them. */
// biome-ignore format: a table, read by its rows
const abbreviations = new Set([
  'mr', 'mrs', 'ms', 'dr', 'st', 'jr', 'sr', 'inc', 'co', 'corp', 'ltd', 'gen', 'sen', 'rep', 'gov', 'lt',
  'col', 'sgt', 'capt', 'prof', 'rev', 'hon', 'mt', 'ft', 'no', 'vs', 'bros', 'maj', 'adm', 'cmdr', 'pvt',
  'cpl', 'supt', 'insp', 'det', 'msgr', 'fr', 'pres', 'sec', 'amb', 'atty', 'assn', 'dept', 'univ', 'ave',
  'blvd', 'rd', 'jan', 'feb', 'mar', 'apr', 'aug', 'sept', 'oct', 'nov', 'dec', 'calif', 'fla', 'ala', 'ariz',
  'ark', 'colo', 'conn', 'del', 'ga', 'ill', 'ind', 'kan', 'ky', 'la', 'md', 'mass', 'mich', 'minn', 'miss',
  'mo', 'mont', 'neb', 'nev', 'okla', 'ore', 'pa', 'tenn', 'tex', 'va', 'vt', 'wash', 'wis', 'wyo', 'cf',
  'etc', 'al', 'p.m', 'a.m', 'e.g', 'i.e',
]);
const longestAbbreviation = 5;
/** Parts after an apostrophe that stand alone. */
const clitics = new Set(['s', 't', 'd', 'm', 're', 've', 'll']);

function isUpper(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  if (code < 0x80) return code >= 0x41 && code <= 0x5a;
  const character = text.charAt(at);
  return character !== character.toLowerCase();
}

/** Where a run of letters and digits that starts at `from` ends. */
function endOfRun(text: string, from: number, limit: number): number {
  let at = from;
  while (at < limit && isWordKind(kindOf(text.charCodeAt(at)))) at += 1;
  return at;
}

/** Whether the word before a hyphen goes on after it: `Bois-Reymond` does, `London-based` does not. */
function joinsAtHyphen(text: string, start: number, after: number, end: number): boolean {
  return (
    end > after &&
    (!isUpper(text, start) ||
      isUpper(text, after) ||
      end - after < 3 ||
      kindOf(text.charCodeAt(after)) === DIGIT)
  );
}

/** What an apostrophe cuts before a vowel in French, Italian and Catalan: l’Iran, dell’Arno. */
const elisions = new Set(
  'l d c j m n s t qu jusqu lorsqu puisqu quoiqu un all dall dell nell sull quell quest bell sant gl agl dagl degl negl sugl anch com cos dov'.split(
    ' ',
  ),
);
/** Words of French with an apostrophe within. */
const wholeWords = new Set(['aujourd', 'presqu', 'prud', 'quelqu', 'entr']);
const firstBeyondLatin = 0x370;

/**
 * Where a word that is read part by part ends at its apostrophe: behind an article that this cuts, before an ending
 * that Turkish, Polish or Dutch sets apart from a name (İzmir’de); undefined where it goes on: O’Brien, Мар’яна.
 */
function endAtApostrophe(text: string, start: number, end: number): number | undefined {
  if (text.charCodeAt(start) >= firstBeyondLatin) return undefined;
  const before = text.slice(start, end).toLowerCase();
  if (elisions.has(before)) return end + 1;
  return isUpper(text, start) && !isUpper(text, end + 1) && !wholeWords.has(before) ? end : undefined;
}

/**
 * Where the word that starts at `start` ends, with what its apostrophes, hyphens and full stops join; `isParted` parts
 * it at hyphens and behind what an apostrophe cuts.
 */
function endOfWord(text: string, start: number, limit: number, isParted: boolean): number {
  let end = endOfRun(text, start, limit);
  for (let joins = 0; joins < 12 && end < limit; joins += 1) {
    const code = text.charCodeAt(end);
    const next = endOfRun(text, end + 1, Math.min(limit, end + 40));
    if (next === end + 1) break;
    if (isApostrophe(code)) {
      if (clitics.has(text.slice(end + 1, next).toLowerCase())) break;
      const parted = isParted ? endAtApostrophe(text, start, end) : undefined;
      if (parted !== undefined) return parted;
    } else if (isHyphen(code)) {
      if (isParted || !joinsAtHyphen(text, start, end + 1, next)) break;
    } else if (code === 0x26) {
      // AT&T
      if (!isUpper(text, end + 1)) break;
    } else if (
      code !== 0x2e &&
      !(
        code === 0x2c &&
        kindOf(text.charCodeAt(end - 1)) === DIGIT &&
        kindOf(text.charCodeAt(end + 1)) === DIGIT
      )
    )
      break;
    end = next;
  }
  if (text.charCodeAt(end) !== 0x2e || text.charCodeAt(end + 1) === 0x2e) return end;
  if (end - start > longestAbbreviation && text.charCodeAt(start + 1) !== 0x2e) return end;
  const word = text.slice(start, end);
  const isInitial = end - start === 1 && isUpper(text, start);
  return isInitial || abbreviations.has(word.toLowerCase()) || /^(?:\p{L}\.)+\p{L}$/u.test(word)
    ? end + 1
    : end;
}

/**
 * Where the mark at `at` ends: one character, or an apostrophe with its clitic, which some texts set apart
 * ("Germany 's").
 */
function endOfMark(text: string, at: number): number {
  if (at === 0 || !isApostrophe(text.charCodeAt(at))) return at + 1;
  const end = endOfRun(text, at + 1, Math.min(text.length, at + 4));
  const before = kindOf(text.charCodeAt(at - 1));
  return clitics.has(text.slice(at + 1, end).toLowerCase()) && (isWordKind(before) || before === SPACE)
    ? end
    : at + 1;
}

const codesOf = (marks: string): ReadonlySet<number> => new Set([...marks].map((own) => own.charCodeAt(0)));
const sentenceEnds = codesOf('.!?…');
const closers = codesOf('"\'”’)]»');

/** The same numbers, with as much room behind them. */
function twice(numbers: Int32Array): Int32Array {
  const wider = new Int32Array(numbers.length * 2);
  wider.set(numbers);
  return wider;
}

/**
 * Splits a text into words, numbers and marks, and these into sentences; a line break ends a sentence. `isParted`:
 * the parts of words with hyphens stand alone (CDU, -, Politiker), and so do articles that an apostrophe cuts (l’,
 * Iran) and names without the endings behind one (İzmir, ’, de).
 */
export function readTokens(whole: string, isParted = false): Tokens {
  const text = whole.length > mostCharacters ? whole.slice(0, mostCharacters) : whole;
  // Room for as many tokens as most texts have: lists of numbers would leave several times the garbage.
  const most = (text.length >> 2) + 16;
  let start: Int32Array = new Int32Array(most);
  let end: Int32Array = new Int32Array(most);
  let sentence: Int32Array = new Int32Array(most);
  let first: Int32Array = new Int32Array(most);
  let count = 0;
  let current = 0;
  let isFirst = true;
  let hasEnded = false;
  for (let at = 0; at < text.length; ) {
    const code = text.charCodeAt(at);
    const kind = kindOf(code);
    if (kind === SPACE) {
      if (code === 0x0a && !isFirst) {
        current += 1;
        isFirst = true;
        hasEnded = false;
      }
      at += 1;
      continue;
    }
    const stop = isWordKind(kind) ? endOfWord(text, at, text.length, isParted) : endOfMark(text, at);
    const isWord = isWordKind(kind);
    const isMark = !isWord && stop === at + 1;
    const isEnd = isMark && sentenceEnds.has(code);
    const closes: boolean = hasEnded && isMark && closers.has(code);
    if (hasEnded && !closes && !isEnd) {
      current += 1;
      isFirst = true;
      hasEnded = false;
    }
    if (count === start.length) {
      start = twice(start);
      end = twice(end);
      sentence = twice(sentence);
      first = twice(first);
    }
    start[count] = at;
    end[count] = stop;
    sentence[count] = current;
    first[count] = isFirst ? 1 : 0;
    count += 1;
    if (isWord) isFirst = false;
    hasEnded = isEnd || (hasEnded && closes);
    at = stop;
  }
  return {
    count,
    start: start.subarray(0, count),
    end: end.subarray(0, count),
    sentence: sentence.subarray(0, count),
    first: first.subarray(0, count),
  };
}

/** The same with the texts of the tokens. */
export function readWordTokens(text: string): WordTokens {
  const tokens = readTokens(text);
  const words: string[] = [];
  for (let index = 0; index < tokens.count; index += 1)
    words.push(text.slice(tokens.start[index], tokens.end[index]));
  return { ...tokens, words };
}
