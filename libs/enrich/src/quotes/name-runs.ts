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
const organisation =
  /^(?:Ministry|Bank|University|Department|Office|Institute|House|Ministère|Ministerio|Ministero|Universidad|Université|Banco|Banque|Banca|Bureau|Council|Board|Court|Party|Church)$/u;
/** L'entraîneur has its capital from the article. */
const elided = /^(?:L|D|Qu|C|J|N|S|M|Dell|All|Nell|Un)['’]\p{Ll}/u;
const initials = /^(?:\p{Lu}\.){2,}$/u;
const possessive = /['’]s?$/u;

const isTitle = (word: string, words: SpeechWords) => {
  const plain = word.toLowerCase().replace(/\.$/u, '');
  return words.titles.has(plain) || words.titleEndings.some((ending) => plain.endsWith(ending));
};

interface Token {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** German writes nouns with a capital; in front of two more words so long a one is a function. */
const longestGermanFirstName = 12;
const germanFunction =
  /^(?!Alexander|Christopher)\p{L}{6,}(?:er|erin|or|orin|ist|istin|ent|entin|eur|chef|frau|mann)$/u;

/** Takes titles off the front and particles off both ends. */
function trimmed(run: readonly Token[], words: SpeechWords): Token[] {
  let [from, to] = [0, run.length];
  const text = (index: number) => run[index]?.text ?? '';
  // Constitutional Affairs Minister Christopher Leslie: everything up to the title is title.
  if (
    words.language === 'de' &&
    run.length >= 3 &&
    (text(0).length >= longestGermanFirstName || germanFunction.test(text(0)))
  )
    from = 1;
  const lastTitle = run.findLastIndex(({ text: word }, index) => index <= to - 3 && isTitle(word, words));
  if (lastTitle >= from) from = lastTitle + 1;
  while (
    from < to &&
    (particles.has(text(from)) ||
      isTitle(text(from), words) ||
      words.others.has(text(from).toLowerCase()) ||
      words.verbs.has(text(from).toLowerCase()))
  )
    from += 1;
  while (to > from && (particles.has(text(to - 1)) || words.others.has(text(to - 1).toLowerCase()))) to -= 1;
  return run.slice(from, to);
}

function asName(run: readonly Token[], words: SpeechWords): NameRun | undefined {
  const kept = trimmed(run, words);
  const [first, last] = [kept[0], kept.at(-1)];
  if (first === undefined || last === undefined) return undefined;
  // Of joins organisations only: Nina Koch of Delta Research is Nina Koch.
  const of = kept.findIndex(({ text }) => text === 'of');
  const person = of > 0 && !organisation.test(first.text) ? kept.slice(0, of) : kept;
  // With U.S. money: initials alone are no name of a person.
  if (person.length === 1 && initials.test(first.text)) return undefined;
  const final = person.at(-1) ?? last;
  const name = person
    .map(({ text }) => text)
    .join(' ')
    .replace(/\.$/u, (dot) => (/(?:^|\s)\p{Lu}\.$/u.test(final.text) ? dot : ''));
  const dot = final.text.endsWith('.') && !name.endsWith('.') ? 1 : 0;
  return {
    name: name.replace(possessive, ''),
    start: first.start,
    end: final.end - dot,
    words: person.filter(({ text }) => !particles.has(text)).length,
    isPossessive: possessive.test(final.text),
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
function readNameWords(text: string): Token[] {
  const tokens: Token[] = [];
  let end = 0;
  const push = (from: number, to: number): void => {
    tokens.push({ text: text.slice(from, to), start: from, end: to });
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
  let run: Token[] = [];
  const close = () => {
    const name = run.length === 0 ? undefined : asName(run, words);
    if (name !== undefined && name.name.length > 1) runs.push(name);
    run = [];
  };
  for (const word of readNameWords(text)) {
    const previous = run.at(-1);
    // A full stop ends a run, but for initials and titles: J. Smith, Dr. Tan.
    const ended =
      previous !== undefined &&
      (!isOneSpace(text, previous.end - offset, word.start) ||
        possessive.test(previous.text) ||
        (previous.text.endsWith('.') && previous.text.length > 2 && !isTitle(previous.text, words)));
    if (ended) close();
    if ((run.length === 0 && particles.has(word.text)) || elided.test(word.text)) continue;
    run.push({ text: word.text, start: word.start + offset, end: word.end + offset });
  }
  close();
  return runs;
}
