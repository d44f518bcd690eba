/** A day in the Gregorian calendar, and where it stands in a text. */
export interface Day {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly at: number;
  readonly end: number;
}

/** Years in which the first year of an era or calendar begins, less one. */
const eras: Readonly<Record<string, number>> = {
  令和: 2018,
  平成: 1988,
  昭和: 1925,
  民國: 1911,
  民国: 1911,
};
const ofEra = /(令和|平成|昭和|民[國国])\s?(\d{1,3}|元)\s?年\s?(\d{1,2})\s?月\s?(\d{1,2})\s?日/;

/** A day by the years of Japanese eras or of the Republic of China: `令和8年3月4日`. */
function dayOfEra(text: string): Day | undefined {
  const match = ofEra.exec(text);
  if (match === null) return undefined;
  const [whole, era = '', year = '', month, day] = match;
  return {
    year: (eras[era] ?? 0) + (year === '元' ? 1 : Number(year)),
    month: Number(month),
    day: Number(day),
    at: match.index,
    end: match.index + whole.length,
  };
}

/** Months of the Solar Hijri calendar in Persian, Dari and Pashto. */
const hijriRows = [
  'فروردین حمل وری',
  'اردیبهشت ثور غویی',
  'خرداد جوزا غبرگولی',
  'تیر سرطان چنگاښ',
  'مرداد اسد زمری',
  'شهریور سنبله وږی',
  'مهر میزان تله',
  'آبان عقرب لړم',
  'آذر قوس لیندۍ',
  'دی جدی مرغومی',
  'بهمن دلو سلواغه',
  'اسفند حوت کب',
];
const hijriMonths = new Map(
  hijriRows.flatMap((row, index) => row.split(' ').map((name) => [name, index + 1] as const)),
);
const hijriDayFirst = /(?<!\d)(\d{1,2})\s+([\u0600-\u06ff]{2,9})\s+(?:ماه\s+)?(1[34]\d\d)(?!\d)/;
const hijriYearFirst = /(?<!\d)(1[34]\d\d)\s+([\u0600-\u06ff]{2,9})\s+(\d{1,2})(?!\d)/;
const hijriNumbers = /(?<!\d)(1[34]\d\d)[/-](\d{1,2})[/-](\d{1,2})(?!\d)/;

/** Days of a Solar Hijri year before a month: six months have 31 days, the others 30. */
const daysBefore = (month: number): number => (month <= 7 ? (month - 1) * 31 : 186 + (month - 7) * 30);

let persian: Intl.DateTimeFormat | undefined;

/** Year, month and day of a moment by the Persian calendar of CLDR: `1404-12-13`. */
function persianDay(moment: number): string {
  persian ??= new Intl.DateTimeFormat('en-u-ca-persian-nu-latn', {
    timeZone: 'UTC',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
  });
  const parts = new Map(persian.formatToParts(moment).map(({ type, value }) => [type, value]));
  return [parts.get('year'), parts.get('month'), parts.get('day')].map(Number).join('-');
}

const dayMs = 86_400_000;

/** The Gregorian day of one of the Solar Hijri calendar; undefined where that calendar has no such day. */
function ofSolarHijri(
  year: number,
  month: number,
  day: number,
): Pick<Day, 'year' | 'month' | 'day'> | undefined {
  if (month < 1 || month > 12 || day < 1 || day > 31) return undefined;
  // The year begins with the March equinox, on 19 to 22 March.
  const near = Date.UTC(year + 621, 2, 20 + daysBefore(month) + day - 1);
  for (const shift of [0, 1, -1, 2]) {
    const moment = near + shift * dayMs;
    if (persianDay(moment) !== `${year}-${month}-${day}`) continue;
    const date = new Date(moment);
    return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
  }
  return undefined;
}

/** Year, month and day as a text of the Solar Hijri calendar gives them, each 0 where it is no such number. */
function hijriParts(match: RegExpExecArray): readonly [number, number, number] {
  const [, first = '', middle = '', last = ''] = match;
  const month = hijriMonths.get(middle.replace('\u0654', '')) ?? (Number(middle) || 0);
  return first.length === 4 ? [Number(first), month, Number(last)] : [Number(last), month, Number(first)];
}

/** A day by the calendar of Iran and Afghanistan: `13 اسفند 1404` or `1404/12/13`. */
function dayOfSolarHijri(text: string): Day | undefined {
  for (const form of [hijriDayFirst, hijriYearFirst, hijriNumbers]) {
    const match = form.exec(text);
    const found = match && ofSolarHijri(...hijriParts(match));
    if (match !== null && found) return { ...found, at: match.index, end: match.index + match[0].length };
  }
  return undefined;
}

const arabicScript = /[\u0600-\u06ff]/;

/**
 * The first day that a text gives by another calendar than the Gregorian: by Japanese eras, by the years of the
 * Republic of China, or, in Arabic script, by the Solar Hijri calendar.
 * @param raw As the page has it.
 * @param text The same with ASCII digits.
 */
export function dayOfOtherCalendar(raw: string, text: string): Day | undefined {
  return dayOfEra(text) ?? (arabicScript.test(raw) ? dayOfSolarHijri(text) : undefined);
}

/** Gregorian year of one of the Buddhist calendar, which Thai texts count by: 543 years ahead. */
export const ofBuddhist = (year: number): number => year - 543;
