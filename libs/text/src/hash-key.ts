import { createHash } from 'node:crypto';
import { urlKey } from './url-key.ts';

/** Name of an item or article: the first 32 hex digits of the SHA-256 of a URL key. */
export function hashKey(key: string): string {
  return createHash('sha256').update(key).digest('hex').slice(0, 32);
}

/** Item name of a discovered URL; undefined for what is no http(s) URL. */
export function itemOf(url: string): string | undefined {
  const key = urlKey(url);
  return key === undefined ? undefined : hashKey(key);
}
