import { readFeedDate } from '@newsmill/text';

/**
 * Milliseconds that a Retry-After header asks to wait (RFC 9110, 10.2.3: seconds or a date); undefined when
 * it says nothing readable.
 */
export function readRetryAfter(header: string | undefined, now: number): number | undefined {
  const text = header?.trim() ?? '';
  if (/^\d+(?:\.\d+)?$/.test(text)) return Math.round(Number(text) * 1_000);
  const date = text === '' ? undefined : readFeedDate(text);
  return date === undefined ? undefined : Math.max(0, date - now);
}
