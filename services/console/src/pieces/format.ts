import type { Language } from '../words/languages.ts';
import { currentGrammar, say } from '../words/say.ts';
import { currentLanguage, spokenLocale } from '../words/speaking.ts';

interface Formats {
  readonly tenths: Intl.NumberFormat;
  readonly days: Intl.DateTimeFormat;
  readonly moments: Intl.DateTimeFormat;
  readonly relative: Intl.RelativeTimeFormat;
  readonly languages: Intl.DisplayNames;
  readonly regions: Intl.DisplayNames;
}

function makeFormats(locale: string): Formats {
  const [day, timeZone] = [{ day: 'numeric', year: 'numeric' } as const, 'UTC'];
  return {
    tenths: new Intl.NumberFormat(locale, { minimumFractionDigits: 1, maximumFractionDigits: 1 }),
    days: new Intl.DateTimeFormat(locale, { ...day, month: 'long', timeZone }),
    moments: new Intl.DateTimeFormat(locale, {
      ...day,
      month: 'short',
      hour: '2-digit',
      minute: '2-digit',
      hourCycle: 'h23',
      timeZone,
    }),
    relative: new Intl.RelativeTimeFormat(locale, { numeric: 'always' }),
    languages: new Intl.DisplayNames(locale, { type: 'language', fallback: 'code' }),
    regions: new Intl.DisplayNames(locale, { type: 'region', fallback: 'code' }),
  };
}

const known = new Map<Language, Formats>();

/** Made when a language is spoken first: half a millisecond each that most mills never need. */
function formats(): Formats {
  const language = currentLanguage();
  const made = known.get(language) ?? makeFormats(spokenLocale());
  known.set(language, made);
  return made;
}

/** `12,345`. */
export function formatNumber(value: number): string {
  return currentGrammar().numbers.format(value);
}

/** `24 November 2026`, in UTC. */
export function formatDay(time: number): string {
  return Number.isNaN(time) ? say('unknown date') : formats().days.format(time);
}

/** `24 Nov 2026, 16:20 UTC`. */
export function formatMoment(time: number): string {
  return Number.isNaN(time) ? say('unknown time') : `${formats().moments.format(time)} UTC`;
}

const steps = [
  { ms: 86_400_000, unit: 'day' },
  { ms: 3_600_000, unit: 'hour' },
  { ms: 60_000, unit: 'minute' },
] as const;

/** `3 hours ago`, `in 5 minutes`, `just now`; the date when it is further than 30 days away. */
export function formatRelative(time: number, now: number): string {
  const distance = time - now;
  if (Math.abs(distance) > 30 * 86_400_000) return formatDay(time);
  const step = steps.find(({ ms }) => Math.abs(distance) >= ms);
  if (step === undefined) return distance > 5_000 ? say('in less than a minute') : say('just now');
  return formats().relative.format(Math.trunc(distance / step.ms), step.unit);
}

/** `German` for `de`; the tag itself where it has no name. */
export function formatLanguage(tag: string): string {
  if (tag === 'und' || tag === '') return say('unknown language');
  try {
    return formats().languages.of(tag) ?? tag;
  } catch {
    return tag;
  }
}

/** `Korea` for `KR`; the code itself where it has no name. */
export function formatRegion(code: string): string {
  try {
    return formats().regions.of(code) ?? code;
  } catch {
    return code;
  }
}

const sizes = [
  { bytes: 1e12, unit: 'TB' },
  { bytes: 1e9, unit: 'GB' },
  { bytes: 1e6, unit: 'MB' },
  { bytes: 1e3, unit: 'KB' },
] as const;

/** `12.3 KB`, in units of 1,000. */
export function formatBytes(bytes: number): string {
  const size = sizes.find((one) => bytes >= one.bytes);
  if (size === undefined) return say('{bytes:# byte|# bytes}', { bytes });
  return `${formats().tenths.format(bytes / size.bytes)} ${size.unit}`;
}

/** `80 %` for 0.8. */
export function formatShare(share: number): string {
  return `${formatNumber(Math.round(share * 100))} %`;
}

/** Words one after the other: `a, b, c`. */
export function formatList(words: readonly string[]): string {
  return words.join(say(', '));
}
