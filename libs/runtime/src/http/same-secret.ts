import { createHash, timingSafeEqual } from 'node:crypto';

/** Compares without telling by its duration where two texts differ, or how long the secret is. */
export function sameSecret(a: string, b: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(a), digest(b));
}
