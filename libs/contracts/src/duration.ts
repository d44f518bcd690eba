import { z } from 'zod';

const duration = /^\d+(\.\d+)?(ms|s|m|h|d)$/;
/** A duration as people write it: `500ms`, `30s`, `15m`, `1h`, `7d`. */
export const Duration = z.string().regex(duration, 'a number with ms, s, m, h or d behind it, such as 15m');

const units: Record<string, number> = { ms: 1, s: 1_000, m: 60_000, h: 3_600_000, d: 86_400_000 };

/** Milliseconds of a duration such as `15m`; the schema has checked its form. */
export function durationMs(text: string): number {
  const unit = /(?<![a-z])[a-z]+$/.exec(text)?.[0] ?? 'ms';
  return Number.parseFloat(text) * (units[unit] ?? 1);
}
