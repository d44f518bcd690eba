import { describe, expect, it } from '@jest/globals';
import { requiredLiterals } from './required-literals.ts';

describe('requiredLiterals', () => {
  const cases: readonly (readonly [string, RegExp, readonly string[] | undefined])[] = [
    ['a word', /newsletter/, ['newsletter']],
    ['each of several words', /subscri|log ?in|登録/i, ['subscri', 'log', '登録']],
    ['the rarest of what stands in a row', /\bsaid\b.{0,20}necessarily/, ['necessarily']],
    ['what stands behind a group', /(?:read|see) more about/, [' more about']],
    ['a group, where that is rarer', /(?:weiterlesen|continue) a/, ['weiterlesen', 'continue']],
    ['a letter that may be repeated, apart', /abc+d/, ['ab']],
    ['nothing of what may be missing', /(?:photo)?s?/, undefined],
    ['nothing of what may stand no time', /(?:photo){0,2}/, undefined],
    ['what stands at least once', /(?:photo){1,2}/, ['photo']],
    ['nothing where one way needs nothing', /photo|\d+/, undefined],
    ['no single letter', /a\d|b\d/, undefined],
    ['a single sign or ideograph', /©|@\w|圖/, ['©', '@', '圖']],
    ['nothing of what must not follow', /\d(?!photo)/, undefined],
    ['nothing of what stands around', /(?<=photo)\d(?=graph)/, undefined],
    ['signs that are escaped', /www\.\w/, ['www.']],
    ['what stands behind classes', /[a-z\]]\p{L}\x41\u{42}stamp/u, ['stamp']],
    ['a letter by its number in front', /[a-z\]]\p{L}\x41\u0042stamp/u, ['Bstamp']],
    [
      'letters by their numbers, as the bundle has them',
      /subscri|\u95a2\u9023|\ud83d\ude00+/iu,
      ['subscri', '関連', '\ud83d'],
    ],
    ['a named group', /(?<name>photo)\k<name>/, ['photo']],
  ];
  for (const [what, pattern, literals] of cases)
    it(`finds ${what}`, () => {
      expect(requiredLiterals(pattern)).toEqual(literals);
    });
});
