import { describe, expect, it } from '@jest/globals';
import { wordsId, wordsOf } from './vocabulary.ts';

const idOf = (value: string): number => wordsId(`<p class="${value}">`, 10, 10 + value.length);

/** Values of four pairs of letters that all have one polynomial hash. */
function alike(pairs: number): string[] {
  return pairs === 0 ? [''] : alike(pairs - 1).flatMap((rest) => [`Aa${rest}`, `BB${rest}`]);
}

describe('wordsId', () => {
  it('gives one value one id wherever it stands', () => {
    expect(wordsId('class=article-body', 6, 18)).toBe(idOf('article-body'));
    expect(idOf('article-body')).not.toBe(idOf('article-foot'));
  });

  it('gives values one id that differ by numbers alone', () => {
    expect(idOf('post-12 wide')).toBe(idOf('post-90210 wide'));
    expect(idOf('post-12')).not.toBe(idOf('post-'));
    expect(idOf('post-12')).not.toBe(idOf('post-1a2'));
    expect(wordsOf(idOf('post-7 wide')).hashes).toEqual(wordsOf(idOf('post-0 wide')).hashes);
  });

  it('keeps values apart whose hashes are alike, however many a page holds', () => {
    const values = alike(8);
    const ids = values.map(idOf);
    expect(new Set(ids).size).toBe(values.length);
    expect(values.map(idOf)).toEqual(ids);
  });

  it('knows the families of a value', () => {
    expect(wordsOf(idOf('comment-list')).isComments).toBe(true);
    expect(wordsOf(idOf('story-text')).isComments).toBe(false);
  });
});
