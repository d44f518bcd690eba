import { describe, expect, it } from '@jest/globals';
import { licenceName } from './licence-name.ts';

describe('licenceName', () => {
  it.each([
    ['https://creativecommons.org/licenses/by/4.0/', 'CC BY 4.0'],
    ['http://creativecommons.org/licenses/by-nc-nd/3.0/de/', 'CC BY-NC-ND 3.0 DE'],
    ['https://www.creativecommons.org/licenses/by-sa/4.0/deed.de', 'CC BY-SA 4.0'],
    ['https://creativecommons.org/publicdomain/zero/1.0/', 'CC0 1.0'],
    ['https://creativecommons.org/publicdomain/mark/1.0/', 'Public Domain Mark 1.0'],
    ['https://creativecommons.org/licenses/', undefined],
    ['https://creativecommons.org.evil.example/licenses/by/4.0/', undefined],
    ['https://paper.example/terms', undefined],
  ])('names %s', (url, expected) => {
    expect(licenceName(url)).toBe(expected);
  });
});
