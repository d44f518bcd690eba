import { describe, expect, it } from '@jest/globals';
import { createMender, wordsIn } from './mend-characters.ts';
import { mendSpaces } from './mend-spaces.ts';

describe('mendSpaces', () => {
  it.each([
    ['the ferry,which has not sailed', 'the ferry, which has not sailed'],
    ['It was late.The boats stayed in port.', 'It was late. The boats stayed in port.'],
    ['of "internationalization",Seoul and', 'of "internationalization", Seoul and'],
    ['the US,China and others', 'the US, China and others'],
    ['« le salon »,et le mot', '« le salon », et le mot'],
    ['»Hafen«,und „Kai“,oder', '»Hafen«, und „Kai“, oder'],
    ['три вида рыб,а количество', 'три вида рыб, а количество'],
    ['stoi ich dwanaście,a gmina', 'stoi ich dwanaście, a gmina'],
    ['he paid £4,200,and left', 'he paid £4,200, and left'],
    ['on May 5,2026 the', 'on May 5, 2026 the'],
    ['leads it."Tonight we start', 'leads it. "Tonight we start'],
    ['"We start tonight."Then he left', '"We start tonight." Then he left'],
    ['بلغت كلفتها ٤٥ مليون دولار،بعد عامين', 'بلغت كلفتها ٤٥ مليون دولار، بعد عامين'],
    ['sagte Krahl.„Heute haben wir', 'sagte Krahl. „Heute haben wir'],
  ])('parts %j', (text, mended) => {
    expect(mendSpaces(text)).toBe(mended);
  });

  it.each([
    '9,400 people and 1,234.56 euros',
    'see https://a.example/x,y and news.example.com',
    'the U.S. and e.g. this',
    'Node.js and ASP.NET',
    'a 3.5kg parcel at 10.30',
    '3,42 Meter',
    'f(x,y) and point A,b of § 3,a',
    '我们来了，他说。',
  ])('leaves %j', (text) => {
    expect(mendSpaces(text)).toBe(text);
  });
});

describe('createMender', () => {
  const mendCharacters = createMender(
    wordsIn(['The café on Quay Road', 'Tönnies and Tännies', 'Jean-René and Ångström']),
  );
  it('puts a character back that one word proves', () => {
    expect(mendCharacters('The caf\ufffd closed')).toBe('The café closed');
  });
  it('leaves what is not proved, or proved twice', () => {
    expect(mendCharacters('Stra\ufffde and T\ufffdnnies')).toBe('Stra\ufffde and T\ufffdnnies');
  });
  it.each([
    ['Jean-Ren\ufffd came', 'Jean-René came'],
    ['\ufffdngstr\ufffdm', 'Ångström'],
    ['-\ufffd \ufffd- a-\ufffd-b \ufffd.*+?^${}()|[]\\/ \ufffd\ud800', undefined],
  ])('reads %j, whatever signs stand beside the lost one', (text, mended) => {
    expect(mendCharacters(text)).toBe(mended ?? text);
  });
});
