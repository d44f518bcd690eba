/** Names that publishers use and the WHATWG list does not know, as the label that decodes them. */
const aliases: Record<string, string> = {
  cp932: 'shift_jis', 'ms932': 'shift_jis', 'windows-932': 'shift_jis', 'shift-jis-2004': 'shift_jis', 'x-ms-cp932': 'shift_jis',
  cp949: 'euc-kr', ms949: 'euc-kr', uhc: 'euc-kr', ks_c_5601: 'euc-kr',
  cp936: 'gbk', 'ms936': 'gbk', 'euc-cn': 'gbk', eucgb2312: 'gbk', cp950: 'big5', 'big5-hkscs-2004': 'big5',
  utf8mb4: 'utf-8', 'utf-8-sig': 'utf-8', 'utf_8': 'utf-8', cp65001: 'utf-8', eucjp: 'euc-jp', 'eucjp-ms': 'euc-jp', euckr: 'euc-kr',
  ansi: 'windows-1252', 'iso-8859-1-windows-3.1-latin-1': 'windows-1252', 'cp-1251': 'windows-1251', 'win-1251': 'windows-1251', win1251: 'windows-1251',
  cp855: 'ibm855', maccyrillic: 'x-mac-cyrillic', 'mac-cyrillic': 'x-mac-cyrillic', macroman: 'macintosh', 'utf-32': 'utf-32', 'utf-32le': 'utf-32le', 'utf-32be': 'utf-32be',
  'ucs-4': 'utf-32', 'iso-10646-ucs-4': 'utf-32', 'ucs-4le': 'utf-32le', 'ucs-4be': 'utf-32be',
};
const refused = new Set(['replacement', 'utf-7']);

/** Canonical name of a declared charset, or undefined when nothing here decodes it (UTF-7 never is: it hides markup). */
export function charsetLabel(declared: string | undefined): string | undefined {
  const name = declared?.trim().replace(/^["']|["']$/g, '').trim().toLowerCase();
  if (name === undefined || name === '' || refused.has(name)) return undefined;
  const label = aliases[name] ?? name;
  if (label.startsWith('utf-32') || label === 'ibm855') return label;
  try {
    return new TextDecoder(label).encoding;
  } catch {
    return undefined;
  }
}
