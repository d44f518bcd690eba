import { describe, expect, it } from '@jest/globals';
import { mendMojibake } from './mend-mojibake.ts';

/** Makes what must be mended: UTF-8 read in another charset. */
function disguise(text: string, charset: string): string {
  const bytes = Buffer.from(text);
  return charset === 'latin1' ? bytes.toString('latin1') : new TextDecoder(charset).decode(bytes);
}

const texts = [
  'Le débat s’ouvre à Évry.',
  'Größe und „Ärger“ – über Straßen',
  'Мост изменит город',
  '港口的新桥开通了',
  'naïve',
  'El año próximo',
  'trước đây',
];

describe('mendMojibake', () => {
  it.each(
    texts.flatMap((text) =>
      ['windows-1252', 'latin1', 'macintosh'].map((charset) => [text, charset] as const),
    ),
  )('mends "%s" read as %s', (text, charset) => {
    expect(mendMojibake(disguise(text, charset))).toEqual({ text, mended: true });
  });
  it.each([
    ['Nejlépe to vysvětlí následující příklad', 'windows-1250'],
    ['Привет, мир! Мост изменит город', 'windows-1251'],
    ['Рівне та Січ: це сталося вчора', 'windows-1251'],
  ])('mends "%s" read as %s', (text, charset) => {
    expect(mendMojibake(disguise(text, charset))).toEqual({ text, mended: true });
  });
  it('mends twice over', () => {
    expect(mendMojibake(disguise(disguise('L’été déjà', 'windows-1252'), 'windows-1252')).text).toBe(
      'L’été déjà',
    );
  });
  it.each([
    ...texts,
    'MAÇÔ” disse',
    'CAFÉ” et THÉ…',
    '«MÜNCHEN» – ÖPNV',
    'NÃO À GUERRA',
    'ÜBER “ALLES”',
    '1990–Äpfel',
    'plain ascii',
    'Ã',
    '√ 2 ≈ 1,41',
    '√©'.slice(0, 1),
    'SÃO “PAULO”',
    'Ñ…',
    '—État',
    'col·lecció',
    'Рівне, Січ, Рєпін',
    'СІМ’Я «РІЧ» – С…',
    'VĂ–RUL și ÎNĂLȚIMEA',
    'Ĺubica',
    'x ∆ y',
    'A · Ámbito',
  ])('leaves "%s" alone', (text) => {
    expect(mendMojibake(text)).toEqual({ text, mended: false });
  });
});
