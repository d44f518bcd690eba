import { monthOf } from './month-names.ts';

/** Clocks of ISO 8601 without colons behind a day with hyphens: `2025-05-01T1015Z`, `2025-05-01T10+02:00`. */
const basicClock = /^(\d{4}-\d{2}-\d{2})T(\d{2})(\d{2})?(\d{2})?(?=$|[Z+\s-])/i;

/**
 * ISO 8601 without its marks (`20250501T101500Z`), times in the words of East Asia, and times with points
 * behind a day, as `2025-05-01 10:15`.
 */
function spellOut(text: string): string {
  return text
    .replace(
      basicClock,
      (_whole, day: string, hour: string, minute = '00', second = '00') =>
        `${day} ${hour}:${minute}:${second} `,
    )
    .replace(
      /(\b\d{4}(?:[-/.](?:\d{1,2}|\p{L}{3,9})[-/.]\d{1,2})?(?:T|,? ?(?:(?:at|[-–—|@]) )?))(?<!\d)(\d{1,2})\.(\d{2})(?:\.(\d{2}))?(?=$|[\sZ+-])/u,
      (_whole, front: string, hour: string, minute: string, second = '00') =>
        `${front}${hour}:${minute}:${second}`,
    )
    .replace(
      /^(\d{4})(\d{2})(\d{2})[Tt ]?(\d{2}):?(\d{2})(?::?(\d{2}))?(?:[.,]\d+)?(?=$|\s|[Zz+-])/,
      (_whole, year: string, month: string, day: string, hour: string, minute: string, second = '00') =>
        `${year}-${month}-${day} ${hour}:${minute}:${second} `,
    )
    .replace(
      /(\d{1,2})\s?[時时시]\s?(\d{1,2})\s?[分분](?:\s?(\d{1,2})\s?[秒초])?/u,
      (_whole, hour: string, minute: string, second = '00') => `${hour}:${minute}:${second}`,
    )
    .trim();
}

const clock =
  /(?:^|[\sT,]|(?<=\/\d{4}):)(\d{1,2})[:h](\d{1,2})(?:[:m](\d{1,2})(?:[.,]\d+)?)?\s*((?:am|pm)(?![a-y]|z[a-z])|a\.m\.|p\.m\.|오전|오후|上午|下午|午前|午後|पूर्वाह्न|अपराह्न)?/iu;
const wholeHour = /(?:^|[\s,])(\d{1,2})\s?((?:am|pm)(?![a-y]|z[a-z])|a\.m\.|p\.m\.)/i;
const beforeClock = /(오전|오후|上午|下午|午前|午後)\s*(\d{1,2})[:時시点](\d{1,2})(?:[:分분](\d{1,2}))?/u;
const afternoon = /^(?:pm|p\.m\.|오후|下午|午後|अपराह्न)$/iu;

function hourOf(hour: number, half: string | undefined): number {
  if (half === undefined || hour > 12) return hour;
  return (hour % 12) + (afternoon.test(half) ? 12 : 0);
}

interface Clock {
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
  readonly before: string;
  readonly after: string;
}

const zoneLike = /^(?:[A-Z]{1,5}|[+-]\d{2}:?\d{2})$/;

/** A text that begins with its time (`10:15 GMT, 1 May 2025`): the day stands behind it. */
function dayBehind(rest: string): Pick<Clock, 'before' | 'after'> {
  const words = rest.split(/[\s,]+/).filter((word) => word !== '');
  const isZone = (word: string | undefined): boolean =>
    word !== undefined && zoneLike.test(word) && monthOf(word) === undefined;
  const from = isZone(words[0]) ? 1 : 0;
  const to = isZone(words.at(-1)) ? -1 : words.length;
  return {
    before: words.slice(from, to).join(' '),
    after: [...words.slice(0, from), ...words.slice(to)].join(' '),
  };
}

/** Time of day inside a text, with what stands in front of it and behind it. */
export function readClock(written: string): Clock {
  const text = spellOut(written);
  const asian = beforeClock.exec(text);
  if (asian !== null) {
    const [whole, half, hour, minute, second] = asian;
    return {
      hour: hourOf(Number(hour), half),
      minute: Number(minute),
      second: Number(second ?? 0),
      before: text.slice(0, asian.index),
      after: text.slice(asian.index + whole.length) || (/^오/u.test(half ?? '') ? 'KST' : ''),
    };
  }
  const found = clock.exec(text) ?? clock.exec(text.replace(wholeHour, ' $1:00 $2'));
  if (found === null) return { hour: 0, minute: 0, second: 0, before: text, after: '' };
  const [whole, hour, minute, second, half] = found;
  const before = found.input.slice(0, found.index);
  const after = found.input.slice(found.index + whole.length);
  return {
    hour: hourOf(Number(hour), half),
    minute: Number(minute),
    second: Number(second ?? 0),
    ...(before.trim() === '' ? dayBehind(after) : { before, after }),
  };
}
