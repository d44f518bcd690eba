import type { DateLexicon } from './date-lexicon.ts';
import type { Lexemes } from './lexemes.ts';
import type { Found } from './merge-readings.ts';

interface Surroundings {
  readonly text: string;
  readonly lexemes: Lexemes;
  readonly lexicon: DateLexicon;
}

const capital = /^\p{Lu}/u;
const wordAt = ({ text, lexemes }: Surroundings, index: number) =>
  text.slice(lexemes.starts[index] ?? 0, lexemes.ends[index] ?? 0);

/**
 * Whether an unknown word with a capital touches the place: Black Friday, Sunday Street, Sheffield Wednesday.
 */
function touchesName(at: Surroundings, index: number, neighbour: number): boolean {
  if (at.lexemes.codes[index] !== 'x' || !capital.test(wordAt(at, index))) return false;
  const [left, right] = index < neighbour ? [index, neighbour] : [neighbour, index];
  return /^[ \u00a0-]$/u.test(at.text.slice(at.lexemes.ends[left] ?? 0, at.lexemes.starts[right] ?? 0));
}

/** Behind a weekday these make a name of it even after a preposition. */
const placeOrPaper = /^(?:Street|Road|Avenue|Lane|Square|Times|Post|Herald|Telegraph|Mail|Express|Mirror)$/u;
/** Months that are first names. */
const firstName = /^(?:April|May|June|August)$/u;

/** A month alone is none in a compound (Mai-Baum) or in front of a surname (April Jones). */
function isRealMonth(found: Found, at: Surroundings): boolean {
  if (found.end - found.start > 1) return true;
  const end = at.lexemes.ends[found.start] ?? 0;
  if (/^-\p{L}/u.test(at.text.slice(end, end + 3))) return false;
  return !firstName.test(wordAt(at, found.start)) || !touchesName(at, found.end, found.end - 1);
}

/** A weekday in a language that writes it with a capital may be part of a name. */
function isRealWeekday(found: Found, at: Surroundings): boolean {
  const { codes } = at.lexemes;
  const before = codes[found.start - 1] ?? '|';
  const { table } = at.lexicon;
  if (placeOrPaper.test(wordAt(at, found.end))) return false;
  if (
    table.habit !== undefined &&
    before === 'h' &&
    wordAt(at, found.start - 1).toLowerCase() === table.habit &&
    found.end - found.start === 1
  )
    return false;
  if (found.end - found.start > 1 || !capital.test(wordAt(at, found.start))) return true;
  if (table.shyWeekdays === true) return 'apftbJVRPu(,|-'.includes(before);
  if (before === '.' || before === '|') return !touchesName(at, found.end, found.end - 1);
  return (
    !touchesName(at, found.start - 1, found.start) &&
    ('apftb'.includes(before) || !touchesName(at, found.end, found.end - 1))
  );
}

/** 2000 homes is a number, 2015 founded a year. */
function isRealYear(found: Found, at: Surroundings): boolean {
  const year = Number(found.reading.from);
  const next = wordAt(at, found.end);
  const counts =
    at.lexemes.codes[found.end] === 'x' &&
    /^\p{L}/u.test(next) &&
    at.text[at.lexemes.ends[found.end - 1] ?? 0] !== ',';
  if (found.reading.bare === 'year')
    return (
      at.lexicon.table.bareYears === true &&
      year >= 1900 &&
      year < 2050 &&
      year !== 2000 &&
      (!counts || !capital.test(next)) &&
      at.lexemes.codes[found.end] !== '|'
    );
  if (year >= 1900 && year < 2050 && year !== 2000) return true;
  return !counts || capital.test(next);
}

/** 3日 is a date before a comma, a particle or a part of the day; 3日間 and 3日ぶり are no dates. */
const behindDay =
  /^(?:[、，,。．.\s（(～〜\-–—]|の|に|は|、|夜|朝|午|未明|早朝|夕|深夜|付|まで|から|以|までに|電|电|讯|訊|上|下|晚|凌|在|于|发|宣|表示|说|报道|公布|举行|에|오|부터|까지|밤|새벽|$)/u;

function isRealBareDay(found: Found, previous: Found | undefined, at: Surroundings): boolean {
  const start = at.lexemes.starts[found.start] ?? 0;
  if (previous?.reading.precision === 'day' && found.start - previous.end <= 1) return true;
  return (
    /^\d/u.test(at.text.slice(start)) &&
    behindDay.test(
      at.text.slice(at.lexemes.ends[found.end - 1] ?? 0, (at.lexemes.ends[found.end - 1] ?? 0) + 4),
    ) &&
    !/[第約约近]$/u.test(at.text.slice(0, start).slice(-1))
  );
}

/** Whether what the grammar read is a date in its surroundings: names, counts and durations look alike. */
export function isRealDate(found: Found, previous: Found | undefined, at: Surroundings): boolean {
  const { reading } = found;
  if (reading.bare === 'day') return isRealBareDay(found, previous, at);
  if (reading.precision === 'month' && reading.yearless !== undefined) return isRealMonth(found, at);
  if (reading.weekday !== undefined) return isRealWeekday(found, at);
  if (reading.precision === 'year' && reading.to === undefined && found.end - found.start === 1)
    return isRealYear(found, at);
  return true;
}
