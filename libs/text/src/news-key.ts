import { unwrapAddress } from './unwrap-address.ts';
import { urlKey } from './url-key.ts';

const hostLabels = /^(?:(?:ww[w\d]\d{0,2}|m|mobil|mobile|amp|touch|wap)\.)+(?=[^.]+\.[^.])/;
/** `en.m.example.org`: the mobile label behind a language. */
const innerMobile = /^([a-z]{2,3})\.m\.(?=[^.]+\.[^.])/;
/** A language whose country bears the same name (`fr-fr`) is the language alone. */
const ownLocale = /^([a-z]{2})-\1\./;
const indexPage = /\/(?:index|default)\.(?:[xs]?html?|php\d?|phtml|aspx?|jspx?|cgi|cfm|pl)$/i;
/** Delimiters that delimit nothing in the paths of web servers: escaped and plain they are the same file. */
const plainEscape = /%(?:21|24|27|28|29|2A|2C|3A|40)/g;
/** Names that choose the form of a page, and the values that ask for its AMP, mobile or printed one. */
const formNames =
  /^(?:_?amp|amp_[a-z_]{1,20}|_amp[a-z_]{0,20}|wpamp|marfeeltn|mode|output|outputtype|view|type|format|layout|template|variant|platform|device|print|printable|mobile)$/;
const alwaysForm = /^(?:_?amp|amp_.*|_amp.*|wpamp)$/;
const formValue = /^(?:amp|print|mobile)$/;
const switchName = /^(?:print|printable|mobile)$/;

/**
 * Names by which sites count where readers come from. Elsewhere one of them may choose content, so the strict
 * key keeps them.
 */
const sharing = new Set(
  'cmp ocid smid smtyp sr_share ito xid mbid ex_cid ftag icid intcid int_cid share feedtype feedname spm clid kwd session'.split(
    ' ',
  ),
);
const sharingFamilies =
  /^(?:[a-z]{2,10}_)?(?:campaign|medium|referr?er|referral|affiliate|aff|partner)(?:_?id)?$|^(?:ads?|gs|mkt|ml|soc)_|^[a-z]{0,2}mc$|^ref_(?:src|url|source)?$|^(?:source|src|ref|via|from)_?(?:id|name)?$/;

/** Whether a pair asks for another form of the same page. */
function isFormPair(name: string, value: string): boolean {
  if (!formNames.test(name)) return false;
  return (
    alwaysForm.test(name) ||
    formValue.test(value) ||
    (switchName.test(name) && /^(?:1|true|yes|y|on)$/.test(value))
  );
}

function isLoosePair(pair: string): boolean {
  const [name = '', value = ''] = pair.toLowerCase().split('=');
  return sharing.has(name) || sharingFamilies.test(name) || isFormPair(name, value);
}

/**
 * A second, looser key for the duplicate search alone, never for fetching: scheme, credentials, `www.`,
 * mobile, printed and AMP forms, sharing names, index pages, pages that only redirect, a variable at the end
 * that nobody filled in (`/{name}`: empty by RFC 6570) and the trailing slash do not count. undefined for
 * what is no http(s) URL.
 */
export function newsKey(url: string): string | undefined {
  const strict = urlKey(url);
  if (strict === undefined) return undefined;
  const key = unwrapAddress(strict);
  const parts = /^https?:\/\/([^/?#]+)(\/[^?#]*)?(?:\?([^#]*))?(#.*)?$/s.exec(key);
  if (parts === null) return key;
  const [, host = '', path = '', query = '', fragment = ''] = parts;
  const plainHost = host
    .slice(host.lastIndexOf('@') + 1)
    .replace(/:(?:80|443)$/, '')
    .replace(hostLabels, '')
    .replace(innerMobile, '$1.')
    .replace(ownLocale, '$1.');
  const plainPath = path
    .replace(plainEscape, decodeURIComponent)
    .replace(/(?<!\/)\/+$/, '')
    .replace(indexPage, '')
    .replace(/(?:\/amp|\.amp)(?=\/|$|\.html?$)/i, '')
    .replace(/^\/amp(?=\/)/i, '')
    .replace(/\/%7B[\w.-]{1,40}%7D$/, '')
    .replace(/(?<!\/)\/+$/, '');
  const plainQuery = query
    .split('&')
    .filter((pair) => pair !== '' && !isLoosePair(pair))
    .join('&');
  const route = /^#[!/]\/?$/.test(fragment) ? '#/' : fragment;
  return `${plainHost}${plainPath}${plainQuery === '' ? '' : `?${plainQuery}`}${route}`;
}

const otherHosts = /^(?:(?:m|mobil|mobile|amp|touch|wap)\.|[a-z]{2,3}\.m\.)(?=[^.]+\.[^.])/;
const otherPaths = /(?:\/amp|\.amp)(?=\/|$|\.html?$)|^\/amp(?=\/)/i;

/** Whether an address is that of the mobile, AMP or printed form of a page. */
export function isOtherForm(address: string): boolean {
  const url = URL.parse(address);
  if (url === null) return false;
  return (
    otherHosts.test(url.hostname) ||
    otherPaths.test(url.pathname) ||
    [...url.searchParams].some(([name, value]) => isFormPair(name.toLowerCase(), value.toLowerCase()))
  );
}
