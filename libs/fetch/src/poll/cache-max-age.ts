import { readFeedDate } from '@newsmill/text';

/**
 * Milliseconds that an answer may be taken as fresh by its Cache-Control or Expires, less the Age that it has
 * from caches on its way (RFC 9111, 5.1 to 5.3); undefined when it says nothing. Names in lower case.
 */
export function cacheMaxAge(headers: Readonly<Record<string, string>>): number | undefined {
  const control = headers['cache-control']?.toLowerCase() ?? '';
  if (/\bno-(?:store|cache)\b/.test(control)) return 0;
  const age = /\bmax-age\s*=\s*"?(\d{1,9})/.exec(control)?.[1];
  const spent = /^\d{1,9}$/.test(headers['age'] ?? '') ? Number(headers['age']) * 1_000 : 0;
  if (age !== undefined) return Math.max(0, Number(age) * 1_000 - spent);
  if (headers['expires'] === undefined) return undefined;
  const expires = readFeedDate(headers['expires']);
  // `0`, `-1` and whatever else is no date mean the past.
  if (expires === undefined) return 0;
  const date = headers['date'] === undefined ? undefined : readFeedDate(headers['date']);
  return date === undefined ? undefined : Math.max(0, expires - date - spent);
}

/**
 * Request headers that make an unchanged answer a 304. Validators that HTTP could not carry (control
 * characters, other scripts, more than 1,000 characters) are left out: they come from foreign servers.
 */
export function conditionalHeaders(known: {
  readonly etag?: string | undefined;
  readonly lastModified?: string | undefined;
}): Record<string, string> {
  const isSafe = (value: string | undefined): value is string =>
    value !== undefined && value.length < 1_000 && /^[\x20-\x7e]+$/.test(value);
  return {
    ...(isSafe(known.etag) ? { 'if-none-match': known.etag } : {}),
    ...(isSafe(known.lastModified) ? { 'if-modified-since': known.lastModified } : {}),
  };
}
