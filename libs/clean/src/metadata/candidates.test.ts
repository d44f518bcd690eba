import { describe, expect, it } from '@jest/globals';
import { normalForm } from './candidates.ts';

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
