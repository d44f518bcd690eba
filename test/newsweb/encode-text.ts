/**
 * Charsets that old papers still send. Node decodes them but cannot encode, so the tables are turned round
 * here.
 */
export const legacyCharsets = {
  en: 'windows-1252',
  de: 'windows-1252',
  zh: 'gbk',
  ko: 'euc-kr',
  ar: 'windows-1256',
} as const;
export type LegacyCharset = (typeof legacyCharsets)[keyof typeof legacyCharsets];

const tables = new Map<LegacyCharset, ReadonlyMap<string, readonly number[]>>();

function tableOf(charset: LegacyCharset): ReadonlyMap<string, readonly number[]> {
  const known = tables.get(charset);
  if (known !== undefined) return known;
  const decoder = new TextDecoder(charset);
  const table = new Map<string, readonly number[]>();
  const add = (bytes: readonly number[]): void => {
    const character = decoder.decode(Uint8Array.from(bytes));
    if ([...character].length === 1 && character !== '\uFFFD' && !table.has(character))
      table.set(character, bytes);
  };
  for (let byte = 0; byte < 256; byte += 1) add([byte]);
  if (charset === 'gbk' || charset === 'euc-kr') {
    for (let lead = 0x81; lead <= 0xfe; lead += 1)
      for (let trail = 0x40; trail <= 0xfe; trail += 1) add([lead, trail]);
  }
  tables.set(charset, table);
  return table;
}

/**
 * The bytes of an HTML text in a legacy charset; what it lacks becomes a numeric character reference, as
 * browsers do in forms.
 */
export function encodeText(text: string, charset: LegacyCharset): Buffer {
  const table = tableOf(charset);
  const bytes: number[] = [];
  for (const character of text) {
    const found = table.get(character);
    if (found !== undefined) bytes.push(...found);
    else bytes.push(...Buffer.from(`&#${character.codePointAt(0)};`, 'latin1'));
  }
  return Buffer.from(bytes);
}
