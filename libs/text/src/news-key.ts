import { urlKey } from './url-key.ts';

const hostLabels = /^(?:(?:www\d?|m|mobile|amp|touch|wap)\.)+(?=[^.]+\.[^.])/;
/** `en.m.example.org`: the mobile label behind a language. */
const innerMobile = /^([a-z]{2,3})\.m\.(?=[^.]+\.[^.])/;
/** A language whose country bears the same name (`fr-fr`) is the language alone. */
const ownLocale = /^([a-z]{2})-\1\./;
const indexPage = /\/(?:index|default)\.(?:html?|php\d?|aspx?|jsp|shtml)$/i;
const ampQuery = new Set([
  'amp',
  'wpamp',
  'mode',
  'output',
  'outputtype',
  '_amp',
  'amp_js_v',
  'amp_gsa',
  'amp_analytics',
]);

/**
 * Names by which news sites count where readers come from. Elsewhere one of them may choose content, so the
 * strict key keeps them.
 */
const sharing = new Set(
  'cmp ocid smid smtyp sr_share ito xid mbid soc_src soc_trk ex_cid ns_mchannel ns_source ns_campaign ns_linkname ns_fee traffic_source ftag icid intcid int_cid referrer referer ref_src ref_url share feedtype feedname'.split(
    ' ',
  ),
);

/** `https://host/path` inside the address of an AMP cache, or the address itself. */
function unwrapCache(key: string): string {
  const google =
    /^https?:\/\/(?:www\.)?google\.[a-z.]+\/amp\/(s\/)?(.+)$/.exec(key) ??
    /^https?:\/\/[a-z0-9-]+\.(?:cdn\.ampproject\.org|bing-amp\.com)\/[a-z]+\/(s\/)?(.+)$/.exec(key);
  if (google === null) return key;
  return urlKey(`${google[1] === undefined ? 'http' : 'https'}://${google[2] ?? ''}`) ?? key;
}

function isAmpPair(pair: string): boolean {
  const [name = '', value = ''] = pair.toLowerCase().split('=');
  if (!ampQuery.has(name)) return false;
  return (
    name === 'amp' ||
    name === 'wpamp' ||
    name.startsWith('_amp') ||
    name.startsWith('amp_') ||
    value === 'amp'
  );
}

/**
 * A second, looser key for the duplicate search alone, never for fetching: scheme, `www.`, mobile and AMP
 * forms, sharing names, index pages, a variable at the end that nobody filled in (`/{name}`: empty by RFC
 * 6570) and the trailing slash do not count. undefined for what is no http(s) URL.
 */
export function newsKey(url: string): string | undefined {
  const strict = urlKey(url);
  if (strict === undefined) return undefined;
  const key = unwrapCache(strict);
  const parts = /^https?:\/\/([^/?#]+)(\/[^?#]*)?(?:\?([^#]*))?(#.*)?$/s.exec(key);
  if (parts === null) return key;
  const [, host = '', path = '', query = '', fragment = ''] = parts;
  const at = host.lastIndexOf('@') + 1;
  const plainHost =
    host.slice(0, at) +
    host
      .slice(at)
      .replace(/:(?:80|443)$/, '')
      .replace(hostLabels, '')
      .replace(innerMobile, '$1.')
      .replace(ownLocale, '$1.');
  const plainPath = path
    .replace(/(?<!\/)\/+$/, '')
    .replace(indexPage, '')
    .replace(/(?:\/amp|\.amp)(?=\/|$|\.html?$)/i, '')
    .replace(/^\/amp(?=\/)/i, '')
    .replace(/\/%7B[\w.-]{1,40}%7D$/, '')
    .replace(/(?<!\/)\/+$/, '');
  const plainQuery = query
    .split('&')
    .filter(
      (pair) => pair !== '' && !isAmpPair(pair) && !sharing.has((pair.split('=')[0] ?? '').toLowerCase()),
    )
    .join('&');
  const route = /^#[!/]\/?$/.test(fragment) ? '#/' : fragment;
  return `${plainHost}${plainPath}${plainQuery === '' ? '' : `?${plainQuery}`}${route}`;
}
