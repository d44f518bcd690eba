import { urlKey } from './url-key.ts';

/** Pages that only lead to the address in one of their parameters: host, path, names of the parameter. */
// biome-ignore format: a table, read by its rows
const redirects: readonly (readonly [RegExp, RegExp, readonly string[]])[] = [
  [/^(?:www\.)?google\.[a-z.]{2,6}$/, /^\/url$/, ['q', 'url']],
  [/^(?:www|m|l|lm)\.facebook\.com$/, /^\/(?:l\.php|flx\/warn\/?)$/, ['u']],
  [/^l\.(?:instagram\.com|threads\.net|messenger\.com)$/, /^\//, ['u']],
  [/^out\.reddit\.com$/, /^\//, ['url']],
  [/^t\.umblr\.com$/, /^\/redirect$/, ['z']],
  [/^(?:www\.|m\.)?youtube\.com$/, /^\/redirect$/, ['q']],
  [/^(?:m\.)?vk\.com$/, /^\/away(?:\.php)?$/, ['to']],
  [/^slack-redir\.net$/, /^\/link$/, ['url']],
  [/^[a-z0-9-]+\.safelinks\.protection\.outlook\.com$/, /^\//, ['url']],
  [/^(?:www\.)?duckduckgo\.com$/, /^\/l\/?$/, ['uddg']],
  [/^(?:www\.)?linkedin\.com$/, /^\/redir\/redirect$/, ['url']],
  [/^(?:www\.)?bing\.com$/, /^\/news\/apiclick\.aspx$/, ['url']],
  [/^go\.skimresources\.com$/, /^\//, ['url']],
];
/** Caches and archives that write the address of the page behind their own. */
const caches: readonly RegExp[] = [
  /^https?:\/\/(?:www\.)?google\.[a-z.]{2,6}\/amp\/(s\/)?(.+)$/s,
  /^https?:\/\/[a-z0-9-]+\.(?:cdn\.ampproject\.org|bing-amp\.com)\/[a-z]+\/(s\/)?(.+)$/s,
  /^https?:\/\/web\.archive\.org\/(web)\/\d{1,14}(?:[a-z]{2}_)?\/(.+)$/s,
];
/** Wrappings inside wrappings that are followed. */
const mostLayers = 3;

function parameterOf(query: string, names: readonly string[]): string | undefined {
  const parameters = new URLSearchParams(query);
  return (
    names.map((name) => parameters.get(name)).find((value) => value !== null && /^https?:/i.test(value)) ??
    undefined
  );
}

function innerOf(key: string): string | undefined {
  for (const cache of caches) {
    const found = cache.exec(key);
    if (found !== null) return urlKey(`${found[1] === undefined ? 'http://' : ''}${found[2] ?? ''}`);
  }
  const [, host = '', path = '', query = ''] = /^https?:\/\/([^/?#]*)(\/[^?#]*)\?([^#]*)/.exec(key) ?? [];
  const redirect = redirects.find(([hosts, paths]) => hosts.test(host) && paths.test(path));
  const target = redirect === undefined ? undefined : parameterOf(query, redirect[2]);
  return target === undefined ? undefined : urlKey(target);
}

/**
 * The key of the page that an address leads to where the address says so itself: behind pages that redirect,
 * in caches of AMP and in archives; the key itself for any other address.
 */
export function unwrapAddress(key: string): string {
  let current = key;
  for (let layer = 0; layer < mostLayers; layer += 1) {
    const inner = innerOf(current);
    if (inner === undefined) return current;
    current = inner;
  }
  return current;
}
