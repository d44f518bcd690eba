import type { Entity } from '@newsmill/contracts';
import { characterKind, codeAt, endOfLetters, finalConsonantOf, kindsOf } from '@newsmill/text';
import type { ReadWord, Word } from './read-words.ts';

/** A word of a text as phrases are made of. */
export interface Token {
  readonly word: Word;
  /** Nothing but a space parts it from the token before it, so both may stand in one phrase. */
  readonly isJoined: boolean;
  /** Nothing at all parts them, as in scripts without spaces. */
  readonly isTight: boolean;
  /** First of its sentence or title: a capital letter there says nothing. */
  readonly isFirst: boolean;
  /** What leans on the word and is no part of it: `l'`, `dell'`; empty where nothing does. */
  readonly lead: string;
  /** What it names, where the script parts no words. */
  readonly named?: Entity['kind'] | undefined;
  /** A quotation mark stands directly before it, and directly behind it. */
  readonly isOpening: boolean;
  readonly isClosing: boolean;
}

const { ideograph, unspaced, space } = characterKind;
const codesOf = (marks: string): ReadonlySet<number> => new Set([...marks].map((own) => own.charCodeAt(0)));
/** Marks that join the parts of a word. */
const joiners = codesOf("-–'’.&/+·");
/** Marks behind which a sentence or a quote begins. */
const openers = codesOf('.!?:…“"«');
/** A double or single quotation mark, of any script; the straight single one is an apostrophe. */
const isQuotationMark = (code: number): boolean =>
  code === 0x22 ||
  (code > 0x7f &&
    (code === 0xab ||
      code === 0xbb ||
      (code >= 0x2018 && code <= 0x201f) ||
      code === 0x2039 ||
      code === 0x203a ||
      (code >= 0x300a && code <= 0x300f)));
const lineBreak = 0x0a;
/** Cells of a table are parted by tabs; behind a line break they are an indent. */
const cellBreak = 0x09;
const blank = 0x20;
const plus = 0x2b;
const hash = 0x23;

/** French, Italian and Catalan words that lean on the next one: `l'annonce`, `dell'anno`. */
const leaning =
  /^(?:[cdjlmnst]|qu|jusqu|lorsqu|puisqu|dell|all|dall|nell|sull|un|quest|gli)['’](?=\p{L}{2})/iu;
const elided = new Set(['fr', 'it', 'ca']);
/** Endings that Korean writes onto nouns, the longest first; some follow a consonant alone, some a vowel. */
const particles = [
  '에서는',
  '에서',
  '에게',
  '으로',
  '까지',
  '부터',
  '은',
  '는',
  '이',
  '가',
  '을',
  '를',
  '의',
  '에',
  '로',
  '와',
  '과',
];
const behindConsonant = new Set(['으로', '은', '이', '을', '과']);
const behindVowel = new Set(['는', '가', '를', '와']);

/** Where a Korean noun ends without the particle behind it, where two syllables or more are left. */
function endOfNoun(text: string, start: number, end: number): number {
  for (const particle of particles) {
    const to = end - particle.length;
    if (to < start + 2 || !text.startsWith(particle, to)) continue;
    const final = finalConsonantOf(text.charAt(to - 1));
    // How a word in other letters is read, and so which form its particle has, its last sign does not tell.
    if (final === undefined) return to;
    if (final > 0 ? behindVowel.has(particle) : behindConsonant.has(particle)) continue;
    return to;
  }
  return end;
}

/** Where a word ends without the mark that parted it from its particle: `피플` of `‘피플’에`. */
function endBeforeJoiner(text: string, start: number, end: number): number {
  let to = end;
  while (to > start + 1 && joiners.has(text.charCodeAt(to - 1)) && text.charCodeAt(to - 1) !== plus) to -= 1;
  return to;
}

/** Longest token: the rest of an endless one is no word. */
const longest = 60;
/** Longest part of a text without spaces that is split into words. */
const longestRun = 2_000;

const segmenters = new Map<string, Intl.Segmenter>();

function segmenterOf(language: string): Intl.Segmenter {
  const known = segmenters.get(language);
  if (known !== undefined) return known;
  const made = new Intl.Segmenter(language, { granularity: 'word' });
  segmenters.set(language, made);
  return made;
}

const katakana = /^[\p{Script=Katakana}ー]+$/u;
const isKatakana = (text: string): boolean => text.charCodeAt(0) >>> 8 === 0x30 && katakana.test(text);

/** A word of a text without spaces. */
interface Part {
  readonly start: number;
  end: number;
  readonly isLatin: boolean;
}

/**
 * Words of scripts that are written without spaces, by the dictionary of ICU; katakana without a gap is one
 * word, whose parts the dictionary does not know. Counted from `from` on.
 */
function wordsWithoutSpaces(run: string, language: string, from: number): Part[] {
  const words: Part[] = [];
  let wasKatakana = false;
  for (const { segment, index, isWordLike } of segmenterOf(language).segment(run)) {
    if (isWordLike !== true) continue;
    const last = words.at(-1);
    const start = from + index;
    const end = start + segment.length;
    const isOfKatakana = isKatakana(segment);
    if (isOfKatakana && wasKatakana && last?.end === start) last.end = end;
    else words.push({ start, end, isLatin: false });
    wasKatakana = isOfKatakana;
  }
  return words;
}

/** A word in Latin letters within such a script, with what joins its parts: the dictionary parts it at a hyphen. */
const latinWord =
  /\p{Nd}{0,6}\p{Script=Latin}[\p{Script=Latin}\p{M}\p{Nd}]*(?:[-–'’.&+][\p{Script=Latin}\p{M}\p{Nd}]+)*/gu;
const endOfLatin = 0x250;

const latinLetter = /[A-Za-z\u00c0-\u024f]/;

/** Words of a part of a text without spaces, which is cut first where its letters change to Latin ones and back. */
function wordsOfRun(text: string, start: number, end: number, language: string): Part[] {
  const run = text.slice(start, end);
  if (!latinLetter.test(run)) return wordsWithoutSpaces(run, language, start);
  const words: Part[] = [];
  const take = (from: number, to: number): void => {
    if (from < to) words.push(...wordsWithoutSpaces(run.slice(from, to), language, start + from));
  };
  let from = 0;
  for (const { 0: word, index } of run.matchAll(latinWord)) {
    take(from, index);
    from = index + word.length;
    words.push({ start: start + index, end: start + from, isLatin: true });
  }
  take(from, run.length);
  return words;
}

const point = 0x2e;
const smallLetters = /^\p{Ll}{2}$/u;

/** A point between two small letters and a capital: a space is missing behind a sentence. */
function isEndOfSentence(text: string, at: number): boolean {
  return (
    text.charCodeAt(at) === point &&
    /^\p{Lu}\p{Ll}/u.test(text.slice(at + 1, at + 3)) &&
    smallLetters.test(text.slice(Math.max(0, at - 2), at))
  );
}

/** Where the word ends whose first part begins at `from`; `from` where none begins. C++ and C# are words. */
function endOfWord(text: string, from: number): number {
  let end = endOfLetters(text, from);
  if (end === from) return from;
  // Most words end with a space.
  while (text.charCodeAt(end) !== blank && joiners.has(text.charCodeAt(end))) {
    const next = endOfLetters(text, end + 1);
    if (next === end + 1 || isEndOfSentence(text, end)) break;
    end = next;
  }
  if (text.charCodeAt(end) === hash) return end + 1;
  return text.charCodeAt(end) === plus && text.charCodeAt(end + 1) === plus ? end + 2 : end;
}

/** The first script without spaces: Thai. */
const firstUnspaced = 0x0e00;

function isUnspaced(text: string, start: number, end: number): boolean {
  for (let at = start; at < end; at += 1)
    if (text.charCodeAt(at) >= firstUnspaced && (kindsOf(codeAt(text, at)) & (ideograph | unspaced)) !== 0)
      return true;
  return false;
}

/** Characters between two words that are looked at. */
const longestGap = 24;

/** What stands between two words: nothing but spaces within a paragraph, and what a sentence begins behind. */
interface Gap {
  readonly isSpace: boolean;
  readonly isBreak: boolean;
}
const oneSpace: Gap = { isSpace: true, isBreak: false };

function readGap(text: string, from: number, to: number): Gap {
  if (to === from + 1 && text.charCodeAt(from) === blank) return oneSpace;
  let isSpace = to > from;
  let isBreak = false;
  let breaks = 0;
  for (let at = from; at < Math.min(to, from + longestGap); at += 1) {
    const unit = text.charCodeAt(at);
    if ((kindsOf(unit) & space) === 0) {
      isSpace = false;
      breaks = 0;
      isBreak ||= openers.has(unit);
    } else if (unit === lineBreak || (unit === cellBreak && breaks === 0)) {
      breaks += unit === cellBreak ? 2 : 1;
      isBreak ||= breaks > 1;
    }
  }
  return { isSpace: isSpace && breaks < 2, isBreak };
}

/** Where the possessive ending of a word begins; its end where there is none. */
function endOfOwner(text: string, start: number, end: number): number {
  const last = text.charCodeAt(end - 1);
  if (end - start < 2 || (last !== 0x73 && last !== 0x53)) return end;
  const before = text.charCodeAt(end - 2);
  return before === 0x27 || before === 0x2019 ? end - 2 : end;
}

/** Names in a text whose script parts no words, by where they begin: words that the dictionary would cut. */
export type NamePlaces = ReadonlyMap<number, { readonly end: number; readonly kind: Entity['kind'] }>;
const noNames: NamePlaces = new Map();

/** Where the first name behind `from` begins, `end` at the latest. */
function startOfName(names: NamePlaces, from: number, end: number): number {
  if (names.size === 0) return end;
  let at = from + 1;
  while (at < end && !names.has(at)) at += 1;
  return at;
}

/** The words of a text in order, at most `most` of them. */
export function readTokens(
  text: string,
  {
    language,
    readWord,
    most,
    names = noNames,
  }: {
    readonly language: string;
    readonly readWord: ReadWord;
    readonly most: number;
    readonly names?: NamePlaces;
  },
): Token[] {
  const tokens: Token[] = [];
  let before = 0;
  let isBound = false;
  const isElided = elided.has(language);
  const push = (begin: number, stop: number, isTight: boolean, named?: Entity['kind']): void => {
    const gap = readGap(text, before, begin);
    const end = Math.min(stop, begin + longest);
    const lead = isElided ? (leaning.exec(text.slice(begin, end))?.[0] ?? '') : '';
    const start = begin + lead.length;
    const owner = endOfOwner(text, start, end);
    const bare = language === 'ko' ? endBeforeJoiner(text, start, endOfNoun(text, start, owner)) : owner;
    const isJoined = !isBound && (isTight ? begin <= before : gap.isSpace);
    isBound = bare !== end;
    tokens.push({
      word: readWord(text, start, bare),
      isJoined,
      isTight: isTight && isJoined,
      isFirst: tokens.length === 0 || gap.isBreak,
      lead,
      named,
      isOpening: isQuotationMark(text.charCodeAt(begin - 1)),
      isClosing: isQuotationMark(text.charCodeAt(stop)),
    });
    before = stop;
  };
  for (let at = 0; at < text.length && tokens.length < most; ) {
    const name = names.get(at);
    if (name !== undefined) {
      push(at, name.end, true, name.kind);
      at = name.end;
      continue;
    }
    let stop = endOfWord(text, at);
    if (stop === at) {
      at += codeAt(text, at) > 0xffff ? 2 : 1;
      continue;
    }
    if (!isUnspaced(text, at, stop)) push(at, stop, false);
    else {
      stop = startOfName(names, at, stop);
      for (const { start, end, isLatin } of wordsOfRun(text, at, Math.min(stop, at + longestRun), language)) {
        // A name in Latin letters keeps its spaces: `Slow Mode` of `Slow Modeと`.
        const isSpaced = isLatin && start === at && text.charCodeAt(before - 1) < endOfLatin;
        push(start, end, !isSpaced);
      }
    }
    at = stop;
  }
  return tokens;
}
