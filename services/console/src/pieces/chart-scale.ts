const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;
/** Distances of marks on the axis of time, milliseconds. */
// biome-ignore format: a table, read by its rows
const distances = [
  minute, 2 * minute, 5 * minute, 10 * minute, 15 * minute, 30 * minute,
  hour, 2 * hour, 3 * hour, 6 * hour, 12 * hour,
  day, 2 * day, 7 * day, 14 * day, 28 * day, 91 * day, 182 * day, 365 * day, 1_825 * day,
];
/** Weeks begin on Monday: the first of them in the epoch. */
const firstMonday = 4 * day;

/** How the values of a chart are written: as they are, as bytes, as seconds, or as shares of one. */
export type ValueForm = 'number' | 'bytes' | 'seconds' | 'share';

/** What both the server and the script of browsers draw a chart from. Times are epoch milliseconds, UTC. */
export interface ChartData {
  readonly kind: 'bars' | 'lines';
  readonly form: ValueForm;
  /** How long a step takes, milliseconds. */
  readonly stepMs: number;
  /** When each step begins, oldest first. */
  readonly times: readonly number[];
  /** A value for each step; null where nothing is known. */
  readonly series: readonly { readonly name: string; readonly values: readonly (number | null)[] }[];
}

/** The smallest of 1, 2, 2.5 and 5 by a power of ten that is not below `least`; whole where values are. */
function roundStep(least: number, isWhole: boolean): number {
  const power = 10 ** Math.floor(Math.log10(least));
  const steps = [1, 2, 2.5, 5, 10].map((factor) => factor * power);
  const step = steps.find((one) => one >= least * 0.999 && (!isWhole || Number.isInteger(one)));
  return step ?? Math.max(1, Math.ceil(least));
}

/** Marks of lengths of time are at round ones: 15 s, 30 s, and what the axis of time has. Seconds. */
function timeStep(least: number): number {
  const steps = [15, 30, ...distances.map((distance) => distance / 1_000)];
  return steps.find((one) => one >= least * 0.999) ?? roundStep(least, true);
}

/** Every value that is known. */
function valuesOf({ series }: Pick<ChartData, 'series'>): number[] {
  return series.flatMap(({ values }) => values.filter((value) => value !== null));
}

/** Marks of the axis of values, from 0 to at least the largest; about four. */
export function valueMarks(data: Pick<ChartData, 'series' | 'form'>): number[] {
  const values = valuesOf(data);
  const isWhole = data.form !== 'share' && values.every(Number.isInteger);
  const most = values.reduce((largest, value) => Math.max(largest, value), 0);
  if (most === 0) return [0, 1];
  const isLong = data.form === 'seconds' && most >= 60;
  const step = isLong ? timeStep(most / 4) : roundStep(most / 4, isWhole);
  const count = Math.ceil(most / step - 1e-9);
  return Array.from({ length: count + 1 }, (_, index) => Number((index * step).toPrecision(12)));
}

/** From the beginning of the first step to the end of the last; of lines, to the last point. */
export function spanOf({ kind, times, stepMs }: ChartData): { readonly from: number; readonly to: number } {
  const from = times[0] ?? 0;
  const last = times.at(-1) ?? from;
  return { from, to: kind === 'bars' || last === from ? last + stepMs : last };
}

/** Marks of the axis of time at round times, and their distance; six at most. */
export function timeMarks(data: ChartData): { readonly times: readonly number[]; readonly distance: number } {
  const { from, to } = spanOf(data);
  const largest = distances.at(-1) ?? day;
  const distance =
    distances.find((one) => one >= Math.min(data.stepMs, largest) && (to - from) / one <= 6) ?? largest;
  const origin = distance % (7 * day) === 0 ? firstMonday : 0;
  const first = Math.ceil((from - origin) / distance) * distance + origin;
  const times: number[] = [];
  for (let time = first; time <= to; time += distance) times.push(time);
  return { times, distance };
}

const numberFormats = new Map<string, Intl.NumberFormat>();
const timeFormats = new Map<string, Intl.DateTimeFormat>();

/** Kept, because making one takes longer than a hundred labels, and a page has thousands. */
function numbersIn(language: string, options: Intl.NumberFormatOptions): Intl.NumberFormat {
  const key = `${language} ${JSON.stringify(options)}`;
  const known = numberFormats.get(key) ?? new Intl.NumberFormat(language, options);
  numberFormats.set(key, known);
  return known;
}

/** The same for times, in UTC. */
function timesIn(language: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${language} ${JSON.stringify(options)}`;
  const known = timeFormats.get(key) ?? new Intl.DateTimeFormat(language, { ...options, timeZone: 'UTC' });
  timeFormats.set(key, known);
  return known;
}

/** `16:20`, `24 Nov`, or `Nov 2026`: a mark of the axis of time. */
export function timeLabel(time: number, distance: number, language: string): string {
  const isMidnight = time % day === 0;
  const options: Intl.DateTimeFormatOptions =
    distance < day && !isMidnight
      ? { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }
      : distance < 91 * day
        ? { day: 'numeric', month: 'short' }
        : { month: 'short', year: 'numeric' };
  return timesIn(language, options).format(time);
}

/** `24 Nov 2026, 16:20`, or the day alone where steps are days or longer. */
export function stepLabel(time: number, stepMs: number, language: string): string {
  return timesIn(language, {
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    ...(stepMs < day && ({ hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const)),
  }).format(time);
}

const byteUnits = ['B', 'kB', 'MB', 'GB', 'TB'] as const;
const secondUnits = [
  { seconds: 86_400, unit: 'day' },
  { seconds: 3_600, unit: 'hour' },
  { seconds: 60, unit: 'minute' },
  { seconds: 1, unit: 'second' },
] as const;

function writeBytes(bytes: number, language: string): string {
  const power = bytes < 1_000 ? 0 : Math.min(Math.floor(Math.log10(bytes) / 3), byteUnits.length - 1);
  const text = numbersIn(language, { maximumSignificantDigits: 3 }).format(bytes / 1_000 ** power);
  return `${text} ${byteUnits[power] ?? 'B'}`;
}

function writeSeconds(seconds: number, language: string): string {
  const { seconds: length, unit } = secondUnits.find((one) => seconds >= one.seconds) ?? secondUnits[3];
  return numbersIn(language, {
    style: 'unit',
    unit,
    unitDisplay: 'narrow',
    maximumSignificantDigits: 3,
  }).format(seconds / length);
}

/** A value as the axis and the table write it. */
export function valueLabel(value: number, form: ValueForm, language: string): string {
  if (form === 'bytes') return writeBytes(value, language);
  if (form === 'seconds') return writeSeconds(value, language);
  const style = form === 'share' ? 'percent' : 'decimal';
  const digits = Math.abs(value) >= 100 || Number.isInteger(value) ? 0 : 2;
  return numbersIn(language, { style, maximumFractionDigits: digits }).format(value);
}

/**
 * The parameters `from` and `to` of a search for the steps from one to another, both included: whole days where
 * steps are days or longer, for which `to` is inclusive; else times, for which it is not.
 */
export function spanFrom(
  first: number,
  last: number,
  stepMs: number,
): { readonly from: string; readonly to: string } {
  if (stepMs < day) return { from: wholeSecond(first), to: wholeSecond(last + stepMs) };
  return { from: isoDay(first), to: isoDay(last + stepMs - 1) };
}

function isoDay(time: number): string {
  return new Date(time).toISOString().slice(0, 10);
}

function wholeSecond(time: number): string {
  return new Date(time).toISOString().replace('.000Z', 'Z');
}
