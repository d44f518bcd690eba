import { asciiDigits } from '@newsmill/text';
import { monthNumber } from './month-names.ts';
import { dayOfOtherCalendar, ofBuddhist, type Day } from './other-calendars.ts';

/**
 * A date as a page gives it: a day in the page's own time zone, with the time and the offset where they are
 * given.
 */
export interface FoundDate {
  /** YYYY-MM-DD. */
  readonly day: string;
  /** Seconds since midnight. */
  readonly time?: number;
  readonly hasSeconds?: boolean;
  /** Minutes east of UTC. */
  readonly offset?: number;
  /** Where it was found, where the finder says so. */
  readonly source?: string;
}

/** Order of all-numeric dates: the United States write the month first. */
export type DateOrder = 'month-first' | 'day-first';

const pad = (value: number): string => String(value).padStart(2, '0');

function dayOf(year: number, month: number, day: number): string | undefined {
  if (year < 1990 || year > 2100 || month < 1 || month > 12 || day < 1 || day > 31) return undefined;
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCDate() === day ? `${year}-${pad(month)}-${pad(day)}` : undefined;
}

// biome-ignore format: a table, read by its rows
const zones: Record<string, number> = {
  utc: 0, gmt: 0, z: 0, est: -300, edt: -240, cst: -360, cdt: -300, mst: -420, mdt: -360, pst: -480,
  pdt: -420, cet: 60, cest: 120, mez: 60, mesz: 120, bst: 60, ist: 330, jst: 540, kst: 540, hkt: 480,
  sgt: 480, msk: 180, wib: 420, aest: 600, aedt: 660, eet: 120, eest: 180, wat: 60, sast: 120, pkt: 300,
  gst: 240,
};

const clock =
  /(?:^|[^\d:.])(\d{1,2})(?:[:h]|(?<=\d)\.(?=\d\d(?!\d|\.)))(\d{2})(?::(\d{2})(?:\.\d+)?)?\s*(a\.?m\.?|p\.?m\.?|上午|下午|오전|오후|午前|午後)?\s*(z\b|[+-]\d{2}:?\d{2}|(?:utc|gmt)\s?[+-]\d{1,2}(?::?\d{2})?|[a-z]{2,4}\b)?/i;
/** Hours behind the time of day, `下午3時15分` or `午後3時`, and hours and minutes by their signs, `15时30分`. */
const eastHalf =
  /(上午|下午|오전|오후|午前|午後|早上|早晨|清晨|中午|正午|傍晚|晚上|晚间|晚間|夜间|夜間|凌晨|深夜|새벽|아침|저녁|밤)\s?(\d{1,2})\s?[:：時时시點点]\s?(\d{1,2}|半)?/;
const eastSigns = /(?<!\d)(\d{1,2})\s?[時时시點点]\s?(\d{1,2})\s?[分분]/;
/** From noon on hours are counted from one again; at night they are so up to midnight. */
const afterNoon = /下午|오후|午後|傍晚|晚|저녁/;
const atNight = /夜|밤/;
const atNoon = /中午|正午/;

/** Hour of the day from one that is told by a word for its time. */
function eastHour(half: string, hour: number): number {
  if (afterNoon.test(half)) return hour < 12 ? hour + 12 : hour;
  if (atNight.test(half) && hour > 5 && hour < 12) return hour + 12;
  if (atNoon.test(half)) return hour < 10 ? hour + 12 : hour;
  return hour === 12 ? 0 : hour;
}

/** Seconds since midnight, as Chinese, Japanese and Korean pages tell the time. */
function eastTime(text: string): number | undefined {
  const told = eastHalf.exec(text);
  const signs = told === null ? eastSigns.exec(text) : null;
  if (told === null && signs === null) return undefined;
  const hour = told === null ? Number(signs?.[1]) : eastHour(told[1] ?? '', Number(told[2]));
  const minute = told?.[3] === '半' ? 30 : Number(told?.[3] ?? signs?.[2] ?? 0);
  return hour > 23 || minute > 59 ? undefined : hour * 3600 + minute * 60;
}

function zoneOffset(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  const named = zones[text.toLowerCase()];
  if (named !== undefined) return named;
  const match = /([+-])(\d{1,2}):?(\d{2})?$/.exec(text);
  if (match === null) return undefined;
  const minutes = Number(match[2]) * 60 + Number(match[3] ?? 0);
  return minutes > 14 * 60 ? undefined : match[1] === '-' ? -minutes : minutes;
}

/** The time of day in the text around a date. */
function timeIn(text: string): Pick<FoundDate, 'time' | 'hasSeconds' | 'offset'> {
  const east = eastTime(text);
  if (east !== undefined) return { time: east };
  const match = clock.exec(text);
  if (match === null) return {};
  const half = match[4]?.toLowerCase() ?? '';
  let hour = Number(match[1]);
  if (/^p|下午|오후|午後/.test(half) && hour < 12) hour += 12;
  if (/^a|上午|오전|午前/.test(half) && hour === 12) hour = 0;
  const minute = Number(match[2]);
  const second = Number(match[3] ?? 0);
  if (hour > 23 || minute > 59 || second > 59) return {};
  const offset = zoneOffset(match[5]);
  return {
    time: hour * 3600 + minute * 60 + second,
    ...(match[3] === undefined ? {} : { hasSeconds: true }),
    ...(offset === undefined ? {} : { offset }),
  };
}

interface Match {
  readonly day: string;
  readonly at: number;
  readonly end: number;
}

/*
 * The forms of dates in words and numbers are those of CLDR's long, medium and short formats; every text is one
 * of 300 characters at most.
 */
const yearFirst =
  /(?<!\d)((?:19|20)\d\d)(?:[-/.]\s?|\s?年\s?|\s?년\s?)(\d{1,2})(?:[-/.]\s?|\s?月\s?|\s?월\s?)(\d{1,2})(?!\d)/;
const dotted = /(?<![\d.])(\d{1,2})\.\s?(\d{1,2})\.\s?((?:19|20)?\d\d)(?!\d)/;
const dayMonth = new RegExp(
  String.raw`(?<!\d)(\d{1,2})(?:st|nd|rd|th|er|º|°|[-,.])?(?:\s+d[’']|(?:\s+de|\s+of|\s+ta[’'])?[\s-]+)` +
    String.raw`([\p{L}\p{M}]{1,14}(?:\.[\p{L}\p{M}]{1,3}|\s(?:الأول|الثاني|[Ff]ómhair))?)[.׳॰’']?[,،]?(?:\s+del?)?[\s,-]+` +
    String.raw`(?:[คพ]\.ศ\.\s?)?((?:19|20|25)\d\d)(?!\d)`,
  'u',
);
const monthDay =
  /([\p{L}\p{M}]{1,14}(?:\.[\p{L}\p{M}]{1,3})?)[.׳॰’']?\s+(\d{1,2})(?:st|nd|rd|th)?\.?,?\s+((?:19|20)\d\d)(?!\d)/u;
/** A year of two figures between the name of a month and the time: `3 sty 12 21:28`. */
const dayMonthTime =
  /(?<![\d:.])(\d{1,2})[.]?\s([\p{L}\p{M}]{3,14})[.]?,?\s(\d\d),?(?=\s\d{1,2}:\d\d(?![\d/.]))/u;
/** What stands behind the month of such a date: looked for first, since every letter may begin a month. */
const dayBeforeYear = /\d(?:st|nd|rd|th)?\.?,?\s+(?:19|20)\d\d/u;
const yearMonthDay =
  /(?<!\d)((?:19|20)\d\d)(?:\(e\)ko)?[.,]?\s(?:[\p{L}\p{M}]{1,5}[.,]?\s)?([\p{L}\p{M}]{1,14})[.׳॰’']?\s(\d{1,2})(?!\d)/u;
const yearDayMonth =
  /(?<!\d)((?:19|20)\d\d)[-.]?\s?(?:[\p{L}\p{M}]{1,5}[.,]{0,2}\s)?(\d{1,2})(?:-|\.?\s)([\p{L}\p{M}]{1,14})/u;
const slashed = /(?<![\d/])(\d{1,2})\s?[/-]\s?(\d{1,2})\s?[/-]\s?((?:19|20|25)\d\d)(?!\d)/;
const shortSlashed = /(?<![\d/])(\d{1,2})\/(\d{1,2})\/(\d\d)(?![\d/])/;
const compact = /(?<!\d)((?:19|20)\d\d)(0[1-9]|1[0-2])([0-3]\d)(?:T?(\d{2})(\d{2})(\d{2})?)?(?!\d)/;
const vietnamese = /(?:ngày\s*)?(\d{1,2})\s*(?:tháng|thg)\s*(\d{1,2})\s*(?:(?:năm|,)\s*)?((?:19|20)\d\d)/i;

/** Letters, digits and signs that are not of the Latin script. */
const otherScript = /[^\0-\u02af]/;

/** Digits of other scripts become those of ASCII; signs that nobody sees go. */
function plainDigits(text: string): string {
  return otherScript.test(text) ? asciiDigits(text.replace(/[\u061c\u200b-\u200f]/g, '')) : text;
}

const yearOf = (year: number): number => (year < 100 ? 2000 + year : year > 2400 ? ofBuddhist(year) : year);

function matched(
  match: RegExpExecArray | null,
  year: number,
  month: number | undefined,
  day: number,
): Match | undefined {
  if (match === null || month === undefined) return undefined;
  const found = dayOf(yearOf(year), month, day);
  return found === undefined
    ? undefined
    : { day: found, at: match.index, end: match.index + match[0].length };
}

function inNumbers(text: string, order: DateOrder): (Match | undefined)[] {
  const first = yearFirst.exec(text);
  const german = dotted.exec(text);
  const slash = slashed.exec(text) ?? (text.length <= 60 ? shortSlashed.exec(text) : null);
  const viet = vietnamese.exec(text);
  const a = Number(slash?.[1]);
  const b = Number(slash?.[2]);
  const isMonthFirst = a <= 12 && (b > 12 || order === 'month-first');
  return [
    matched(first, Number(first?.[1]), Number(first?.[2]), Number(first?.[3])),
    matched(german, Number(german?.[3]), Number(german?.[2]), Number(german?.[1])) ??
      matched(german, Number(german?.[3]), Number(german?.[1]), Number(german?.[2])),
    matched(slash, Number(slash?.[3]), isMonthFirst ? a : b, isMonthFirst ? b : a),
    matched(viet, Number(viet?.[3]), Number(viet?.[2]), Number(viet?.[1])),
  ];
}

function inWords(text: string): (Match | undefined)[] {
  const day = dayMonth.exec(text);
  const month = dayBeforeYear.test(text) ? monthDay.exec(text) : null;
  const yearMonth = yearMonthDay.exec(text);
  const yearDay = yearDayMonth.exec(text);
  const short = text.length <= 60 ? dayMonthTime.exec(text) : null;
  const isDotted = day !== null && day[0].startsWith(`${day[1] ?? ''}.`);
  return [
    matched(day, Number(day?.[3]), monthNumber(day?.[2] ?? '', isDotted), Number(day?.[1])),
    matched(month, Number(month?.[3]), monthNumber(month?.[1] ?? ''), Number(month?.[2])),
    matched(yearMonth, Number(yearMonth?.[1]), monthNumber(yearMonth?.[2] ?? ''), Number(yearMonth?.[3])),
    matched(yearDay, Number(yearDay?.[1]), monthNumber(yearDay?.[3] ?? ''), Number(yearDay?.[2])),
    matched(short, Number(short?.[3]), monthNumber(short?.[2] ?? ''), Number(short?.[1])),
  ];
}

function ofOtherCalendar(day: Day | undefined): Match | undefined {
  const found = day && dayOf(day.year, day.month, day.day);
  return found === undefined || day === undefined ? undefined : { day: found, at: day.at, end: day.end };
}

function firstMatch(raw: string, text: string, order: DateOrder): Match | undefined {
  return [
    otherScript.test(raw) ? ofOtherCalendar(dayOfOtherCalendar(raw, text)) : undefined,
    ...inNumbers(text, order),
    ...(/\p{L}/u.test(text) ? inWords(text) : []),
  ]
    .filter((match) => match !== undefined)
    .sort((x, y) => x.at - y.at)[0];
}

const fullIso =
  /((?:19|20)\d\d)-(\d\d)-(\d\d)[T ](\d\d):(\d\d)(?::(\d\d)(?:[.,]\d+)?)?\s?(Z|[+-]\d\d:?\d\d)?/;

const mayHold = /(?:19|20)\d\d|\d\.\s?\d\d?\.\s?\d\d|\d\/\d\d?\/\d\d|[^\d\s]\s\d\d,?\s\d{1,2}:\d\d/;
/** In other scripts also years of other calendars and eras. */
const mayHoldOther = /\p{Nd}{4}|令和|平成|昭和|民[國国]/u;

/** Whether a text has numbers as the dates of lines have them: cheap, and seldom wrong. */
export function mayHoldDate(text: string): boolean {
  return mayHold.test(text) || (otherScript.test(text) && mayHoldOther.test(text));
}

/**
 * The first date in a text of at most 300 characters, in any of the forms and languages known; undefined when
 * there is none.
 */
export function findDate(raw: string, order: DateOrder = 'day-first'): FoundDate | undefined {
  const text = plainDigits(raw.slice(0, 300));
  const full = fullIso.exec(text);
  if (full !== null) {
    const day = dayOf(Number(full[1]), Number(full[2]), Number(full[3]));
    const time = Number(full[4]) * 3600 + Number(full[5]) * 60 + Number(full[6] ?? 0);
    const offset = zoneOffset(full[7]);
    if (day !== undefined && time < 86_400)
      return {
        day,
        time,
        ...(full[6] === undefined ? {} : { hasSeconds: true }),
        ...(offset === undefined ? {} : { offset }),
      };
  }
  const match = firstMatch(raw, text, order);
  if (match !== undefined) {
    const behind = timeIn(text.slice(match.end, match.end + 45));
    const time =
      behind.time === undefined ? timeIn(` ${text.slice(Math.max(0, match.at - 30), match.at)}`) : behind;
    return { day: match.day, ...time };
  }
  const short = compact.exec(text);
  const day = short === null ? undefined : dayOf(Number(short[1]), Number(short[2]), Number(short[3]));
  if (short !== null && day !== undefined)
    return {
      day,
      ...(short[4] === undefined
        ? {}
        : { time: Number(short[4]) * 3600 + Number(short[5]) * 60 + Number(short[6] ?? 0) }),
    };
  return findEpoch(text);
}

/**
 * The other day that a date of numbers alone may mean, `3/12/2026` being of March or of December; undefined
 * where only one is possible.
 */
export function otherReading(raw: string, order: DateOrder): string | undefined {
  const match = slashed.exec(raw.slice(0, 300)) ?? (raw.length <= 60 ? shortSlashed.exec(raw) : null);
  if (match === null || match[1] === match[2] || Number(match[1]) > 12 || Number(match[2]) > 12)
    return undefined;
  const [first, second] = [Number(match[1]), Number(match[2])];
  const year = Number(match[3]) < 100 ? 2000 + Number(match[3]) : Number(match[3]);
  return order === 'month-first' ? dayOf(year, second, first) : dayOf(year, first, second);
}

/** Seconds or milliseconds since 1970, as some pages give them in attributes. */
function findEpoch(text: string): FoundDate | undefined {
  if (!/^\s*1[0-9]{9}(\d{3})?\s*$/.test(text)) return undefined;
  const value = Number(text.trim());
  const date = new Date(value > 1e11 ? value : value * 1000);
  return {
    day: date.toISOString().slice(0, 10),
    time: date.getUTCHours() * 3600 + date.getUTCMinutes() * 60 + date.getUTCSeconds(),
    hasSeconds: true,
    offset: 0,
  };
}
