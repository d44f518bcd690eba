import { big5Rows } from './big5-rows.ts';
import { decodeEucKr, decodeIso2022Kr, decodeJohab } from './decode-korean.ts';

function decodeUtf32(bytes: Uint8Array, littleEndian: boolean): string {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength - (bytes.byteLength % 4));
  const parts: string[] = [];
  for (let at = 0; at < view.byteLength; at += 4) {
    const code = view.getUint32(at, littleEndian);
    parts.push(code > 0x10ffff || (code >= 0xd800 && code < 0xe000) ? '\ufffd' : String.fromCodePoint(code));
  }
  return parts.join('').replace(/^\ufeff/, '');
}

/** The upper half of IBM855, which old Russian and Bulgarian pages use and TextDecoder does not know. */
const upper855 =
  'ђЂѓЃёЁєЄѕЅіІїЇјЈљЉњЊћЋќЌўЎџЏюЮъЪаАбБцЦдДеЕфФгГ«»░▒▓│┤хХиИ╣║╗╝йЙ┐└┴┬├─┼кК╚╔╩╦╠═╬¤лЛмМнНоОп┘┌█▄Пя▀ЯрРсСтТуУжЖвВьЬ№\u00adыЫзЗшШэЭщЩчЧ§■\u00a0';

function decode855(bytes: Uint8Array): string {
  return Buffer.from(bytes)
    .toString('latin1')
    .replace(/[\u0080-\u00ff]/g, (char) => upper855.charAt(char.charCodeAt(0) - 0x80));
}

const big5 = new TextDecoder('big5');
let big5Private: ReadonlyMap<string, string> | undefined;

/** What the private characters of TextDecoder's Big5 stand for. */
function big5Table(): ReadonlyMap<string, string> {
  if (big5Private !== undefined) return big5Private;
  const table = new Map<string, string>();
  for (const [lead, row] of big5Rows) {
    Array.from(row).forEach((char, index) => {
      if (char !== '.')
        table.set(big5.decode(Uint8Array.of(lead, index < 63 ? 0x40 + index : 0xa1 + index - 63)), char);
    });
  }
  big5Private = table;
  return table;
}

function decodeBig5(bytes: Uint8Array): string {
  return big5.decode(bytes).replace(/[\ue000-\uf8ff]/g, (char) => big5Table().get(char) ?? char);
}

/**
 * Where JIS and Windows read six signs differently. EUC-JP and ISO-2022-JP come from systems that follow JIS.
 */
const jisSigns: Readonly<Record<string, string>> = {
  '\uff5e': '\u301c',
  '\u2225': '\u2016',
  '\uff0d': '\u2212',
  '\uffe0': '\u00a2',
  '\uffe1': '\u00a3',
  '\uffe2': '\u00ac',
};

function decodeJis(bytes: Uint8Array, label: string): string {
  return new TextDecoder(label)
    .decode(bytes)
    .replace(/[\uff5e\u2225\uff0d\uffe0\uffe1\uffe2]/g, (sign) => jisSigns[sign] ?? sign);
}

const own: Readonly<Record<string, (bytes: Uint8Array) => string>> = {
  'utf-32': (bytes) => decodeUtf32(bytes, false),
  'utf-32be': (bytes) => decodeUtf32(bytes, false),
  'utf-32le': (bytes) => decodeUtf32(bytes, true),
  ibm855: decode855,
  johab: decodeJohab,
  'iso-2022-kr': decodeIso2022Kr,
  'euc-kr': decodeEucKr,
  big5: decodeBig5,
  'euc-jp': (bytes) => decodeJis(bytes, 'euc-jp'),
  'iso-2022-jp': (bytes) => decodeJis(bytes, 'iso-2022-jp'),
};

/** Whether a label is decoded here although TextDecoder does not know it. */
export function isOwnLabel(label: string): boolean {
  return Object.hasOwn(own, label);
}

/** Decodes bytes by a label that `charsetLabel` gave. */
export function decodeAs(bytes: Uint8Array, label: string): string {
  const decode = isOwnLabel(label) ? own[label] : undefined;
  return decode === undefined ? new TextDecoder(label).decode(bytes) : decode(bytes);
}
