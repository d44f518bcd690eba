import { describe, expect, it } from '@jest/globals';
import { tagAt, tagOf } from './tag-of.ts';
import { firstUnknownTag, tags } from './tags.ts';

describe('tagOf', () => {
  it('knows elements of HTML in whatever letters', () => {
    expect([tagOf('article'), tagOf('ARTICLE'), tagAt('<Nav>', 1, 4)]).toEqual([
      tags.article,
      tags.article,
      tags.nav,
    ]);
  });

  it('tells the number of an unknown element by its name alone, whatever was read before', () => {
    // FNV-1a of `x-story` and `x-box`, brought to the numbers behind those of HTML.
    const [story, box] = [35_595, 51_387];
    expect([tagOf('x-story'), tagOf('X-Story'), tagAt('<x-box>', 1, 6)]).toEqual([story, story, box]);
  });

  it('gives thousands of unknown elements numbers of 16 bits', () => {
    const numbers = Array.from({ length: 9_000 }, (_, index) => tagOf(`x-part-${index}`));
    expect(Math.min(...numbers)).toBeGreaterThanOrEqual(firstUnknownTag);
    expect(Math.max(...numbers)).toBeLessThan(65_536);
    expect(new Set(numbers).size).toBeGreaterThan(8_000);
    expect(tagOf('x-part-8999')).toBe(numbers.at(-1));
  });
});
