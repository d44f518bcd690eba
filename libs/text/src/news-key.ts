import { urlKey } from './url-key.ts';

const hostLabels = /^(?:(?:www\d?|m|mobile|amp|touch)\.)+(?=[^.]+\.[^.])/;
const indexPage = /\/(?:index|default)\.(?:html?|php\d?|aspx?|jsp|shtml)$/i;
const ampQuery = new Set(['amp', 'wpamp', 'mode', 'output', 'outputtype', '_amp', 'amp_js_v', 'amp_gsa', 'amp_analytics']);

/** `https://host/path` inside the address of an AMP cache, or the address itself. */
function unwrapCache(key: string): string {
  const google = /^https?:\/\/(?:www\.)?google\.[a-z.]+\/amp\/(s\/)?(.+)$/.exec(key) ?? /^https?:\/\/[a-z0-9-]+\.cdn\.ampproject\.org\/[a-z]+\/(s\/)?(.+)$/.exec(key);
  if (google === null) return key;
  return urlKey(`${google[1] === undefined ? 'http' : 'https'}://${google[2] ?? ''}`) ?? key;
}

function isAmpPair(pair: string): boolean {
  const [name = '', value = ''] = pair.toLowerCase().split('=');
  if (!ampQuery.has(name)) return false;
  return name === 'amp' || name === 'wpamp' || name.startsWith('_amp') || name.startsWith('amp_') || value === 'amp';
}

/**
 * A second, looser key for the duplicate search alone, never for fetching: scheme, `www.`, mobile and AMP forms, index pages
 * and the trailing slash do not count. undefined for what is no http(s) URL.
 */
export function newsKey(url: string): string | undefined {
  const strict = urlKey(url);
  if (strict === undefined) return undefined;
  const key = unwrapCache(strict);
  const parts = /^https?:\/\/(?:[^/@]*@)?([^/?#]+)([^?#]*)(?:\?([^#]*))?(#.*)?$/.exec(key);
  if (parts === null) return key;
  const [, host = '', path = '', query = '', fragment = ''] = parts;
  const plainHost = host.replace(/:(?:80|443)$/, '').replace(hostLabels, '');
  const plainPath = path
    .replace(/\/+$/, '')
    .replace(indexPage, '')
    .replace(/(?:\/amp|\.amp)(?=\/|$|\.html?$)/i, '')
    .replace(/^\/amp(?=\/)/i, '')
    .replace(/\/+$/, '');
  const plainQuery = query.split('&').filter((pair) => pair !== '' && !isAmpPair(pair)).join('&');
  const route = /^#[!/]\/?$/.test(fragment) ? '' : fragment;
  return `${plainHost}${plainPath}${plainQuery === '' ? '' : `?${plainQuery}`}${route}`;
}
