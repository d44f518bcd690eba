import type { DateMention } from '@newsmill/contracts';
import { asciiDigits } from '@newsmill/text';
import { isDay, type Day } from './calendar.ts';
import type { DateLexicon } from './date-lexicon.ts';
import { lexiconsFor } from './date-lexicons.ts';
import type { Reading } from './date-reading.ts';
import { dateRules, type DateRule } from './date-rules.ts';
import { isRealDate } from './is-real-date.ts';
import { lexJoined } from './lex-joined.ts';
import { lexSpaced } from './lex-spaced.ts';
import type { Lexemes } from './lexemes.ts';
import { mergeReadings, type Found } from './merge-readings.ts';

/** Names the rules in a fact. */
export const datesRule = 'date-grammar/1';

export interface DatesInput {
  readonly text: string;
  /** BCP 47; unknown or `und`: the languages that the script allows are tried on the beginning. */
  readonly language?: string | undefined;
  /** ISO 8601; without it only dates that name their year are found. */
  readonly published?: string | undefined;
}

/** Of longer texts only the beginning is read: no news article is longer. */
const readLimit = 100_000;
const mentionLimit = 200;
/** Without a language the tables are compared on this much. */
const sampleLength = 1_000;
/** Words to both sides in which the tense of a date is looked for. */
const cueWindow = 24;

const rulesByCode = new Map<string, DateRule[]>();
for (const rule of dateRules)
  for (const code of new Set(rule.starts)) rulesByCode.set(code, [...(rulesByCode.get(code) ?? []), rule]);

/** The nearest cue in front of the place, then behind it, within the sentence: 1 future, -1 past, 0 none. */
function tenseAt(codes: string, start: number, end: number): number {
  for (let index = start - 1; index >= Math.max(0, start - cueWindow); index -= 1) {
    const code = codes[index];
    if (code === '|') break;
    if (code === '+' || code === '<') return code === '+' ? 1 : -1;
  }
  for (let index = end; index < Math.min(codes.length, end + cueWindow); index += 1) {
    const code = codes[index];
    if (code === '|') break;
    if (code === '+' || code === '<') return code === '+' ? 1 : -1;
  }
  return 0;
}

interface Reader {
  readonly text: string;
  readonly lexemes: Lexemes;
  readonly lexicon: DateLexicon;
  readonly published: Day | undefined;
}

function longestAt(reader: Reader, at: number): Found | undefined {
  const {
    lexemes: { codes, meanings },
    lexicon: { table },
    published,
  } = reader;
  let best: Found | undefined;
  for (const { pattern, read } of rulesByCode.get(codes[at] ?? '') ?? []) {
    pattern.lastIndex = at;
    if (!pattern.test(codes)) continue;
    const end = pattern.lastIndex;
    if (end <= (best?.end ?? at)) continue;
    const reading: Reading | undefined = read({
      meanings: meanings.slice(at, end),
      published,
      table,
      tense: () => tenseAt(codes, at, end),
    });
    if (reading !== undefined) best = { start: at, end, reading };
  }
  return best;
}

function readingsIn(reader: Reader): Found[] {
  const found: Found[] = [];
  const { codes } = reader.lexemes;
  for (let at = 0; at < codes.length && found.length < mentionLimit; ) {
    const next = longestAt(reader, at);
    if (next !== undefined && next.reading.silent !== true && isRealDate(next, found.at(-1), reader))
      found.push(next);
    at = next?.end ?? at + 1;
  }
  return mergeReadings(found, codes, reader.published).filter(
    ({ reading }) => reading.clock === undefined || reading.from !== '',
  );
}

function mentionOf({ start, end, reading }: Found, { text, lexemes }: Reader): DateMention {
  const [from, to] = [lexemes.starts[start] ?? 0, lexemes.ends[end - 1] ?? 0];
  return {
    text: text.slice(from, to),
    start: from,
    end: to,
    from: reading.from,
    ...(reading.to === undefined ? {} : { to: reading.to }),
    precision: reading.precision,
    ...(reading.part === undefined ? {} : { part: reading.part }),
  };
}

function datesWith(text: string, lexicon: DateLexicon, published: Day | undefined): DateMention[] {
  const lexemes = lexicon.table.joined === true ? lexJoined(text, lexicon) : lexSpaced(text, lexicon);
  const reader = { text, lexemes, lexicon, published };
  return readingsIn(reader).map((found) => mentionOf(found, reader));
}

function dayOfIso(published: string | undefined): Day | undefined {
  const [, year, month, day] = /^(\d{4})-(\d\d)-(\d\d)/.exec(published ?? '') ?? [];
  const read = { year: Number(year), month: Number(month), day: Number(day) };
  return day !== undefined && isDay(read) ? read : undefined;
}

/** The lexicon that explains the most of a text whose language is not known; the first one of equals. */
function bestLexicon(
  text: string,
  lexicons: readonly DateLexicon[],
  published: Day | undefined,
): DateLexicon | undefined {
  if (lexicons.length < 2) return lexicons[0];
  const sample = text.slice(0, sampleLength);
  const explained = lexicons.map((lexicon) =>
    datesWith(sample, lexicon, published).reduce((sum, { start, end }) => sum + end - start, 0),
  );
  return lexicons[explained.indexOf(Math.max(...explained))];
}

/**
 * The dates that a text names, in its order, as precise as the text is: days, weeks, months, quarters, years,
 * decades, centuries, spans and times beside a day, relative ones against the day of publication. One grammar
 * over codes of words reads all languages; each language is a table of words. What may be no date (a score, a
 * price, the verb may) is left out.
 */
export function findDates({ text, language, published }: DatesInput): DateMention[] {
  const read = asciiDigits(text.slice(0, readLimit));
  const day = dayOfIso(published);
  const lexicon = bestLexicon(read, lexiconsFor(language, read.slice(0, sampleLength)), day);
  return lexicon === undefined ? [] : datesWith(read, lexicon, day);
}
