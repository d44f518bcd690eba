import { dateFields, type QueryNode, type RangeBound, type RangeField } from '@newsmill/contracts';

export type RangeNode = Extract<QueryNode, { readonly kind: 'range' }>;
/** `remedy`: a value that can be read, where one comes to mind. */
export interface RangeProblem {
  readonly message: string;
  readonly remedy?: string;
}
export type ReadRange = { readonly node: RangeNode } | RangeProblem;

/**
 * What a value stands for: from its first moment up to the one after its last. `isPoint`: it moves with the
 * clock and has no length.
 */
interface Span {
  readonly start: RangeBound;
  readonly end: RangeBound;
  readonly isPoint?: boolean;
}
type ReadSpan = Span | RangeProblem;

const unitMs = { m: 60_000, h: 3_600_000, d: 86_400_000, w: 604_800_000 } as const;
const longestBack = 36_500 * 86_400_000;
const mostNumber = 1_000_000_000;
const dateForms =
  'a year, month, day or time such as 2026, 2026-01, 2026-01-31 or 2026-01-31T16:20Z, or today, yesterday, now-7d (m, h, d or w)';
const written =
  /^(\d{4})(?:-(\d{2})(?:-(\d{2})(?:T(\d{2}):(\d{2})(?::(\d{2})(\.\d{1,3})?)?(Z|[+-]\d{2}:\d{2})?)?)?)?$/iu;
const relative = /^(now|today)-(\d{1,6})([mhdw])$/iu;

function isDateField(field: RangeField): boolean {
  return dateFields.some((name) => name === field);
}

function readRelative(text: string): ReadSpan | undefined {
  const lower = text.toLowerCase();
  if (lower === 'now') return { start: { sinceNow: 0 }, end: { sinceNow: 0 }, isPoint: true };
  if (lower === 'today') return { start: { day: 0 }, end: { day: 1 } };
  if (lower === 'yesterday') return { start: { day: -1 }, end: { day: 0 } };
  const found = relative.exec(lower);
  if (found === null) return undefined;
  const [, base, count, letter] = found;
  const unit = letter === 'm' || letter === 'h' || letter === 'd' || letter === 'w' ? unitMs[letter] : 0;
  const back = Number(count) * unit;
  if (back > longestBack) return { message: 'a time may lie 36500 days back at most' };
  if (base === 'now') return { start: { sinceNow: -back }, end: { sinceNow: -back }, isPoint: true };
  if (back % unitMs.d !== 0)
    return { message: 'today is counted back in days or weeks', remedy: `now-${count}${letter}` };
  const day = -back / unitMs.d;
  return { start: { day }, end: { day: day + 1 } };
}

/** RFC 3339, cut short at any place; without a zone it is UTC. */
function readDate(text: string): ReadSpan {
  const found = written.exec(text);
  if (found === null)
    return {
      message: `${JSON.stringify(text.slice(0, 40))} is no date; write ${dateForms}`,
      ...swapped(text),
    };
  const [, year = '', month, day, hour, minute = '00', second, fraction, zone = 'Z'] = found;
  const start = Date.parse(
    `${year}-${month ?? '01'}-${day ?? '01'}T${hour ?? '00'}:${minute}:${second ?? '00'}${(fraction ?? '.').padEnd(4, '0')}${zone.toUpperCase()}`,
  );
  const isReal =
    !Number.isNaN(start) &&
    year !== '0000' &&
    Number(day ?? 1) >= 1 &&
    Number(day ?? 1) <= daysIn(Number(year), Number(month ?? 1));
  if (!isReal) return { message: `there is no such date as ${text}` };
  if (month === undefined)
    return {
      start,
      end:
        Date.parse(`${String(Number(year) + 1).padStart(4, '0')}-01-01T00:00:00Z`) || start + 365 * unitMs.d,
    };
  if (day === undefined) return { start, end: start + daysIn(Number(year), Number(month)) * unitMs.d };
  if (hour === undefined) return { start, end: start + unitMs.d };
  return { start, end: start + (fraction !== undefined ? 1 : second !== undefined ? 1_000 : unitMs.m) };
}

function daysIn(year: number, month: number): number {
  // Not Date.UTC: it takes the years 0 to 99 for those of a century.
  const isLeap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  return [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] ?? 0;
}

/** Dates as written elsewhere: 2026/1/31, or 31.1.2026. Others may be meant in two ways. */
function swapped(text: string): { readonly remedy?: string } {
  const yearFirst = /^(\d{4})[/.-](\d{1,2})[/.-](\d{1,2})$/.exec(text);
  const yearLast = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/.exec(text);
  const [year, month, day] =
    yearFirst === null ? [yearLast?.[3], yearLast?.[2], yearLast?.[1]] : yearFirst.slice(1);
  if (year === undefined || month === undefined || day === undefined) return {};
  const remedy = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return 'start' in readDate(remedy) ? { remedy } : {};
}

function readNumber(text: string): ReadSpan {
  const plain = /^\d{1,10}$/.test(text) ? Number(text) : NaN;
  if (plain <= mostNumber) return { start: plain, end: plain + 1 };
  const digits = /^\d{1,3}(?:[,_' ]\d{3}){1,2}$/.test(text) ? text.replace(/\D/gu, '') : '';
  return {
    message: `${JSON.stringify(text.slice(0, 40))} is no whole number up to ${mostNumber}`,
    ...(digits === '' ? {} : { remedy: String(Number(digits)) }),
  };
}

function readSpan(field: RangeField, text: string): ReadSpan {
  if (!isDateField(field)) return readNumber(text);
  return readRelative(text) ?? readDate(text);
}

/** Whether two bounds can be compared without a clock and lie the wrong way round. */
function isReversed(from: RangeBound, to: RangeBound): boolean {
  if (typeof from === 'number' && typeof to === 'number') return from >= to;
  if (typeof from === 'object' && typeof to === 'object') {
    if ('sinceNow' in from && 'sinceNow' in to) return from.sinceNow >= to.sinceNow;
    if ('day' in from && 'day' in to) return from.day >= to.day;
  }
  return false;
}

function readBetween(field: RangeField, left: string, right: string): ReadRange {
  if (left === '' && right === '') return { message: '.. needs a value before it, after it, or both' };
  const from = left === '' ? undefined : readSpan(field, left);
  if (from !== undefined && 'message' in from) return mended(from, (remedy) => `${remedy}..${right}`);
  const to = right === '' ? undefined : readSpan(field, right);
  if (to !== undefined && 'message' in to) return mended(to, (remedy) => `${left}..${remedy}`);
  if (from !== undefined && to !== undefined && isReversed(from.start, to.end))
    return {
      message: `the range ends before it begins`,
      ...(isReversed(to.start, from.end) ? {} : { remedy: `${right}..${left}` }),
    };
  return {
    node: {
      kind: 'range',
      field,
      ...(from === undefined ? {} : { from: from.start }),
      ...(to === undefined ? {} : { to: to.end }),
    },
  };
}

function mended({ message, remedy }: RangeProblem, write: (remedy: string) => string): RangeProblem {
  return remedy === undefined ? { message } : { message, remedy: write(remedy) };
}

const otherOperators: Readonly<Record<string, string>> = {
  '=': '',
  '==': '',
  ':': '',
  '=>': '>=',
  '=<': '<=',
  '≥': '>=',
  '≤': '<=',
  '>>': '>',
  '<<': '<',
};

/**
 * Reads the value of a range field: a date (as far as it is written: 2026 is the whole year) or a whole
 * number, alone, after >, >=, < or <=, or two of them with .. between; one side of .. may be left out.
 */
export function readRange(field: RangeField, text: string): ReadRange {
  const [operator = ''] = /^[<>=!:≥≤]*/u.exec(text) ?? [];
  const value = text.slice(operator.length);
  if (!['', '>', '>=', '<', '<='].includes(operator)) {
    const meant = otherOperators[operator];
    // Further operators, and marks that nobody sees, would be no value either.
    const plain = value.replace(/^[<>=!:≥≤\s]+/u, '');
    return {
      message: `there is no operator ${operator}; write >, >=, < or <= in front of the value, or two values with .. between`,
      ...(meant === undefined ? {} : { remedy: `${meant}${plain}` }),
    };
  }
  if (operator === '') {
    const dots = value.indexOf('..');
    if (dots !== -1) return readBetween(field, value.slice(0, dots), value.slice(dots + 2));
  } else if (value.includes('..'))
    return { message: `${operator} and .. cannot stand together`, remedy: value };
  const span = readSpan(field, value);
  if ('message' in span) return mended(span, (remedy) => `${operator}${remedy}`);
  if (operator === '')
    return span.isPoint === true
      ? { message: `${value} is a moment; say whether before or after`, remedy: `>${value}` }
      : { node: { kind: 'range', field, from: span.start, to: span.end } };
  const bound = {
    '>': { from: span.end },
    '>=': { from: span.start },
    '<': { to: span.start },
    '<=': { to: span.end },
  }[operator];
  return { node: { kind: 'range', field, ...bound } };
}
