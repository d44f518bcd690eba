import { characterKind, codeAt, kindsOf } from '@newsmill/text';
import type { SpeechWords } from './speech-words.ts';

/** A run of capitalised words that may be a name, its titles taken off. */
export interface NameRun {
  readonly name: string;
  readonly start: number;
  readonly end: number;
  readonly words: number;
  /** Carver's lawyer: it owns what follows and does not speak. */
  readonly isPossessive: boolean;
}

const particles: ReadonlySet<string> = new Set(
  'de da do dos di del della van von der den bin ibn al el la le du of af ten ter y e zu'.split(' '),
);
/** Of these, what stands between any two words of German. */
const articles: ReadonlySet<string> = new Set('der den zu'.split(' '));
const organisation =
  /^(?:Ministry|Bank|University|Department|Office|Institute|House|Ministère|Ministerio|Ministero|Universidad|Université|Banco|Banque|Banca|Bureau|Council|Board|Court|Party|Church)$/u;
/** L'entraîneur has its capital from the article. */
const elided = /^(?:L|D|Qu|C|J|N|S|M|Dell|All|Nell|Un)['’]\p{Ll}/u;
const initials = /^(?:\p{Lu}\.){2,}$/u;
const endsInApostrophe = (word: string): boolean => word.endsWith("'") || word.endsWith('’');

/** Where the sign of the possessive begins that a word ends in; its end where it ends in none. */
function startOfPossessive(word: string): number {
  if (endsInApostrophe(word)) return word.length - 1;
  return word.endsWith('s') && endsInApostrophe(word.slice(0, -1)) ? word.length - 2 : word.length;
}

const isPossessive = (word: string): boolean => startOfPossessive(word) < word.length;

/** Whether a word in small letters is a title. */
const isTitle = (lower: string, words: SpeechWords): boolean => {
  const plain = lower.endsWith('.') ? lower.slice(0, -1) : lower;
  return words.titles.has(plain) || words.titleEndings.some((ending) => plain.endsWith(ending));
};

interface Token {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** Words of a text that stand behind each other, by their numbers; the last one excluded. */
interface Run {
  from: number;
  to: number;
}

/** German writes nouns with a capital; in front of two more words so long a one is a function. */
const longestGermanFirstName = 12;
const germanFunction =
  /^(?!Alexander|Christopher)\p{L}{6,}(?:er|erin|or|orin|ist|istin|ent|entin|eur|chef|frau|mann)$/u;

/** Where a name begins behind the titles that a run of words begins with. */
function behindTitles(tokens: readonly Token[], { from, to }: Run, words: SpeechWords): number {
  const text = (index: number) => tokens[index]?.text ?? '';
  // Constitutional Affairs Minister Christopher Leslie: everything up to the title is title.
  for (let index = to - 3; index >= from; index -= 1)
    if (isTitle(text(index).toLowerCase(), words)) return index + 1;
  const isFunction =
    words.language === 'de' &&
    to - from >= 3 &&
    (text(from).length >= longestGermanFirstName || germanFunction.test(text(from)));
  return isFunction ? from + 1 : from;
}

/** Takes titles off the front and particles off both ends. */
function trimmed(tokens: readonly Token[], run: Run, words: SpeechWords): Run {
  const text = (index: number) => tokens[index]?.text ?? '';
  let from = behindTitles(tokens, run, words);
  let { to } = run;
  for (; from < to; from += 1) {
    const lower = text(from).toLowerCase();
    if (
      !particles.has(text(from)) &&
      !isTitle(lower, words) &&
      !words.others.has(lower) &&
      !words.verbs.has(lower)
    )
      break;
  }
  while (to > from && (particles.has(text(to - 1)) || words.others.has(text(to - 1).toLowerCase()))) to -= 1;
  return { from, to };
}

/** Where a name ends before "of"; of joins organisations only: Nina Koch of Delta Research is Nina Koch. */
function beforeOf(tokens: readonly Token[], { from, to }: Run): number {
  for (let index = from + 1; index < to; index += 1)
    if (tokens[index]?.text === 'of') return organisation.test(tokens[from]?.text ?? '') ? to : index;
  return to;
}

function asName(tokens: readonly Token[], run: Run, words: SpeechWords): NameRun | undefined {
  const kept = trimmed(tokens, run, words);
  const first = tokens[kept.from];
  if (first === undefined || kept.from === kept.to) return undefined;
  const to = beforeOf(tokens, kept);
  const final = tokens[to - 1] ?? first;
  // With U.S. money: initials alone are no name of a person.
  if (first === final && initials.test(first.text)) return undefined;
  let whole = '';
  let count = 0;
  for (let index = kept.from; index < to; index += 1) {
    const { text } = tokens[index] ?? first;
    whole += index === kept.from ? text : ` ${text}`;
    if (!particles.has(text)) count += 1;
  }
  const hasDot = final.text.endsWith('.') && !/(?:^|\s)\p{Lu}\.$/u.test(final.text);
  const name = hasDot ? whole.slice(0, -1) : whole;
  return {
    name: name.slice(0, startOfPossessive(name)),
    start: first.start,
    end: hasDot && !name.endsWith('.') ? final.end - 1 : final.end,
    words: count,
    isPossessive: isPossessive(final.text),
  };
}

const { capital, letter, mark, space } = characterKind;
const ofName = letter | mark;
/** What stands within a name beside letters. */
const joiners: ReadonlySet<number> = new Set([...`'’.-`].map((joiner) => joiner.charCodeAt(0)));
const longestParticle = 5;

const isSpace = (text: string, at: number): boolean => (kindsOf(text.charCodeAt(at)) & space) !== 0;

/** Where the particle begins that ends at `end`, at `from` or later; `end` where none does. */
function startOfParticle(text: string, from: number, end: number): number {
  for (let start = Math.max(from, end - longestParticle); start < end; start += 1)
    if (particles.has(text.slice(start, end))) return start;
  return end;
}

function endOfName(text: string, from: number): number {
  let at = from;
  while (at < text.length) {
    const code = codeAt(text, at);
    if ((kindsOf(code) & ofName) === 0 && !joiners.has(code)) break;
    at += code > 0xffff ? 2 : 1;
  }
  return at;
}

/** Words with a capital, and the particles right before them. */
function readNameWords(text: string, offset: number): Token[] {
  const tokens: Token[] = [];
  let end = 0;
  const push = (from: number, to: number): void => {
    tokens.push({ text: text.slice(from, to), start: from + offset, end: to + offset });
    end = to;
  };
  for (let at = 0; at < text.length; ) {
    const code = codeAt(text, at);
    if ((kindsOf(code) & capital) === 0) {
      at += code > 0xffff ? 2 : 1;
      continue;
    }
    let before = at;
    while (before > end && isSpace(text, before - 1)) before -= 1;
    const particle = before < at ? startOfParticle(text, end, before) : before;
    if (particle < before) push(particle, before);
    push(at, endOfName(text, at));
    at = end;
  }
  return tokens;
}

/** Whether one space and nothing else parts two words. */
function isOneSpace(text: string, from: number, to: number): boolean {
  const unit = text.charCodeAt(from);
  return to === from + 1 && (unit === 0x20 || unit === 0xa0);
}

/** The capitalised runs of a piece of text, in order. A possessive ends a run: Carver's lawyer. */
export function nameRuns(text: string, offset: number, words: SpeechWords): NameRun[] {
  const runs: NameRun[] = [];
  const tokens = readNameWords(text, offset);
  const run: Run = { from: 0, to: 0 };
  const close = () => {
    const name = run.from === run.to ? undefined : asName(tokens, run, words);
    if (name !== undefined && name.name.length > 1) runs.push(name);
  };
  tokens.forEach((word, index) => {
    const previous = run.from === run.to ? undefined : tokens[run.to - 1];
    // A full stop ends a run, but for initials and titles: J. Smith, Dr. Tan.
    const ended =
      previous === undefined ||
      !isOneSpace(text, previous.end - offset, word.start - offset) ||
      isPossessive(previous.text) ||
      // Karl Roth der Zeitung: German articles join names behind a particle only, as in von der Leyen.
      (words.language === 'de' && articles.has(word.text) && !particles.has(previous.text)) ||
      (previous.text.endsWith('.') &&
        previous.text.length > 2 &&
        !isTitle(previous.text.toLowerCase(), words));
    if (ended) {
      close();
      run.from = index;
      run.to = index;
    }
    const isSkipped = (run.from === run.to && particles.has(word.text)) || elided.test(word.text);
    if (!isSkipped) run.to = index + 1;
  });
  close();
  return runs;
}
