import { createHash, timingSafeEqual } from 'node:crypto';
import { headerOf, type HttpRequest } from './http-types.ts';

/** Compares without telling by its duration where two texts differ, or how long the secret is. */
export function sameSecret(a: string, b: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(a), digest(b));
}

function basicPassword(encoded: string): string {
  const pair = Buffer.from(encoded, 'base64').toString('utf8');
  return pair.slice(pair.indexOf(':') + 1);
}

/** Whether the request carries the key as a bearer token, which no page of another site can make a browser do. */
export function hasBearerKey(request: HttpRequest, adminKey: string): boolean {
  const token = /^Bearer +(\S+)$/i.exec(headerOf(request, 'authorization') ?? '')?.[1];
  return adminKey !== '' && token !== undefined && sameSecret(token, adminKey);
}

/** Whether the request carries the key at all; browsers send it as the password of HTTP Basic. Good for reading only. */
export function hasReadKey(request: HttpRequest, adminKey: string): boolean {
  if (hasBearerKey(request, adminKey)) return true;
  const encoded = /^Basic +(\S+)$/i.exec(headerOf(request, 'authorization') ?? '')?.[1];
  return adminKey !== '' && encoded !== undefined && sameSecret(basicPassword(encoded), adminKey);
}
