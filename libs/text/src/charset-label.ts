import { isOwnLabel } from './decode-label.ts';

/** Names that publishers use and the WHATWG list does not know, as the label that decodes them. */
// biome-ignore format: a table, read by its rows
const aliases: Record<string, string> = {
  cp932: 'shift_jis', 'ms932': 'shift_jis', 'windows-932': 'shift_jis', 'shift-jis-2004': 'shift_jis',
  'x-ms-cp932': 'shift_jis',
  cp949: 'euc-kr', ms949: 'euc-kr', uhc: 'euc-kr', ks_c_5601: 'euc-kr',
  cp936: 'gbk', 'ms936': 'gbk', 'euc-cn': 'gbk', eucgb2312: 'gbk', cp950: 'big5', 'big5-hkscs-2004': 'big5',
  utf8mb4: 'utf-8', 'utf-8-sig': 'utf-8', 'utf_8': 'utf-8', cp65001: 'utf-8', eucjp: 'euc-jp',
  'eucjp-ms': 'euc-jp', euckr: 'euc-kr',
  ansi: 'windows-1252', 'iso-8859-1-windows-3.1-latin-1': 'windows-1252', 'cp-1251': 'windows-1251',
  'win-1251': 'windows-1251', win1251: 'windows-1251',
  cp855: 'ibm855', maccyrillic: 'x-mac-cyrillic', 'mac-cyrillic': 'x-mac-cyrillic', macroman: 'macintosh',
  'utf-32': 'utf-32', 'utf-32le': 'utf-32le', 'utf-32be': 'utf-32be',
  'ucs-4': 'utf-32', 'iso-10646-ucs-4': 'utf-32', 'ucs-4le': 'utf-32le', 'ucs-4be': 'utf-32be',
};
/** Ways of writing the names of the large families. */
const families: readonly (readonly [RegExp, string])[] = [
  [/^(?:x[-_]?)?(?:windows|win|cp|ms|ibm)[-_ ]?(125[0-8]|874)$/, 'windows-$1'],
  [/^(?:iso[-_ ]?)?8859[-_ ]?(\d{1,2})(?:[-_:](?:i|e|\d{4}))?$/, 'iso-8859-$1'],
  [/^latin[-_ ]?(\d)$/, 'latin$1'],
  [/^koi8[-_ ]?([ru])$/, 'koi8-$1'],
  [/^(?:shift[-_ ]?jis|sjis|x[-_ ]?sjis)$/, 'shift_jis'],
  [/^(?:utf|ucs)[-_ ]?8$/, 'utf-8'],
  [/^(?:iso[-_ ]?2022[-_ ]?kr|csiso2022kr)$/, 'iso-2022-kr'],
  [/^(?:johab|ms1361|cp1361|x-johab|ksc5601[-_]1992|ks_c_5601-1992)$/, 'johab'],
];
const refused = new Set(['replacement', 'utf-7']);

/**
 * Canonical name of a declared charset, or undefined when nothing here decodes it (UTF-7 never is: it hides
 * markup).
 */
export function charsetLabel(declared: string | undefined): string | undefined {
  const name = declared
    ?.trim()
    .replace(/^["']|["']$/g, '')
    .trim()
    .toLowerCase();
  if (name === undefined || name === '' || refused.has(name)) return undefined;
  const family = families.find(([pattern]) => pattern.test(name));
  const label =
    (Object.hasOwn(aliases, name) ? aliases[name] : undefined) ??
    (family === undefined ? name : name.replace(...family));
  if (isOwnLabel(label)) return label;
  try {
    return new TextDecoder(label).encoding;
  } catch {
    return undefined;
  }
}
