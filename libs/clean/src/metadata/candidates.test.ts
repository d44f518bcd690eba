import { describe, expect, it } from '@jest/globals';
import { normalForm, tidy } from './candidates.ts';

describe('normalForm', () => {
  it.each<[string, string]>([
    ['  Ada  Moss: a “Life”, part 2 ', 'ada moss a life part 2'],
    ['Ada MOSS - Über Größe', 'ada moss über größe'],
    ['Çelik & Fils – naïve_text', 'çelik fils naïve_text'],
    ['soft\u00adhyphen', 'softhyphen'],
    ['ＦＵＬＬ　ｗｉｄｔｈ', 'full width'],
    ['2 × 3 ÷ 4', '2 3 4'],
    ['Привет, МИР', 'привет мир'],
    ['李明：新闻', '李明 新闻'],
    ['!?', ''],
  ])('makes %j the same as %j', (text, expected) => {
    expect(normalForm(text)).toBe(expected);
  });
});

describe('tidy', () => {
  it.each<[string, string]>([
    ['  A title\n on\ttwo lines ', 'A title on two lines'],
    [
      'red \u001b[31m, bell \u0007, nothing \u0000, delete \u007f',
      'red [31m, bell , nothing , delete '.trim(),
    ],
    ['soft\u00adhyphen\u200b', 'softhyphen'],
  ])('makes of %j %j', (text, expected) => {
    expect(tidy(text)).toBe(expected);
  });
});
