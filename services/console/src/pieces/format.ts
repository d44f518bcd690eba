const numbers = new Intl.NumberFormat('en-GB');
const days = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  timeZone: 'UTC',
});
const moments = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  timeZone: 'UTC',
});
const languages = new Intl.DisplayNames('en', { type: 'language', fallback: 'code' });
const regions = new Intl.DisplayNames('en', { type: 'region', fallback: 'code' });

/** `12,345`. */
export function formatNumber(value: number): string {
  return numbers.format(value);
}

/** `1 article`, `2 articles`. */
export function formatCount(value: number, one: string, many = `${one}s`): string {
  return `${formatNumber(value)} ${value === 1 ? one : many}`;
}

/** `24 November 2026`, in UTC. */
export function formatDay(time: number): string {
  return Number.isNaN(time) ? 'unknown date' : days.format(time);
}

/** `24 Nov 2026, 16:20 UTC`. */
export function formatMoment(time: number): string {
  return Number.isNaN(time) ? 'unknown time' : `${moments.format(time)} UTC`;
}

const steps = [
  { ms: 86_400_000, unit: 'day' },
  { ms: 3_600_000, unit: 'hour' },
  { ms: 60_000, unit: 'minute' },
] as const;
const relative = new Intl.RelativeTimeFormat('en', { numeric: 'always' });

/** `3 hours ago`, `in 5 minutes`, `just now`; the date when it is further than 30 days away. */
export function formatRelative(time: number, now: number): string {
  const distance = time - now;
  if (Math.abs(distance) > 30 * 86_400_000) return formatDay(time);
  const step = steps.find(({ ms }) => Math.abs(distance) >= ms);
  if (step === undefined) return distance > 5_000 ? 'in less than a minute' : 'just now';
  return relative.format(Math.trunc(distance / step.ms), step.unit);
}

/** `German` for `de`; the tag itself where it has no name. */
export function formatLanguage(tag: string): string {
  if (tag === 'und' || tag === '') return 'unknown language';
  try {
    return languages.of(tag) ?? tag;
  } catch {
    return tag;
  }
}

/** `Korea` for `KR`; the code itself where it has no name. */
export function formatRegion(code: string): string {
  try {
    return regions.of(code) ?? code;
  } catch {
    return code;
  }
}

/** `12.3 KB`, in units of 1,000. */
export function formatBytes(bytes: number): string {
  if (bytes < 1_000) return `${bytes} bytes`;
  return bytes < 1_000_000 ? `${(bytes / 1_000).toFixed(1)} KB` : `${(bytes / 1_000_000).toFixed(1)} MB`;
}
