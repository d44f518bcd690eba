import type { Dateline } from '@newsmill/contracts';
import { monthOf } from '@newsmill/text';
import { greatTown, isUsualName, placesNamed } from '../gazetteer/places.ts';
import { isStateForm } from '../gazetteer/state-forms.ts';
import { agencies, notPlaces, standAloneCities } from './dateline-tables.ts';
import { joinedDateline, type FoundDateline } from './joined-dateline.ts';
import { readDatelineDay } from './read-dateline-day.ts';

/** Names the rules in a fact. */
export const datelineRule = 'dateline-rules/2';

export interface DatelineInput {
  readonly text: string;
  /** BCP 47. */
  readonly language?: string | undefined;
  /** ISO 8601: the year of a day that names none. */
  readonly published?: string | undefined;
}

/** A dateline stands in this much of the beginning, or nowhere. */
const reach = 160;
const longestByline = 80;

const escaped = [...agencies].sort((a, b) => b.length - a.length).map((name) => name.replace(/[.]/gu, '\\.'));
const agencyName = `(?:${escaped.join('|')})(?:/[\\p{L}]{2,12}){0,2}`;
const word = `[\\p{Lu}][\\p{L}\\p{M}'’.-]{0,24}`;
const small = `(?:de|da|do|del|la|el|le|am|an|der|den|of|and|y|и|на|upon|sur|im)`;
const place = `(${word}(?:[ /](?:${small} )?${word}){0,4})`;
const region = `(?:, (${word}(?: ${word}){0,2})(?!\\p{L}))?`;
const day = `(?:(?:[,.]? ?(?:le |den |am )?)(\\d{1,2}(?:\\.|º|er)? (?:de )?\\p{L}{3,12}\\.?(?: (?:de )?\\d{4})?(?: г\\.)?|\\p{L}{3,12}\\.? \\d{1,2}(?:st|nd|rd|th)?(?:, \\d{4})?))?`;
const dash = `(?:[.:]? ?[—–]|[.:]? ?-{1,2}|[.:]-)`;

const signed = new RegExp(
  `^${place}${region}${day}[.,]? ?(?:[(/[](${agencyName})[)/\\]])[.,]? ?(?:${dash})? ?(?=\\S)`,
  'u',
);
const signedBehind = new RegExp(`^${place}${day}[.,]? ?[—–-] ?(${agencyName})(?!\\p{L})`, 'u');
const signedRussian = new RegExp(
  `^${place}${day}\\. ?/?(ТАСС|РИА Новости|Интерфакс|INTERFAX\\.RU|Укринформ)/?\\.? ?[—–-]?`,
  'u',
);
const agencyFirst = new RegExp(`^\\((${agencyName})\\) ?[-–—]{1,2} ?${place}${day} ?[-–—]`, 'u');
const dated = new RegExp(`^${place}${region}${day}(?: ?${dash}| ?:) (?=\\S)`, 'u');
const anyParentheses = new RegExp(
  `^${place}${region}${day} ?\\(([\\p{L}][\\p{L} .&/-]{1,30})\\) ?${dash} ?(?=\\S)`,
  'u',
);

const isCapitals = (name: string) =>
  name.length > 2 && name === name.toUpperCase() && /\p{Lu}{2}/u.test(name);
const smallWords: ReadonlySet<string> = new Set(
  'de da do del la el le am an der of and y и на sur im upon'.split(' '),
);

/** RIO DE JANEIRO as Rio de Janeiro; what is not all capitals stays. */
function properName(name: string): string {
  if (!isCapitals(name)) return name;
  return name
    .toLowerCase()
    .split(/([ /-])/u)
    .map((part, index) =>
      index > 0 && smallWords.has(part) ? part : part.charAt(0).toUpperCase() + part.slice(1),
    )
    .join('');
}

/**
 * By Lisa Berg SAN FRANCISCO: a byline or a title without a full stop runs into the place, whose capitals
 * tell it.
 */
function capitalsAtEnd(name: string): string {
  const words = name.split(' ');
  const lastSmall = words.findLastIndex((each) => /\p{Ll}/u.test(each) && !smallWords.has(each));
  return lastSmall >= 0 && lastSmall < words.length - 1 && isCapitals(words.slice(lastSmall + 1).join(' '))
    ? words.slice(lastSmall + 1).join(' ')
    : name;
}

interface Parts {
  /** Everything up to the first word of the report. */
  readonly whole: string;
  readonly place: string;
  readonly day?: string | undefined;
  readonly agency?: string | undefined;
}

function isPlace(name: string): boolean {
  return (
    !name
      .split(/[ /]/u)
      .some((part) => notPlaces.has(part.toUpperCase()) || /^(?:I|A|THE|The|It|He|She|We)$/u.test(part)) ||
    standAloneCities.has(name)
  );
}

/** What some sign of a dateline has: what has none is not asked for its place, which is dear. */
const opening = /[(/[]/;
const anyDash = /[—–-]/;
const anyEnd = /[—–:-]/;
const russianAgency = /ТАСС|РИА Новости|Интерфакс|INTERFAX\.RU|Укринформ/;

/** LONDON, March 4 (Reuters) -; Berlin (dpa) -; МОСКВА, 4 марта - РИА Новости; (ANSA) - ROMA, 4 MAR -. */
function readSigned(beginning: string): Parts | undefined {
  const found = opening.test(beginning) ? signed.exec(beginning) : null;
  // Without a dash only a day or capitals tell it from a name with a remark: Anna Berg (AP) was there.
  if (found !== null && (/[-–—.]\s*$/u.test(found[0]) || found[3] !== undefined))
    return { whole: found[0], place: found[1] ?? '', day: found[3], agency: found[4] };
  const behind =
    (anyDash.test(beginning) ? signedBehind.exec(beginning) : null) ??
    (russianAgency.test(beginning) ? signedRussian.exec(beginning) : null);
  if (behind !== null && (isCapitals(behind[1] ?? '') || behind[2] !== undefined))
    return { whole: behind[0], place: behind[1] ?? '', day: behind[2], agency: behind[3] };
  const first = beginning.startsWith('(') ? agencyFirst.exec(beginning) : null;
  return first === null
    ? undefined
    : { whole: first[0], place: first[2] ?? '', day: first[3], agency: first[1] };
}

/** Whether a name, or its short form, is that of a state or a country. */
const isRegion = (name: string): boolean =>
  isStateForm(name) || placesNamed(name).some(({ kind }) => kind !== 'town');

/** Whether everybody knows a town by its name in capitals. */
const isKnownAlone = (name: string): boolean =>
  standAloneCities.has(name) ||
  placesNamed(name).some(
    (place) =>
      place.kind === 'town' && place.population >= greatTown && isUsualName(place, name.toLowerCase()),
  );

/**
 * LONDON, March 4 -; WASHINGTON —; SPRINGFIELD (Northwire) -; TOPEKA, Kan. --; KUALA LUMPUR :. Without an agency
 * that is known only capitals count.
 */
function readUnsigned(beginning: string): Parts | undefined {
  if (!anyEnd.test(beginning)) return undefined;
  const named = beginning.includes('(') ? anyParentheses.exec(beginning) : null;
  if (named !== null && isCapitals(named[1] ?? ''))
    return { whole: named[0], place: named[1] ?? '', day: named[3], agency: named[4] };
  const found = dated.exec(beginning);
  if (found === null || !isCapitals(found[1] ?? '')) return undefined;
  const hasDay = found[3] !== undefined && readsAsDay(found[3]);
  const hasRegion = found[2] !== undefined && isRegion(found[2]);
  return hasDay || hasRegion || isKnownAlone(capitalsAtEnd(found[1] ?? ''))
    ? { whole: found[0], place: found[1] ?? '', day: found[3] }
    : undefined;
}

const readsAsDay = (text: string) =>
  monthOf(/\p{L}{3,}/u.exec(text.replace(/\bde\b/gu, ''))?.[0] ?? '') !== undefined;

/**
 * Place, day and agency with which a report begins. A first sentence that only looks like one is none: without an
 * agency the place stands in capitals in front of a dash or a colon, with a day, a state or a country, or as a city
 * that everybody knows.
 */
export function findDateline({ text, published }: DatelineInput): Dateline | undefined {
  return readDateline(text, published)?.dateline;
}

/** What still belongs to a dateline behind place, day and agency: the writer, marks, a bracket that closes. */
const writer = `(?:, ?${word}(?: ${word}){1,3}\\.)?`;
const inBrackets = `(?:[（(][^（()）\\n]{1,30}[)）])?`;
const koreanWriter = `(?:[가-힣]{2,4} (?:기자|특파원) ?[=＝])?`;
const marks = `[\\s.,:：。·/)\\]）】］〕—–-]*`;
const tail = new RegExp(`^${writer}${marks}${inBrackets}${marks}${koreanWriter}${marks}`, 'u');

/** The text behind its dateline; the text as it is where it has none. */
export function textBehindDateline(text: string): string {
  const found = readDateline(text, undefined);
  if (found === undefined) return text;
  let end = found.line.start;
  // Spaces of the line were folded for the reading.
  for (const sign of found.whole) {
    if (sign === ' ') while (/^\s/u.test(text.charAt(end))) end += 1;
    else end += sign.length;
  }
  const rest = text.slice(end);
  return rest.slice(tail.exec(rest.slice(0, reach))?.[0].length ?? 0);
}

function readDateline(
  text: string,
  published: string | undefined,
): (FoundDateline & { readonly line: Line }) | undefined {
  const [first, second] = firstLines(text.slice(0, 2 * reach));
  for (const line of [
    first,
    first !== undefined && first.text.length <= longestByline ? second : undefined,
  ]) {
    // A byline may stand in a paragraph of its own in front.
    const found = line === undefined ? undefined : datelineOf(line.text, published);
    if (line !== undefined && found !== undefined) return { ...found, line };
  }
  return undefined;
}

interface Line {
  readonly text: string;
  /** In the text. */
  readonly start: number;
}

/** The lines that are not empty, without the spaces around them. */
const firstLines = (beginning: string): Line[] =>
  [...beginning.matchAll(/[^\n]+/gu)]
    .map(({ 0: line, index }) => ({
      text: line.trim(),
      start: index + line.length - line.trimStart().length,
    }))
    .filter((line) => line.text !== '');

function datelineOf(line: string, published: string | undefined): FoundDateline | undefined {
  const beginning = line.slice(0, reach).replace(/\s+/gu, ' ');
  const joined = joinedDateline(beginning, published);
  if (joined !== undefined) return joined;
  const parts = readSigned(beginning) ?? readUnsigned(beginning);
  if (parts === undefined) return undefined;
  const name = capitalsAtEnd(parts.place);
  if (!isPlace(name)) return undefined;
  const date = parts.day === undefined ? undefined : readDatelineDay(parts.day, published);
  return {
    whole: parts.whole,
    dateline: {
      place: properName(name.replace(/[.,]$/u, '')),
      ...(parts.agency === undefined ? {} : { agency: parts.agency }),
      ...(date === undefined ? {} : { date }),
    },
  };
}
