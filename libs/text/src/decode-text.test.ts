import zlib from 'node:zlib';
import { describe, expect, it } from '@jest/globals';
import { decodeBody } from './decode-body.ts';
import { decodeText } from './decode-text.ts';

/** Bytes of a text in a legacy charset, by asking the decoder for each of its pairs. */
function encode(text: string, charset: string): Uint8Array {
  const decoder = new TextDecoder(charset);
  const table = new Map<string, number[]>();
  for (let a = 0x80; a < 0x100; a += 1) {
    const one = decoder.decode(Uint8Array.of(a));
    if (one.length === 1 && one !== '\ufffd') table.set(one, [a]);
    for (let b = 0x40; b < 0x100; b += 1) {
      const two = decoder.decode(Uint8Array.of(a, b));
      if (two.length === 1 && two !== '\ufffd' && !table.has(two)) table.set(two, [a, b]);
    }
  }
  return Uint8Array.from(
    Array.from(text).flatMap((char) =>
      char.charCodeAt(0) < 0x80 ? [char.charCodeAt(0)] : (table.get(char) ?? [0x3f]),
    ),
  );
}

const korean = '서울의 항구에서 새 다리가 열렸다. 시장은 다리가 도시를 바꿀 것이라고 말했다.';
const japanese = '港の新しい橋が開通した。市長は橋が街を変えると述べた。';
const chinese = '港口的新桥开通了。市长说这座桥将改变城市。';
const russian = 'В порту открыли новый мост. Мэр сказал, что мост изменит город.';
const french = 'Le pont s’ouvre « enfin » – été à Évry…';
const texts: readonly (readonly [string, string])[] = [
  ['euc-kr', korean],
  ['shift_jis', japanese],
  ['gbk', chinese],
  ['windows-1251', russian],
  ['windows-1252', french],
];
const page = (text: string, meta: string) => `<html><head>${meta}</head><body><p>${text}</p></body></html>`;

describe('decodeText', () => {
  it.each(texts)('reads %s named in the meta tag alone', (charset, text) => {
    expect(
      decodeText(encode(page(text, `<meta charset="${charset}">`), charset), {
        contentType: 'text/html',
        kind: 'html',
      }),
    ).toMatchObject({ text: page(text, `<meta charset="${charset}">`), charset });
  });
  it.each(texts)('reads %s named in the header alone', (charset, text) => {
    expect(
      decodeText(encode(page(text, ''), charset), {
        contentType: `text/html; charset=${charset}`,
        kind: 'html',
      }),
    ).toMatchObject({ text: page(text, ''), charset, how: 'http' });
  });
  it.each(texts)('reads %s although the header says utf-8', (charset, text) => {
    const html = page(text, `<meta http-equiv="content-type" content="text/html; charset=${charset}">`);
    expect(
      decodeText(encode(html, charset), { contentType: 'text/html; charset=utf-8', kind: 'html' }),
    ).toMatchObject({ text: html, charset, how: 'document' });
  });
  it.each(texts.filter(([charset]) => charset !== 'windows-1252'))(
    'detects %s that nobody names',
    (charset, text) => {
      expect(decodeText(encode(page(text.repeat(3), ''), charset), { kind: 'html' })).toMatchObject({
        text: page(text.repeat(3), ''),
        how: 'detector',
      });
    },
  );
  it('believes valid UTF-8 more than any declaration', () => {
    const html = page(korean, '<meta charset="euc-kr">');
    expect(
      decodeText(Buffer.from(html), { contentType: 'text/html; charset=iso-8859-1', kind: 'html' }),
    ).toMatchObject({ text: html, charset: 'utf-8' });
  });
  it('keeps UTF-8 that has a few broken bytes', () => {
    const bytes = Buffer.concat([Buffer.from(page(korean, '')), Uint8Array.of(0xed, 0x95)]);
    expect(decodeText(bytes, { contentType: 'text/html; charset=utf-8', kind: 'html' }).text).toContain(
      korean,
    );
  });
  it('knows byte order marks and UTF-16 without one', () => {
    const wide = Buffer.from('<?xml version="1.0"?><a>é</a>', 'utf16le');
    expect(decodeText(wide, { kind: 'xml' })).toMatchObject({
      text: '<?xml version="1.0"?><a>é</a>',
      charset: 'utf-16le',
    });
    expect(
      decodeText(Buffer.from('\ufeffé'), { contentType: 'text/plain; charset=windows-1251', kind: 'text' }),
    ).toEqual({ text: 'é', charset: 'utf-8', how: 'bom' });
    expect(
      decodeText(Buffer.concat([Buffer.from([0xfe, 0xff]), wide.swap16()]), { kind: 'xml' }),
    ).toMatchObject({ charset: 'utf-16be' });
  });
  it('never reads UTF-7, nor UTF-16 that a readable declaration claims', () => {
    expect(
      decodeText(Buffer.from('+ADw-script+AD4-'), { contentType: 'text/html; charset=utf-7', kind: 'html' })
        .text,
    ).toBe('+ADw-script+AD4-');
    expect(decodeText(Buffer.from('<meta charset="utf-16">é'), { kind: 'html' }).text).toBe(
      '<meta charset="utf-16">é',
    );
  });
  it('decodes windows-1252 by the WHATWG table, not as Latin-1', () => {
    expect(
      decodeText(Uint8Array.of(0x80, 0x85, 0x93, 0x9f), {
        contentType: 'text/plain; charset=iso-8859-1',
        kind: 'text',
      }).text,
    ).toBe('€…“Ÿ');
  });
});

describe('decodeBody', () => {
  const plain = Buffer.from(
    Array.from({ length: 2_000 }, (_value, index) => `line ${(index * 7919) % 1009}`).join('\n'),
  );
  const encoded = [
    ['gzip', zlib.gzipSync(plain)],
    ['br', zlib.brotliCompressSync(plain)],
    ['zstd', zlib.zstdCompressSync(plain)],
    ['deflate', zlib.deflateSync(plain)],
    ['deflate', zlib.deflateRawSync(plain)],
    ['identity', plain],
    ['identity', zlib.gzipSync(plain)],
    ['gzip', plain],
  ] as const;
  it.each(encoded)('decodes %s', (encoding, bytes) => {
    const body = decodeBody(bytes, encoding, 1_000_000);
    expect(body).toMatchObject({ truncated: false, complete: true });
    expect(Buffer.from(body.bytes).equals(plain)).toBe(true);
  });
  it.each(encoded)('stops %s at the limit', (encoding, bytes) => {
    const body = decodeBody(bytes, encoding, 5_000);
    expect(body.truncated).toBe(true);
    expect(body.bytes.length).toBeLessThanOrEqual(5_000);
  });
  it.each(encoded)('cuts %s just at the limit where little lies behind it', (encoding, bytes) => {
    const most = Math.ceil(plain.length * 0.7);
    const body = decodeBody(bytes, encoding, most);
    expect(body).toMatchObject({ truncated: true, complete: true, size: most });
    expect(plain.subarray(0, most).equals(body.bytes)).toBe(true);
  });
  it.each(encoded.slice(0, 5))('gives what there is of %s cut short', (encoding, bytes) => {
    const body = decodeBody(bytes.subarray(0, bytes.length - 20), encoding, 1_000_000);
    expect(body.complete).toBe(false);
    expect(plain.subarray(0, body.bytes.length).equals(body.bytes)).toBe(true);
  });
  it('decodes gzip of several members, whose end tells the size of the last alone', () => {
    const members = Buffer.concat([zlib.gzipSync(plain), zlib.gzipSync('end')]);
    const body = decodeBody(members, 'gzip', 1_000_000);
    expect(body).toMatchObject({ complete: true, size: plain.length + 3 });
  });
  it('gives what there is where the end of gzip tells a wrong size', () => {
    const lying = Buffer.from(zlib.gzipSync(plain));
    for (const size of [0, 0xffff_ffff]) {
      lying.writeUInt32LE(size, lying.length - 4);
      const body = decodeBody(lying, 'gzip', 1_000_000);
      expect(plain.subarray(0, body.size).equals(body.bytes)).toBe(true);
      expect(body.size).toBeGreaterThan(0);
    }
  });
  it('bounds a bomb', () => {
    expect(
      decodeBody(zlib.gzipSync(Buffer.alloc(50_000_000)), 'gzip', 1_000_000).bytes.length,
    ).toBeLessThanOrEqual(1_000_000);
    expect(decodeBody(Uint8Array.of(0x1f, 0x8b, 1, 2, 3), 'gzip', 10)).toMatchObject({ complete: false });
  });
});
