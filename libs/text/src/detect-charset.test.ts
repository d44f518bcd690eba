import { describe, expect, it } from '@jest/globals';
import { charsetLabel } from './charset-label.ts';
import { decodeAs } from './decode-label.ts';
import { decodeText } from './decode-text.ts';

/** Bytes of a text in a charset, by asking the decoder for each of its bytes and pairs. */
function encode(text: string, label: string): Uint8Array {
  const table = new Map<string, number[]>();
  for (let a = 0x80; a < 0x100; a += 1) {
    const one = decodeAs(Uint8Array.of(a), label);
    if (one.length === 1 && one !== '\ufffd') table.set(one, [a]);
    for (let b = 0x31; b < 0x100; b += 1) {
      const two = decodeAs(Uint8Array.of(a, b), label);
      if (Array.from(two).length === 1 && two !== '\ufffd' && !table.has(two)) table.set(two, [a, b]);
    }
  }
  return Uint8Array.from(
    Array.from(text).flatMap((char) =>
      char.charCodeAt(0) < 0x80 ? [char.charCodeAt(0)] : (table.get(char) ?? [0x3f]),
    ),
  );
}

/** UTF-16 or UTF-32 without a byte order mark. */
function encodeWide(text: string, label: string): Uint8Array {
  if (label.startsWith('utf-16'))
    return label === 'utf-16le' ? Buffer.from(text, 'utf16le') : Buffer.from(text, 'utf16le').swap16();
  const codes = Array.from(text).map((char) => char.codePointAt(0) ?? 0);
  const bytes = Buffer.alloc(codes.length * 4);
  codes.forEach((code, index) =>
    label === 'utf-32le' ? bytes.writeUInt32LE(code, index * 4) : bytes.writeUInt32BE(code, index * 4),
  );
  return bytes;
}

/** ISO-2022-KR from EUC-KR: the upper bit away, a shift around each run. */
function encodeShifted(text: string): Uint8Array {
  const bytes: number[] = [0x1b, 0x24, 0x29, 0x43];
  let isShifted = false;
  for (const byte of encode(text, 'euc-kr')) {
    if (byte >= 0x80 !== isShifted) bytes.push(isShifted ? 0x0f : 0x0e);
    isShifted = byte >= 0x80;
    bytes.push(byte & 0x7f);
  }
  return Uint8Array.from(isShifted ? [...bytes, 0x0f] : bytes);
}

const korean =
  '서울의 항구에서 새 다리가 열렸다.\n시장은 이 다리가 도시를 바꿀 것이라고 말했다.\n다리는 내년 봄에 완공될 예정이며, 시는 이를 위해 많은 돈을 썼다.';
const thai = 'นายกเทศมนตรีกล่าวว่าสะพานใหม่จะเปลี่ยนแปลงเมืองนี้ และประชาชนจะเดินทางได้สะดวกขึ้นมาก';
const russian =
  'В порту открыли новый мост. Мэр сказал, что мост изменит город и что жители давно его ждали.';
const undeclared: readonly (readonly [string, string])[] = [
  ['windows-1251', russian],
  ['koi8-r', russian],
  ['iso-8859-5', russian],
  ['ibm866', russian],
  ['ibm855', russian],
  ['x-mac-cyrillic', russian],
  ['windows-1253', 'Ο δήμαρχος είπε ότι η νέα γέφυρα θα αλλάξει την πόλη και ότι οι κάτοικοι την περίμεναν.'],
  ['windows-1255', 'ראש העיר אמר כי הגשר החדש ישנה את העיר וכי התושבים חיכו לו זמן רב.'],
  ['windows-1256', 'قال رئيس البلدية إن الجسر الجديد سيغير المدينة وإن السكان انتظروه طويلا.'],
  ['windows-1256', 'شهردار گفت پل جديد چهره شهر را تغيير مي دهد و مردم مدت ها پيگير آن بودند.'],
  [
    'windows-1250',
    'Starosta řekl, že nový most změní město a že na něj obyvatelé dlouho čekali; příští týden začne být průjezdný.',
  ],
  [
    'windows-1250',
    'Burmistrz powiedział, że nowy most zmieni miasto i że mieszkańcy długo na niego czekali; otwarcie będzie świętem.',
  ],
  [
    'windows-1254',
    'Belediye başkanı yeni köprünün şehri değiştireceğini ve halkın onu uzun süredir beklediğini söyledi.',
  ],
  [
    'windows-1257',
    'Meras sakė, kad naujas tiltas pakeis miestą ir kad gyventojai jo ilgai laukė; atidarymas įvyks rytoj, švęs visi.',
  ],
  [
    'windows-1252',
    'Kryetari tha se ura e re do ta ndryshojë qytetin dhe se banorët e prisnin prej vitesh; është një ditë e mirë për çdo njeri.',
  ],
  [
    'windows-1252',
    'Le maire a déclaré que le pont changerait la ville, où les habitants l’attendaient depuis des années ; il a été inauguré à midi.',
  ],
  ['windows-874', thai],
  ['johab', korean],
  ['euc-kr', korean],
  ['euc-jp', '港の新しい橋が開通した。市長は橋が街を変えると述べた。'],
  ['shift_jis', '港の新しい橋が開通した。市長は橋が街を変えると述べた。'],
  ['gbk', '港口的新桥开通了。市长说这座桥将改变城市。'],
  ['big5', '港口的新橋開通了。市長說這座橋將改變城市，市民期待已久。'],
];

describe('decodeText without any declaration', () => {
  it.each(undeclared)('knows %s by its bytes', (label, text) => {
    expect(decodeText(encode(text, label), { kind: 'text' }).text).toBe(text);
  });
  it.each(
    ['utf-16le', 'utf-16be', 'utf-32le', 'utf-32be'].flatMap((label) =>
      [russian, korean, thai, 'Plain text, and no markup.'].map((text) => [label, text] as const),
    ),
  )('knows %s without a mark', (label, text) => {
    expect(decodeText(encodeWide(text, label), { kind: 'text' })).toMatchObject({
      text,
      charset: label,
      how: 'detector',
    });
  });
  it('reads ISO-2022-KR', () => {
    expect(decodeText(encodeShifted(korean), { kind: 'text' })).toMatchObject({
      text: korean,
      charset: 'iso-2022-kr',
    });
  });
  it('takes a few letters for Western ones unless they clearly are others', () => {
    for (const text of ['São Paulo', 'El Niño', 'Curaçao', 'café', 'It’s £5 – “fine”'])
      expect(decodeText(encode(text, 'windows-1252'), { kind: 'text' }).text).toBe(text);
  });
  it('takes no text of single bytes for UTF-16, not even with NUL in it', () => {
    expect(decodeText(Buffer.from('plain\0text with zeros\0'), { kind: 'text' }).charset).toBe('utf-8');
    expect(
      decodeText(Buffer.concat([encode(russian, 'windows-1251'), Uint8Array.of(0, 0)]), { kind: 'text' })
        .charset,
    ).toBe('windows-1251');
  });
});

describe('decodeAs', () => {
  it('decodes windows-1252 as browsers do, byte by byte', () => {
    const upper = Uint8Array.from({ length: 32 }, (_value, index) => 0x80 + index);
    expect(decodeAs(upper, 'windows-1252')).toBe('€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ');
  });
  it('decodes the syllables of code page 949 that EUC-KR lacks', () => {
    expect(decodeAs(Uint8Array.of(0x8c, 0x63, 0xb9, 0xe6, 0xb0, 0xa2, 0xc7, 0xcf, 0x2e), 'euc-kr')).toBe(
      '똠방각하.',
    );
    expect(decodeAs(Uint8Array.of(0x81, 0x41, 0xc6, 0x52, 0xa2, 0xe6), 'euc-kr')).toBe('갂힣€');
    expect(decodeAs(Uint8Array.of(0x41, 0x81, 0x20, 0x42), 'euc-kr')).toBe('A\ufffd B');
  });
  it('decodes the Chinese characters of Hong Kong and the signs of Eten', () => {
    expect(decodeAs(Uint8Array.of(0xfa, 0xd9, 0xc6, 0xe7, 0xc6, 0xa1), 'big5')).not.toMatch(
      /[\ue000-\uf8ff\ufffd]/,
    );
    expect(decodeAs(Uint8Array.of(0xc6, 0xe8), 'big5')).toBe('あ');
  });
  it('decodes lone letters, symbols and characters of Johab', () => {
    expect(decodeAs(Uint8Array.of(0x88, 0x61, 0xd0, 0x61, 0x21, 0xe0, 0x31), 'johab')).toBe('가하!伽');
    expect(decodeAs(Uint8Array.of(0x88, 0x41, 0xd9, 0x31), 'johab')).toBe('ㄱ　');
  });
  it('reads the signs of EUC-JP by JIS', () => {
    expect(decodeAs(Uint8Array.of(0xa1, 0xc1, 0xa1, 0xdd), 'euc-jp')).toBe('〜−');
  });
});

describe('charsetLabel', () => {
  it.each([
    ['Latin-1', 'windows-1252'],
    ['windows1252', 'windows-1252'],
    ['8859-2', 'iso-8859-2'],
    ['ISO8859_15', 'iso-8859-15'],
    ['cp-1251', 'windows-1251'],
    ['x-sjis', 'shift_jis'],
    ['utf 8', 'utf-8'],
    ['"UTF8"', 'utf-8'],
    ['csISO2022KR', 'iso-2022-kr'],
    ['MS949', 'euc-kr'],
    ['big5-hkscs', 'big5'],
    ['KS_C_5601-1987', 'euc-kr'],
    ['tis-620', 'windows-874'],
    ['cp1361', 'johab'],
    ['utf-7', undefined],
    ['nonsense', undefined],
    ['__proto__', undefined],
    ['constructor', undefined],
    ['', undefined],
  ])('reads %s as %s', (name, label) => {
    expect(charsetLabel(name)).toBe(label);
  });
});
