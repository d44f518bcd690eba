import { describe, expect, it } from '@jest/globals';
import { countedLanguage, languageTag, primaryLanguage } from './language-tag.ts';

describe('language tags', () => {
  it.each([
    ['en', 'en', 'en'],
    ['en_US', 'en', 'en-US'],
    ['EN-us', 'en', 'en-US'],
    ['en-US,en;q=0.9', 'en', 'en-US'],
    ['en_US.UTF-8', 'en', 'en-US'],
    [' de ', 'de', 'de'],
    ['zh-hant-tw', 'zh', 'zh-Hant-TW'],
    ['zh_TW', 'zh', 'zh-TW'],
    ['zh-cmn-Hans', 'zh', 'zh-Hans'],
    ['cmn-Hans', 'zh', 'zh-Hans'],
    ['zh-yue', 'yue', 'yue'],
    ['pt-br', 'pt', 'pt-BR'],
    ['sr-latn', 'sr', 'sr-Latn'],
    ['sh', 'sr', 'sr-Latn'],
    ['es-419', 'es', 'es-419'],
    ['de-1996', 'de', 'de'],
    ['de-DE-u-co-phonebk', 'de', 'de-DE'],
    ['iw', 'he', 'he'],
    ['in', 'id', 'id'],
    ['ji', 'yi', 'yi'],
    ['mo', 'ro', 'ro'],
    ['no', 'nb', 'nb'],
    ['no-NO', 'nb', 'nb-NO'],
    ['nn', 'nn', 'nn'],
    ['tl', 'tl', 'tl'],
    ['fil-PH', 'tl', 'tl-PH'],
    ['prs', 'fa', 'fa-AF'],
    ['eng', 'en', 'en'],
    ['ger', 'de', 'de'],
    ['jp', 'ja', 'ja'],
    ['ua', 'uk', 'uk'],
    ['english', 'en', 'en'],
    ['Deutsch', 'de', 'de'],
    ['Français', 'fr', 'fr'],
    ['中文', 'zh', 'zh'],
    ['', undefined, undefined],
    ['x-default', undefined, undefined],
    ['und', undefined, undefined],
    ['mul', undefined, undefined],
    ['i-klingon', undefined, undefined],
    ['klingonisch', undefined, undefined],
    ['<b>', undefined, undefined],
    ['-', undefined, undefined],
    ['a'.repeat(100_000), undefined, undefined],
  ])('reads %j', (tag, primary, tidy) => {
    expect(primaryLanguage(tag)).toBe(primary);
    expect(languageTag(tag)).toBe(tidy);
  });
  it('reads its own answers', () => {
    for (const tag of ['en-US', 'zh-Hant-TW', 'nb-NO', 'tl', 'sr-Latn', 'fa-AF'])
      expect(languageTag(tag)).toBe(tag);
  });
  it('counts what names no language as it stands', () => {
    expect(['en-GB', 'und', 'klingon'].map(countedLanguage)).toEqual(['en', 'und', 'klingon']);
  });
});
