import { abbreviationsOf, type Abbreviations } from './abbreviations.ts';
import { primaryLanguage } from './language-tag.ts';

/** A sentence and where it stands: UTF-16 offsets in the whole text, the end excluded. */
export interface Sentence {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/**
 * Marks that may end a sentence, quotes and brackets that close with it, or the gap between two paragraphs.
 * `“` closes in German, but never after an ideographic mark; French leaves a space before `»`.
 */
const boundary =
  /[.!?…‽؟۔।॥։።፧။។༎]+[)\]}"'’”“»›」』】》〉）］｣]*(?:[ \u00a0\u202f][»›](?=\s|$))?|[。｡．！？]+[)\]}"'’”»›」』】》〉）］｣]*|\n[^\S\n]*\n\s*/gu;
/** In Greek a semicolon asks. */
const boundaryOfGreek = /[.!?…;;]+[)\]}"'’”“»›]*|\n[^\S\n]*\n\s*/gu;
const ideographic = /[。｡．！？]/;
/** Marks that are nothing but the end of a sentence, whatever follows. */
const unmistakable = /[؟۔।॥։።፧။។༎]/;
/** What may stand before the first letter of a sentence. */
const opening = /[\s([{"'‘’“”„«»‹›¿¡–—―•*-]/;
const wordCharacter = /[\p{L}\p{M}\p{N}]/u;
/** What a word before a full stop may hold, other full stops and hyphens included: `z.B`, `J.-C`, `г-н`. */
const tokenCharacter = /[\p{L}\p{M}\p{N}.ªº№-]/u;
/** Longest word before a full stop, and most quotes before a first letter, that are looked at. */
const reach = 24;
/** Languages that write ordinal numbers with a full stop: `am 3. März`. */
const dottedOrdinals = new Set([
  'de',
  'da',
  'nb',
  'nn',
  'no',
  'fi',
  'et',
  'lv',
  'cs',
  'sk',
  'sl',
  'hr',
  'sr',
  'bs',
  'hu',
  'pl',
  'tr',
  'is',
  'lb',
  'eu',
  'az',
]);
/** Languages without a mark for the end of a sentence: a space ends one that is long enough. */
const unmarked = new Set(['th', 'lo']);
const longEnough = 80;

function tokenBefore(text: string, end: number, start: number): string {
  let at = end;
  while (at > start && end - at < reach && tokenCharacter.test(text.charAt(at - 1))) at -= 1;
  return text.slice(at, end).replace(/^[.-]+/, '');
}

/** The next word, from its first letter or digit; empty when something else comes first. */
function wordAfter(text: string, from: number): string {
  let at = from;
  while (at < from + reach && opening.test(text.charAt(at))) at += 1;
  let end = at;
  while (end < at + reach && wordCharacter.test(text.charAt(end))) end += 1;
  return text.slice(at, end);
}

/**
 * Whether one full stop after `before` belongs to a short form, an initial or a number, when `after` follows.
 */
function isPartOfWord(before: string, after: string, language: string, known: Abbreviations): boolean {
  const token = before.toLowerCase();
  const first = after.charAt(0);
  const isNumberNext = /\p{N}/u.test(first);
  if (known.beforeNames.has(token) || known.beforeNames.has(before)) return true;
  if (isNumberNext && known.beforeNumbers.has(token)) return true;
  if (/^\p{N}{1,3}$/u.test(token))
    return (
      dottedOrdinals.has(language) &&
      /\p{L}/u.test(first) &&
      token.length < 3 &&
      !known.openers.has(after.toLowerCase())
    );
  const isInitial = /^\p{Lu}$/u.test(before) || /^\p{L}{1,2}(?:\.-?\p{L}{1,2})+$/u.test(before);
  if (!isInitial && !known.endings.has(token) && !known.endings.has(before)) return false;
  return !known.openers.has(after.toLowerCase());
}

/** Whether the marks at `[start, end)` end the sentence that began at `from`. */
function endsSentence(
  text: string,
  place: { from: number; start: number; end: number; marks: string },
  language: string,
  known: Abbreviations,
): boolean {
  const { from, start, end, marks } = place;
  const next = text.charAt(end);
  if (next === '') return true;
  if (ideographic.test(marks))
    return !(/[)\]}"'’”»」』】》〉）］｣]$/.test(marks) && /[とっ、，,]/.test(next));
  if (unmistakable.test(marks)) return true;
  if (!/\s/.test(next)) return false;
  const after = wordAfter(text, end);
  if (/^\p{Ll}/u.test(after)) return false;
  if (!/^\.[)\]}"'’”“»›]*$/.test(marks)) return true;
  const before = tokenBefore(text, start, from);
  if (before === text.slice(from, start) && /^(?:\p{N}{1,3}|\p{L})$/u.test(before)) return false;
  return marks.length > 1 || !isPartOfWord(before, after, language, known);
}

/** Cuts `[from, to)`, which holds no mark, at spaces where the language has no marks. */
function cutsAtSpaces(text: string, from: number, to: number): number[] {
  const cuts: number[] = [];
  let begin = from;
  for (let at = text.indexOf(' ', from); at !== -1 && at < to; at = text.indexOf(' ', at + 1)) {
    if (at - begin < longEnough) continue;
    cuts.push(at);
    begin = at + 1;
  }
  return cuts;
}

/**
 * The sentences of a text in order. Knows the marks of Latin, Cyrillic, Greek, Arabic, Indian, East Asian and
 * other scripts, short forms, initials and ordinal numbers of some twenty languages, and quotes that close
 * after the mark; an empty line always ends a sentence, a single line break never. `tag` is a BCP 47 tag.
 * Linear in the length of the text.
 */
export function splitSentences(text: string, tag = 'und', most = 10_000): Sentence[] {
  const language = primaryLanguage(tag) ?? 'und';
  const known = abbreviationsOf(language);
  const sentences: Sentence[] = [];
  let from = 0;
  const take = (to: number): void => {
    let start = from;
    let end = to;
    while (start < end && /\s/.test(text.charAt(start))) start += 1;
    while (end > start && /\s/.test(text.charAt(end - 1))) end -= 1;
    if (end > start && sentences.length < most) sentences.push({ text: text.slice(start, end), start, end });
    from = to;
  };
  const takeAll = (to: number): void => {
    if (unmarked.has(language)) cutsAtSpaces(text, from, to).forEach(take);
    take(to);
  };
  for (const match of text.matchAll(language === 'el' ? boundaryOfGreek : boundary)) {
    if (sentences.length >= most) break;
    const start = match.index;
    const end = start + match[0].length;
    while (from < start && /\s/.test(text.charAt(from))) from += 1;
    if (match[0].startsWith('\n')) takeAll(start);
    else if (endsSentence(text, { from, start, end, marks: match[0] }, language, known)) takeAll(end);
  }
  takeAll(text.length);
  return sentences;
}
