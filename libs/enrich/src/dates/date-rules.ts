import { addDays, isDay, isoDay, weekdayOf, type Day } from './calendar.ts';
import type { DateTable, Meaning } from './date-table.ts';
import { firstCodes } from './first-codes.ts';
import {
  dayOfModifiedWeekday,
  dayOfWeekday,
  mondayOf,
  parts,
  readCentury,
  readDay,
  readDecade,
  readDistance,
  readHalf,
  readMonth,
  readNeighbour,
  readQuarter,
  readSeason,
  readWeekend,
  readYear,
  silent,
  yearFor,
  type Reading,
} from './date-reading.ts';

/** What a rule sees: the lexemes it matched, in order, and the day of publication. */
export interface Matched {
  readonly meanings: readonly Meaning[];
  readonly published: Day | undefined;
  readonly table: DateTable;
  /**
   * 1 where the sentence speaks of the future, -1 of the past, 0 where it does not say; looked up when asked.
   */
  readonly tense: () => number;
}

/**
 * A pattern over the codes of the lexemes (see date-table.ts) and what it means. The longest match wins, then
 * the first.
 */
export interface DateRule {
  readonly pattern: RegExp;
  /** The codes that a match can begin with. */
  readonly starts: string;
  readonly read: (matched: Matched) => Reading | undefined;
}

const pick = ({ meanings }: Matched, codes: string, nth = 0) =>
  meanings.filter((meaning) => codes.includes(meaning.code))[nth];
const valueOf = (matched: Matched, codes: string, nth = 0) => pick(matched, codes, nth)?.value ?? 0;
const rule = (pattern: string, read: DateRule['read']): DateRule => ({
  pattern: new RegExp(pattern, 'y'),
  starts: firstCodes(pattern),
  read,
});

function checked(year: number, month: number, day: number): Reading | undefined {
  return isDay({ year, month, day }) ? readDay({ year, month, day }) : undefined;
}

/** A day that names no year. */
function openDay(matched: Matched, month: number, day: number): Reading | undefined {
  const { published } = matched;
  const year = published === undefined ? undefined : yearFor(month, day, published, matched.tense());
  const reading = year === undefined ? undefined : checked(year, month, day);
  return reading === undefined ? undefined : { ...reading, yearless: { month, day } };
}

/** A month that names no year. */
function openMonth(matched: Matched, month: number): Reading | undefined {
  const { published } = matched;
  const year = published === undefined ? undefined : yearFor(month, undefined, published, matched.tense());
  return year === undefined ? undefined : { ...readMonth(year, month), yearless: { month } };
}

/** Days of one month: 3-5 March. */
function days(matched: Matched, first: number, last: number, month: number): Reading | undefined {
  const year = pick(matched, 'Y')?.value;
  const start = year === undefined ? openDay(matched, month, first) : checked(year, month, first);
  const end = start?.day === undefined ? undefined : { ...start.day, day: last };
  return start === undefined || end === undefined || last <= first || !isDay(end)
    ? undefined
    : { ...start, to: isoDay(end), yearless: undefined };
}

function withPart(matched: Matched, reading: Reading | undefined): Reading | undefined {
  const part = pick(matched, 'P');
  return reading === undefined || part === undefined ? reading : { ...reading, part: parts[part.value - 1] };
}

/** Year of last year, next year, or of a V that names one; undefined for another unit. */
function relativeYear(matched: Matched): number | undefined {
  const unit = pick(matched, 'VUy')?.unit;
  return matched.published === undefined || unit !== 'year'
    ? undefined
    : matched.published.year + (pick(matched, 'JV')?.value ?? 0);
}

function neighbour(matched: Matched): Reading | undefined {
  const unit = pick(matched, 'VUy');
  // Plurals (the last years) name no single unit; last day is seldom a date.
  if (matched.published === undefined || unit === undefined || (unit.code !== 'V' && unit.value === 2))
    return undefined;
  return readNeighbour(matched.published, unit.unit, pick(matched, 'JV')?.value ?? 0);
}

function distance(matched: Matched, sign: number): Reading | undefined {
  const unit = pick(matched, 'Uyjl')?.unit;
  return matched.published === undefined
    ? undefined
    : readDistance(
        matched.published,
        unit === undefined && pick(matched, 'j') !== undefined ? 'day' : unit,
        sign * valueOf(matched, 'dvnY'),
      );
}

/** In two weeks: a date only where the sentence looks ahead, for prices rise in two weeks, too. */
const ahead = (matched: Matched) =>
  valueOf(matched, 'p') === 1 && matched.tense() > 0 ? distance(matched, 1) : undefined;

/** The decade of 1990s, of 90 in années 90, of 70年代 behind a century. */
function decade(value: number): Reading | undefined {
  if (value % 10 !== 0 || value < 0 || value >= 3000) return undefined;
  if (value >= 1000) return readDecade(value);
  return value >= 20 && value < 100
    ? readDecade(1900 + value)
    : value < 20
      ? readDecade(2000 + value)
      : undefined;
}

function clock(matched: Matched): Reading | undefined {
  const half = pick(matched, 'gm');
  const minutes = pick(matched, 'cz')?.value ?? valueOf(matched, 'd') * 60 + valueOf(matched, 'd', 1);
  const afternoon =
    half?.value === 2 && minutes < 720
      ? 720
      : half?.code === 'g' && half.value === 1 && minutes >= 720
        ? -720
        : 0;
  return minutes > 1440 || (pick(matched, 'd', 1)?.value ?? 0) > 59
    ? undefined
    : { from: '', precision: 'minute', clock: (minutes + afternoon) % 1440 };
}

function weekdayIn(matched: Matched): Reading | undefined {
  const week = pick(matched, 'V') ?? pick(matched, 'U');
  const weekday = pick(matched, 'W')?.value ?? (pick(matched, 'j') === undefined ? valueOf(matched, 'd') : 7);
  if (matched.published === undefined || week?.unit !== 'week' || weekday < 1 || weekday > 7)
    return undefined;
  return {
    ...readDay(addDays(mondayOf(matched.published), (pick(matched, 'JV')?.value ?? 0) * 7 + weekday - 1)),
    weekday,
  };
}

function loneWeekday(matched: Matched): Reading | undefined {
  const weekday = valueOf(matched, 'Ww');
  return matched.published === undefined
    ? undefined
    : { ...readDay(dayOfWeekday(weekday, matched.published, matched.tense())), weekday, bare: 'weekday' };
}

function modifiedWeekday(matched: Matched): Reading | undefined {
  if (matched.published === undefined) return undefined;
  const weekday = valueOf(matched, 'W');
  return {
    ...readDay(
      dayOfModifiedWeekday(
        weekday,
        valueOf(matched, 'J'),
        matched.published,
        matched.table.nextIsNextWeek === true,
      ),
    ),
    weekday,
  };
}

/** Last March is the past one, next March the coming one, this March that of the year. */
function modifiedMonth(matched: Matched): Reading | undefined {
  const { published } = matched;
  if (published === undefined) return undefined;
  const month = valueOf(matched, 'M');
  const modifier = valueOf(matched, 'J');
  const shift =
    modifier < 0
      ? month >= published.month
        ? -1
        : 0
      : modifier > 0
        ? month <= published.month
          ? 1
          : 0
        : 0;
  return readMonth(published.year + shift, month);
}

function modifiedSeason(matched: Matched): Reading | undefined {
  const { published } = matched;
  if (published === undefined) return undefined;
  const season = valueOf(matched, 'S');
  const modifier = valueOf(matched, 'J');
  const begun = published.month >= season * 3;
  const over = published.month > season * 3 + 2;
  return readSeason(published.year + (modifier < 0 && !over ? -1 : modifier > 0 && begun ? 1 : 0), season);
}

/** A bare day of the month in Chinese, Japanese, Korean news (3日): the nearest such day. */
function bareDay(matched: Matched): Reading | undefined {
  const { published } = matched;
  const day = valueOf(matched, 'd');
  if (published === undefined || day < 1 || day > 31) return undefined;
  const distanceOf = day - published.day;
  const month = distanceOf > 15 ? -1 : distanceOf < -15 && matched.tense() > 0 ? 1 : 0;
  const index = published.year * 12 + published.month - 1 + month;
  const reading = checked(Math.floor(index / 12), (index % 12) + 1, day);
  return reading === undefined ? undefined : { ...reading, bare: 'day' };
}

function eraYear(matched: Matched): number {
  return valueOf(matched, 'E') + valueOf(matched, 'dv');
}

const whole = (matched: Matched) => {
  const value = valueOf(matched, 'K');
  return checked(Math.floor(value / 10_000), Math.floor(value / 100) % 100, value % 100);
};
const dayMonth = (matched: Matched) =>
  pick(matched, 'Y') === undefined
    ? openDay(matched, valueOf(matched, 'M'), valueOf(matched, 'dov'))
    : checked(valueOf(matched, 'Y'), valueOf(matched, 'M'), valueOf(matched, 'dov'));
const beforeThat = '(?<=[pftab]h?)';
const prepositional = '(?<=[pftabPuW,(-][hfu]?|M&)';
const ofYear = '[fuhpt]{0,3}Y[yU]?';
const near = '(?:J[Uy]|[Uy]J|V)';
/** 去年10月, last year's: V names the year in front of what it holds. */
const ownYear = '(?:Yy|V)';
const yearOf = (matched: Matched) => pick(matched, 'Y')?.value ?? relativeYear(matched);
const inYear = (matched: Matched, read: (year: number) => Reading | undefined) => {
  const year = yearOf(matched);
  return year === undefined ? undefined : read(year);
};

/** The grammar of dates, of all languages together: word orders differ, but they do not collide. */
export const dateRules: readonly DateRule[] = [
  // whole days
  rule('K', whole),
  rule('(?<=[apftWh,])N', (matched) =>
    openDay(matched, Math.floor(valueOf(matched, 'N') / 100), valueOf(matched, 'N') % 100),
  ),
  rule('Gy?[,fu]?Y?', (matched) => namedDay(matched)),
  rule('M\\.?[do]\\.?,?Y', dayMonth),
  rule('[do]\\.?[fu]?M\\.?[,fu]?u?Y[y]?\\.?', dayMonth),
  rule('[d]\\.d\\.Y', (matched) =>
    checked(valueOf(matched, 'Y'), valueOf(matched, 'd', 1), valueOf(matched, 'd')),
  ),
  rule('M\\.?h?[do](?![YnD:/k])', dayMonth),
  rule('[do]\\.?[fu]?M', dayMonth),
  rule('[do]\\.?[-tap&]?[taph]{0,3}[do]\\.?[fu]?M(?:\\.?[,fu]?Y)?y?', (matched) =>
    days(matched, valueOf(matched, 'do'), valueOf(matched, 'do', 1), valueOf(matched, 'M')),
  ),
  rule('M\\.?[do][-t][do](?:,?Y)?', (matched) =>
    days(matched, valueOf(matched, 'do'), valueOf(matched, 'do', 1), valueOf(matched, 'M')),
  ),
  // the marks of Chinese, Japanese, Korean
  rule('Yydldj?', (matched) =>
    checked(valueOf(matched, 'Y'), valueOf(matched, 'd'), valueOf(matched, 'd', 1)),
  ),
  rule('Vdldj?', (matched) =>
    inYear(matched, (year) => checked(year, valueOf(matched, 'd'), valueOf(matched, 'd', 1))),
  ),
  rule('E[dv]ydldj', (matched) =>
    checked(
      eraYear(matched),
      valueOf(matched, 'd', pick(matched, 'v') === undefined ? 1 : 0),
      valueOf(matched, 'd', pick(matched, 'v') === undefined ? 2 : 1),
    ),
  ),
  rule('(?<![ndv]y)dldj', (matched) => openDay(matched, valueOf(matched, 'd'), valueOf(matched, 'd', 1))),
  rule('Yydl', (matched) => readMonthOf(valueOf(matched, 'Y'), valueOf(matched, 'd'))),
  rule('YydlP', (matched) => withPart(matched, readMonthOf(valueOf(matched, 'Y'), valueOf(matched, 'd')))),
  rule('VdlP?', (matched) =>
    withPart(
      matched,
      inYear(matched, (year) => readMonthOf(year, valueOf(matched, 'd'))),
    ),
  ),
  rule('E[dv]yP?', (matched) => withPart(matched, readYear(eraYear(matched)))),
  rule('dlP?(?![A])', (matched) =>
    valueOf(matched, 'd') > 12 ? undefined : withPart(matched, openMonth(matched, valueOf(matched, 'd'))),
  ),
  rule('Yy(?![A])', (matched) => readYear(valueOf(matched, 'Y'))),
  rule('(?:Yy|V)[yl]?P', (matched) =>
    withPart(
      matched,
      pick(matched, 'Y') === undefined ? neighbour(matched) : readYear(valueOf(matched, 'Y')),
    ),
  ),
  rule('[yl]P', (matched) =>
    withPart(
      matched,
      matched.published === undefined
        ? undefined
        : pick(matched, 'y') === undefined
          ? readMonth(matched.published.year, matched.published.month)
          : readYear(matched.published.year),
    ),
  ),
  rule('dj(?![AUyJ]|d)', bareDay),
  // months
  rule('M\\.?[fu]?,?Y[y]?', (matched) => readMonth(valueOf(matched, 'Y'), valueOf(matched, 'M'))),
  rule('Ph?[fu]?M\\.?[fu]?Yy?', (matched) =>
    withPart(matched, readMonth(valueOf(matched, 'Y'), valueOf(matched, 'M'))),
  ),
  rule(`${prepositional}M(?![do'])`, (matched) => openMonth(matched, valueOf(matched, 'M'))),
  rule('Ph?[fu]?M(?![do])', (matched) => withPart(matched, openMonth(matched, valueOf(matched, 'M')))),
  rule('JM(?![do])', modifiedMonth),
  rule('MJ', modifiedMonth),
  rule(`M[fuhp]{0,3}${near}`, (matched) => inYear(matched, (year) => readMonth(year, valueOf(matched, 'M')))),
  // quarters, halves, seasons
  rule(`(?:[ov]|h?d)U${ofYear}`, (matched) => quarterOrHalf(matched)),
  rule(`(?:[ov]|h?d)U[fuhp]{0,3}${near}`, (matched) => quarterOrHalf(matched)),
  rule(`${ownYear}h?[do]U`, (matched) => quarterOrHalf(matched)),
  rule('q[fuh]{0,3}Y?', (matched) => inYear(matched, (year) => readQuarter(year, valueOf(matched, 'q')))),
  rule('[qH][fuhp]{0,3}Y', (matched) =>
    inYear(matched, (year) =>
      pick(matched, 'q') === undefined
        ? readHalf(year, valueOf(matched, 'H'))
        : readQuarter(year, valueOf(matched, 'q')),
    ),
  ),
  rule(`${ownYear}H`, (matched) => inYear(matched, (year) => readHalf(year, valueOf(matched, 'H')))),
  rule(`${ownYear}S`, (matched) => inYear(matched, (year) => readSeason(year, valueOf(matched, 'S')))),
  rule(`P?[fuh]{0,3}S[fuhp]{0,3}Y[y]?`, (matched) =>
    withPart(matched, readSeason(valueOf(matched, 'Y'), valueOf(matched, 'S'))),
  ),
  rule('JS', modifiedSeason),
  rule('SJ', modifiedSeason),
  // years, decades, centuries
  rule(`${beforeThat}Y(?![dnYUDo:/.]\\d?)(?!-d)`, (matched) => readYear(valueOf(matched, 'Y'))),
  rule('(?<=[pftab(]h?)Y[-t]Y[yU]?', yearsFromTo),
  rule('(?<=[bF])Y&Y', yearsFromTo),
  rule('(?<![dvnY&:/.-])Y(?![dnvYUDo:/.-])', (matched) => ({
    ...readYear(valueOf(matched, 'Y')),
    bare: 'year',
  })),
  rule('(?<=[(])Y(?=[)-])', (matched) => readYear(valueOf(matched, 'Y'))),
  rule('P-?[fuh]{0,3}Y[yU]?(?![dnDU])', (matched) => withPart(matched, readYear(valueOf(matched, 'Y')))),
  rule('(?<=[pafthJ]h?)Uu?Y(?![dnUD])', (matched) =>
    pick(matched, 'U')?.unit === 'year' && pick(matched, 'U')?.value !== 2
      ? readYear(valueOf(matched, 'Y'))
      : undefined,
  ),
  rule('P?[fuh]{0,3}D(?:-?[Uy])?', (matched) =>
    withPart(matched, valueOf(matched, 'D') === 0 ? undefined : decade(valueOf(matched, 'D'))),
  ),
  rule('[Uy][Yd](?![dnMUkl:])', (matched) =>
    pick(matched, 'Uy')?.unit === 'year' && pick(matched, 'Uy')?.value === 2
      ? decade(valueOf(matched, 'Yd'))
      : undefined,
  ),
  rule('[Uy]v', (matched) =>
    pick(matched, 'Uy')?.unit === 'year' && valueOf(matched, 'v') >= 20
      ? decade(valueOf(matched, 'v'))
      : undefined,
  ),
  rule('U[fu]{0,3}[Yd](?![dnMUkl:])', (matched) =>
    pick(matched, 'U')?.unit === 'decade' ? decade(valueOf(matched, 'Yd')) : undefined,
  ),
  rule('(?:dX|V)dD', (matched) =>
    readDecade(
      (pick(matched, 'X') === undefined
        ? Math.floor((matched.published?.year ?? 2000) / 100) + valueOf(matched, 'V')
        : valueOf(matched, 'd') - 1) *
        100 +
        valueOf(matched, 'd', pick(matched, 'X') === undefined ? 0 : 1),
    ),
  ),
  rule('[Yd]D', (matched) => (valueOf(matched, 'D') === 0 ? decade(valueOf(matched, 'Yd')) : undefined)),
  rule('P?[fuh]{0,3}[dor]\\.?X', (matched) => withPart(matched, readCentury(valueOf(matched, 'dor')))),
  rule('P?[fuh]{0,3}Xr', (matched) => withPart(matched, readCentury(valueOf(matched, 'r')))),
  rule('JX', (matched) =>
    matched.published === undefined
      ? undefined
      : readNeighbour(matched.published, 'century', valueOf(matched, 'J')),
  ),
  // relative to the publication
  rule('RP?', (matched) =>
    matched.published === undefined ? undefined : readDay(addDays(matched.published, valueOf(matched, 'R'))),
  ),
  rule('PR', (matched) =>
    matched.published === undefined ? undefined : readDay(addDays(matched.published, valueOf(matched, 'R'))),
  ),
  rule(`P?[fuh]{0,3}${near}`, (matched) => withPart(matched, neighbour(matched))),
  rule('P[fu]{0,3}h[Uy](?![AJo])', (matched) =>
    withPart(
      matched,
      matched.published === undefined || pick(matched, 'Uy')?.unit === 'day'
        ? undefined
        : readNeighbour(matched.published, pick(matched, 'Uy')?.unit, 0),
    ),
  ),
  rule('(?<=[pa]h?)U', (matched) =>
    matched.published !== undefined && pick(matched, 'U')?.unit === 'weekend'
      ? readWeekend(matched.published, matched.tense() > 0 || weekdayOf(matched.published) > 5 ? 0 : -1)
      : undefined,
  ),
  rule('J[dvn]J?[Uy]', () => silent),
  rule('[dvnY][Uyjl]A', (matched) =>
    valueOf(matched, 'A') > 0 && matched.table.joined === true && matched.tense() <= 0
      ? undefined
      : distance(matched, valueOf(matched, 'A')),
  ),
  rule('B[dvn][Uy]', (matched) => distance(matched, -1)),
  rule('F[dvn][Uy]', (matched) => distance(matched, 1)),
  rule('(?<![o]x?)p[dvn][Uy]', ahead),
  // weekdays
  rule('e[h]?[WM]', () => silent),
  rule('W', loneWeekday),
  rule('w(?=[-tap]h?W)', loneWeekday),
  rule('JW', modifiedWeekday),
  rule('WJ', modifiedWeekday),
  rule(`${near}W`, weekdayIn),
  rule(`W[fuhp,]{0,3}${near}`, weekdayIn),
  rule('V[dj](?![dylkiUXD%])', weekdayIn),
  // clocks
  rule('c[gk]?', clock),
  rule('[dcz]g', clock),
  rule('[dz]k', clock),
  rule('(?<=[atp]h?)dU', (matched) => (pick(matched, 'U')?.unit === 'hour' ? clock(matched) : undefined)),
  rule('(?<=a)z', clock),
  rule('dkdi?', clock),
  rule('md?k?', (matched) =>
    pick(matched, 'd') === undefined || pick(matched, 'k') === undefined ? undefined : clock(matched),
  ),
  rule('m[dc]k?(?:di)?', (matched) =>
    pick(matched, 'k') === undefined && pick(matched, 'c') === undefined ? undefined : clock(matched),
  ),
];

function namedDay(matched: Matched): Reading | undefined {
  const [month, day] = [Math.floor(valueOf(matched, 'G') / 100), valueOf(matched, 'G') % 100];
  return pick(matched, 'Y') === undefined
    ? openDay(matched, month, day)
    : checked(valueOf(matched, 'Y'), month, day);
}

/** Two numbers of years end before this; later ones are counts. */
const latestYear = 2070;

function yearsFromTo(matched: Matched): Reading | undefined {
  const [first, last] = [valueOf(matched, 'Y'), valueOf(matched, 'Y', 1)];
  return last <= first || last > latestYear ? undefined : { ...readYear(first), to: String(last) };
}

function readMonthOf(year: number, month: number): Reading | undefined {
  return month < 1 || month > 12 ? undefined : readMonth(year, month);
}

function quarterOrHalf(matched: Matched): Reading | undefined {
  const { unit } = pick(matched, 'U') ?? {};
  const which = valueOf(matched, 'ovd');
  if (unit === 'quarter') return inYearOf(matched, (year) => readQuarter(year, which));
  return unit === 'half' ? inYearOf(matched, (year) => readHalf(year, which)) : undefined;
}

/** The year of a quarter may come as last year, whose unit is the second U. */
function inYearOf(matched: Matched, read: (year: number) => Reading | undefined): Reading | undefined {
  const year = pick(matched, 'Y')?.value;
  if (year !== undefined) return read(year);
  const relative = matched.meanings.find((meaning) => meaning.unit === 'year');
  const offset = relative?.code === 'V' ? relative.value : pick(matched, 'J')?.value;
  return relative === undefined || offset === undefined || matched.published === undefined
    ? undefined
    : read(matched.published.year + offset);
}
